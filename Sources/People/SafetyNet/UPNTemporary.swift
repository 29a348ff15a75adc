import AreaKit
import Basics
import Database
import Pages

/// Sixteen weeks, where a school has no table of terms: the longest term of an ordinary English year.
private let weeksOfALongTerm = 112

let upnTemporary = SafetyRule(
    "upn-temporary", .gap, "A temporary UPN for over a term",
    why: "A temporary UPN is for the first weeks, until the last school has answered; then the pupil gets the permanent one (UPN guide of the Department for Education). A term is the longest in the school’s table of terms; where there is none, 16 weeks.",
    who: "The data manager acts", next: "Ask the last school for the UPN"
) { reader, question in
    let term = try TermLength(reader)
    let sql = question.found("p.upn", where: """
        substr(p.upn, 13, 1) BETWEEN 'A' AND 'Z' AND e.starts < \(question.day - term.shortest(else: weeksOfALongTerm))
        """)
    let old = try reader.rows(sql) { row in
        let found = try FoundPupil(&row, question.viewer)
        let tooLong = question.day - found.entered > term.days(at: found.school, else: weeksOfALongTerm)
        guard tooLong, UniquePupilNumber(found.upn).isTemporary else { return nil as Finding? }
        return found.finding(since: found.entered, "A temporary UPN since \(found.entered.inWords).", next: pupilPath(found.pupil))
    }
    return old.compactMap { $0 }
}
