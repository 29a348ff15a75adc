import Access
import AreaKit
import Basics
import Database
import Pages

let fewFamilyMeetings = SafetyRule(
    "few-family-meetings", .gap, "Fewer meetings offered to the family than one a term",
    why: "Schools should meet the parents of a child on SEN support at least three times a year (SEND Code of Practice, 6.65). The last three terms of the school’s own table are looked at, where the child was on SEN support throughout. A meeting that was offered and declined counts.",
    who: "The SENCO and the class teacher act", next: "Offer a meeting and write it down"
) { reader, question in
    let terms = try reader.endedTerms(question)
    guard let first = terms.values.compactMap(\.first?.starts).min() else { return [] }
    let offered = try reader.familyMeetings(at: question.school, among: question.among("pupil_id"), from: first, to: question.day)
    let sql = question.found("ps.starts", from: "provision_spell ps", of: "ps.pupil_id", where: "ps.provision IN ('K', 'A', 'P', 'Q') AND \(question.open("ps"))")
    let found = try reader.rows(sql) { row in
        let found = try FoundPupil(&row, question.viewer), since: Day = try row.next()
        let share = FamilyMeetingShare(terms: terms[found.school] ?? [], from: max(since, found.entered), offered: offered[found.pupil] ?? [], on: question.day)
        let next = question.viewer.may(.raiseConcern, at: found.school) ? addNotePath(found.pupil) : pupilPath(found.pupil)
        return share.shortSince.map { found.finding(since: $0, share.inWords, next: next) }
    }
    return found.compactMap { $0 }
}

extension FamilyMeetingShare {
    /// `1 meeting was offered to the family in the last 3 terms.`
    fileprivate var inWords: String {
        let number = offered == 0 ? "No meeting was" : "\(count(offered, "meeting")) \(offered == 1 ? "was" : "were")"
        return "\(number) offered to the family in the last \(due == 1 ? "term" : "\(due) terms")."
    }
}

extension Reader {
    /// The last three terms that ended before the day in question, school by school, in their order.
    fileprivate func endedTerms(_ question: SafetyQuestion) throws -> [SchoolID: [Spell]] {
        let place: SQL = question.school.map { "school_id = \($0)" } ?? question.viewer.sees(school: "school_id")
        let rows = try rows("SELECT school_id, starts, ends FROM term WHERE ends < \(question.day) AND \(place) ORDER BY starts") {
            try ($0.next(SchoolID.self), Spell(starts: $0.next(), ends: $0.next()))
        }
        return Dictionary(grouping: rows, by: \.0).mapValues { $0.suffix(3).map(\.1) }
    }
}
