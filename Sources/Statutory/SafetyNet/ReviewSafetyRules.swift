import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// What must not be missed in annual reviews. What the law owes with a day of its own is found by the rules of duties.
let reviewSafetyRules = [reviewNotBegun, reviewUnplanned, reviewNotInvited, reviewNotHeld, reviewReportLate]

private let guidance = "A review is complete when the council has decided, twelve months after the last (Children and Families Act 2014, s.44; SEND Regulations 2014, reg 20)."

let reviewNotBegun = SafetyRule(
    "review-not-begun", .gap, "An EHC plan whose review nobody has begun", why: "\(guidance) The last day for the meeting is less than twelve weeks away, or has passed, and no review is begun.",
    who: "The SENCO acts", next: "Begin the review, or plan the year"
) { reader, question in
    let found = try reader.rows(question.found(DaysToReview.columns, from: "ehc_plan k", of: "k.pupil_id", where: "e.kind <> 'S' AND \(DaysToReview.waits)")) { (try FoundPupil(&$0, question.viewer), try DaysToReview(&$0)) }
    return found.compactMap { pupil, days in
        guard let latest = days.latestMeeting, latest <= question.day + DaysToReview.aheadOfMeeting else { return nil }
        let next = question.viewer.may(.changeRegister, at: pupil.school) ? startReviewPath(pupil.pupil) : pupilPath(pupil.pupil)
        return pupil.finding(since: latest - DaysToReview.aheadOfMeeting, "No review is begun. The last day for its meeting is \(latest.inWords).", next: next)
    }
}

let reviewUnplanned = reviewRule(
    "review-unplanned", "A review without a meeting", "\(guidance) The last day for its meeting is less than twelve weeks away, or has passed, and no meeting is planned.", next: "Plan the meeting",
    where: { day in "r.meeting_on IS NULL AND r.held_on IS NULL AND r.due_on <= \(day + 84 + 28)" }
) { review, day in
    guard review.latestMeeting <= day + 84 else { return nil }
    return (review.latestMeeting - 84, "No meeting is planned. The last day for it is \(review.latestMeeting.inWords).")
}

let reviewNotInvited = reviewRule(
    "review-not-invited", "A review meeting to which nobody is invited", "People need four weeks to write and two to read (Code of Practice, 9.176): they are asked six weeks before. \(guidance)", next: "Invite everybody and ask for advice",
    where: { day in "r.meeting_on BETWEEN \(day) AND \(day + 41) AND r.invited_on IS NULL AND r.held_on IS NULL" }
) { review, _ in
    review.meetingOn.map { ($0 - 42, "The meeting is on \($0.inWords), and nobody was asked for advice.") }
}

let reviewNotHeld = reviewRule(
    "review-not-held", "A review meeting of which nothing is written down", "The day of the meeting has passed. All later days run from it. \(guidance)", next: "Write down the meeting, or move it",
    where: { day in "r.meeting_on < \(day) AND r.held_on IS NULL" }
) { review, _ in
    review.meetingOn.map { ($0 + 1, "The meeting was planned for \($0.inWords). Nobody wrote down whether it was held.") }
}

let reviewReportLate = reviewRule(
    "review-report-late", "A review of top-up funding without its report", "The report goes out within two weeks, as for a plan, so that the council can decide. Of plans the rule about late duties finds it.", next: "Send the report",
    where: { day in "r.kind = 'top-up' AND r.held_on < \(day - 14) AND r.reported_on IS NULL AND r.decided_on IS NULL" }
) { review, _ in
    review.heldOn.map { ($0 + 15, "The meeting was on \($0.inWords), and no report was sent.") }
}

private func reviewRule(
    _ id: String, _ title: String, _ why: String, next: String, where condition: @escaping @Sendable (Day) -> SQL, found finds: @escaping @Sendable (AnnualReview, Day) -> (since: Day, words: String)?
) -> SafetyRule {
    SafetyRule(id, .gap, title, why: why, who: "The SENCO acts", next: next) { reader, question in
        let open: SQL = "r.finished_on IS NULL AND r.ended_on IS NULL AND \(condition(question.day))"
        let found = try reader.rows(question.found("r.id", from: "annual_review r", of: "r.pupil_id", where: open)) { (try FoundPupil(&$0, question.viewer), try $0.next(RowID.self)) }
        let reviews = Dictionary(try reader.all(AnnualReview.self, "WHERE id IN \(found.map(\.1))").map { ($0.id, $0) }) { $1 }
        return found.compactMap { pupil, id in
            reviews[id].flatMap { finds($0, question.day) }.map { pupil.finding(since: $0.since, $0.words, next: question.viewer.may(.seeRecord, at: pupil.school) ? reviewPath(pupil.pupil, id) : pupilPath(pupil.pupil)) }
        }
    }
}
