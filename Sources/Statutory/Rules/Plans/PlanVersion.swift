import Basics

/// One version of an EHC plan’s words: a draft, the final plan, changes that the council proposes, the plan as amended.
public struct PlanVersion: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        case draft, final, proposed, amended

        public var label: String {
            switch self {
            case .draft: "Draft"
            case .final: "Final plan"
            case .proposed: "Proposed changes"
            case .amended: "Amended plan"
            }
        }

        /// Whether what it says is owed.
        public var isInForce: Bool { self == .final || self == .amended }
    }

    public var id: RowID = .new
    public var version = 1
    public var plan: RowID
    public var pupil: PupilID
    public var kind: Kind
    public var datedOn: Day
    public var note = ""
    public var paper: PaperID?

    public init(of plan: EHCPlan, _ kind: Kind, on day: Day) { (self.plan, pupil, self.kind, datedOn) = (plan.id, plan.pupil, kind, day) }

    public init(plan: RowID, pupil: PupilID, kind: Kind, datedOn: Day) { (self.plan, self.pupil, self.kind, self.datedOn) = (plan, pupil, kind, datedOn) }

    public var name: String { "\(kind.label) of \(datedOn.inWords)" }
}

/// The words of one section.
public struct SectionText: Hashable, Sendable {
    public var id: RowID = .new
    public var version = 1
    public var versionOf: RowID
    public var pupil: PupilID
    public var section: PlanSection
    public var words: String

    public init(_ section: PlanSection, _ words: String, in version: RowID, of pupil: PupilID) { (self.section, self.words, versionOf, self.pupil) = (section, words, version, pupil) }
}

/// One outcome of section E.
public struct PlanOutcome: Hashable, Sendable {
    public var id: RowID = .new
    public var version = 1
    public var versionOf: RowID
    public var pupil: PupilID
    public var position: Int
    public var words: String
    /// By when, in the words of the plan.
    public var byWhen: String

    public init(_ words: String, by byWhen: String, at position: Int, in version: RowID, of pupil: PupilID) {
        (self.words, self.byWhen, self.position, versionOf, self.pupil) = (words, byWhen, position, version, pupil)
    }
}

/// A version with all of its words.
public struct WholeVersion: Hashable, Sendable {
    public let version: PlanVersion
    public var sections: [PlanSection: String]
    public var outcomes: [PlanOutcome]
    public var lines: [SectionFLine]

    public init(_ version: PlanVersion, sections: [PlanSection: String] = [:], outcomes: [PlanOutcome] = [], lines: [SectionFLine] = []) {
        (self.version, self.sections, self.outcomes, self.lines) = (version, sections, outcomes, lines)
    }

    /// Sections in which something stands: E by its outcomes, F by its lines.
    public var written: Set<PlanSection> {
        var written = Set(sections.filter { !$0.value.isEmpty }.keys)
        if !outcomes.isEmpty { written.insert(.e) }
        if !lines.isEmpty { written.insert(.f) }
        return written
    }

    /// What the regulations ask for and it lacks (regulation 12).
    public func gaps(yearGroup: Int?, isUnder18: Bool) -> [PlanContents.Gap] {
        PlanContents(written: written, preparesForAdulthood: lines.contains(where: \.helpsAdulthood), yearGroup: yearGroup, isUnder18: isUnder18).gaps
    }
}

/// Adds a version to a plan: its kind and day, and whether it begins with the words of the one before.
public struct AddVersion: Sendable {
    public let kind: PlanVersion.Kind?
    public let day: Day?
    public let note: String
    public let paper: PaperID?

    public init(_ kind: PlanVersion.Kind?, on day: Day?, note: String = "", paper: PaperID? = nil) { (self.kind, self.day, self.note, self.paper) = (kind, day, note.trimmed, paper) }

    /// - Parameter others: the plan’s versions.
    /// - Throws: `Problems` by `kind`, `dated_on`, `note`.
    public func applied(to plan: EHCPlan, beside others: [PlanVersion], today: Day) throws -> Change<PlanVersion> {
        var problems = Problems()
        problems.require(plan.end == nil, "", "This plan has ended.")
        problems.require(kind != nil, "kind", "Choose what came.")
        problems.require(day != nil, "dated_on", "Give the day that stands on it.")
        problems.require(day.map { $0 <= today } ?? true, "dated_on", "This day is still to come.")
        if let day, let last = others.map(\.datedOn).max() { problems.require(day >= last, "dated_on", "The version before this one is of \(last.inWords). Give that day or a later one.") }
        problems.require(!others.contains { $0.kind == kind && $0.datedOn == day }, "dated_on", "A version of this kind and day is here already.")
        let isFirst = !others.contains(where: \.kind.isInForce)
        if let kind, !isFirst { problems.require(kind != .final, "kind", "There is a final plan already. What comes after it is an amended plan.") }
        // The final plan may be known by its day alone.
        if let kind, isFirst, plan.finalOn == nil { problems.require(kind != .proposed && kind != .amended, "kind", "There is no final plan yet to change. Add the final plan first.") }
        problems.require(note.count <= 1000, "note", "Make this shorter: at most 1,000 letters.")
        guard problems.isEmpty, let kind, let day else { throw problems }
        var version = PlanVersion(of: plan, kind, on: day)
        (version.note, version.paper) = (note, paper)
        return Change("ehcVersion.added", to: version)
    }
}
