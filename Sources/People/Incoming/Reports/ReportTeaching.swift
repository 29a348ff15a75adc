import Basics
import Files

/// Reads rows of reports on classes, teaching groups and lessons.
enum ReportTeaching {
    static func schoolClass(_ row: TableRow, _ columns: ReportColumns, _ map: ReportMap) throws(IncomingRefusal) -> (IncomingClass, [IncomingProblem]) {
        var values = IncomingValues(row: row.number)
        guard let name = try values.groupName(columns.text("name", row)) else {
            throw IncomingRefusal(values, "name", "This row names no class, so it was left out.")
        }
        let found = IncomingClass(
            row: row.number, urn: try values.identifier(columns.text("urn", row), "urn"), name: name,
            kind: columns.text("kind", row), year: values.year(columns.text("year", row)),
            teacher: columns.text("teacher", row), starts: map.classesStart)
        return (found, values.problems)
    }

    static func groupMember(_ row: TableRow, _ columns: ReportColumns, _ map: ReportMap) throws(IncomingRefusal) -> (IncomingGroupMember, [IncomingProblem]) {
        var values = IncomingValues(row: row.number)
        guard let group = try values.groupName(columns.text("group", row)) else {
            throw IncomingRefusal(values, "group", "This row names no group, so it was left out.")
        }
        var member = IncomingGroupMember(row: row.number, group: group)
        member.urn = try values.identifier(columns.text("urn", row), "urn")
        member.upn = values.upn(try values.identifier(columns.text("upn", row), "upn"))
        member.admissionNumber = try values.identifier(columns.text("admission_number", row), "admission_number")
        member.misID = try values.identifier(columns.text("mis_id", row), "mis_id")
        member.subject = columns.text("subject", row)
        member.teacher = columns.text("teacher", row)
        member.starts = map.classesStart
        guard member.upn ?? member.admissionNumber ?? member.misID != nil else {
            throw IncomingRefusal(values, "upn", "This row names no pupil by a number, so it was left out. Add the UPN or the admission number to the report.")
        }
        return (member, values.problems)
    }

    static func lesson(_ row: TableRow, _ columns: ReportColumns, _ map: ReportMap) throws(IncomingRefusal) -> (IncomingLesson, [IncomingProblem]) {
        var values = IncomingValues(row: row.number)
        guard let group = try values.groupName(columns.text("group", row)) else {
            throw IncomingRefusal(values, "group", "This row names no class or group, so it was left out.")
        }
        var lesson = IncomingLesson(row: row.number, group: group)
        lesson.urn = try values.identifier(columns.text("urn", row), "urn")
        lesson.subject = columns.text("subject", row)
        (lesson.weekday, lesson.week) = values.weekday(columns.text("day", row))
        lesson.week = columns.text("week", row) ?? lesson.week
        lesson.period = columns.text("period", row)
        lesson.starts = values.time(columns.text("starts", row), "starts")
        lesson.ends = values.time(columns.text("ends", row), "ends")
        lesson.room = columns.text("room", row)
        lesson.teacher = columns.text("teacher", row)
        return (lesson, values.problems)
    }
}

extension IncomingValues {
    /// The name of a class or group; one that a spreadsheet has turned into a date is refused.
    fileprivate mutating func groupName(_ text: String?) throws(IncomingRefusal) -> String? {
        guard let text else { return nil }
        if ClassName.looksLikeDate(text) {
            throw IncomingRefusal(self, "group", "The name \(quoted(text)) looks like a date that a spreadsheet made of it, so the row was left out. Export the report again and do not open it in a spreadsheet.")
        }
        return text
    }

    /// `Monday`, `Mon A`, `MonB`, `Week A Monday`, `Monday Week 2`.
    fileprivate mutating func weekday(_ text: String?) -> (Int?, String?) {
        guard let text else { return (nil, nil) }
        let words = text.folded.split(separator: " ").map(String.init).filter { $0 != "week" && $0 != "wk" }
        if let place = words.firstIndex(where: { Int($0) == nil && Weekday.number($0) != nil }), words.count <= 2 {
            return (Weekday.number(words[place]), words.count == 2 ? words[1 - place].uppercased() : nil)
        }
        if words.count == 1, let word = words.first {
            if let day = Weekday.number(word) { return (day, nil) }
            if word.count > 3, let day = Weekday.number(String(word.dropLast())) { return (day, word.last?.uppercased()) }
        }
        leaveOut("day", "\(quoted(text)) isn't a day of the week that we can read. Write Monday or Mon.")
        return (nil, nil)
    }

    fileprivate mutating func time(_ text: String?, _ field: String) -> String? {
        guard let text else { return nil }
        if let time = ClockTime.read(text) { return time }
        leaveOut(field, "\(quoted(text)) isn't a time that we can read. Write it as 09:05.")
        return nil
    }
}
