import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Writes down what the council did: its decision, the notice of changes, the final plan. How the day is known is asked, for only
/// what the council said or the school saw is counted.
let councilStep = PupilAct(
    about: ["annual_review"], needs: .changeRegister,
    start: { _, _, ask in [("to", ask.query["to"]), ("happened_on", "\(ask.today)"), ("stated", DateSource.council.rawValue)] },
    form: { reader, record, ask, write in
        let review = try reader.annualReview(ask), step = councilSteps(ask.typed["to"])
        return PupilForm(
            title: step?.verb ?? "Write down what the council did",
            lead: "\(record.pupil.fullCalledName). \(review.stages.first { $0.step == step }?.by.map { step == .commented ? "The family’s last day is \($0.inWords)." : "The last day is \($0.inWords)." } ?? "")", button: "Save",
            fields: """
                \(step == nil ? write.select("to", "What did it do?", [.decided, .noticed, .finished].map { (step: ReviewStep) in Choice(step.rawValue, step.label) }) : write.hidden("to"))\(questions(step, write))\
                \(write.day("happened_on", "On which day?", hint: step == .commented ? "The day on which the family wrote, or said it." : "The day on its letter."))\(write.select("stated", "How do you know?", DateSource.allCases.map { Choice($0.rawValue, $0.label) }))\
                \(write.longText("words", "Anything to add?", hint: "Such as: letter by post, paper in the record.", rows: 2, aboutChild: ask.notice))
                """)
    },
    goingTo: { writer, _, ask, typed in
        let review = try writer.annualReview(ask)
        guard let step = councilSteps(typed["to"]) else { throw Problems("to", "Choose what the council did.") }
        if typed["words"].count > 1_000 { throw Problems("words", "Make this shorter: at most 1,000 letters.") }
        let taken = TakeReviewStep(step, on: try typed.dayIfAny("happened_on"), decision: AnnualReview.Decision(rawValue: typed["decision"]), stays: typed["ending"] == "stays")
        try writer.take(taken, of: review, stated: DateSource(rawValue: typed["stated"]) ?? .council, words: typed["words"])
        return reviewPath(ask.pupil, review.id).asking(["saved": "step"])
    })

private func councilSteps(_ text: String) -> ReviewStep? { ReviewStep(rawValue: text).flatMap { [.decided, .noticed, .commented, .finished].contains($0) ? $0 : nil } }

private func questions(_ step: ReviewStep?, _ write: FormWriter) -> HTML {
    switch step {
    case .decided: write.radios("decision", "What did the council decide?", AnnualReview.Decision.allCases.map { Choice($0.rawValue, $0.label) })
    case .finished: write.radios("ending", "What came?", [Choice("changed", "The final changed plan"), Choice("stays", "A letter: the plan stays as it is after all")])
    default: ""
    }
}

/// Puts a slip in the council’s decision right: it is taken back, with all that followed from it.
let takeBackDecision = PupilAct(
    about: ["annual_review"], needs: .changeRegister,
    form: { _, record, ask, write in
        PupilForm(title: "Put the council’s decision right",
                  lead: "\(record.pupil.fullCalledName). The decision, the notice and the final plan that were written down are taken back, with the days that followed from them. The review is open again, and you write down what was right.",
                  button: "Take the decision back", fields: write.longText("reason", "What was wrong?", hint: "Such as: the letter said change, and keep was ticked.", rows: 2, aboutChild: ask.notice))
    },
    goingTo: { writer, _, ask, typed in
        let review = try writer.annualReview(ask), hasOpen = try writer.annualReviews(of: ask.pupil).contains { $0.isOpen && $0.id != review.id }
        try writer.takeBack(TakeBackDecision(because: typed["reason"]).applied(to: review, hasOpen: hasOpen), from: review)
        return reviewPath(ask.pupil, review.id).asking(["saved": "back"])
    })
