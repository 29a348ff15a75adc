/// A moment in coordinated universal time, to the millisecond.
public struct Instant: Hashable, Comparable, Sendable {
    /// Milliseconds since 1 January 1970, 00:00 UTC.
    public let milliseconds: Int

    public init(milliseconds: Int) { self.milliseconds = milliseconds }

    /// Midnight UTC at the start of a day, and so many hours and minutes after it.
    public init(_ day: Day, hour: Int = 0, minute: Int = 0) {
        milliseconds = day.number * 86_400_000 + hour * 3_600_000 + minute * 60_000
    }

    public static func < (a: Instant, b: Instant) -> Bool { a.milliseconds < b.milliseconds }
    public func adding(seconds: Int) -> Instant { Instant(milliseconds: milliseconds + seconds * 1000) }

    /// The calendar date in England at this moment. British Summer Time runs from 01:00 UTC on the last
    /// Sunday of March to 01:00 UTC on the last Sunday of October (Summer Time Order 2002).
    public var dayInEngland: Day { Instant(milliseconds: milliseconds + summerOffset).utcDay }

    /// `14:05` on the clock in England.
    public var timeInEngland: String {
        let minutes = (milliseconds + summerOffset).flooredRemainder(86_400_000) / 60_000
        return "\(twoDigits(minutes / 60)):\(twoDigits(minutes % 60))"
    }

    var utcDay: Day { Day(number: milliseconds.flooredQuotient(86_400_000)) }

    private var summerOffset: Int {
        let year = utcDay.year
        let starts = Instant(lastSunday(year, 3), hour: 1), ends = Instant(lastSunday(year, 10), hour: 1)
        return self >= starts && self < ends ? 3_600_000 : 0
    }

    private func lastSunday(_ year: Int, _ month: Int) -> Day {
        let last = Day(number: 0).adding(months: (year - 1970) * 12 + month) - 1
        return last - last.weekday % 7
    }
}

extension Instant: CustomStringConvertible {
    /// Reads `2026-11-22T14:05:09.123Z`; a blank instead of T, microseconds and `+00` are read too, as
    /// PostgreSQL writes them.
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 19, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
              bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
              let day = Day(String(decoding: bytes[0..<10], as: UTF8.self)),
              let hour = number(bytes[11..<13]), let minute = number(bytes[14..<16]), let second = number(bytes[17..<19]),
              hour < 24, minute < 60, second < 61, let thousandths = Instant.thousandths(bytes[19...]) else { return nil }
        milliseconds = Instant(day, hour: hour, minute: minute).milliseconds + second * 1000 + thousandths
    }

    /// What may follow the seconds: a fraction, then nothing or a zone that is UTC; nil for anything else.
    private static func thousandths(_ rest: ArraySlice<UInt8>) -> Int? {
        let fraction = rest.first == UInt8(ascii: ".") ? rest.dropFirst().prefix { (48...57).contains($0) } : []
        let zone = fraction.isEmpty ? rest : rest.dropFirst(fraction.count + 1)
        guard ["", "Z", "+00", "+00:00"].contains(String(decoding: zone, as: UTF8.self)) else { return nil }
        return zip(fraction, [100, 10, 1]).reduce(0) { $0 + Int($1.0 - 48) * $1.1 }
    }

    /// `2026-11-22T14:05:09.123Z`.
    public var description: String {
        let rest = milliseconds.flooredRemainder(86_400_000)
        let thousandths = rest % 1000
        let padded = thousandths < 10 ? "00" : thousandths < 100 ? "0" : ""
        return "\(utcDay)T\(twoDigits(rest / 3_600_000)):\(twoDigits(rest / 60_000 % 60)):\(twoDigits(rest / 1000 % 60)).\(padded)\(thousandths)Z"
    }

    /// `22 November 2026 at 14:05`, on the clock in England.
    public var inWords: String { "\(dayInEngland.inWords) at \(timeInEngland)" }
}

private func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    bytes.reduce(0 as Int?) { sum, byte in
        guard let sum, (48...57).contains(byte) else { return nil }
        return sum * 10 + Int(byte - 48)
    }
}

private func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

extension Int {
    fileprivate func flooredQuotient(_ divisor: Int) -> Int { (self - flooredRemainder(divisor)) / divisor }
    fileprivate func flooredRemainder(_ divisor: Int) -> Int { (self % divisor + divisor) % divisor }
}
