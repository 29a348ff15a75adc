import Basics

/// Days of the week and times of the day as timetables write them.
enum Weekday {
    /// Monday is 1. Reads `Monday`, `Mon`, `mo`, `1`; nil for anything else.
    static func number(_ text: String) -> Int? {
        let word = text.folded
        if let number = Int(word) { return (1...7).contains(number) ? number : nil }
        guard word.count >= 2 else { return nil }
        return names.firstIndex { $0.hasPrefix(word) || word == $0 + "s" || ($0 == "tuesday" && word == "tues") }.map { $0 + 1 }
    }

    private static let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
}

enum ClockTime {
    /// `09:05` for `9:05`, `09.05`, `9:05 am`, `1:10pm`, `09:05:00`; nil for anything else.
    static func read(_ text: String) -> String? {
        var word = text.lowercased().filter { !$0.isWhitespace }
        let isAfternoon = word.hasSuffix("pm"), isMorning = word.hasSuffix("am")
        if isAfternoon || isMorning { word.removeLast(2) }
        let parts = word.split(whereSeparator: { $0 == ":" || $0 == "." })
        guard (2...3).contains(parts.count), var hour = Int(parts[0]), let minute = Int(parts[1]),
              parts[1].count == 2, (0...59).contains(minute) else { return nil }
        if isAfternoon, hour < 12 { hour += 12 }
        if isMorning, hour == 12 { hour = 0 }
        guard (0...23).contains(hour) else { return nil }
        return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
    }
}
