import Basics

/// What was said about an event besides its day.
public struct EventDetails: Sendable, Hashable {
    public var days: [DateOption: Day]
    public var choices: [DateOption: OptionChoice]
    public var ticked: Set<DateOption>
    /// When the school is closed, each to its last closed day.
    public var closures: [Spell]
    /// Rules that do not follow yet, by their ids: a meeting that is only planned makes no council owe anything. Not kept.
    public var notYet: Set<String>

    public init(days: [DateOption: Day] = [:], choices: [DateOption: OptionChoice] = [:], ticked: Set<DateOption> = [], closures: [Spell] = [], notYet: Set<String> = []) {
        (self.days, self.choices, self.ticked, self.closures, self.notYet) = (days, choices, ticked, closures, notYet)
    }
}
