import Basics

/// What is looked for in the bank.
struct BankSearch: Sendable, Hashable {
    var words = ""
    var kind: BankEntry.Kind?
    /// A need, or a heading with all its needs.
    var need = ""
    var age: BankAge?

    /// The entries that fit: first those that say the words themselves, then those found by their need, each in the order of
    /// the bank.
    func found(in entries: [BankEntry]) -> [BankEntry] {
        let needs = Bank.needs(under: need)
        let fitting = entries.filter { entry in
            (kind == nil || entry.kind == kind) && (need.isEmpty || needs.contains(entry.need.key)) && (age.map(entry.ages.contains) ?? true)
        }
        let wanted = Wording(words).words
        if wanted.isEmpty { return fitting }
        let places = fitting.map { Self.place(of: wanted, in: $0) }
        return [0, 1].flatMap { place in zip(fitting, places).filter { $0.1 == place }.map(\.0) }
    }

    /// 0 where the entry itself says all the words, 1 where its need helps, nil where a word is missing.
    private static func place(of wanted: [String], in entry: BankEntry) -> Int? {
        let own = Wording([entry.words, entry.detail, entry.measure, entry.buildsOn].joined(separator: " ")).words
        let begun = { (words: [String]) in { (word: String) in words.contains { $0.hasPrefix(word) } } }
        if wanted.allSatisfy(begun(own)) { return 0 }
        let need = Wording("\(entry.need.label) \(entry.need.also) \(entry.ages.map(\.label).joined(separator: " "))").words
        return wanted.allSatisfy(begun(own + need)) ? 1 : nil
    }
}
