import Basics

/// How one concern goes on in the demonstration trust, in days before its last.
struct ConcernStory: Sendable {
    /// Which pupils it may be about.
    enum About: Sendable {
        /// Nothing is recorded about them.
        case anybody
        /// They have a plan already: in a special school.
        case planned
    }

    /// One decision: so many days before the story's end, and when somebody looks again.
    struct Step: Sendable {
        let ago: Int
        /// Whether another lead is to take it up.
        let isPassedOn: Bool
        let decision: @Sendable (Day) -> DecideConcern

        init(_ ago: Int, _ outcome: ConcernOutcome, _ reason: String, lookAgain: Int? = nil, _ more: @escaping @Sendable (inout DecideConcern, Day) -> Void = { _, _ in }) {
            self.ago = ago
            isPassedOn = outcome == .passedOn
            let lookAgain = lookAgain ?? (outcome == .passedOn ? ago - 7 : nil)
            decision = { today in
                var decision = DecideConcern(outcome.rawValue, because: reason, lookAgain: lookAgain.map { today - $0 })
                more(&decision, today)
                return decision
            }
        }
    }

    let ago: Int
    let words: Int
    var asks = false
    /// The rule that must find it, where it is left undone on purpose.
    var rule = ""
    var steps: [Step] = []
}

extension ConcernStory {
    /// Two years of a mainstream school.
    static let mainstream: [ConcernStory] = [
        ConcernStory(ago: 711, words: 0, steps: [Step(703, .targeted, "Needs more practice than most, and is catching up.") { decision, _ in
            (decision.doing, decision.isDifferent) = ("Reading group, three times a week, as for others in the class.", "no")
        }]),
        ConcernStory(ago: 682, words: 6, steps: [Step(676, .passedOn, "A change at home. Learning is not the question.") { decision, _ in decision.passedTo = "pastoral" }]),
        ConcernStory(ago: 640, words: 4, steps: [Step(634, .monitor, "Waiting for the eye test.", lookAgain: 590), Step(592, .noAction, "New glasses. Reads the board from the back row.")]),
        ConcernStory(ago: 605, words: 2, asks: true, steps: [Step(598, .moreInformation, "Ask all teachers when it happens.", lookAgain: 577), Step(580, .noAction, "It was one lesson, with one other pupil. The seating plan has changed.")]),
        ConcernStory(ago: 553, words: 1, steps: [Step(546, .screen, "Could be understanding of language.", lookAgain: 520) { decision, _ in decision.doing = "Language screening" },
                                                 Step(523, .noAction, "Well within the range for the age. The class now gets one step at a time.")]),
        ConcernStory(ago: 526, words: 8, steps: [Step(519, .passedOn, "Learning English is not a special educational need.") { decision, _ in decision.passedTo = "language" }]),
        ConcernStory(ago: 430, words: 9, steps: [Step(424, .targeted, "Settles with one familiar adult.") { decision, _ in
            (decision.doing, decision.isDifferent) = ("Met at the door; breakfast club.", "no")
        }]),
        ConcernStory(ago: 402, words: 5, asks: true, steps: [Step(392, .refer, "Same picture in all lessons.", lookAgain: 310) { decision, _ in decision.doing = "Advisory teacher for communication" },
                                                             Step(314, .noAction, "The visit found a child who prefers own company and manages well. Advice went to all teachers.")]),
        ConcernStory(ago: 366, words: 7, steps: [Step(359, .monitor, "Try the writing plan for a term first.", lookAgain: 290), Step(296, .noAction, "A page without help.")]),
        ConcernStory(ago: 290, words: 3, steps: [Step(284, .family, "We see a need and would like to help more.", lookAgain: 205) { decision, today in
            (decision.familyWords, decision.familyOn, decision.doing) = ("No label, please. He is young for the year.", today - 285, "Number line and small group, as for others.")
        }, Step(208, .targeted, "Looked again with the family. Small group helps.") { decision, _ in
            (decision.doing, decision.isDifferent) = ("Small group for number, twice a week.", "no")
        }]),
        ConcernStory(ago: 254, words: 6, steps: [Step(247, .passedOn, "To be seen by the school nurse first.") { decision, _ in decision.passedTo = "medical" }]),
        ConcernStory(ago: 204, words: 0, asks: true, steps: [Step(192, .register, "Two terms of extra help and little change. Agreed with the family.") { decision, today in
            (decision.need, decision.from, decision.toldOn) = ("SPLD", today - 192, today - 193)
        }]),
        ConcernStory(ago: 160, words: 4, steps: [Step(154, .noAction, "It was the flickering projector, which is mended.")]),
        ConcernStory(ago: 66, words: 1, asks: true, steps: [Step(53, .register, "Needs pictures and small steps in every lesson: more than others of this age.") { decision, today in
            (decision.need, decision.from, decision.toldOn) = ("SLCN", today - 53, today - 54)
        }]),
        ConcernStory(ago: 60, words: 9, steps: [Step(52, .monitor, "New since September. Give it until Christmas.", lookAgain: -21)]),
        ConcernStory(ago: 45, words: 3, steps: [Step(38, .family, "We would like to give more help.", lookAgain: -35) { decision, today in
            (decision.familyWords, decision.familyOn, decision.doing) = ("Wait until after the holidays. We practise at home.", today - 40, "Number line, fewer sums.")
        }]),
        ConcernStory(ago: 17, words: 7, asks: true, steps: [Step(11, .moreInformation, "See books from all subjects.", lookAgain: -7)]),
        ConcernStory(ago: 4, words: 2),
    ]

    /// Two years of a special school, whose pupils have plans.
    static let special: [ConcernStory] = [
        ConcernStory(ago: 655, words: 4, steps: [Step(648, .refer, "Sight was last tested three years ago.", lookAgain: 600) { decision, _ in decision.doing = "Orthoptist" }, Step(603, .noAction, "New glasses; the plan says so now.")]),
        ConcernStory(ago: 540, words: 2, asks: true, steps: [Step(532, .moreInformation, "When does it happen?", lookAgain: 510), Step(512, .noAction, "Before lunch only. Lunch is earlier now.")]),
        ConcernStory(ago: 410, words: 9, steps: [Step(405, .passedOn, "Family matter, known to the pastoral lead.") { decision, _ in decision.passedTo = "pastoral" }]),
        ConcernStory(ago: 288, words: 5, steps: [Step(281, .noAction, "The plan covers this already.")]),
        ConcernStory(ago: 150, words: 6, steps: [Step(144, .passedOn, "A change of medicine.") { decision, _ in decision.passedTo = "medical" }]),
        ConcernStory(ago: 20, words: 1, steps: [Step(12, .refer, "Uses fewer signs than in summer.", lookAgain: -40) { decision, _ in decision.doing = "Speech and language therapist" }]),
    ]

    /// What is left undone at some schools, for the safety net to find.
    static let undone: [ConcernStory] = [
        ConcernStory(ago: 44, words: 0, rule: "concern-undecided"),
        ConcernStory(ago: 58, words: 8, rule: "concern-not-looked-at", steps: [Step(50, .moreInformation, "Ask the family what is spoken at home.", lookAgain: 12)]),
        ConcernStory(ago: 72, words: 4, rule: "watch-date-passed", steps: [Step(64, .monitor, "Waiting for the hearing test.", lookAgain: 6)]),
    ]
}
