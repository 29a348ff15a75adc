import Basics
import Provision

/// What to look at before a strategy is published.
public struct StrategyChecks: Sendable {
    /// Something that must be there (conditions of grant, or the strategy makes no sense without it).
    public let missing: [Missing]
    /// Whoever publishes looks at these and says so.
    public let warnings: [Warning]

    public struct Missing: Hashable, Sendable {
        public let section: StrategySection
        public let words: String
    }

    public struct Warning: Hashable, Sendable {
        public let section: StrategySection
        public let words: String
    }

    /// - Parameters:
    ///   - typed: section by section.
    ///   - names: children's names that were found, for the writer alone.
    ///   - few: activities whose cost stands for fewer than five pupils.
    public init(_ text: StrategyText, typed: [StrategySection: [String: String]], names: [StrategySection: [String]] = [:], few: [String] = []) {
        missing = StrategySection.allCases.flatMap { Self.missing($0, typed[$0] ?? [:], text) }
        var warnings: [Warning] = []
        for section in StrategySection.allCases { for name in names[section] ?? [] { warnings.append(Warning(section: section, words: "“\(name)” is the name of a pupil here. Everybody can read this page: no child’s name belongs in it.")) } }
        if let grant = text.grant, text.total > Pence(grant) {
            warnings.append(Warning(section: .activities, words: "The activities cost \(text.total), which is \(text.total - Pence(grant)) more than the grant of \(Pence(grant)). Say where the rest comes from."))
        }
        for name in few { warnings.append(Warning(section: .activities, words: "The reckoned cost of “\(name)” is for fewer than five pupils. Put it together with another, so that nobody can be known from it.")) }
        for (section, words) in text.typed { if let age = ReadingAge(of: words), age.years > 15 { warnings.append(Warning(section: section, words: age.inWords)) } }
        self.warnings = warnings
    }

    /// What a section still lacks.
    public static func missing(_ section: StrategySection, _ words: [String: String], _ text: StrategyText) -> [Missing] {
        if section == .activities { return text.activities.isEmpty ? [Missing(section: section, words: "Add an activity with its budgeted cost.")] : [] }
        return section.fields.filter { $0.isNeeded && (words[$0.name] ?? "").isEmpty }.map { Missing(section: section, words: "\(section.title): “\($0.label)” is empty.") }
    }
}

/// Finds the names of children in words.
public enum NamesFound {
    /// - Parameters:
    ///   - people: first and last names of pupils.
    ///   - besides: words that are no names here, such as those of the school's own name.
    /// - Returns: the names as they stand in the words, each once, in their order.
    public static func names(in words: String, of people: [(first: String, last: String)], besides: String = "") -> [String] {
        var known: Set<String> = []
        for person in people { for part in "\(person.first) \(person.last)".split(separator: " ") where part.count > 2 { known.insert(String(part).folded) } }
        let own = Set(besides.split(separator: " ").map { String($0).folded })
        var seen: Set<String> = []
        return words.split { !($0.isLetter || "’'-".contains($0)) }.map { String($0).trimmingQuotes }.filter { word in
            guard word.first?.isUppercase == true, known.contains(word.folded), !own.contains(word.folded), !ordinary.contains(word.folded) else { return false }
            return seen.insert(word.folded).inserted
        }
    }

    /// Words that begin sentences or name months, and that are names, too.
    private static let ordinary: Set<String> = ["may", "will", "april", "june", "august", "summer", "autumn", "mark", "grace", "joy", "hope", "young", "long", "short", "all", "year", "school", "head", "each", "good", "small", "more", "day", "read", "reading", "english", "black", "white", "brown", "green"]
}

extension String {
    /// Without the apostrophe and s of “Sam’s”, and quotes around it.
    fileprivate var trimmingQuotes: String {
        let bare = trimmingPrefix { "’'-".contains($0) }
        for ending in ["’s", "'s", "’", "'", "-"] where bare.hasSuffix(ending) { return String(bare.dropLast(ending.count)) }
        return String(bare)
    }
}
