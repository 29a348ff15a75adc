import AreaKit
import Basics
import Database

// What is kept of impact about a pupil: for copies that people ask for, for disposal, and for words that belong to the
// safeguarding lead. What others name comes first, and so is disposed of last.

let impactSubjectSources: [SubjectSource] = [
    .ofPupil("Daily practices", ProbeSeries.self, keep: .send),
    .ofPupil("Timings", Probe.self, keep: .send),
    .ofPupil("Changes in a practice", PhaseChange.self, keep: .send),
    .ofPupil("Results named as baseline or exit", ChosenResult.self, keep: .send),
    .ofPupil("What was said in data drops", DropAnswer.self, keep: .send, words: impactFact),
    .ofPupil("Lines of data drops that were signed", SignedLine.self, keep: .send, words: impactFact),
    .ofPupil("What was seen on the engagement model", EngagementNote.self, keep: .send, words: impactFact),
]

private let impactFact: FactWords = { reader, table, column, value in
    guard case .text(let text) = value else { return try plainFact(reader, table, column, value) }
    switch column {
    case "area": return SubjectRow.Fact("Area", EngagementNote.Area(rawValue: text)?.label ?? text)
    case "reason": return SubjectRow.Fact("Reason", DropAnswer.Reason(rawValue: text)?.label ?? text)
    case "standing": return SubjectRow.Fact("Standing", DropLine.Standing(rawValue: text)?.label ?? text)
    case "traits": return SubjectRow.Fact("Groups", text.split(separator: " ").compactMap { DropTrait(key: String($0))?.label }.joined(separator: ", "))
    default: return try plainFact(reader, table, column, value)
    }
}

let impactFreeTexts: [FreeTexts] = [
    FreeTexts((column: "skill", text: \ProbeSeries.skill)),
    FreeTexts((column: "words", text: \PhaseChange.words)),
    FreeTexts((column: "words", text: \DropAnswer.words), (column: "other_measure", text: \DropAnswer.otherMeasure)),
    FreeTexts((column: "words", text: \EngagementNote.words)),
]
