import Basics

/// What was said about an event besides its day.
public struct EventDetails: Sendable, Hashable {
    public var days: [DateOption: Day]
    public var choices: [DateOption: OptionChoice]
    public var ticked: Set<DateOption>
    /// When the school is closed, each to its last closed day.
    public var closures: [Spell]

    public init(days: [DateOption: Day] = [:], choices: [DateOption: OptionChoice] = [:], ticked: Set<DateOption> = [], closures: [Spell] = []) {
        (self.days, self.choices, self.ticked, self.closures) = (days, choices, ticked, closures)
    }
}
