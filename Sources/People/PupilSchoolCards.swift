import Basics
import Database
import Pages

/// What a pupil brings from school: attendance, results, earlier schools.
struct SchoolRecord: Sendable {
    let attendance: [YearlyAttendance]
    let results: [StageResult]
    let schools: [SchoolHistory]
}

extension Reader {
    /// What files have told of a pupil's time at school. The pupil must be in sight.
    func schoolRecord(of pupil: PupilID) throws -> SchoolRecord {
        SchoolRecord(
            attendance: try all(YearlyAttendance.self, "WHERE pupil_id = \(pupil) ORDER BY year DESC, id"),
            results: try all(StageResult.self, "WHERE pupil_id = \(pupil) ORDER BY stage, year DESC, subject, component, id"),
            schools: try all(SchoolHistory.self, "WHERE pupil_id = \(pupil) ORDER BY entered DESC, id"))
    }
}

func attendanceCard(_ record: SchoolRecord) -> HTML {
    if record.attendance.isEmpty { return "" }
    let rows: [HTML] = record.attendance.map { year in
        """
        <tr><th scope="row">\(AcademicYear(starting: year.year).description)</th><td>\(year.schoolName.nonEmpty ?? "\(year.laCode)/\(year.establishment)")</td>\
        <td class="number" data-label="Attended">\(year.share)</td><td class="number" data-label="Sessions">\(numbers(year.attended, year.possible))</td>\
        <td class="number" data-label="Authorised absence">\(year.authorised.map(grouped))</td><td class="number" data-label="Unauthorised absence">\(year.unauthorised.map(grouped))</td></tr>
        """
    }
    return card("Attendance by year", id: "attendance", table("Attendance in sessions (half days), with authorised and unauthorised absence", unseen: false, [
        head("Year"), head("School"), head("Attended", number: true), head("Sessions", number: true),
        head("Authorised", number: true), head("Unauthorised", number: true),
    ], rows))
}

private func numbers(_ part: Int?, _ whole: Int?) -> String? {
    part.flatMap { part in whole.map { "\(grouped(part)) of \(grouped($0))" } }
}

extension YearlyAttendance {
    /// `93.4%`, from whole sessions; rounded half up.
    var share: String? {
        guard let possible, possible > 0, let attended else { return nil }
        let thousandths = (attended * 2000 + possible) / (possible * 2)
        return "\(thousandths / 10).\(thousandths % 10)%"
    }
}

func resultsCard(_ record: SchoolRecord) -> HTML {
    if record.results.isEmpty { return "" }
    let rows: [HTML] = record.results.map { result in
        """
        <tr><th scope="row">\(result.stage.replacing("KS", with: "Key stage "))</th><td data-label="Year">\(result.year)</td><td data-label="Subject">\(result.subject)</td>\
        <td data-label="Part">\([result.component, result.method].filter { !$0.isEmpty }.joined(separator: ", "))</td><td data-label="Result">\(result.result)</td></tr>
        """
    }
    return card("Key stage results", id: "results", table("Key stage results", [head("Stage"), head("Year"), head("Subject"), head("Part and method"), head("Result")], rows))
}

func schoolsCard(_ record: SchoolRecord) -> HTML {
    if record.schools.isEmpty { return "" }
    let items: [HTML] = record.schools.map { school in
        "<li>\(school.schoolName.nonEmpty ?? "School \(school.laCode)/\(school.establishment)") <span class=\"quiet\">\(school.spell.inWords)</span></li>"
    }
    return card("Schools so far", id: "schools", "<ul class=\"plain\">\(items)</ul>")
}
