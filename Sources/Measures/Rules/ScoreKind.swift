/// The kinds of score that tests give. Which numbers one may be, and how it is read, follows from its kind.
public enum ScoreKind: String, Sendable, CaseIterable, Codable {
    /// Red, amber or green.
    case colour
    /// Mean 100, standard deviation 15.
    case standard
    case percentile
    /// An age in years and months, held as months.
    case months
    /// Points, with cut-offs of the test's own.
    case raw
    /// 80 to 120, where 100 is the expected standard.
    case scaled
    /// One of a list, from the lowest to the highest.
    case levels
    /// One of a list of levels, and the percent of it that is reached, as B Squared gives it.
    case steps

    public var label: String {
        switch self {
        case .colour: "Colour"
        case .standard: "Standard score"
        case .percentile: "Percentile"
        case .months: "Age in years and months"
        case .raw: "Points"
        case .scaled: "Scaled score, 80 to 120"
        case .levels: "One of a list of levels"
        case .steps: "A level, and the percent of it"
        }
    }

    /// The numbers that a score of this kind can be, where the test says nothing narrower. Of a list, its length says.
    var range: ClosedRange<Int> {
        switch self {
        case .colour, .levels, .steps: 0...0
        case .standard: 40...160
        case .percentile: 1...99
        case .months: 12...300
        case .raw: 0...999
        case .scaled: 80...120
        }
    }

    /// Whether it names one of a list in place of a number.
    public var isWord: Bool { self == .colour || self == .levels }

    /// Whether its scores are places in a list that somebody has to give.
    public var hasLevels: Bool { self == .levels || self == .steps }

    /// What to type, in a sentence.
    public var howToType: String {
        switch self {
        case .colour: "R, A or G."
        case .standard: "A whole number such as 85; <70 or >130 where the test says no more."
        case .percentile: "A whole number from 1 to 99; <1 where the test says no more."
        case .months: "Years and months, such as 8:10."
        case .raw: "A whole number."
        case .scaled: "A whole number from 80 to 120."
        case .levels: "One of the list."
        case .steps: "The level and how much of it is reached, such as P4 45%."
        }
    }

    /// The cut-offs that hold where neither the test, the trust nor the school says otherwise (domain 5.1, 5.3).
    var usualBands: [Band] {
        switch self {
        case .standard:
            [Band(40, "Very low", .act), Band(70, "Low", .act), Band(85, "Low average", .watch), Band(90, "Average"),
             Band(111, "High average"), Band(116, "High"), Band(131, "Very high")]
        case .percentile:
            [Band(1, "Very low", .act), Band(2, "Low", .act), Band(16, "Low average", .watch), Band(25, "Average"),
             Band(76, "High average"), Band(85, "High"), Band(99, "Very high")]
        case .scaled: [Band(80, "Below the expected standard", .watch), Band(100, "Expected standard"), Band(110, "Higher standard")]
        case .colour: [Band(0, "Red", .act), Band(1, "Amber", .watch), Band(2, "Green")]
        case .months, .raw, .levels, .steps: []
        }
    }
}

/// A stretch of scores, and what it means.
public struct Band: Hashable, Sendable, Codable {
    /// What somebody should do about a score in it.
    public enum Concern: String, Sendable, CaseIterable, Codable {
        case none, watch
        /// Below the cut-off: somebody looks into it.
        case act

        public var label: String {
            switch self {
            case .none: "Nothing to do"
            case .watch: "Keep an eye on it"
            case .act: "Look into it"
            }
        }
    }

    /// The lowest number in it; it reaches up to the next.
    public var from: Int
    public var name: String
    public var concern: Concern

    public init(_ from: Int, _ name: String, _ concern: Concern = .none) { (self.from, self.name, self.concern) = (from, name, concern) }
}
