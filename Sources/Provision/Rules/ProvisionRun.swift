import Basics

/// A provision: an intervention or strategy that runs for a pupil or a group, from a day to a day. It is named a run in
/// code, since “provision” is also the code of a pupil's status in the census.
public struct ProvisionRun: Hashable, Sendable {
    public var id: ProvisionID
    public var version = 1
    public var school: SchoolID
    public var intervention: InterventionID
    /// What the school calls it, such as “Talk Boost, Tuesday group”.
    public var name: String
    public var kind: InterventionKind
    /// The class that has it as a whole; nil where pupils are named, or where all of the school have it.
    public var schoolClass: ClassID?
    public var starts: Day
    /// The last day that is planned; nil where it has no usual end.
    public var plannedEnd: Day?
    /// The last day that it ran; nil while it runs.
    public var endedOn: Day?
    public var because = ""
    /// Nobody judges its effect before this day.
    public var doNotJudgeBefore: Day?
    /// Made by the page that began it: what comes twice is begun once.
    public var sendKey: String?

    public init(id: ProvisionID = .new, school: SchoolID, intervention: InterventionID, name: String, kind: InterventionKind, starts: Day, plannedEnd: Day? = nil) {
        (self.id, self.school, self.intervention, self.name) = (id, school, intervention, name)
        (self.kind, self.starts, self.plannedEnd) = (kind, starts, plannedEnd)
    }

    public var isRunning: Bool { endedOn == nil }

    /// The days on which sessions are planned: after the last planned day none are, though nobody ended it.
    public var spell: Spell { Spell(starts: starts, ends: endedOn ?? plannedEnd) }

    /// Past its last planned day and not ended: the safety net says so.
    public func isPastItsEnd(on day: Day) -> Bool { isRunning && plannedEnd.map { $0 < day } ?? false }
}
