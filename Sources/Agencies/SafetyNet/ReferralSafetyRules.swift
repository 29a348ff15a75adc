import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// What must not be missed once an agency was asked.
let referralSafetyRules: [SafetyRule] = [referralUnanswered, referralWithoutConsent]

let referralUnanswered = SafetyRule(
    "referral-unanswered", .gap, "A referral without an answer",
    why: "A referral that nobody answers helps no pupil, and nobody notices that it was lost. Schools work with the other services around a child (SEND Code of Practice 2015, 6.58 to 6.62). The agency’s usual time, or the day it named, has passed.",
    who: "The SENCO acts", next: "Ask the agency where it stands, then write it down"
) { reader, question in
    let sql = question.found("r.id, r.state, r.since, r.expected_on, g.name, g.usual_days", from: "referral r JOIN agency g ON g.id = r.agency_id", of: "r.pupil_id",
                             where: "r.state IN \(ReferralState.queued)")
    let found = try reader.rows(sql) { row in
        (try FoundPupil(&row, question.viewer), try row.next(RowID.self), try row.next(ReferralState.self), try row.next(Day.self), try row.next(Day?.self), try row.next(String.self), try row.next(Int?.self))
    }
    return found.compactMap { found, id, state, since, expected, agency, days in
        Referral.unanswered(state, since: since, expectedOn: expected, within: days ?? Agency.usualAnswer, on: question.day).map { missing in
            let agency = question.mayName(found) ? agency : "the agency"
            let words = ReferralState.unanswered.contains(state) ? "\(state.label) on \(since.inWords), and no answer of \(agency) since." : "\(agency) was to see the pupil by \((missing - 1).inWords)."
            return found.finding("referral-\(id)", since: missing, words, next: question.referralStep(found, id))
        }
    }
}

let referralWithoutConsent = SafetyRule(
    "referral-without-consent", .gap, "A referral whose consent is missing or has ended",
    why: "An agency that works with a pupil is told of them on consent, or for a reason in law that is written down (UK GDPR, Articles 6 and 9). Here neither holds today.",
    who: "The SENCO acts", next: "Ask the family again, or take the referral back"
) { reader, question in
    let day = question.day
    let sql = question.found("""
        r.id, g.name, (SELECT MAX(CASE WHEN c.ended_on IS NULL THEN c.until_day ELSE c.ended_on END) FROM agency_consent c WHERE c.pupil_id = r.pupil_id AND c.agency_id = r.agency_id AND (c.referral_id IS NULL OR c.referral_id = r.id))
        """, from: "referral r JOIN agency g ON g.id = r.agency_id", of: "r.pupil_id", where: """
        r.state IN \(ReferralState.open.filter { !$0.isInside }) AND NOT EXISTS (SELECT 1 FROM agency_consent k WHERE k.pupil_id = r.pupil_id AND k.agency_id = r.agency_id AND (k.referral_id IS NULL OR k.referral_id = r.id) \
        AND k.given_on <= \(day) AND k.until_day >= \(day) AND (k.ended_on IS NULL OR k.ended_on > \(day)))
        """)
    return try reader.rows(sql) { row in
        let found = try FoundPupil(&row, question.viewer), id: RowID = try row.next(), name: String = try row.next(), last: Day? = try row.next()
        let agency = question.mayName(found) ? name : "the agency"
        let words = last.map { "What allowed \(agency) to be told ended on \($0.inWords), and the referral is open." } ?? "No consent for \(agency) is written down, and the referral is open."
        return found.finding("referral-\(id)", since: last, words, next: question.referralStep(found, id))
    }
}

extension FoundPupil {
    /// One of several things about a pupil: each is answered by itself.
    func finding(_ subject: String, since: Day?, _ message: String, next: Address) -> Finding {
        Finding(school: school, urn: urn, pupil: pupil, subject: subject, upn: upn, name: name, since: since, message: message, next: next)
    }
}

extension SafetyQuestion {
    /// Which agency works with a pupil tells what the worry is: it is for those who read the record.
    fileprivate func mayName(_ found: FoundPupil) -> Bool { viewer.may(.seeRecord, at: found.school) }

    /// Where this viewer goes on with a referral: its page for those who read the record, the pupil’s page for the others.
    fileprivate func referralStep(_ found: FoundPupil, _ referral: RowID) -> Address {
        viewer.may(.seeRecord, at: found.school) ? referralPath(found.pupil, referral) : pupilPath(found.pupil)
    }
}
