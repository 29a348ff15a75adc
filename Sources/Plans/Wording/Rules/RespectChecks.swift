import Basics

extension WordingCheck {
    private static let everywhere: [WordingPart] = [.words, .measure, .baseline, .target, .provision]

    /// Whether the pupil could read it and feel respected.
    static let respect: [WordingCheck] = [
        .phrases("deficit", "It begins from what is missing", in: everywhere,
                 ["cant", "cannot", "unable", "not able to", "inability", "fails", "fail to", "failing", "struggl*", "poor", "poorly", "weak", "weakness*", "low ability", "lack", "lacks", "lacking",
                  "deficit*", "below average", "behind his", "behind her", "behind their", "immature", "slow learner", "low level", "limited"],
                 looksFor: "Can’t, unable, struggles, poor, weak, lacks and the like.",
                 reason: "The pupil reads who you say they are. Write what they do now and what comes next: it says the same, and it can be built on.",
                 example: WordingExample(.baseline, "Cannot write a sentence", "Says a sentence and writes its first two words, on 2 November 2026")),
        .phrases("blame", "It judges the pupil", in: everywhere,
                 ["refus*", "naught*", "lazy", "laziness", "attention seeking", "manipulat*", "challenging behaviour*", "kick* off", "defian*", "disruptive", "disrupts", "non compliant", "noncompliant",
                  "non compliance", "uncooperative", "aggressive", "tantrum*", "chooses not to", "bad behaviour", "misbehav*", "badly behaved", "rude", "violent"],
                 looksFor: "Refuses, lazy, attention-seeking, disruptive, defiant and the like.",
                 reason: "Behaviour tells us something. Say what is seen and what came before it; then the plan can change that.",
                 example: WordingExample(.baseline, "Refuses to work on 8 days of 10", "Begins written work on 2 days of 10, when the first line is given")),
        .phrases("label", "Words that people have asked us to leave behind", in: everywhere,
                 ["suffer*", "wheelchair bound", "confined to", "handicap*", "special needs child*", "normal child*", "normal pupil*", "normal peers", "sen child*", "the sen", "high functioning", "low functioning",
                  "mental age", "afflicted", "victim of", "retard*", "mainstream child*"],
                 looksFor: "Suffers from, wheelchair-bound, high-functioning, normal children and the like.",
                 reason: "They make of a child a condition. Say “uses a wheelchair”, “is autistic” where the family says so, “classmates”.",
                 example: WordingExample("Sam plays with normal children at lunch.", "Sam plays a game with two classmates at lunch.")),
        WordingCheck(
            id: "diagnosis-as-reason", title: "A diagnosis stands as the reason", looksFor: "“Because of” or “due to” before the name of a condition.",
            reason: "Two children with one diagnosis need two plans. Say what gets in the way in this room; a diagnosis is recorded in its own place, and not on pages that many read.",
            example: WordingExample("Due to his autism, Sam finds lunch loud.", "Sam eats lunch for fifteen minutes in the small dining room with a friend.")
        ) { outcome in
            everywhere.compactMap { part in
                let wording = Wording(outcome[part])
                let reasons = ["due to", "because of", "as a result of", "owing to"].flatMap { reason in conditions.flatMap { ["\(reason) \($0)", "\(reason) his \($0)", "\(reason) her \($0)", "\(reason) their \($0)"] } }
                return wording.first(of: reasons).map { WordingHit(part: part, said: $0) }
            }
        },
        .phrases("beside-others", "It measures the pupil by other children", in: [.words, .measure, .target],
                 ["age related", "age expected", "age equivalent", "in line with", "expected level", "expected standard", "like his peers", "like her peers", "like their peers", "same as peers", "catch up", "catches up",
                  "close the gap", "closes the gap", "narrow the gap", "national average"],
                 looksFor: "Age-related, in line with, catch up, close the gap and the like.",
                 reason: "Where others stand moves each year, and the pupil cannot do anything about it. Measure from this pupil’s own start.",
                 example: WordingExample("Sam reads in line with others of his age.", "Sam reads an unseen page at 90 correct words a minute.")),
    ]

    private static let conditions = [
        "autism", "asd", "asc", "adhd", "add", "dyslexia", "dyspraxia", "dcd", "dyscalculia", "dld", "semh", "sen", "send", "anxiety disorder", "cerebral palsy", "down syndrome", "learning difficult*", "special needs",
        "pda", "odd", "fasd", "tourette*", "hearing loss", "epilepsy",
    ]
}
