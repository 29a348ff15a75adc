/// The six sections of an inclusion strategy, in their order.
public enum StrategySection: String, Sendable, CaseIterable {
    case cover, barriers, activities, evidence, outcomes, review

    public var title: String {
        switch self {
        case .cover: "Cover"
        case .barriers: "What stands in the way"
        case .activities: "What we do and what it costs"
        case .evidence: "Why we think it works"
        case .outcomes: "What should change"
        case .review: "How we look at it again"
        }
    }

    /// How long it usually takes to write; with five minutes to check, all of it is an hour.
    public var minutes: Int {
        switch self {
        case .cover, .evidence, .review: 5
        case .barriers, .outcomes: 10
        case .activities: 20
        }
    }

    /// What belongs here, in a sentence.
    public var lead: String {
        switch self {
        case .cover: "For which years it is, the money, and whom families can ask."
        case .barriers: "What makes it hard for your pupils to learn and to take part. The figures are filled in from the register."
        case .activities: "What you pay for to take barriers away, each with its budgeted cost. The conditions of grant ask for both."
        case .evidence: "What you rest your choice on. The strands of your activities are listed by themselves."
        case .outcomes: "What will be different, how you will know, and when. One to three are enough."
        case .review: "When you look at it again, who does, and what came of the last one. A strategy for several years is looked at every year."
        }
    }

    /// A good sentence of our own, to see what is meant.
    public var example: String {
        switch self {
        case .cover: "This strategy says how we help every pupil at our school to learn and to belong. It was written by the head and the SENCO with parents and the pupils’ council."
        case .barriers: "Many of our youngest pupils find it hard to follow spoken instructions. They miss the start of tasks, and then they stop trying."
        case .activities: "All teachers in Years 1 to 3 learn to teach with pictures and short steps. A teaching assistant gives a language group three times a week."
        case .evidence: "We chose small groups for language because the toolkit reports good gains for them, and because our own groups last year moved on by more than expected."
        case .outcomes: "By July, at least 8 in 10 pupils of the language groups follow an instruction of three steps without help."
        case .review: "The head, the SENCO and the governor for SEND look at the outcomes each term. In December we say on the cover what we changed."
        }
    }

    public var fields: [StrategyField] {
        switch self {
        case .cover: StrategyField.ofCover
        case .barriers: StrategyField.ofBarriers
        case .activities: []
        case .evidence: StrategyField.ofEvidence
        case .outcomes: StrategyField.ofOutcomes
        case .review: StrategyField.ofReview
        }
    }

    /// The section that comes after it.
    public var next: StrategySection? {
        let all = StrategySection.allCases
        return all.firstIndex(of: self).flatMap { $0 + 1 < all.count ? all[$0 + 1] : nil }
    }
}

/// One field of a section.
public struct StrategyField: Hashable, Sendable {
    public enum Kind: Hashable, Sendable { case line, words, money, day, years }

    public let name: String
    public let label: String
    public let hint: String?
    public let kind: Kind
    /// Whether the strategy is not whole without it.
    public let isNeeded: Bool

    private init(_ name: String, _ label: String, _ kind: Kind = .words, hint: String? = nil, needed: Bool = true) {
        (self.name, self.label, self.kind, self.hint, isNeeded) = (name, label, kind, hint, needed)
    }

    public var longest: Int { kind == .words ? 3_000 : 300 }

    static let ofCover = [
        StrategyField("years", "For how many years is it?", .years, hint: "More than one is allowed. It is looked at every year, and its cover says so."),
        StrategyField("grant", "How much is the Inclusive Mainstream Fund for the financial year?", .money, hint: "The amount of your allocation, such as 14,250."),
        StrategyField("who", "Who answers for it?", .line, hint: "Roles, such as “the headteacher with the SENCO”."),
        StrategyField("contact", "How can families ask about it?", .line, hint: "The office’s telephone or mail, not a person’s own."),
        StrategyField("about", "What is it, in two or three sentences?", needed: false),
    ]
    static let ofBarriers = [
        StrategyField("figures_on", "As of which day are the figures?", .day, hint: "They are reckoned from the register as it stood on that day. Fewer than five pupils are never shown by themselves."),
        StrategyField("words", "What stands in the way of learning and of taking part?", hint: "Name the three or four that matter most. Write about groups, never about one child."),
        StrategyField("listened", "What did pupils and families tell you?", needed: false),
    ]
    static let ofEvidence = [StrategyField("words", "What do you rest your choice on?", hint: "Research, your own results, advice of specialists.")]
    static let ofReview = [
        StrategyField("on", "When do you look at it again?", .day),
        StrategyField("who", "Who looks at it?", .line, hint: "Roles, such as “the head, the SENCO and the governor for SEND”."),
        StrategyField("how", "How is it done?", needed: false),
        StrategyField("last", "What came of last year’s?", hint: "What worked, what did not, what you changed. If this is the first, say so."),
    ]
    /// How many outcomes there is room for.
    public static let outcomes = 5
    static let ofOutcomes = (1...outcomes).flatMap { number in
        [StrategyField("what\(number)", "Outcome \(number): what will be different?", .line, needed: number == 1),
         StrategyField("how\(number)", "Outcome \(number): how will you know?", .line, needed: number == 1),
         StrategyField("when\(number)", "Outcome \(number): by when?", .line, needed: number == 1)]
    }
}
