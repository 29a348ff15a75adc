import Basics

/// How a duty stands on a day.
public enum DutyStanding: Hashable, Sendable {
    case open(daysLeft: Int)
    case met
    case metLate(days: Int)
    case late(days: Int)
    /// Done before the time was over that had to be left.
    case tooSoon(days: Int)
    /// A right that nobody used in its time: whoever had it is not late.
    case over

    public var isLate: Bool {
        switch self {
        case .late, .metLate, .tooSoon: true
        case .open, .met, .over: false
        }
    }

    public var words: String {
        switch self {
        case .open(let days): days == 0 ? "Due today" : "\(count(days, "day")) left"
        case .met: "Done in time"
        case .metLate(let days): "Done \(count(days, "day")) late"
        case .late(let days): "\(count(days, "day")) late"
        case .over: "The time is over"
        case .tooSoon(let days): "Done \(count(days, "day")) too soon"
        }
    }
}

extension Duty {
    /// - Parameter done: the day it was done; nil where it was not.
    public func standing(done: Day?, today: Day) -> DutyStanding {
        switch limit {
        case .by: standingBy(done, today)
        case .atLeastUntil: standingUntil(done, today)
        }
    }

    /// Whether something that was recorded excuses it. It is late all the same, and says why.
    public func isExcused(by exemptions: [Exemption]) -> Bool { exemptions.contains { $0.duty == id && grounds[$0.ground] != nil } }

    private func standingBy(_ done: Day?, _ today: Day) -> DutyStanding {
        guard let done else { return today <= due ? .open(daysLeft: due - today) : owner == .family ? .over : .late(days: today - due) }
        return done > due ? .metLate(days: done - due) : .met
    }

    /// Done here means that the time was ended: on the day after the last one at the soonest.
    private func standingUntil(_ done: Day?, _ today: Day) -> DutyStanding {
        guard let done else { return today > due ? .met : .open(daysLeft: due - today) }
        return done > due ? .met : .tooSoon(days: due + 1 - done)
    }
}
