import Basics

/// A school's week in steps of five minutes from nine o'clock: who is taken when, so that nobody is in two places.
struct WeekGrid: Sendable {
    /// Somebody who can be in one place only.
    enum Who: Hashable, Sendable {
        case staff(StaffID), pupil(PupilID)
    }

    private static let opens = 9 * 60, step = 5, steps = 75
    /// From twelve to one.
    private static let lunch = mask(36, 12)

    /// For each weekday the steps that are taken.
    private var taken: [Who: [UInt128]] = [:]

    /// Finds the first time, from a wish on, at which all of them are free on all of these weekdays, and takes it.
    mutating func take(_ who: [Who], weekdays: [Int], minutes: Int, from wish: Int) -> ClockTime? {
        let length = (minutes + Self.step - 1) / Self.step, starts = Array(0...(Self.steps - length))
        guard let start = (starts.filter { $0 >= wish } + starts.filter { $0 < wish }).first(where: { isFree(who, weekdays, Self.mask($0, length)) }) else { return nil }
        for one in who { for weekday in weekdays { taken[one, default: Self.empty][weekday] |= Self.mask(start, length) } }
        return ClockTime(minute: Self.opens + start * Self.step)
    }

    /// Whether somebody is free from a time on.
    func isFree(_ who: Who, _ weekday: Int, at time: ClockTime, minutes: Int) -> Bool {
        isFree([who], [weekday], Self.mask((time.minute - Self.opens) / Self.step, (minutes + Self.step - 1) / Self.step))
    }

    private func isFree(_ who: [Who], _ weekdays: [Int], _ steps: UInt128) -> Bool {
        steps & Self.lunch == 0 && who.allSatisfy { one in taken[one].map { days in weekdays.allSatisfy { days[$0] & steps == 0 } } ?? true }
    }

    private static let empty = [UInt128](repeating: 0, count: 6)

    private static func mask(_ start: Int, _ length: Int) -> UInt128 { ((1 << UInt128(length)) - 1) << UInt128(start) }
}
