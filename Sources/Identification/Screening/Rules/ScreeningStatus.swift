import Basics
import People

/// Where one pupil stands in a campaign.
public enum Coverage: String, Sendable, CaseIterable {
    case tested, absent
    case notYet = "not_yet"
    case moved
    case optedOut = "opted_out"
    case notSuitable = "not_suitable"

    public var label: String {
        switch self {
        case .tested: "Tested"
        case .absent: "Absent"
        case .notYet: "Not yet"
        case .moved: "Moved"
        case .optedOut: "Family opted out"
        case .notSuitable: "Test not suitable"
        }
    }

    /// The same as the heading of a column.
    public var short: String {
        switch self {
        case .optedOut: "Opted out"
        case .notSuitable: "Not suitable"
        default: label
        }
    }

    /// Those that somebody sets by hand.
    public static let set: [Coverage] = [.absent, .optedOut, .notSuitable, .moved, .notYet]

    /// Whether the pupil is still to be tested.
    public var isOpen: Bool { self == .notYet || self == .absent }
}

/// Why a pupil has no result, by whom and when.
public struct ScreeningStatus: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    public var campaign: RowID
    public var pupil: PupilID
    public var school: SchoolID
    public var status: Coverage
    public var note = ""
    public var setBy: String
    public var setOn: Day
}

/// Says why some pupils have no result.
public struct SetScreeningStatus: Sendable {
    public let status: String
    public let note: String

    public init(_ status: String, note: String = "") { (self.status, self.note) = (status, note.trimmed) }

    /// - Parameter before: what was said of this pupil.
    /// - Throws: `Problems` at `status` and `note`.
    public func applied(to before: ScreeningStatus?, of pupil: PupilID, in campaign: ScreeningCampaign, at school: SchoolID, by who: String, today: Day) throws -> Change<ScreeningStatus> {
        var problems = Problems()
        let chosen = Coverage(rawValue: status).flatMap { Coverage.set.contains($0) ? $0 : nil }
        problems.require(chosen != nil, "status", "Choose why they are not tested.")
        problems.require(note.count <= 500, "note", "This is longer than 500 letters. Shorten it.")
        problems.require(today >= campaign.starts, "status", "This campaign begins on \(campaign.starts.inWords). Say it then.")
        try problems.check()
        var after = before ?? ScreeningStatus(id: .new, campaign: campaign.id, pupil: pupil, school: school, status: .notYet, setBy: who, setOn: today)
        (after.status, after.note) = (chosen ?? .notYet, note)
        // Said again in the same words is nothing new.
        if after != before { (after.setBy, after.setOn) = (who, today) }
        return Change("screening_status.set", from: before, to: after)
    }
}

/// How many pupils stand where.
public struct CoverageCount: Hashable, Sendable {
    public private(set) var numbers: [Coverage: Int] = [:]

    public init() {}

    public subscript(_ coverage: Coverage) -> Int { numbers[coverage] ?? 0 }

    /// Everybody who belongs, or belonged, to it.
    public var all: Int { numbers.values.reduce(0, +) }
    public var untested: Int { self[.notYet] + self[.absent] }

    /// Of those who could be tested, how many were, in whole per cent; nil where there is nobody.
    public var percent: Int? {
        let whole = self[.tested] + untested
        return whole == 0 ? nil : (self[.tested] * 100) / whole
    }

    public mutating func add(_ coverage: Coverage, _ number: Int) { numbers[coverage, default: 0] += number }

    public static func + (a: CoverageCount, b: CoverageCount) -> CoverageCount {
        b.numbers.reduce(into: a) { $0.add($1.key, $1.value) }
    }
}
