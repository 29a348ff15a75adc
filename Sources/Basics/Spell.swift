/// A stretch of days: from a first day to a last day, both of them in it, or still running.
public struct Spell: Hashable, Sendable {
    public let starts: Day
    /// The last day in the spell; nil while it runs.
    public let ends: Day?

    public init(starts: Day, ends: Day? = nil) {
        self.starts = starts
        self.ends = ends
    }

    public func covers(_ day: Day) -> Bool { starts <= day && (ends.map { day <= $0 } ?? true) }

    public func overlaps(_ other: Spell) -> Bool {
        starts <= other.ends ?? .distantFuture && other.starts <= ends ?? .distantFuture
    }

    /// True when the last day comes before the first.
    public var isReversed: Bool { ends.map { $0 < starts } ?? false }

    /// `from 3 September 2025`, or `3 September 2025 to 17 July 2026`.
    public var inWords: String { ends.map { "\(starts.inWords) to \($0.inWords)" } ?? "from \(starts.inWords)" }
}

extension Day {
    /// 31 December 9999: later than any day a record can hold.
    public static let distantFuture = Day(number: 2_932_896)
    /// 1 January 1900: earlier than any day a record can hold.
    public static let distantPast = Day(number: -25_567)
}
