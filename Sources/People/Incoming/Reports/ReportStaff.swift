import Basics
import Files

/// Reads one row of a report of staff.
enum ReportStaff {
    static func read(_ row: TableRow, _ columns: ReportColumns, _ map: ReportMap) throws(IncomingRefusal) -> (IncomingStaff, [IncomingProblem]) {
        var values = IncomingValues(row: row.number)
        let name = values.name(row, columns, map.nameOrder)
        guard let surname = name.surname?.nonEmpty else {
            throw IncomingRefusal(values, "surname", "This member of staff has no surname, so the row was left out.")
        }
        let staff = IncomingStaff(
            row: row.number, urn: try values.identifier(columns.text("urn", row), "urn"),
            misID: try values.identifier(columns.text("mis_id", row), "mis_id"),
            title: columns.text("title", row), surname: surname, forename: name.forename?.nonEmpty ?? "",
            role: columns.text("role", row), email: values.email(columns.text("email", row)),
            starts: values.day(columns.text("starts", row), "starts", order: map.dateOrder),
            ends: values.day(columns.text("ends", row), "ends", order: map.dateOrder))
        return (staff, values.problems)
    }
}

extension IncomingValues {
    mutating func email(_ text: String?) -> String? {
        guard let text = text?.nonEmpty else { return nil }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        if parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), !text.contains(where: \.isWhitespace) { return text }
        leaveOut("email", "\(quoted(text)) isn't an e-mail address.")
        return nil
    }
}
