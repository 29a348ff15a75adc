import Basics

/// Something that somebody is to do by a day: a promise, a step of a plan, a call to make. All areas have this one kind.
public struct Action: Hashable, Sendable {
    /// How it ended.
    public enum Ending: String, Sendable, CaseIterable {
        case done
        /// It is no longer needed.
        case dropped
    }

    public var id: ActionID
    public var version = 1
    public var school: SchoolID
    /// Nil where it is about no pupil in particular.
    public var pupil: PupilID?
    public var what: String
    public var owner: ActionOwner
    public var due: Day
    public var source: ActionSource?
    public var madeOn: Day
    public var madeBy: String
    public var madeByAccount: AccountID?
    public var endedOn: Day?
    public var endedBy = ""
    public var ending: Ending?
    /// What came of it; for one that was dropped, why.
    public var result = ""

    public var isOpen: Bool { ending == nil }

    /// True from the day after it was due, while it is open.
    public func isOverdue(on day: Day) -> Bool { isOpen && due < day }
}

/// Who is to do it: somebody of the staff, or a family or an agency in words.
public struct ActionOwner: Hashable, Sendable {
    /// Who it is on the school's list of staff.
    public var staff: StaffID?
    /// Who it is among those who sign in, for people who are on no list of staff.
    public var account: AccountID?
    public var name: String

    public init(staff: StaffID? = nil, account: AccountID? = nil, name: String) {
        (self.staff, self.account, self.name) = (staff, account, name.trimmed)
    }

    public static let family = ActionOwner(name: "The family")
}

/// Where an action comes from: a row of a table, such as a note, a concern or a review.
public struct ActionSource: Hashable, Sendable {
    public let table: String
    public let row: Int

    public init(table: String, row: Int) { (self.table, self.row) = (table, row) }
}
