import AreaKit
import Basics
import Database
import Pages

let yearUnexpected = SafetyRule(
    "year-unexpected", .check, "Taught in another year than expected",
    why: "The year is not the one that follows from the date of birth (age on 31 August, less four). That can be right: a child may be taught with an older or a younger year.",
    who: "The data manager acts", next: "Check the year in the MIS"
) { reader, question in
    let year = AcademicYear(containing: question.day)
    let sql = question.found("y.year, p.birth", from: "pupil_year y", of: "y.pupil_id",
                             where: "y.school_id = e.school_id AND y.academic_year = \(year.starting) AND (\(unexpected(in: year)))")
    return try reader.rows(sql) { row in
        let found = try FoundPupil(&row, question.viewer)
        let taught: YearGroup = try row.next(), expected = YearGroup.expected(born: try row.next(), in: year)
        return found.finding(since: max(found.entered, year.firstDay), "Recorded in \(taught.label); by date of birth \(expected.label) is expected.",
                             next: pupilPath(found.pupil))
    }
}

/// True for a year `y` and a pupil `p` born outside its twelve months. X and codes we don't know are left
/// alone; E1 and 14 are open at their outer ends, as in `YearGroup.expected`.
private func unexpected(in year: AcademicYear) -> SQL {
    let parts = YearGroup.all.compactMap { group -> SQL? in
        guard let number = group.number else { return nil }
        let born = AcademicYear(starting: year.starting - number - 5)
        let tooOld: SQL = number == 14 ? "1 = 0" : "p.birth < \(born.firstDay)"
        let tooYoung: SQL = group.rawValue == "E1" ? "1 = 0" : "p.birth > \(born.lastDay)"
        return "(y.year = \(group) AND (\(tooOld) OR \(tooYoung)))"
    }
    return SQL.joined(parts, " OR ")
}
