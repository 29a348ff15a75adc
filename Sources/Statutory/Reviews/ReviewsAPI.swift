import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Annual reviews, for programs: their days, without a word of what anybody wrote.
let reviewsAPI: [APIRoute] = [
    .list(PagePath< >("/api/v1/annual-reviews"), .seeRecord, name: "listAnnualReviews", "Annual reviews of pupils on roll, with the day of each step", query: [.ofSchool], item: reviewFields) { asked in
        try await asked.read { reader in
            let school = try reader.school(asked: asked.query, for: asked.viewer), after = try asked.mark(of: 1)?.first ?? 0
            let found = try reader.eachReview(at: school, after: after, limit: asked.limit + 1, for: asked.viewer, on: asked.today)
            let shown = found.prefix(asked.limit), next = found.count > shown.count ? shown.last?.review.id.rawValue : nil
            asked.viewer.witness.saw(shown.map(\.review.pupil))
            return APIPart(items: Array(shown), next: next.map(APIVisit.cursor(after:))).json { .object(JSON.KeyedValues($0.pairs)) }
        }
    },
]

/// A review with whose it is, as programs name pupils and schools.
private struct NamedReview: Sendable {
    let review: AnnualReview
    let upn: String
    let urn: String

    var pairs: [(String, JSON)] {
        let facts: [(String, JSON)] = [
            ("review", .integer(review.id.rawValue)), ("pupil", .integer(review.pupil.rawValue)), ("upn", .text(upn)), ("school", .text(urn)), ("council", .text(review.council)), ("kind", .text(review.kind.rawValue)),
            ("first", .bool(review.isFirst)), ("open", .bool(review.isOpen)), ("due_on", .text(review.dueOn.description)), ("latest_meeting", .text(review.latestMeeting.description)), ("decision", .optional(review.decision?.rawValue)),
        ]
        return facts + review.steps.map { ($0.name, .optional($0.day?.description)) }
    }
}

extension AnnualReview {
    fileprivate var steps: [(name: String, day: Day?)] {
        [
            ("meeting_on", meetingOn), ("invited_on", invitedOn), ("circulated_on", circulatedOn), ("held_on", heldOn), ("reported_on", reportedOn), ("decided_on", decidedOn), ("noticed_on", noticedOn),
            ("commented_on", commentedOn), ("finished_on", finishedOn), ("ended_on", endedOn),
        ]
    }
}

private let reviewFields: [APIField] = [
    APIField("review", .id, "Its number."), APIField("pupil", .id, "The pupil's number in Trellis."), APIField("upn", .anyText, "The unique pupil number; empty where there is none."), APIField("school", .urn, "URN of the school on whose roll the pupil is."),
    APIField("council", .anyText, "Three figures of the council."), APIField("kind", .code(AnnualReview.Kind.allCases.map(\.rawValue)), "Of an EHC plan, or of top-up funding without one."), APIField("first", .flag, "Whether it is the first of the plan."),
    APIField("open", .flag, "Whether something is still to come."), APIField("due_on", .day, "The last day on which the council may decide."), APIField("latest_meeting", .day, "The last day for the meeting, so that the council can decide in time."),
    APIField("decision", .orNull(.code(AnnualReview.Decision.allCases.map(\.rawValue))), "What the council made of it."), APIField("meeting_on", .orNull(.day), "For when the meeting is set."),
    APIField("invited_on", .orNull(.day), "When everybody was asked, and for advice."), APIField("circulated_on", .orNull(.day), "When the advice went round."), APIField("held_on", .orNull(.day), "When the meeting was."),
    APIField("reported_on", .orNull(.day), "When the report went round."), APIField("decided_on", .orNull(.day), "The council's decision."), APIField("noticed_on", .orNull(.day), "The council's notice of changes."),
    APIField("commented_on", .orNull(.day), "The family's comments."), APIField("finished_on", .orNull(.day), "The final plan, or the end of it."), APIField("ended_on", .orNull(.day), "When it was given up, as where the pupil left."),
]

extension Reader {
    fileprivate func eachReview(at school: SchoolID?, after: Int, limit: Int, for viewer: Viewer, on day: Day) throws -> [NamedReview] {
        let found = try rows("SELECT r.id, COALESCE(p.upn, ''), s.urn FROM annual_review r \(onRoll("r", school, viewer, day)) AND r.id > \(after) ORDER BY r.id LIMIT \(limit)") { (id: try $0.next(RowID.self), upn: try $0.next(String.self), urn: try $0.next(String.self)) }
        let reviews = Dictionary(try all(AnnualReview.self, "WHERE id IN \(found.map(\.id))").map { ($0.id, $0) }) { $1 }
        return found.compactMap { line in reviews[line.id].map { NamedReview(review: $0, upn: line.upn, urn: line.urn) } }
    }
}
