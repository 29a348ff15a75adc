import AreaKit
import Basics

// What a file of plans must look like, as docs/plan.schema.json says it. What hangs together beyond that (an amendment
// says what it amends) is for `TakeInPlans`.

/// The fields of a whole file; programs send and read the same.
let planFileFields: [APIField] = [
    APIField("format", .code([PlanFile.format]), "What kind of file it is."), APIField("version", .integer(PlanFile.version...PlanFile.version), "The version of the form."),
    APIField("written", .object([APIField("at", .instant, "When."), APIField("by", line, "By whom."), APIField("school", school, "Where.")]), "When, by whom and where the file was written."),
    APIField("pupil", .object([
        .maybe("upn", .text(least: 13, most: 13, upn), "The unique pupil number."), APIField("forename", maybeLine, "Forename; empty for a pupil with one name."), APIField("surname", line, "Surname."),
        .maybe("called", line, "The name by which the pupil is called, where it is another."), APIField("birth", .day, "Day of birth."),
    ]), "Whose plans they are."),
    .maybe("layers", .list(.object([APIField("layer", .text(least: 1, most: 8, layer), "The layer of support."), APIField("starts", .day, "Its first day."), .maybe("ends", .day, "Its last day.")])), "The layers of support that the pupil has been on."),
    APIField("plans", .list(.object(planFields)), "The plans, in the order in which they were begun."),
]

private let planFields: [APIField] = [
    APIField("ref", ref, "Unlike every other ref of the file."), APIField("kind", key, "What kind of plan it is."), .maybe("kind_name", line, "What people call the kind."),
    APIField("state", .code(PlanState.allCases.map(\.rawValue)), "How far it has come."), APIField("cycle", .integer(1...999), "The number of the cycle."),
    .maybe("follows", ref, "The plan whose place it takes."), .maybe("is_amendment", .flag, "Whether it amends that plan."),
    APIField("scheme", .object([APIField("key", key, "Its key."), APIField("name", line, "Its name."),
        APIField("areas", .list(.object([APIField("key", .text(least: 1, most: 40, .withoutNUL), "The key of the area."), APIField("label", line, "Its name.")])), "Its areas.")]), "Into which areas needs are sorted."),
    APIField("rhythm", key, "How often it is looked at."), .maybe("school", school, "Where it was made, if elsewhere."), APIField("begun_on", .day, "When it was begun."),
    .maybe("shared_on", .day, "When the family got it."), .maybe("starts", .day, "Live from this day."), .maybe("review_by", .day, "By when it is looked at."),
    .maybe("reviewed_on", .day, "When it was reviewed."), .maybe("ends", .day, "Its last day."), .maybe("because", words, "Why it was amended or closed."),
    .maybe("paper", paper, "The plan itself is a file."), APIField("sections", .list(.object(sectionFields)), "What is written in it."),
    APIField("outcomes", .list(.object(outcomeFields)), "The outcomes, in their order."), .maybe("answers", .list(.object(answerFields)), "What the family said."),
    .maybe("review", .object(reviewFields), "What was decided at the end of the cycle."),
    .maybe("readings", .list(.object([APIField("name", line, "Who."), APIField("read_on", .day, "When.")])), "Who of the teachers has read it."),
]

private let sectionFields: [APIField] = [
    APIField("part", key, "Which part."), .maybe("title", line, "Its heading."), .maybe("area", area, "The area of need."), APIField("words", words, "What is written."),
    APIField("state", .code(PlanSection.State.allCases.map(\.rawValue)), "How far it is."), .maybe("saved_by", maybeLine, "Who wrote it."), .maybe("saved_on", .day, "When."),
]

private let outcomeFields: [APIField] = [
    APIField("ref", ref, "Unlike every other ref of the file."), APIField("words", line, "What the pupil will be able to do."), .maybe("measure", maybeLine, "How one will know."),
    .maybe("baseline", maybeLine, "Where it began."), .maybe("target", maybeLine, "What counts as reached."), .maybe("due", .day, "By when."), .maybe("owner", maybeLine, "Who sees to it."),
    .maybe("area", area, "The area of need."), .maybe("adult_life", .code(AdultLife.allCases.map(\.rawValue)), "The part of adult life that it serves."),
    .maybe("carried_from", ref, "The outcome of the plan before that it goes on with."),
    .maybe("review", .object([
        APIField("result", .code(OutcomeReview.Result.allCases.map(\.rawValue)), "How it went."), .maybe("evidence", words, "How one knows."),
        .maybe("evidence_files", .list(paper), "Files that show it."), .maybe("next_step", words, "What comes next."), APIField("reviewed_on", .day, "When."), .maybe("reviewed_by", maybeLine, "By whom."),
    ]), "How it went."),
]

private let answerFields: [APIField] = [
    APIField("kind", .code(FamilyAnswer.Kind.allCases.map(\.rawValue)), "What they said."), .maybe("words", words, "In their own words."), APIField("answered_on", .day, "When."),
    .maybe("first_try", .day, "The first day on which they were asked in vain."), .maybe("second_try", .day, "The second."),
]

private let reviewFields: [APIField] = [
    APIField("held_on", .day, "When they met."), APIField("decision", .code(PlanReview.Decision.allCases.map(\.rawValue)), "What was decided."), .maybe("because", words, "Why."),
    .maybe("pupil_view", words, "What the pupil said."), .maybe("family_view", words, "What the family said."), .maybe("people", words, "Who took part."),
]

private let line = APIShape.words(600), maybeLine = APIShape.wordsIfAny(600), words = APIShape.wordsIfAny(20_000), area = APIShape.wordsIfAny(40)
private let school = APIShape.object([.maybe("urn", .urn, "The school's URN."), APIField("name", line, "Its name.")])
private let paper = APIShape.object([
    APIField("title", line, "What people call it."), APIField("file", line, "Its name, without a folder."), APIField("sha256", .text(least: 64, most: 64, sha), "The fingerprint of its bytes."),
])
private let key = APIShape.text(least: 1, most: 40, APIPattern("^[a-z][a-z0-9_-]*$") { text in
    text.utf8.first.map { (97...122).contains($0) } == true && text.utf8.allSatisfy { (97...122).contains($0) || isFigure($0) || $0 == 95 || $0 == 45 }
})
private let ref = APIShape.text(least: 1, most: 40, APIPattern("^[A-Za-z0-9_-]+$") { $0.utf8.allSatisfy { isLetter($0) || isFigure($0) || $0 == 95 || $0 == 45 } })
private let upn = APIPattern("^[A-Z][0-9]{11}[0-9A-Z]$") { text in
    let bytes = Array(text.utf8)
    return bytes.count == 13 && (65...90).contains(bytes[0]) && bytes[1...11].allSatisfy(isFigure) && (isFigure(bytes[12]) || (65...90).contains(bytes[12]))
}
private let layer = APIPattern("^[A-Z0-9]+$") { $0.utf8.allSatisfy { isFigure($0) || (65...90).contains($0) } }
private let sha = APIPattern("^[0-9a-f]+$") { $0.utf8.allSatisfy { isFigure($0) || (97...102).contains($0) } }

private func isFigure(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
private func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) || (97...122).contains(byte) }
