import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// What one person wrote, as it goes round.
struct PackPart: Sendable {
    let name: String
    let role: ReviewRole
    let givenOn: Day
    let answers: [(question: String, words: String)]

    init(_ person: ReviewPerson, _ held: ReviewContribution, _ redaction: Redaction) {
        (name, role, givenOn) = (person.name, person.role, held.givenOn)
        answers = person.role.questions().map { ($0.label, redaction.applied(to: held.words($0.key))) }.filter { !$0.1.isEmpty }
    }
}

extension Reader {
    /// What was written for a review, without what is confidential. Whoever asks has it in sight, or was sent it.
    func pack(of review: AnnualReview) throws -> [PackPart] {
        let people = try people(of: review), redaction = try redaction(of: review.pupil)
        let words = Dictionary(try all(ReviewContribution.self, "WHERE review_id = \(review.id)").map { ($0.person, $0) }) { $1 }
        return people.compactMap { person in words[person.id].map { PackPart(person, $0, redaction) } }
    }
}

func packHTML(_ parts: [PackPart]) -> HTML {
    if parts.isEmpty { return "<p>Nobody has written anything yet.</p>" }
    let items: [HTML] = parts.map { part in
        let answers: [HTML] = part.answers.map { "<h4>\($0.question)</h4>\(asTyped($0.words))" }
        return "<section><h3>\(part.name), \(part.role.label.lowercased())</h3><p class=\"quiet\">\(part.givenOn.inWords)</p>\(answers)</section>"
    }
    return "\(items)"
}

/// Words as they were typed, line by line.
func asTyped(_ words: String) -> HTML {
    let lines: [HTML] = words.split(whereSeparator: \.isNewline).map { "<p>\(String($0))</p>" }
    return "\(lines)"
}

/// The advice as it goes round, to be printed.
let reviewPackRoutes: [Route] = [
    .read(reviewPackPath, .seeRecord) { visit, pupil, row in
        try await visit.read { reader in
            let record = try reader.pupilRecord(pupil, for: visit.viewer, on: visit.today), review = try reader.annualReview(row, of: pupil, for: visit.viewer, on: visit.today)
            return visit.page("Advice for the review of \(record.pupil.calledName)", at: "reviews", """
                \(crumbs(("Annual reviews", reviewsPath()), ("The review", reviewPath(pupil, row))))\
                \(pageTitle("Advice for the review", lead: "\(record.pupil.fullCalledName)\(review.meetingOn.map { ", meeting on \($0.inWords)" } ?? ""). Confidential addresses are left out.", actions: [printButton("Print the advice")]))\
                \(card("What everybody wrote", id: "pack", packHTML(try reader.pack(of: review))))
                """)
        }
    },
]
