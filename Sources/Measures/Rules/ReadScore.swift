import Basics

extension Scale {
    /// Reads what a person typed, or a spreadsheet held: `85`, `<70`, `8:10`, `10y5m`, `R`, `G4`.
    /// - Throws: `UnreadableScore` where it could mean two things, was damaged on its way, or is out of range.
    public func score(of text: String) throws(UnreadableScore) -> Score {
        let text = text.trimmed
        if let damage = SpreadsheetDamage.reason(text, kind) { throw UnreadableScore(damage) }
        if kind.isWord { return try word(text) }
        if kind == .steps { return try step(text) }
        let (bound, rest) = Self.bound(of: text)
        guard let number = kind == .months ? try months(rest, text) : Self.whole(rest) else {
            throw UnreadableScore("“\(text.prefix(40))” is no score of \(name). Write: \(howToType)")
        }
        if number < range.lowerBound { throw UnreadableScore("“\(text)” is below \(typed(Score(range.lowerBound))), the lowest that \(name) can be. Check the score.") }
        if number > range.upperBound { throw UnreadableScore("“\(text)” is above \(typed(Score(range.upperBound))), the highest that \(name) can be. Check the score.") }
        return Score(number, bound)
    }

    private static func bound(of typed: String) -> (Score.Bound, String) {
        let small = typed.lowercased()
        for word in ["<", "below", "under"] where small.hasPrefix(word) { return (.below, String(typed.dropFirst(word.count)).trimmed) }
        for word in [">", "above", "over"] where small.hasPrefix(word) { return (.above, String(typed.dropFirst(word.count)).trimmed) }
        return (.exact, typed)
    }

    /// `85`, `85.0` as spreadsheets write it, `5th` as percentiles are spoken.
    private static func whole(_ text: String) -> Int? {
        var digits = text.lowercased()[...]
        for ending in ["th", "st", "nd", "rd"] where digits.hasSuffix(ending) { digits = digits.dropLast(2) }
        if let dot = digits.firstIndex(of: "."), digits[digits.index(after: dot)...].allSatisfy({ $0 == "0" }) { digits = digits[..<dot] }
        return digits.allSatisfy(\.isFigure) ? Int(digits) : nil
    }

    /// Years and months as total months; nil where it is nothing of the kind.
    private func months(_ text: String, _ typed: String) throws(UnreadableScore) -> Int? {
        if let match = text.wholeMatch(of: /(\d{1,3}) ?(?:m|mo|mth|mths|month|months)/.ignoresCase()) { return Int(match.1) }
        if text.wholeMatch(of: /\d+/) != nil {
            throw UnreadableScore("“\(typed)” could be years or months. Write years and months as 8:10, or months alone as 106m.")
        }
        let years = text.wholeMatch(of: /(\d{1,2}) ?(?::|;|-|y|yr|yrs|year|years),? ?(?:(\d{1,2}) ?(?:m|mo|mth|mths|month|months)?)?/.ignoresCase())
        guard let years, let year = Int(years.1) else { return nil }
        let month = years.2.flatMap { Int($0) } ?? 0
        if month > 11 { throw UnreadableScore("“\(typed)” has \(month) months, and a year has twelve. Write \(year + 1) years as \(year + 1):00.") }
        return year * 12 + month
    }

    /// `P7 45%`: the sign of percent tells it from a figure of the level's name.
    private func step(_ typed: String) throws(UnreadableScore) -> Score {
        guard let match = typed.wholeMatch(of: /(.+?)[ ,:]+([0-9]{1,3})(?:\.0+)? ?%/), let percent = Int(match.2), percent <= 100 else {
            throw UnreadableScore("“\(typed.prefix(40))” is no score of \(name). Write: \(howToType)")
        }
        return Score(try word(String(match.1)).number * Self.percents + percent)
    }

    /// A colour or level by its word or the beginning of one, with the section where there are sections.
    private func word(_ typed: String) throws(UnreadableScore) -> Score {
        var rest = typed, section = ""
        if let sections, !sections.isEmpty {
            section = String(typed.filter(\.isFigure))
            rest = typed.filter { !$0.isFigure }.lowercased().replacing("section", with: "").replacing(",", with: "")
            if !section.isEmpty, !sections.contains(where: { $0.name == section }) {
                throw UnreadableScore("There is no section \(section). It goes from \(sections[0].name) to \(sections[sections.count - 1].name).")
            }
        }
        let wanted = rest.folded, folded = list.map(\.folded)
        if let place = folded.firstIndex(of: wanted) { return Score(place, section: section) }
        let places = wanted.isEmpty ? [] : folded.indices.filter { folded[$0].hasPrefix(wanted) }
        guard places.count == 1 else { throw UnreadableScore("“\(typed.prefix(40))” is none of: \(list.joined(separator: ", ")). Write: \(howToType)") }
        return Score(places[0], section: section)
    }
}

extension Character {
    /// 0 to 9.
    var isFigure: Bool { asciiValue.map { (48...57).contains($0) } ?? false }
}
