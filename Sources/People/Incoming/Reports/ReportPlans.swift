import Basics
import Files

/// Reads rows of a file of plans: one for each outcome, with the plan to which it belongs.
enum ReportPlans {
    static func read(_ row: TableRow, _ columns: ReportColumns, _ map: ReportMap) throws(IncomingRefusal) -> (IncomingPlanRow, [IncomingProblem]) {
        var values = IncomingValues(row: row.number)
        let pupil = try values.counted(row, columns)
        guard let starts = values.day(columns.text("start", row), "start", order: map.dateOrder) else {
            throw IncomingRefusal(values, "start", "This row has no first day of the plan that we can read, so it was left out.")
        }
        guard let reviewBy = values.day(columns.text("review_date", row), "review_date", order: map.dateOrder) else {
            throw IncomingRefusal(values, "review_date", "This row has no review date that we can read, so it was left out.")
        }
        let text = { (field: String) in columns.text(field, row)?.replacing("\r\n", with: "\n") ?? "" }
        var found = IncomingPlanRow(pupil: pupil, kind: text("kind"), starts: starts, reviewBy: reviewBy, outcome: text("outcome"))
        (found.measure, found.baseline, found.target, found.owner) = (text("measure"), text("baseline"), text("target"), text("owner"))
        found.due = values.day(columns.text("due", row), "due", order: map.dateOrder)
        return (found, values.problems)
    }
}
