import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// What must not be missed between a concern and help.
let concernSafetyRules: [SafetyRule] = [concernUndecided, concernNotLookedAt, watchDatePassed, familyNotTold]

let concernUndecided = SafetyRule(
    "concern-undecided", .gap, "A concern without a decision",
    why: "Needs are found early where somebody answers those who worry (SEND Code of Practice 2015, 6.14 to 6.17). The school has set within how many school days a concern is decided.",
    who: "The SENCO acts", next: "Decide about the concern"
) { reader, question in
    try reader.dueConcerns(question, "d.id IS NULL AND c.decide_by < \(question.day)").map { found, concern, due in
        found.finding(since: due + 1, "A concern was to be decided by \(due.inWords).", next: question.concernStep(found, concern))
    }
}

let concernNotLookedAt = SafetyRule(
    "concern-not-looked-at", .gap, "A concern that nobody looked at again",
    why: "Somebody said by when they look again, or a family disagreed and the school said when it checks. A pupil must not be lost because a day passed.",
    who: "The SENCO acts", next: "Look at the concern again"
) { reader, question in
    // Whoever is on the watch list is found by its own day.
    let watched: SQL = "d.outcome = 'monitor' AND EXISTS (SELECT 1 FROM watch_spell w WHERE w.pupil_id = c.pupil_id AND \(question.open("w")))"
    return try reader.dueConcerns(question, "d.outcome IN \(ConcernOutcome.open) AND d.look_again < \(question.day) AND NOT (\(watched))").map { found, concern, due in
        found.finding(since: due + 1, "Somebody was to look at a concern again by \(due.inWords).", next: question.concernStep(found, concern))
    }
}

let watchDatePassed = SafetyRule(
    "watch-date-passed", .gap, "A day of the watch list has passed",
    why: "Whoever watches a pupil says by when somebody looks again. A pupil who is only watched gets no help until then.",
    who: "The SENCO acts", next: "Look again, then decide"
) { reader, question in
    let sql = question.found("w.look_again", from: "watch_spell w", of: "w.pupil_id", where: "\(question.open("w")) AND w.look_again < \(question.day)")
    return try reader.rows(sql) { row in
        let found = try FoundPupil(&row, question.viewer), due: Day = try row.next()
        return found.finding(since: due + 1, "On the watch list, to be looked at again by \(due.inWords).", next: pupilPath(found.pupil))
    }
}

let familyNotTold = SafetyRule(
    "family-not-told", .gap, "SEN support, and the family is not told",
    why: "A school that gives a pupil SEN support must tell the family (Children and Families Act 2014, section 68). SEN support counts all the same.",
    who: "The SENCO or the class teacher acts", next: "Tell the family, then write down when"
) { reader, question in
    try reader.untold(question).map { line in
        let next = question.viewer.may(.changeRegister, at: line.found.school) ? tellFamilyPath(line.found.pupil) : pupilPath(line.found.pupil)
        return line.found.finding(since: line.since, "SEN support since \(line.since.inWords), and nobody has written down that the family was told.", next: next)
    }
}

extension Reader {
    /// Concerns `c` of pupils on roll, with their latest decision `d`: the pupil, the concern and the day that has passed.
    fileprivate func dueConcerns(_ question: SafetyQuestion, _ condition: SQL) throws -> [(FoundPupil, RowID, Day)] {
        let sql = question.found("c.id, COALESCE(d.look_again, c.decide_by)", from: """
            (SELECT x.*, (SELECT MAX(y.id) FROM concern_decision y WHERE y.concern_id = x.id) AS latest FROM concern x) c LEFT JOIN concern_decision d ON d.id = c.latest
            """, of: "c.pupil_id", where: condition)
        return try rows(sql) { try (FoundPupil(&$0, question.viewer), $0.next(), $0.next()) }
    }
}

extension SafetyQuestion {
    /// Where this viewer decides about a concern: its page for those who do, the pupil's page for the others.
    fileprivate func concernStep(_ found: FoundPupil, _ concern: RowID) -> Address {
        viewer.may(.changeRegister, at: found.school) ? concernPath(found.pupil, concern) : pupilPath(found.pupil)
    }
}
