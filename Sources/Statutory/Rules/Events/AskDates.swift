import Basics

/// A question to the clock as somebody typed it: an event, its day, and what else is known.
public struct AskDates: Sendable {
    public let event: String
    public let day: String
    /// The words of each option; closures may come more than once.
    public let options: [DateOption: [String]]

    public init(_ event: String, on day: String, _ options: [DateOption: [String]] = [:]) {
        (self.event, self.day) = (event.trimmed, day.trimmed)
        self.options = options.mapValues { $0.compactMap(\.nonEmpty) }.filter { !$0.value.isEmpty }
    }

    /// The days that the clock reckons from: since this law began, and as far ahead as anybody plans.
    public static let days = LawEdition.firstDay...(Day(2099, 12, 31) ?? .distantFuture)

    /// - Throws: `Problems` with all that cannot be read, each by its option; `event` and `date` are those two.
    public func answered() throws -> Timetable {
        guard let event = StatutoryEvent(rawValue: event) else {
            throw Problems("event", "There is no such event. Choose one of: \(StatutoryEvent.allCases.map(\.rawValue).joined(separator: ", ")).")
        }
        var reading = Reading(event: event)
        let day = reading.day("date", day)
        for option in DateOption.allCases { reading.take(option, options[option] ?? []) }
        reading.check(day)
        try reading.problems.check()
        guard let day else { throw Problems("date", Reading.notADay) }
        let timetable = Timetable(event, on: day, reading.details)
        if timetable.duties.isEmpty { throw Problems("date", "No rule that Trellis knows was in force on that day. Give a later day.") }
        return timetable
    }
}

/// Reads one option after the other and remembers what is wrong.
private struct Reading {
    let event: StatutoryEvent
    var details = EventDetails()
    var problems = Problems()

    static let notADay = "This is not a date. Write it like 2026-11-20."

    init(event: StatutoryEvent) { self.event = event }

    mutating func day(_ field: String, _ text: String) -> Day? {
        guard let day = Day(text) else {
            problems.add(field, Self.notADay)
            return nil
        }
        guard AskDates.days.contains(day) else {
            problems.add(field, "Give a day from \(AskDates.days.lowerBound.inWords), when this law began, to \(AskDates.days.upperBound.inWords).")
            return nil
        }
        return day
    }

    mutating func take(_ option: DateOption, _ texts: [String]) {
        guard event.options.contains(option) else {
            if !texts.isEmpty { problems.add(option.rawValue, "This does not go with \(event.rawValue). Leave it out.") }
            return
        }
        guard let text = texts.first else {
            if option.isNeeded { problems.add(option.rawValue, "Say which: \(choices(option).map(\.key).joined(separator: ", ")).") }
            return
        }
        switch option.kind(for: event) {
        case .day: details.days[option] = day(option.rawValue, text)
        case .yes: details.ticked.insert(option)
        case .closures: details.closures = texts.compactMap { closure($0) }
        case .choice(let choices):
            details.choices[option] = choices.first { $0.key == text }
            if details.choices[option] == nil { problems.add(option.rawValue, "This is none of its words. Choose one of: \(choices.map(\.key).joined(separator: ", ")).") }
        }
    }

    private func choices(_ option: DateOption) -> [OptionChoice] {
        if case .choice(let choices) = option.kind(for: event) { choices } else { [] }
    }

    /// `2026-07-22..2026-09-01`, the first and the last closed day.
    private mutating func closure(_ text: String) -> Spell? {
        let field = DateOption.closed.rawValue, halves = text.split(separator: ".", omittingEmptySubsequences: true)
        guard halves.count == 2, text.contains(".."), let starts = Day(halves[0].trimmingBlanks), let ends = Day(halves[1].trimmingBlanks) else {
            problems.add(field, "Write the first and the last closed day like 2026-07-22..2026-09-01.")
            return nil
        }
        guard ends >= starts, ends - starts < 366, AskDates.days.contains(starts) else {
            problems.add(field, "The last closed day comes after the first, within a year, and not before \(AskDates.days.lowerBound.inWords). Check both.")
            return nil
        }
        return Spell(starts: starts, ends: ends)
    }

    /// What can't be, between two days.
    mutating func check(_ day: Day?) {
        guard let day else { return }
        let earliest: [DateOption] = [.notice, .decided, .certificate, .notified, .by]
        for option in earliest where details.days[option].map({ $0 < day }) ?? false {
            problems.add(option.rawValue, "This is before \(day.inWords). Check both days.")
        }
        if let reviewed = details.days[.reviewed] { problems.require(reviewed <= day, "reviewed", "This is after the move. Check both days.") }
        if details.choices[.countFrom]?.key == "decision", details.days[.decided] == nil { problems.add("decided", "Give the day of the decision, since the next review is counted from it.") }
    }
}

extension Substring {
    fileprivate var trimmingBlanks: String { String(self).trimmed }
}
