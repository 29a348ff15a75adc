import Basics

/// How a file writes its dates. One order holds for a whole file and is never guessed row by row.
public enum DateOrder: String, Codable, Sendable, CaseIterable {
    /// `21/03/2017`, `1/9/25`, `21-03-2017`, `21 Mar 2017`; a year-first date is read as well.
    case dmy
    /// `03/21/2017`, as American systems write it; a year-first date is read as well.
    case mdy
    /// `2017-03-21`, with or without a time after it.
    case iso

    var example: String {
        switch self {
        case .dmy: "21/03/2017"
        case .mdy: "03/21/2017"
        case .iso: "2017-03-21"
        }
    }

    /// The date in a cell, or nil where it is none.
    public func day(_ text: String) -> Day? {
        let date = Self.withoutTime(text.trimmed)
        if let day = Day(date) { return day }
        if self == .iso { return nil }
        let parts = date.split(whereSeparator: { "/-. ".contains($0) })
        guard parts.count == 3, let first = Self.figures(parts[0]), let year = Self.year(parts[2]) else { return nil }
        if let month = Self.month(parts[1]) { return Day(year, month, first) }
        guard let second = Self.figures(parts[1]) else { return nil }
        return self == .dmy ? Day(year, second, first) : Day(year, first, second)
    }

    /// Cuts `T00:00:00` or ` 00:00` off a date.
    private static func withoutTime(_ text: String) -> String {
        if let mark = text.firstIndex(of: "T"), text[..<mark].count == 10 { return String(text[..<mark]) }
        guard let blank = text.lastIndex(of: " "), text[blank...].contains(":") else { return text }
        return String(text[..<blank])
    }

    private static func figures(_ text: Substring) -> Int? {
        (1...2).contains(text.count) && text.allSatisfy(\.isASCIIDigit) ? Int(text) : nil
    }

    private static func month(_ text: Substring) -> Int? {
        guard text.count >= 3, text.allSatisfy(\.isLetter) else { return nil }
        let name = text.lowercased()
        return monthNames.firstIndex { $0.hasPrefix(name) }.map { $0 + 1 }
    }

    /// Two figures below 70 are 20xx, the others 19xx, as spreadsheets hold it.
    private static func year(_ text: Substring) -> Int? {
        guard text.allSatisfy(\.isASCIIDigit), let number = Int(text) else { return nil }
        return text.count == 4 ? number : text.count == 2 ? (number < 70 ? 2000 : 1900) + number : nil
    }

    private static let monthNames = ["january", "february", "march", "april", "may", "june", "july",
                                     "august", "september", "october", "november", "december"]
}
