import Basics

/// A calendar of whole days that any calendar program reads (iCalendar, RFC 5545).
public struct CalendarFile: Sendable {
    /// One day of it.
    public struct Entry: Sendable {
        /// The same each time for the same thing, so that it is not entered twice.
        public let key: String
        public let day: Day
        public let title: String
        public let words: String

        public init(key: String, day: Day, title: String, words: String) { (self.key, self.day, self.title, self.words) = (key, day, title, words) }
    }

    public let name: String
    public let entries: [Entry]

    public init(name: String, entries: [Entry]) { (self.name, self.entries) = (name, entries) }

    public func text(writtenAt now: Instant) -> String {
        let head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Trellis//Trellis//EN", "CALSCALE:GREGORIAN", "NAME:\(Self.escaped(name))", "X-WR-CALNAME:\(Self.escaped(name))"]
        let lines = head + entries.flatMap { Self.lines(of: $0, Self.stamp(now)) } + ["END:VCALENDAR"]
        return lines.map { Self.folded($0) + "\r\n" }.joined()
    }

    /// A whole day that takes up no time of anybody's.
    private static func lines(of entry: Entry, _ stamp: String) -> [String] {
        [
            "BEGIN:VEVENT", "UID:\(escaped(entry.key))", "DTSTAMP:\(stamp)", "DTSTART;VALUE=DATE:\(compact(entry.day))", "DTEND;VALUE=DATE:\(compact(entry.day + 1))",
            "SUMMARY:\(escaped(entry.title))", "DESCRIPTION:\(escaped(entry.words))", "TRANSP:TRANSPARENT", "END:VEVENT",
        ]
    }

    private static func compact(_ day: Day) -> String { day.description.replacing("-", with: "") }

    /// `20261120T100000Z`.
    private static func stamp(_ now: Instant) -> String {
        String(now.description.prefix(19)).replacing("-", with: "").replacing(":", with: "") + "Z"
    }

    /// Text as RFC 5545, section 3.3.11 wants it; other control characters have no place in it.
    private static func escaped(_ words: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in words.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": result += ["\\", scalar]
            case "\n": result += ["\\", "n"]
            case ..<" ", "\u{7F}": continue
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// No line is longer than 75 bytes; the next begins with a blank, and no character is cut (section 3.1).
    private static func folded(_ line: String) -> String {
        var result = "", length = 0
        for scalar in line.unicodeScalars {
            let bytes = UTF8.width(scalar)
            if length + bytes > 75 {
                result += "\r\n "
                length = 1
            }
            result.unicodeScalars.append(scalar)
            length += bytes
        }
        return result
    }
}
