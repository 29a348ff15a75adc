import Basics
import Files

/// Reads rows of an attendance register: a day with its morning and afternoon, or one half-day with its code.
enum ReportMarks {
    static func read(_ row: TableRow, _ columns: ReportColumns, _ map: ReportMap) throws(IncomingRefusal) -> (IncomingMarks, [IncomingProblem]) {
        var values = IncomingValues(row: row.number)
        let pupil = try values.counted(row, columns)
        guard let day = values.day(columns.text("date", row), "date", order: map.dateOrder) else {
            throw IncomingRefusal(values, "date", "This row has no date that we can read, so it was left out. Write it as \(map.dateOrder.example).")
        }
        var codes: [HalfDay: String] = [:]
        codes[.morning] = values.mark(columns.text("am", row), "am")
        codes[.afternoon] = values.mark(columns.text("pm", row), "pm")
        if let code = values.mark(columns.text("code", row), "code") { codes[try values.half(columns.text("session", row))] = code }
        if codes.isEmpty, !values.problems.isEmpty { throw IncomingRefusal(values, "code", "No mark of this row can be read, so it was left out.") }
        return (IncomingMarks(pupil: pupil, day: day, codes: codes), values.problems)
    }
}

extension IncomingValues {
    /// One code. Marks of several half-days that run together can't be told apart, since codes have one letter or two.
    fileprivate mutating func mark(_ text: String?, _ field: String) -> String? {
        guard let text = text?.trimmed.nonEmpty else { return nil }
        if AttendanceCode.known(text) != nil { return text }
        let isOne = text.count <= 4 && text.unicodeScalars.count <= 4 && text.allSatisfy { ($0.isLetter || $0.isNumber || $0.isSymbol || $0.isPunctuation) && $0 != "/" && $0 != "\\" }
        if !isOne { leaveOut(field, "\(quoted(text)) isn’t one attendance code. Give one code for each half-day, such as / or C1.") }
        return isOne ? text : nil
    }

    fileprivate func half(_ text: String?) throws(IncomingRefusal) -> HalfDay {
        guard let half = text.flatMap({ HalfDay(words: $0) }) else { throw IncomingRefusal(self, "session", "This row does not say which half-day it is, so it was left out. Write AM or PM.") }
        return half
    }
}
