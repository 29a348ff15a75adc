import Basics

/// Which open duties are asked for.
public struct DutyFilter: Hashable, Sendable {
    public var school: SchoolID?
    public var owner: DutyOwner?
    /// The first and the last day on which they are due; all that are late, too, where there is no first.
    public var from: Day?
    public var until: Day

    public init(school: SchoolID? = nil, owner: DutyOwner? = nil, from: Day? = nil, until: Day) {
        (self.school, self.owner, self.from, self.until) = (school, owner, from, until)
    }

    /// What is late, and what is due within so many days.
    public static func next(_ days: Int, from today: Day, school: SchoolID? = nil, owner: DutyOwner? = nil) -> DutyFilter {
        DutyFilter(school: school, owner: owner, until: today + days)
    }
}
