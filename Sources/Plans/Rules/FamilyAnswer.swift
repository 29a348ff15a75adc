import Basics

/// What the family said to a plan, or that they could not be reached.
public struct FamilyAnswer: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        case agreed, partly, disagreed, noReply = "no_reply"

        public var label: String {
            switch self {
            case .agreed: "They agree"
            case .partly: "They agree with a part of it"
            case .disagreed: "They disagree"
            case .noReply: "No reply after two tries"
            }
        }
    }

    public var id: RowID
    public var version = 1
    public var plan: PlanID
    public var pupil: PupilID
    public var kind: Kind
    /// In their own words.
    public var words: String
    public var answeredOn: Day
    public var firstTry: Day?
    public var secondTry: Day?
}

/// Says what the family said to a plan: silence never stops support.
public struct RecordAnswer: Sendable {
    public let kind: FamilyAnswer.Kind?
    public let words: String
    public let on: Day
    public let firstTry: Day?
    public let secondTry: Day?

    public init(kind: FamilyAnswer.Kind?, words: String = "", on: Day, firstTry: Day? = nil, secondTry: Day? = nil) {
        (self.kind, self.words, self.on, self.firstTry, self.secondTry) = (kind, words.trimmed, on, firstTry, secondTry)
    }

    public func applied(to plan: Plan, today: Day) throws -> Change<FamilyAnswer> {
        var problems = Problems()
        problems.require(plan.isOpen, "", "This plan is closed. Go back and look again.")
        problems.require(on <= today, "answered_on", "This day is in the future. Give the day on which they answered.")
        problems.require(on >= plan.begunOn - 366, "answered_on", "This day is long before the plan was begun. Check it.")
        if kind == .partly || kind == .disagreed { problems.require(!words.isEmpty, "answer_words", "Write what they said, in their own words.") }
        problems.require(words.count <= 2000, "answer_words", "Make this shorter: at most 2,000 characters.")
        if kind == .noReply { requireTries(today, &problems) }
        guard let kind else {
            problems.add("answer", "Choose what the family said. Where they did not answer, say when you tried.")
            throw problems
        }
        try problems.check()
        let tries = kind == .noReply ? (firstTry, secondTry) : (nil, nil)
        return Change("plan.answered", to: FamilyAnswer(id: .new, plan: plan.id, pupil: plan.pupil, kind: kind, words: words, answeredOn: on, firstTry: tries.0, secondTry: tries.1))
    }

    private func requireTries(_ today: Day, _ problems: inout Problems) {
        guard let firstTry, let secondTry else { return problems.add("first_try", "Give the two days on which you tried to reach them.") }
        problems.require(firstTry < secondTry, "second_try", "The second try must be on a later day than the first.")
        problems.require(secondTry <= today, "second_try", "This day is in the future. Try once more first.")
    }
}
