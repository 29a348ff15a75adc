import Basics

/// Saves what is typed in a section. It may be half done: what is missing is asked for before publishing.
public struct SaveSection: Sendable {
    public let section: StrategySection
    public let typed: [String: String]

    public init(_ section: StrategySection, typed: [String: String]) { (self.section, self.typed) = (section, typed) }

    /// - Throws: `Problems` by the names of the fields.
    public func words(today: Day) throws -> [String: String] {
        var problems = Problems(), words: [String: String] = [:]
        for field in section.fields {
            let text = (typed[field.name] ?? "").trimmed
            if text.isEmpty { continue }
            problems.require(text.count <= field.longest, field.name, "Make this shorter: at most \(field.longest == 3_000 ? "3,000" : "\(field.longest)") letters.")
            if let wrong = wrong(text, field, today) { problems.add(field.name, wrong) }
            words[field.name] = Self.plain(text, field)
        }
        if section == .outcomes { checkOutcomes(words, &problems) }
        try problems.check()
        return words
    }

    private func wrong(_ text: String, _ field: StrategyField, _ today: Day) -> String? {
        switch field.kind {
        case .line, .words: return nil
        case .years: return ["1", "2", "3"].contains(text) ? nil : "Choose one, two or three years."
        case .money:
            guard let money = Pence(typed: text) else { return "Give pounds and pence, such as 14,250 or 14250.50." }
            return money <= KeepActivity.most ? nil : "This is more than £1,000,000. Look again."
        case .day:
            guard let day = Day(typed: text) else { return "This is no day. Write it as 22/11/2026." }
            if field.name == "figures_on" { return day > today ? "This day is still to come: the register has no figures yet." : day < today.adding(years: -2) ? "Give a day of the last two years." : nil }
            return day < today ? "This day is past. Give one that is to come." : day > today.adding(years: 3) ? "Give a day within three years." : nil
        }
    }

    /// An outcome stands with how and when it is seen, or not at all.
    private func checkOutcomes(_ words: [String: String], _ problems: inout Problems) {
        for number in 1...StrategyField.outcomes where words["what\(number)"] == nil {
            problems.require(words["how\(number)"] == nil && words["when\(number)"] == nil, "what\(number)", "Say what will be different, or empty the rest of outcome \(number).")
        }
    }

    private static func plain(_ text: String, _ field: StrategyField) -> String { field.kind == .day ? Day(typed: text).map { "\($0)" } ?? text : text }
}
