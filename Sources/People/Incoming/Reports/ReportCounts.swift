import Basics
import Files

/// Reads rows of reports that count something of a pupil: attendance, suspensions, behaviour.
enum ReportCounts {
    static func attendance(_ row: TableRow, _ columns: ReportColumns, _ map: ReportMap) throws(IncomingRefusal) -> (IncomingAttendance, [IncomingProblem]) {
        var values = IncomingValues(row: row.number)
        let pupil = try values.counted(row, columns), days = try values.period(row, columns, map)
        guard let possible = values.number(columns.text("possible", row), "possible"), let attended = values.number(columns.text("attended", row), "attended") else {
            throw IncomingRefusal(values, "possible", "This row does not say how many sessions were possible and how many the pupil attended, so it was left out.")
        }
        let authorised = values.number(columns.text("authorised", row), "authorised"), unauthorised = values.number(columns.text("unauthorised", row), "unauthorised")
        guard attended + (authorised ?? 0) + (unauthorised ?? 0) <= possible else {
            throw IncomingRefusal(values, "attended", "More sessions are attended or missed than were possible, so the row was left out. Check whether the columns are the right ones.")
        }
        let found = IncomingAttendance(pupil: pupil, starts: days.starts, ends: days.ends, possible: possible, attended: attended, authorised: authorised,
                                       unauthorised: unauthorised, late: values.number(columns.text("late", row), "late"))
        return (found, values.problems)
    }

    static func suspension(_ row: TableRow, _ columns: ReportColumns, _ map: ReportMap) throws(IncomingRefusal) -> (IncomingSuspension, [IncomingProblem]) {
        var values = IncomingValues(row: row.number)
        let pupil = try values.counted(row, columns)
        guard let starts = values.day(columns.text("from", row), "from", order: map.dateOrder) else {
            throw IncomingRefusal(values, "from", "This row has no first day that we can read, so it was left out.")
        }
        var ends = values.day(columns.text("to", row), "to", order: map.dateOrder)
        if let last = ends, last < starts {
            values.leaveOut("to", "The last day comes before the first. It was left out.")
            ends = nil
        }
        let found = IncomingSuspension(pupil: pupil, kind: values.kindOfSuspension(columns.text("kind", row)), starts: starts, ends: ends,
                                       sessions: values.number(columns.text("sessions", row), "sessions"), reason: String((columns.text("reason", row) ?? "").prefix(300)))
        return (found, values.problems)
    }

    static func behaviour(_ row: TableRow, _ columns: ReportColumns, _ map: ReportMap) throws(IncomingRefusal) -> (IncomingBehaviour, [IncomingProblem]) {
        var values = IncomingValues(row: row.number)
        let pupil = try values.counted(row, columns), days = try values.period(row, columns, map)
        guard let number = values.number(columns.text("number", row), "number") else {
            throw IncomingRefusal(values, "number", "This row does not say how often, so it was left out.")
        }
        let kind = columns.text("kind", row).map { String($0.prefix(100)) } ?? "Behaviour"
        return (IncomingBehaviour(pupil: pupil, kind: kind, starts: days.starts, ends: days.ends, number: number), values.problems)
    }
}

extension IncomingValues {
    /// Whom the row is about. A row without a number is refused: names are not enough.
    mutating func counted(_ row: TableRow, _ columns: ReportColumns) throws(IncomingRefusal) -> IncomingCounted {
        var pupil = IncomingCounted(row: row.number)
        pupil.urn = try identifier(columns.text("urn", row), "urn")
        pupil.upn = upn(try identifier(columns.text("upn", row), "upn"))
        pupil.admissionNumber = try identifier(columns.text("admission_number", row), "admission_number")
        guard pupil.upn ?? pupil.admissionNumber != nil else {
            throw IncomingRefusal(self, "upn", "This row names no pupil by a number, so it was left out. Add the UPN or the admission number to the report.")
        }
        return pupil
    }

    /// The days that the row counts: its own, or else those of the whole report.
    fileprivate mutating func period(_ row: TableRow, _ columns: ReportColumns, _ map: ReportMap) throws(IncomingRefusal) -> (starts: Day, ends: Day) {
        let starts = day(columns.text("from", row), "from", order: map.dateOrder) ?? map.periodStarts
        let ends = day(columns.text("to", row), "to", order: map.dateOrder) ?? map.periodEnds
        guard let starts, let ends, starts <= ends else {
            throw IncomingRefusal(self, "from", "This row does not say for which days it counts, so it was left out. Say the first and the last day of the report.")
        }
        return (starts, ends)
    }

    /// `Suspension` unless the words say that it is permanent.
    fileprivate func kindOfSuspension(_ text: String?) -> Suspension.Kind {
        let words = (text ?? "").folded
        return words.contains("perm") || words == "pexc" || words.hasPrefix("pex") ? .exclusion : .suspension
    }
}
