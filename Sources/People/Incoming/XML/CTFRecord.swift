import Basics
import Files

/// Reads what a transfer file tells of a pupil's past: attendance, results, schools.
enum CTFRecord {
    static func attendance(_ block: XMLElement, _ values: inout IncomingValues) -> [IncomingYearAttendance] {
        block.children("YearData").compactMap { year($0, &values) }
    }

    private static func year(_ row: XMLElement, _ values: inout IncomingValues) -> IncomingYearAttendance? {
        guard let year = row.text("Year") else {
            values.leaveOut("attendance", "A year of attendance has no year, so it was left out.")
            return nil
        }
        var attendance = IncomingYearAttendance(year: year)
        attendance.authority = row.text("LEA")
        attendance.establishment = row.text("Estab")
        attendance.schoolName = row.text("SchoolName")
        attendance.possible = values.number(row.text("SessionsPossible"), "attendance")
        attendance.attended = values.number(row.text("SessionsAttended"), "attendance")
        attendance.authorised = values.number(row.text("SessionsAuthorised"), "attendance")
        attendance.unauthorised = values.number(row.text("SessionsUnauthorised"), "attendance")
        return attendance
    }

    static func results(_ block: XMLElement, _ values: inout IncomingValues) -> [IncomingStageResult] {
        block.children("KeyStage").flatMap { stage in
            stage.children("StageAssessment").map { result($0, stage: stage.text("Stage") ?? "", &values) }
        }
    }

    private static func result(_ row: XMLElement, stage: String, _ values: inout IncomingValues) -> IncomingStageResult {
        IncomingStageResult(
            stage: stage, locale: row.text("Locale") ?? "", year: row.text("Year") ?? "", subject: row.text("Subject") ?? "",
            method: row.text("Method") ?? "", component: row.text("Component") ?? "",
            resultStatus: row.text("ResultStatus") ?? "", resultQualifier: row.text("ResultQualifier") ?? "",
            result: row.text("Result") ?? "", date: values.day(row.text("ResultDate"), "result_date"))
    }

    static func schools(_ block: XMLElement, _ values: inout IncomingValues) -> [IncomingSchoolSpell] {
        block.children("School").map { school($0, &values) }
    }

    private static func school(_ row: XMLElement, _ values: inout IncomingValues) -> IncomingSchoolSpell {
        var spell = IncomingSchoolSpell()
        spell.authority = row.text("LEA")
        spell.establishment = row.text("Estab")
        spell.urn = row.text("URN")
        spell.schoolName = row.text("SchoolName")
        spell.entryDate = values.day(row.text("EntryDate"), "school_entry")
        spell.leavingDate = values.day(row.text("LeavingDate"), "school_leaving")
        spell.leavingReason = row.text("LeavingReason")?.uppercased()
        spell.isLast = values.flag(row.text("LastSchool"), "last_school")
        return spell
    }
}
