import Basics
import Foundation

/// Writes the number of a cell as a person sees it: whole numbers without `.0`, dates as `2026-11-22`.
struct NumberText {
    /// Days are counted from 1904 instead of 1900.
    let counts1904: Bool

    func text(_ raw: String, _ format: NumberFormat) -> String {
        guard let value = Double(raw), value.isFinite else { return raw }
        switch format {
        case .number: return NumberText.plain(raw, value)
        case .date, .dateAndTime: return date(value, withTime: format == .dateAndTime) ?? NumberText.plain(raw, value)
        case .time where value >= 1: return date(value, withTime: true) ?? NumberText.plain(raw, value)
        case .time, .duration: return NumberText.clock(value) ?? NumberText.plain(raw, value)
        }
    }

    /// A workbook keeps 15 digits of a number. Where they are all there is, a number such as 1.23E+5 becomes
    /// digits; a longer one has lost its last digits and stays as it is written, for the importer to refuse.
    static func plain(_ raw: String, _ value: Double) -> String {
        if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
        if raw.utf8.contains(where: { $0 | 32 == UInt8(ascii: "e") }), abs(value) >= 1e15 { return raw }
        let digits = raw.utf8.count { (48...57).contains($0) }
        return digits <= 15 && !raw.lowercased().contains("e") ? raw : value == value.rounded() ? raw : rounded(value)
    }

    private static func rounded(_ value: Double) -> String {
        var text = String(format: "%.15g", value)
        if text.contains("e") { text = "\(value)" }
        return text
    }

    /// Day 60 of the 1900 count is 29 February 1900, which never was; it and day 0 are left as numbers.
    private func date(_ value: Double, withTime: Bool) -> String? {
        guard value >= 0, value < 2_958_466 else { return nil }
        var serial = Int(value), seconds = Int(((value - value.rounded(.down)) * 86_400).rounded())
        if seconds == 86_400 { serial += 1; seconds = 0 }
        guard let day = day(serial) else { return nil }
        return withTime && seconds > 0 ? "\(day)T\(NumberText.clock(seconds))" : "\(day)"
    }

    private func day(_ serial: Int) -> Day? {
        if counts1904 { return Day(1904, 1, 1).map { $0 + serial } }
        return switch serial {
        case ..<1, 60: nil
        case 1..<60: Day(1899, 12, 31).map { $0 + serial }
        default: Day(1899, 12, 30).map { $0 + serial }
        }
    }

    /// Hours and minutes, `10:05`, with seconds only where there are any; hours may pass 24.
    private static func clock(_ value: Double) -> String? {
        guard value >= 0, value < 100_000 else { return nil }
        let text = clock(Int((value * 86_400).rounded()))
        return text.hasSuffix(":00") ? String(text.dropLast(3)) : text
    }

    private static func clock(_ seconds: Int) -> String {
        [seconds / 3600, seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }
}
