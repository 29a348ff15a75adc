import Basics

/// A provision with all that belongs to it.
public struct WholeProvision: Hashable, Sendable {
    public var run: ProvisionRun
    /// In order of their days.
    public var patterns: [WeeklyPattern]
    public var members: [ProvisionMember]
    public var outcomes: [ProvisionOutcome]

    public init(run: ProvisionRun, patterns: [WeeklyPattern], members: [ProvisionMember], outcomes: [ProvisionOutcome] = []) {
        (self.run, self.members, self.outcomes) = (run, members, outcomes)
        self.patterns = patterns.sorted { $0.spell.starts < $1.spell.starts }
    }

    /// The week that holds on a day.
    public func pattern(on day: Day) -> WeeklyPattern? { patterns.last { $0.spell.covers(day) } }

    /// The pupils in it on a day, by their numbers.
    public func pupils(on day: Day) -> [PupilID] { members.filter { $0.spell.covers(day) }.map(\.pupil).sorted() }

    /// A pupil's time in it that covers a day.
    public func member(_ pupil: PupilID, on day: Day) -> ProvisionMember? { members.first { $0.pupil == pupil && $0.spell.covers(day) } }
}
