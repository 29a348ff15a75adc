import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// What must not be missed while a family has early help. That they have it is for those who read the record: others find nothing.
let earlyHelpSafetyRules: [SafetyRule] = [earlyHelpLate, earlyHelpWithoutConsent, earlyHelpUnled]

/// After so many days without a day for a meeting, or without a lead, somebody has forgotten it. Ours, no council's.
private let grace = 14

let earlyHelpLate = SafetyRule(
    "early-help-meeting-late", .gap, "Early help whose meeting is late",
    why: "Help that nobody looks at again helps no family. The meeting that was agreed has not been written down, or no day for one was set for two weeks (each council names its own rhythm; Working Together asks that the plan is reviewed).",
    who: "The SENCO or the lead practitioner acts", next: "Hold the meeting, move it, or close early help"
) { reader, question in
    let day = question.day
    return try reader.found(question, "h.review_on, COALESCE((SELECT MAX(m.held_on) FROM early_help_meeting m WHERE m.episode_id = h.id), h.started_on)", where: """
        (h.review_on < \(day) OR (h.review_on IS NULL AND COALESCE((SELECT MAX(m.held_on) FROM early_help_meeting m WHERE m.episode_id = h.id), h.started_on) < \(day - grace)))
        """) { row in
        let review: Day? = try row.next(), last: Day = try row.next()
        return review.map { ($0 + 1, "The meeting of \($0.inWords) is not written down.") } ?? (last + grace + 1, "No day is set for a meeting.")
    }
}

let earlyHelpWithoutConsent = SafetyRule(
    "early-help-without-consent", .gap, "Early help without the family’s consent",
    why: "Early help is voluntary. Where the consent has run out or was taken back, nothing may be shared and no meeting held (UK GDPR, Articles 6 and 9; Working Together).",
    who: "The SENCO acts", next: "Ask the family again, or close early help"
) { reader, question in
    let day = question.day
    return try reader.found(question, "(SELECT MAX(CASE WHEN c.ended_on IS NULL THEN c.until_day ELSE c.ended_on END) FROM early_help_consent c WHERE c.episode_id = h.id)", where: """
        NOT EXISTS (SELECT 1 FROM early_help_consent k WHERE k.episode_id = h.id AND k.given_on <= \(day) AND k.until_day >= \(day) AND (k.ended_on IS NULL OR k.ended_on > \(day)))
        """) { row in
        let last: Day? = try row.next()
        return (last, last.map { "The family’s consent ended on \($0.inWords), and early help is open." } ?? "No consent is written down, and early help is open.")
    }
}

let earlyHelpUnled = SafetyRule(
    "early-help-unled", .gap, "Early help that nobody leads",
    why: "The family needs one person to ring, who holds the others together: the lead practitioner. Nobody has been named for two weeks.",
    who: "The SENCO acts", next: "Agree who leads, and write it down"
) { reader, question in
    try reader.found(question, "COALESCE((SELECT MAX(l.ends) FROM early_help_lead l WHERE l.episode_id = h.id), h.started_on)", where: """
        NOT EXISTS (SELECT 1 FROM early_help_lead l WHERE l.episode_id = h.id AND l.ends IS NULL) \
        AND COALESCE((SELECT MAX(l.ends) FROM early_help_lead l WHERE l.episode_id = h.id), h.started_on) < \(question.day - grace)
        """) { row in
        let last: Day = try row.next()
        return (last + grace + 1, "Nobody has led it since \(last.inWords).")
    }
}

extension Reader {
    /// Findings about open episodes `h` of pupils whose record the viewer reads.
    fileprivate func found(_ question: SafetyQuestion, _ columns: SQL, where condition: SQL, _ words: (inout Row) throws -> (since: Day?, message: String)) throws -> [Finding] {
        let reading = SafetyQuestion(viewer: question.viewer.doing(.seeRecord), school: question.school, day: question.day)
        guard reading.viewer.may(.seeRecord) else { return [] }
        return try rows(reading.found("h.id, \(columns)", from: "early_help h", of: "h.pupil_id", where: "h.closed_on IS NULL AND \(condition)")) { row in
            let found = try FoundPupil(&row, reading.viewer), id: RowID = try row.next(), (since, message) = try words(&row)
            return found.finding("early-help-\(id)", since: since, message, next: earlyHelpPath(found.pupil, id))
        }
    }
}
