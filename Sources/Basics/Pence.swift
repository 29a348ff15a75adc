/// Money in whole pence. Never a fraction, never a float.
public struct Pence: Hashable, Comparable, Sendable, RawRepresentable, CustomStringConvertible {
    public let rawValue: Int

    public init(rawValue: Int) { self.rawValue = rawValue }
    public init(_ rawValue: Int) { self.rawValue = rawValue }

    public static func + (a: Pence, b: Pence) -> Pence { Pence(a.rawValue + b.rawValue) }
    public static func - (a: Pence, b: Pence) -> Pence { Pence(a.rawValue - b.rawValue) }
    public static func < (a: Pence, b: Pence) -> Bool { a.rawValue < b.rawValue }

    /// `£6,000.00`.
    public var description: String {
        let whole = String(abs(rawValue) / 100), rest = abs(rawValue) % 100
        var grouped = ""
        for (place, digit) in whole.reversed().enumerated() {
            if place > 0, place % 3 == 0 { grouped.append(",") }
            grouped.append(digit)
        }
        return "\(rawValue < 0 ? "-" : "")£\(String(grouped.reversed())).\(rest < 10 ? "0" : "")\(rest)"
    }
}
