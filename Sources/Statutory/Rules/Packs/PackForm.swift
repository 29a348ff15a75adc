import Basics

/// A version of one of a council's forms: a Word file with fields, in use from a day.
public struct PackForm: Hashable, Sendable {
    /// For what the form is.
    public enum Kind: String, Sendable, CaseIterable {
        case request, review, reply
        case earlyHelp = "early-help"
        case other

        public var label: String {
            switch self {
            case .request: "Request for an EHC needs assessment"
            case .review: "Annual review report"
            case .reply: "Reply to a consultation"
            case .earlyHelp: "Early help assessment"
            case .other: "Another form"
            }
        }

        /// The same within a sentence.
        public var inSentence: String {
            switch self {
            case .request: "the request for an EHC needs assessment"
            case .review: "the annual review report"
            case .reply: "the reply to a consultation"
            case .earlyHelp: "the early help assessment"
            case .other: "another form"
            }
        }

        /// Trellis’s own form of this kind, for councils that gave none.
        public var ours: OurForm? {
            switch self {
            case .request: .assessmentRequest
            case .review: .annualReviewReport
            case .reply: .consultationReply
            case .earlyHelp: .earlyHelpAssessment
            case .other: nil
            }
        }
    }

    /// Where a version stands on a day.
    public enum Standing: Sendable, Equatable {
        case waiting, later, inUse, earlier, ended

        public var label: String {
            switch self {
            case .waiting: "Checked, not in use"
            case .later: "In use later"
            case .inUse: "In use"
            case .earlier: "Earlier version"
            case .ended: "Taken out of use"
            }
        }
    }

    public var id: RowID = .new
    public var version = 1
    public var council: String
    public var kind: Kind
    public var title: String
    public var fileName: String
    /// In bytes.
    public var size: Int
    public var sha256: String
    public var addedBy: String
    public var addedOn: Day
    public var useFrom: Day?
    public var endedOn: Day?

    /// A form is some pages of text: so many bytes at most.
    public static let mostBytes = 5 << 20

    public init(_ kind: Kind, of council: String, title: String, fileName: String, size: Int, sha256: String, by who: String, on day: Day) {
        (self.kind, self.council, self.title, self.fileName) = (kind, council, title, fileName)
        (self.size, self.sha256, addedBy, addedOn) = (size, sha256, who, day)
    }

    /// Versions of one form follow each other: of a kind, or of a title where it is another form.
    func isSameForm(as other: PackForm) -> Bool { council == other.council && kind == other.kind && (kind != .other || title.folded == other.title.folded) }
}

extension [PackForm] {
    /// Where a version stands among all of its council’s.
    public func standing(of form: PackForm, on day: Day) -> PackForm.Standing {
        if form.endedOn != nil { return .ended }
        guard let from = form.useFrom else { return .waiting }
        if from > day { return .later }
        return inUse(on: day).contains { $0.id == form.id } ? .inUse : .earlier
    }

    /// The version of each form that is in use on a day: the one that came into use last.
    public func inUse(on day: Day) -> [PackForm] {
        let good = filter { $0.endedOn == nil && ($0.useFrom.map { $0 <= day } ?? false) }
        return good.filter { one in !good.contains { $0.id != one.id && $0.isSameForm(as: one) && ($0.useFrom ?? day, $0.id) > (one.useFrom ?? day, one.id) } }
            .sorted { ($0.kind.order, $0.title.folded) < ($1.kind.order, $1.title.folded) }
    }
}

extension PackForm.Kind {
    var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// Takes a form in, once its file was read and found harmless.
public struct AddForm: Sendable {
    public let kind: PackForm.Kind?
    public let title: String

    public init(_ kind: PackForm.Kind?, title: String) { (self.kind, self.title) = (kind, title.trimmed) }

    public var problems: Problems {
        var problems = Problems()
        problems.require(kind != nil, "kind", "Choose what the form is for.")
        problems.require(!title.isEmpty, "title", "Give the form’s title, as the council calls it.")
        problems.require(title.count <= 150, "title", "Make this shorter: at most 150 letters.")
        return problems
    }

    /// - Throws: `Problems` with everything that is wrong.
    public func applied(to council: String, fileName: String, size: Int, sha256: String, beside others: [PackForm], by who: String, today: Day) throws -> Change<PackForm> {
        var problems = problems
        if let same = others.first(where: { $0.sha256 == sha256 && $0.kind == kind && $0.endedOn == nil }) { problems.add("file", "This file is here already, as “\(same.title)” of \(same.addedOn.inWords).") }
        try problems.check()
        return Change("packForm.checked", to: PackForm(kind ?? .other, of: council, title: title, fileName: String(fileName.prefix(200)), size: size, sha256: sha256, by: who, on: today))
    }
}

/// Says from which day a version of a form is used.
public struct UseForm: Sendable {
    let day: Day?
    /// Whether whoever decides has seen what can’t be filled.
    let hasSeenFaults: Bool

    public init(from day: Day?, hasSeenFaults: Bool) { (self.day, self.hasSeenFaults) = (day, hasSeenFaults) }

    /// - Parameter faults: how many things of the form should be mended.
    /// - Throws: `Problems` by `use_from`, `seen_faults`.
    public func applied(to before: PackForm, faults: Int, today: Day) throws -> Change<PackForm> {
        var problems = Problems()
        problems.require(before.endedOn == nil, "", "This version was taken out of use. Add the file again.")
        problems.require(day != nil, "use_from", "Give the day from which the council wants this form.")
        if let day { problems.require(day >= today.adding(years: -2) && day <= today.adding(years: 2), "use_from", "Give a day within two years of today.") }
        problems.require(faults == 0 || hasSeenFaults, "seen_faults", "Tick this, or mend the form in Word and add it again.")
        try problems.check()
        var after = before
        after.useFrom = day
        return Change("packForm.used", from: before, to: after)
    }
}

/// Takes a version of a form out of use; the one before it is used again.
public struct EndForm: Sendable {
    public init() {}

    public func applied(to before: PackForm, today: Day) throws -> Change<PackForm> {
        guard before.endedOn == nil else { throw Problems("", "It is out of use already.") }
        var after = before
        after.endedOn = today
        return Change("packForm.ended", from: before, to: after)
    }
}
