import Basics

/// A plan of one pupil: one cycle of it, as it was agreed. What came before stays as it was; the next cycle, or an
/// amendment from a day on, is a plan of its own that follows it.
public struct Plan: Hashable, Sendable {
    public var id: PlanID
    public var version = 1
    public var pupil: PupilID
    public var school: SchoolID
    /// A key of `PlanKind`.
    public var kind: String
    /// What the trust called the kind when the plan was made, and by which change of it; empty for a kind as it comes
    /// with Trellis.
    public var kindName = ""
    public var kindVersion: RowID?
    public var state = PlanState.draft
    /// 1 for the first; an amendment keeps the number.
    public var cycle = 1
    /// The plan that this one takes the place of.
    public var follows: PlanID?
    public var isAmendment = false
    /// A key of `NeedScheme`.
    public var scheme: String
    /// A key of `ReviewRhythm`.
    public var rhythm: String
    public var begunOn: Day
    public var sharedOn: Day?
    public var starts: Day?
    public var reviewBy: Day?
    public var reviewedOn: Day?
    public var ends: Day?
    /// The file, where the plan was written elsewhere.
    public var paper: PaperID?
    /// Why it was amended or closed.
    public var because = ""
    /// What it was begun from: concern, result or review, and which.
    public var origin = ""
    public var originRow: RowID?

    public init(id: PlanID = .new, pupil: PupilID, school: SchoolID, kind: String, scheme: String, rhythm: String, begunOn: Day) {
        (self.id, self.pupil, self.school, self.kind) = (id, pupil, school, kind)
        (self.scheme, self.rhythm, self.begunOn) = (scheme, rhythm, begunOn)
    }

    public var isOpen: Bool { state != .closed }
    /// Whether it is what the school works by: a plan that was reviewed stays so until the next is live.
    public var isInForce: Bool { state == .live || state == .reviewed }
    /// Whether its locked parts can still be written.
    public var isBeingWritten: Bool { state == .draft || state == .shared }

    /// Whether it ever left the hands of those who write it. A draft that was given up never did.
    public var wasShown: Bool { state == .closed ? sharedOn != nil || starts != nil : state != .draft }

    /// Its kind's name and its number: `SEN support plan, cycle 2`.
    public var title: String { "\(Plan.nameOfKind(kind, kindName)), cycle \(cycle)" }

    static func nameOfKind(_ key: String, _ name: String) -> String { name.nonEmpty ?? PlanKind.named(key)?.name ?? key }

    /// Makes it a plan of a kind as that is on a day, looked at as the kind asks.
    mutating func take(_ kind: PlanKind?, on day: Day) {
        take(nameAndVersionOf: kind)
        rhythm = (kind?.rhythm(on: day) ?? .yearly).key
    }

    mutating func take(nameAndVersionOf kind: PlanKind?) {
        (kindName, kindVersion) = (kind?.version == nil ? "" : kind?.name ?? "", kind?.version)
    }
}

/// How far a plan has come.
public enum PlanState: String, Sendable, CaseIterable {
    case draft, shared, live, reviewed, closed

    public var label: String {
        switch self {
        case .draft: "Being written"
        case .shared: "Shared with the family"
        case .live: "Live"
        case .reviewed: "Reviewed"
        case .closed: "Closed"
        }
    }

    /// Where one may go from here.
    public var next: Set<PlanState> {
        switch self {
        case .draft: [.shared, .live, .closed]
        case .shared: [.live, .closed]
        case .live: [.reviewed, .closed]
        case .reviewed: [.closed]
        case .closed: []
        }
    }
}
