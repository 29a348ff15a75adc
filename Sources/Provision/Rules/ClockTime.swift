import Basics

/// A time of day on the clock in England, to the minute.
public struct ClockTime: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Minutes after midnight, 0 to 1,439.
    public let minute: Int

    public init?(minute: Int) {
        guard (0..<1440).contains(minute) else { return nil }
        self.minute = minute
    }

    /// Reads `9:05`, `09:05` and `09.05`; nil for anything else.
    public init?(_ text: String) {
        let parts = text.trimmed.split(omittingEmptySubsequences: false) { ":.".contains($0) }.map(String.init)
        guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2, parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
              let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60 else { return nil }
        self.minute = hour * 60 + minute
    }

    /// `09:05`.
    public var description: String {
        let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        return "\(two(minute / 60)):\(two(minute % 60))"
    }

    public static func < (a: ClockTime, b: ClockTime) -> Bool { a.minute < b.minute }
}
