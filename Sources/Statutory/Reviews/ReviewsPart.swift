import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Annual reviews: planned over the year, advice without accounts, sent round, held, reported, decided.
let reviewsPart = AreaPart(
    migrations: [Migration(605, "reviews", PackageResources._605_reviews_sql), Migration(606, "review_record", PackageResources._606_review_record_sql)],
    routes: reviewPages + reviewForms, apiRoutes: reviewsAPI,
    words: reviewWordsOfPages, sections: [reviewSection], timelines: [reviewTimeline], today: [reviewsToday], safetyRules: reviewSafetyRules,
    // What points to another row stands behind it: whatever is disposed of goes from the last to the first.
    sources: [
        .ofPupil("Annual reviews", AnnualReview.self, keep: .send, words: reviewFact), .ofPupil("People asked to reviews", ReviewPerson.self, keep: .send, words: reviewFact),
        .ofPupil("Links for reviews", ReviewLink.self, keep: .send, words: reviewFact), .ofPupil("Advice for reviews", ReviewContribution.self, keep: .send, words: reviewFact),
        .ofPupil("Papers of reviews sent round", ReviewCirculation.self, keep: .send, words: reviewFact), .ofPupil("Records of review meetings", ReviewRecord.self, keep: .send, words: reviewFact),
        .ofPupil("Outcomes looked at in reviews", ReviewOutcome.self, keep: .send, words: reviewFact),
    ],
    chapters: [reviewsChapter],
    freeTexts: [
        FreeTexts((column: "ended_because", text: \AnnualReview.endedBecause)),
        FreeTexts((column: "well", text: \ReviewContribution.well), (column: "hard", text: \ReviewContribution.hard), (column: "wanted", text: \ReviewContribution.wanted), (column: "more", text: \ReviewContribution.more), (column: "adulthood", text: \ReviewContribution.adulthood)),
        FreeTexts((column: "pupil_view", text: \ReviewRecord.pupilView), (column: "family_view", text: \ReviewRecord.familyView), (column: "school_view", text: \ReviewRecord.schoolView), (column: "other_view", text: \ReviewRecord.otherView),
                  (column: "differences", text: \ReviewRecord.differences), (column: "adulthood", text: \ReviewRecord.adulthood), (column: "changes", text: \ReviewRecord.changes),
                  (column: "views_how", text: \ReviewRecord.viewsHow), (column: "travel", text: \ReviewRecord.travel), (column: "budget", text: \ReviewRecord.budget)),
        FreeTexts((column: "outcome", text: \ReviewOutcome.outcome), (column: "words", text: \ReviewOutcome.words)),
    ],
    menu: { viewer in viewer.inStaffParts.may(.seeRecord) ? [MenuEntry("Annual reviews", reviewsPath(), place: "reviews", order: 24)] : [] })

private let reviewPages: [Route] = reviewsRoutes + planReviewsRoutes + reviewPageRoutes + reviewPackRoutes + reviewReportRoutes + reviewRemindersRoutes + contributeRoutes + reviewLinkRoutes

private let reviewForms: [Route] = startReview.routes(startReviewPath) + reviewMeeting.routes(reviewMeetingPath) + reviewInvited.routes(reviewInvitedPath) + addReviewer.routes(reviewPeoplePath)
    + reviewWords.routes(reviewWordsPath) + circulateReview.routes(reviewCirculatePath) + recordReviewMeeting.routes(reviewRecordPath)
    + addReviewAction.routes(reviewActionPath) + sendReport.routes(sendReportPath) + councilStep.routes(reviewCouncilPath) + takeBackDecision.routes(takeBackDecisionPath) + removeReviewer.routes(removeReviewerPath) + endReview.routes(endReviewPath)

private let reviewWordsOfPages: [String: String] = [
    "/reviews": "The list of annual reviews", "/pupils/*/reviews/*": "An annual review", "/pupils/*/reviews/*/pack": "The advice for a review", "/pupils/*/reviews/*/report": "The report of a review", "/pupils/*/reviews/*/reminders": "Remind those who have not written for a review",
    "/pupils/*/reviewers/*/link": "A link for somebody asked to a review", "/pupils/*/reviewers/*/link/end": "A link for somebody asked to a review",
].merging(formWords([
    "/reviews/plan": "Plan the reviews of a school", "/pupils/*/reviews/start": "Begin a review", "/pupils/*/reviews/*/meeting": "Plan the review meeting", "/pupils/*/reviews/*/people": "Ask somebody to the review",
    "/pupils/*/reviews/*/invited": "Say that everybody is invited", "/pupils/*/reviews/*/circulate": "Send the advice round", "/pupils/*/reviews/*/record": "Write down the meeting",
    "/pupils/*/reviews/*/action": "Write down what is to be done", "/pupils/*/reviews/*/report/send": "Send the report", "/pupils/*/reviews/*/council": "Write down what the council did",
    "/pupils/*/reviews/*/council/back": "Put the council’s decision right", "/pupils/*/reviews/*/end": "End a review", "/pupils/*/reviewers/*/words": "Write down what somebody says for a review", "/pupils/*/reviewers/*/remove": "Take somebody off the list of a review",
])) { $1 }

/// On a pupil's page: the open review and what is next, or the way to begin one.
private let reviewSection = PupilSection(order: 33, needs: .seeRecord) { reader, person, pupil, day in
    let viewer = person.inStaffParts, powers = try reader.powers(of: viewer, over: pupil, on: day)
    guard powers.contains(.seeRecord) else { return "" }
    let reviews = try reader.annualReviews(of: pupil), open = reviews.first(where: \.isOpen)
    let items: [HTML] = reviews.prefix(4).map { review in
        let next = review.next(on: day).map { "\($0.step.verb)\($0.by.map { ", by \($0.inWords)" } ?? "")" } ?? (review.decision.map { "complete: \($0.label.lowercased())" } ?? "ended")
        return "<li><a href=\"\(reviewPath(pupil, review.id))\">Review due \(review.dueOn.inWords)</a>: \(next)</li>"
    }
    let begin: HTML = powers.contains(.changeRegister) && open == nil ? "<p class=\"actions no-print\">\(linkButton("Begin a review", startReviewPath(pupil), aside: true))</p>" : ""
    return items.isEmpty && begin.isEmpty ? "" : card("Annual reviews", id: "reviews", (items.isEmpty ? "<p>None yet.</p>" : "<ul class=\"plain tall\">\(items)</ul>") + begin)
}

/// Reviews in a pupil's history.
@Sendable private func reviewTimeline(_ reader: Reader, _ viewer: Viewer, _ pupil: PupilID) throws -> [TimelineEvent] {
    try reader.annualReviews(of: pupil).flatMap { review in
        [review.heldOn.map { TimelineEvent($0, "Annual review: meeting held.", isMilestone: true) },
         review.decidedOn.map { TimelineEvent($0, "Annual review: the council decided. \(review.decision?.label ?? "").") },
         review.endedOn.map { TimelineEvent($0, "Annual review ended without a decision.", detail: review.endedBecause) }].compactMap(\.self)
    }
}

/// Reviews in which the school's own next step is late or due within a week, and those for which somebody has not written two weeks
/// before the advice goes round.
private let reviewsToday = TodayItem { reader, person, day in
    let viewer = person.inStaffParts.doing(.changeRegister)
    guard viewer.may(.changeRegister) else { return [] }
    let lines = try reader.reviewLines(at: nil, since: day, for: viewer, on: day)
    let waiting = lines.filter { line in line.review.next(on: day).map { next in next.step.owner == .school && (next.by.map { $0 <= day + 7 } ?? false) } ?? false }
    let silent = lines.filter { $0.written < $0.asked && $0.review.wantsReminders(on: day) }
    return [
        waiting.isEmpty ? nil : TodayLine(waiting.count, "\(count(waiting.count, "annual review")): the school’s next step is due within a week, or late.", action: "See the reviews", reviewsPath()),
        silent.isEmpty ? nil : TodayLine(silent.count, "\(count(silent.count, "annual review")): the advice goes round within two weeks, and somebody has not written.", action: "Remind them", silent.count == 1 ? reviewRemindersPath(silent[0].review.pupil, silent[0].review.id) : reviewsPath()),
    ].compactMap(\.self)
}

/// Codes in words.
let reviewFact: FactWords = { reader, table, column, value in
    guard case .text(let text) = value else { return try plainFact(reader, table, column, value) }
    let words: String? = switch column {
    case "kind": AnnualReview.Kind(rawValue: text)?.label
    case "decision", "conclusion": AnnualReview.Decision(rawValue: text)?.label
    case "role": ReviewRole(rawValue: text)?.label
    case "attended": ReviewPerson.Attendance(rawValue: text)?.label
    case "what": ReviewCirculation.What(rawValue: text)?.label
    case "progress": ReviewOutcome.Progress(rawValue: text)?.label
    default: nil
    }
    return try plainFact(reader, table, column, words.map { .text($0) } ?? value)
}
