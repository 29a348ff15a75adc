import AreaKit
import Basics
import Database

// What plans hold about a pupil: for copies that people ask for, for disposal, and for words that belong to the
// safeguarding lead. A plan comes first, and so is disposed of last.

let plansSubjectSources: [SubjectSource] = [
    .ofPupil("Plans", Plan.self, keep: .send, words: planFact),
    .ofPupil("Layers of support", LayerSpell.self, keep: .send, words: planFact),
    .ofPupil("Outcomes of plans", Outcome.self, keep: .send, words: planFact),
    .ofPupil("What is written in plans", PlanSection.self, keep: .send, words: planFact),
    .ofPupil("How outcomes went", OutcomeReview.self, keep: .send, words: planFact),
    .ofPupil("Reviews of plans", PlanReview.self, keep: .send, words: planFact),
    .ofPupil("What the family said to plans", FamilyAnswer.self, keep: .send, words: planFact),
    .ofPupil("Who read plans", PlanReading.self, keep: .send),
    .ofPupil("Who looked at the support", SupportLook.self, keep: .send),
    .ofPupil("Plans written to a file", PlanExport.self, keep: .send),
]

private let planFact: FactWords = { reader, table, column, value in
    guard case .text(let text) = value else { return try plainFact(reader, table, column, value) }
    switch column {
    case "kind" where table == "plan": return SubjectRow.Fact("Kind", try reader.planKindVersions().last { $0.kind == text }?.name ?? PlanKind.named(text)?.name ?? text)
    case "kind": return SubjectRow.Fact("Answer", FamilyAnswer.Kind(rawValue: text)?.label ?? text)
    case "part": return SubjectRow.Fact("Part", PlanPart.named(text)?.title ?? text)
    case "layer": return SubjectRow.Fact("Layer", SupportLayer.label(text))
    case "decision": return SubjectRow.Fact("Decision", PlanReview.Decision(rawValue: text)?.label ?? text)
    case "result": return SubjectRow.Fact("Result", OutcomeReview.Result(rawValue: text)?.label ?? text)
    case "rhythm": return SubjectRow.Fact("Looked at", ReviewRhythm.named(text)?.label ?? text)
    case "scheme": return nil
    default: return try plainFact(reader, table, column, value)
    }
}

let plansFreeTexts: [FreeTexts] = [
    FreeTexts((column: "words", text: \PlanSection.words)),
    FreeTexts((column: "words", text: \Outcome.words), (column: "measure", text: \Outcome.measure), (column: "baseline", text: \Outcome.baseline), (column: "target", text: \Outcome.target)),
    FreeTexts((column: "evidence", text: \OutcomeReview.evidence), (column: "next_step", text: \OutcomeReview.nextStep)),
    FreeTexts((column: "because", text: \PlanReview.because), (column: "pupil_view", text: \PlanReview.pupilView), (column: "family_view", text: \PlanReview.familyView)),
    FreeTexts((column: "words", text: \FamilyAnswer.words)),
    FreeTexts((column: "because", text: \Plan.because)),
    FreeTexts((column: "note", text: \SupportLook.note)),
]
