import Basics

/// One thing that an instrument gives a score for, such as reading accuracy.
public struct Scale: Hashable, Sendable, Codable {
    /// Stable within its instrument, for programs and files.
    public var key: String
    public var name: String
    public var kind: ScoreKind
    /// The least and the most that can be scored, where the kind alone does not say it.
    public var lowest: Int?
    public var highest: Int?
    /// Colours or levels from the lowest to the highest.
    public var words: [String]?
    /// Parts of the test by age, in one of which a colour was reached.
    public var sections: [AgeSection]?
    /// The test's own cut-offs; those that are usual for the kind where there are none.
    public var bands: [Band]?
    /// Whether a low score is the good one, as for difficulties; nil where the cut-offs say it.
    public var lowIsGood: Bool?

    public init(_ key: String, _ name: String, _ kind: ScoreKind, lowest: Int? = nil, highest: Int? = nil, words: [String]? = nil,
                sections: [AgeSection]? = nil, bands: [Band]? = nil, lowIsGood: Bool? = nil) {
        (self.key, self.name, self.kind, self.lowest, self.highest) = (key, name, kind, lowest, highest)
        (self.words, self.sections, self.bands, self.lowIsGood) = (words, sections, bands, lowIsGood)
    }

    /// A part of a test that is meant for some months of age.
    public struct AgeSection: Hashable, Sendable, Codable {
        /// What people call it: `4`.
        public var name: String
        public var youngest: Int, oldest: Int

        public init(_ name: String, _ youngest: Int, _ oldest: Int) { (self.name, self.youngest, self.oldest) = (name, youngest, oldest) }
    }

    /// The words of a list, lowest first; none for numbers.
    public var list: [String] { kind == .colour ? words ?? ["Red", "Amber", "Green"] : words ?? [] }

    /// The numbers that a score can be: of a list, the places in it.
    public var range: ClosedRange<Int> {
        if kind.isWord { return 0...max(0, list.count - 1) }
        if kind == .steps { return 0...max(0, list.count * Self.percents - 1) }
        let lowest = lowest ?? kind.range.lowerBound
        return lowest...max(lowest, highest ?? kind.range.upperBound)
    }

    /// How many numbers one level takes where a score is a level and how much of it is reached: 0 % to 100 %.
    static let percents = 101

    /// Whether a score that falls is a pupil who does better: as the scale says, else as its cut-offs do, where the
    /// lowest scores ask for nothing and the highest for something.
    public var fallsToTheGood: Bool {
        if let lowIsGood { return lowIsGood }
        guard let first = usualBands.first, let last = usualBands.last else { return false }
        return first.concern == .none && last.concern != .none
    }

    /// The cut-offs as the test has them, lowest first.
    public var usualBands: [Band] { bands ?? kind.usualBands }

    /// What to type, in a sentence.
    public var howToType: String {
        switch kind {
        case .levels: "One of: \(list.joined(separator: ", "))."
        case .steps: "The level and how much of it is reached, such as \(list.first ?? "P4") 45%."
        case .colour where !(sections ?? []).isEmpty: "R, A or G, and the section, such as G4."
        case .raw: "A whole number from \(range.lowerBound) to \(range.upperBound)."
        default: kind.howToType
        }
    }

    /// The band of a score, lowest first; nil where there are no cut-offs.
    public static func band(of score: Score, in bands: [Band]) -> Band? {
        bands.last { $0.from <= score.placed } ?? bands.first
    }
}

extension Scale {
    /// A score as people read it: `85`, `below 70`, `8:10`, `Green, section 4`.
    public func words(of score: Score) -> String {
        let word = word(of: score.number)
        switch score.bound {
        case .exact: return score.section.isEmpty ? word : "\(word), section \(score.section)"
        case .below: return "below \(word)"
        case .above: return "above \(word)"
        }
    }

    /// The same as people type it: `<70`, `Green 4`.
    public func typed(_ score: Score) -> String {
        [score.bound.rawValue + word(of: score.number), score.section].filter { !$0.isEmpty }.joined(separator: " ")
    }

    private func word(of number: Int) -> String {
        if kind.isWord { return list.indices.contains(number) ? list[number] : "\(number)" }
        if kind == .steps { return list.indices.contains(number / Self.percents) ? "\(list[number / Self.percents]) \(number % Self.percents)%" : "\(number)" }
        return kind == .months ? Age.inWords(months: number) : "\(number)"
    }
}

/// An age in years and months.
public enum Age {
    /// `8:10`.
    public static func inWords(months: Int) -> String { "\(months / 12):\(months % 12 < 10 ? "0" : "")\(months % 12)" }

    /// Whole months from birth to a day.
    public static func months(born birth: Day, on day: Day) -> Int {
        let whole = (day.year - birth.year) * 12 + day.month - birth.month
        return birth.adding(months: whole) > day ? whole - 1 : whole
    }
}
