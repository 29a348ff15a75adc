/// Names that often go together in one family, with an ethnicity and a home language of the national code sets.
struct DemonstrationHeritage: Sendable {
    let surnames: [String]
    let girls: [String]
    let boys: [String]
    let ethnicities: [String]
    /// Three letters; ENG where English is the first language.
    let language: String
    /// How often it is drawn among those that do, or do not, have English first.
    let weight: Double

    init(_ ethnicities: String, _ language: String, _ weight: Double, surnames: String, girls: String, boys: String) {
        self.ethnicities = ethnicities.words
        (self.language, self.weight) = (language, weight)
        (self.surnames, self.girls, self.boys) = (surnames.words, girls.words, boys.words)
    }

    func forenames(_ sex: String) -> [String] { sex == "F" ? girls : boys }

    static let all = englishFirst + otherLanguageFirst
    /// Places in `all` with their weights.
    static let choicesWithEnglish = weights(0..<englishFirst.count)
    static let choicesWithout = weights(englishFirst.count..<all.count)

    private static func weights(_ places: Range<Int>) -> [(Int, Double)] { places.map { ($0, all[$0].weight) } }
}

extension String {
    /// Cut at blanks; an underscore stands for a blank inside a name.
    fileprivate var words: [String] { split(separator: " ").map { $0.split(separator: "_").joined(separator: " ") } }
}
