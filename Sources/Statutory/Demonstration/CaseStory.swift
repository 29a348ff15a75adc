import Basics

/// One request: who asked, why, and how many days ago each step was.
struct CaseStory: Sendable {
    let askedBy: AssessmentCase.Asker
    let reason: String
    var late: String?
    let steps: [(kind: CaseStepKind, ago: Int, words: String)]
    /// What a concession or an order is about; of mediation whether the family wants it.
    var about = "wants-mediation"
    /// How many days ago the council answered the appeal.
    var answered: Int?
    /// Whether it is about a pupil who has a plan.
    var isReassessment: Bool { steps.contains { $0.kind == .final } }

    static let all: [CaseStory] = [
        CaseStory(askedBy: .school, reason: "Two cycles brought words, but not into class. The gap grows.", late: "duty-late-la", steps: [(.asked, 60, "")]),
        CaseStory(askedBy: .school, reason: "Writing by hand hurts and stays at a few words.", late: "duty-late-school", steps: [(.asked, 95, ""), (.assessing, 60, ""), (.adviceAsked, 60, "")]),
        CaseStory(askedBy: .school, reason: "Three cycles, and the reading age still stands still.", steps: []),
        CaseStory(askedBy: .family, reason: "The family asks for help that lasts beyond this school.", steps: [(.asked, 20, "")]),
        CaseStory(askedBy: .school, reason: "Sounds are clear with an adult alone, and lost in the room.", steps: [(.asked, 50, ""), (.assessing, 10, ""), (.adviceAsked, 10, "")]),
        CaseStory(askedBy: .school, reason: "Anxiety keeps the pupil out of half of the lessons.", steps: [(.asked, 100, ""), (.assessing, 60, ""), (.adviceAsked, 60, ""), (.adviceGiven, 25, ""), (.draft, 12, "")]),
        CaseStory(askedBy: .family, reason: "The family asks, since friends and lessons are hard at once.", steps: [
            (.asked, 110, ""), (.refused, 70, "The council holds that the school can meet the needs from its own means."), (.mediation, 20, "The family wishes to try mediation."),
        ]),
        CaseStory(askedBy: .other, reason: "The school learned of it from the council.", steps: [(.asked, 130, ""), (.assessing, 92, ""), (.notIssued, 25, "The council assessed, and says that a plan is not needed.")]),
        CaseStory(askedBy: .school, reason: "A new plan of support works; the request rests.", steps: [(.asked, 80, ""), (.withdrawn, 60, "With the family: the new support helps.")]),
        CaseStory(askedBy: .school, reason: "Numbers have not moved for a year, whatever was tried.", steps: [(.asked, 55, ""), (.refused, 20, "The council asks for one more cycle.")]),
        CaseStory(askedBy: .family, reason: "The plan of this school was written for a younger child.", steps: [
            (.asked, 150, ""), (.assessing, 136, ""), (.adviceAsked, 136, ""), (.adviceGiven, 100, ""), (.draft, 60, ""), (.comments, 50, ""), (.final, 42, ""),
        ]),
        CaseStory(askedBy: .school, reason: "Speech is clear only to those who know the child.", steps: [(.asked, 110, ""), (.assessing, 72, ""), (.adviceAsked, 72, ""), (.adviceGiven, 45, ""), (.draft, 13, ""), (.comments, 3, "")]),
        CaseStory(askedBy: .school, reason: "Tiredness takes the afternoons.", steps: [(.asked, 120, ""), (.refused, 85, "The council sees steady progress."), (.closed, 20, "The family and the school go on with the plan of support.")]),
        CaseStory(askedBy: .family, reason: "The family holds that help in small groups has come to its end.", steps: [
            (.asked, 110, ""), (.refused, 72, "The council holds that support is not used up."), (.mediation, 60, "The family does not want mediation."), (.certificate, 58, ""), (.appeal, 14, ""),
        ], about: "no-mediation"),
        CaseStory(askedBy: .family, reason: "Lessons are loud, and leaving them helps for an hour.", steps: [
            (.asked, 150, ""), (.refused, 112, "The council holds that the school has what it takes."), (.mediation, 100, "The family does not want mediation."), (.certificate, 98, ""), (.appeal, 52, ""),
            (.conceded, 11, "The council has read the new advice, and will assess."),
        ], about: "no-mediation"),
        CaseStory(askedBy: .family, reason: "Two years of advice, and none of it is in place every day.", steps: [
            (.asked, 200, ""), (.refused, 162, "The council holds that the needs are met."), (.mediation, 150, "The family does not want mediation."), (.certificate, 148, ""), (.appeal, 104, ""),
            (.ordered, 6, "The tribunal orders an assessment."),
        ], about: "no-mediation", answered: 70),
    ]

    /// By the clock's own word.
    func about(_ step: CaseStepKind) -> String {
        switch step {
        case .mediation: about
        case .conceded, .ordered: "assessment"
        default: ""
        }
    }
}
