import Basics
import Pages

/// The half-days of the last six weeks on which a pupil was not simply in, on the pupil's page.
func attendanceMarksCard(_ marks: [AttendanceMark]) -> HTML {
    if marks.isEmpty { return "" }
    let rows: [HTML] = Dictionary(grouping: marks, by: \.day).sorted { $0.key > $1.key }.map { day, marks in
        let of = { (half: HalfDay) in marks.filter { $0.half == half }.map(\.inWords).joined(separator: ", ") }
        return "<tr><th scope=\"row\">\(day.short)</th><td data-label=\"Morning\">\(of(.morning))</td><td data-label=\"Afternoon\">\(of(.afternoon))</td></tr>"
    }
    return card("Not in, or somewhere else", id: "attendance-marks", table("Half-days of the last six weeks, from the register", [head("Day"), head("Morning"), head("Afternoon")], rows))
}
