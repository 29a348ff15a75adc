import Basics
import People

/// That somebody is worried about how a pupil learns, feels or manages, in their own words.
public struct Concern: Hashable, Sendable {
    /// Whether the family knows of it.
    public enum FamilyTold: String, Sendable, CaseIterable {
        case yes, no
        case advisedNot = "advised_not"

        public var label: String {
            switch self {
            case .yes: "Yes"
            case .no: "Not yet"
            case .advisedNot: "No: I was advised not to"
            }
        }
    }

    public var id: ConcernID
    public var version = 1
    public var pupil: PupilID
    public var school: SchoolID
    public var raisedBy: String
    public var account: AccountID?
    /// Who that is on the list of staff.
    public var staff: StaffID?
    public var raisedOn: Day
    /// Keys of areas of need, with spaces between; empty where the one who raised it is not sure.
    public var areas: String
    public var seen: String
    public var since: String
    public var tried: String
    public var howItWent: String
    public var familyTold: FamilyTold
    public var familySaid: String
    /// The last day by which somebody is to decide.
    public var decideBy: Day

    /// The areas of need in words.
    public var areaLabels: [String] {
        let keys = areas.split(separator: " ").map(String.init)
        return keys.isEmpty ? ["Not sure"] : AreaOfNeed.all.filter { keys.contains($0.key) }.map(\.label)
    }
}

/// A concern with what was decided about it, the first decision first.
public struct ConcernRecord: Sendable {
    public let concern: Concern
    public let decisions: [ConcernDecision]

    public init(_ concern: Concern, _ decisions: [ConcernDecision]) { (self.concern, self.decisions) = (concern, decisions) }

    public var latest: ConcernDecision? { decisions.last }
    public var isClosed: Bool { latest?.outcome.closes ?? false }
    /// When somebody must decide or look again; nil once it is closed.
    public var due: Day? { isClosed ? nil : latest?.lookAgain ?? concern.decideBy }
}
