/// In which part somebody is asked to a review.
public enum ReviewRole: String, Sendable, CaseIterable {
    case family, pupil, head, council, health, care, staff, agency, virtualSchool = "virtual-school", other

    public var label: String {
        switch self {
        case .family: "Family"
        case .pupil: "The pupil"
        case .head: "Head, or the provider"
        case .council: "Council’s SEN officer"
        case .health: "Health"
        case .care: "Social care"
        case .staff: "Staff"
        case .agency: "Agency"
        case .virtualSchool: "Virtual school"
        case .other: "Somebody else"
        }
    }

    /// Whom regulation 20(2) names: they must be asked.
    public static let required: [ReviewRole] = [.family, .head, .council, .health, .care]

    /// What they are asked, in their own kind of words.
    /// - Parameter forAdulthood: whether the pupil is in Year 9 or above, and preparation for adulthood is asked for, too.
    public func questions(forAdulthood: Bool = true) -> [ReviewQuestion] {
        let labels: [String] = switch self {
        case .pupil: ["What do you like at school? What are you good at?", "What is hard, or makes you sad or cross?", "What would you like to change, or to learn next?", "What else should the grown-ups know?"]
        case .family: ["What is going well, at school and at home?", "What is not going well, or worries you?", "What do you hope for in the next year, and later?", "What should change in the help or in the plan?"]
        case .staff, .head: ["What has gone well since the last review? What shows it?", "What is still hard?", "How far has each outcome come? What helped?", "What should change, and why?"]
        default: ["What was your part since the last review?", "What did you find? What do you advise?", "What provision do you advise: how much, how often, by whom?", "Is anything to be changed in the plan?"]
        }
        return zip(ReviewQuestion.Key.allCases, labels + (forAdulthood ? [adulthood] : [])).map { ReviewQuestion(key: $0, label: $1) }
    }

    private var adulthood: String {
        switch self {
        case .pupil: "What would you like to do and have as a grown-up: work, a home, friends, staying well?"
        case .family: "What do you hope for your child as a grown-up: work, a home, friends, health?"
        default: "What prepares the pupil for adulthood: work and learning, a home, friends and community, health?"
        }
    }
}

/// One question of a contribution.
public struct ReviewQuestion: Hashable, Sendable {
    public enum Key: String, Sendable, CaseIterable { case well, hard, wanted, more, adulthood }

    public let key: Key
    public let label: String
}
