import Basics

/// The name of a pupil's class out of what systems write into the column.
///
/// Arbor joins year, class and session: `Year 6: 6 Rauf And Year 6`, `N Butterworth, N Butterworth: Monday Am`.
/// The parts that are a bare year or a session are left aside.
enum ClassName {
    static func read(_ text: String) -> String? {
        let whole = text.trimmed
        if whole.isEmpty { return nil }
        let pieces = split(whole, ",").flatMap { split($0, ":") }.flatMap(withoutYear)
        let names = pieces.filter { !isYear($0) && !isSession($0) }
        let joined = pieces.count > 1 && (whole.contains(":") || names.count < pieces.count || Set(names).count < names.count)
        return tidy(joined || names.count == 1 ? names.first ?? whole : whole)
    }

    /// True for what a spreadsheet makes of a class called `MAR1` or `3/4`.
    static func looksLikeDate(_ text: String) -> Bool {
        if DateOrder.dmy.day(text) != nil { return true }
        let parts = text.split(separator: "-")
        return parts.count == 2 && parts[0].count <= 2 && parts[0].allSatisfy(\.isASCIIDigit)
            && ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"].contains(parts[1].lowercased())
    }

    private static func split(_ text: String, _ mark: Character) -> [String] {
        text.split(separator: mark).map { String($0).trimmed }.filter { !$0.isEmpty }
    }

    /// `6 Rauf And Year 6` is `6 Rauf`; `Ash And Oak` stays, for neither is a year.
    private static func withoutYear(_ text: String) -> [String] {
        let words = text.split(separator: " ").map(String.init)
        guard let middle = words.firstIndex(where: { $0.lowercased() == "and" }) else { return [text] }
        let parts = [words[..<middle].joined(separator: " "), words[(middle + 1)...].joined(separator: " ")]
        return parts.contains(where: isYear) ? parts : [text]
    }

    private static func isYear(_ text: String) -> Bool {
        let words = text.folded.split(separator: " ")
        if words.count == 1 { return ["reception", "nursery"].contains(words[0]) }
        return words.count == 2 && ["year", "yr", "nursery"].contains(words[0]) && words[1].count <= 2
    }

    private static func isSession(_ text: String) -> Bool {
        let words = text.folded.split(separator: " ").map(String.init)
        return !words.isEmpty && words.allSatisfy { ["am", "pm"].contains($0) || Weekday.number($0) != nil }
    }

    /// ` 4 b ` is `4B`: a year and one letter are a class name whatever the blanks and capitals.
    private static func tidy(_ text: String) -> String {
        let figures = text.prefix(while: \.isASCIIDigit)
        let rest = String(text.dropFirst(figures.count)).trimmed
        guard (1...2).contains(figures.count), rest.count == 1, rest.allSatisfy(\.isLetter) else { return text }
        return figures + rest.uppercased()
    }
}
