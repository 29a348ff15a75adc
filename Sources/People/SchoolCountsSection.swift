import AreaKit
import Basics
import Database
import Pages

/// What reports of the school's own system count, of this academic year and the last, on a pupil's page.
let schoolCountsSection = PupilSection(order: 6) { reader, _, pupil, day in
    let first = AcademicYear(containing: day).previous.firstDay
    let figures = try reader.attendance(of: [pupil], since: first)[pupil] ?? [], suspensions = try reader.suspensions(of: [pupil], since: first)[pupil] ?? []
    let behaviour = try reader.behaviour(of: [pupil], since: first)[pupil] ?? []
    // The years of a transfer file have a table of their own below.
    return attendance(figures.filter { $0.origin != .transfer }) + attendanceMarksCard(try reader.notableMarks(of: pupil, since: day - 42)) + suspended(suspensions) + counted(behaviour)
}

private func attendance(_ figures: [AttendanceFigure]) -> HTML {
    if figures.isEmpty { return "" }
    let rows: [HTML] = figures.reversed().map { figure in
        """
        <tr><th scope="row">\(figure.starts.short) to \(figure.ends.short)</th><td class="number" data-label="Attended">\(figure.tenths / 10).\(figure.tenths % 10)%</td>\
        <td class="number" data-label="Sessions">\(grouped(figure.attended)) of \(grouped(figure.possible))</td><td data-label="From">\(figure.origin.label)</td></tr>
        """
    }
    return card("Attendance", id: "attendance-totals", table("Attendance in sessions (half days)", [head("Days"), head("Attended", number: true), head("Sessions", number: true), head("From")], rows))
}

private func suspended(_ list: [Suspension]) -> HTML {
    if list.isEmpty { return "" }
    let items: [HTML] = list.reversed().map { "<li><b>\($0.kind.label)</b> <span class=\"quiet\">\(Spell(starts: $0.starts, ends: $0.ends).inWords)</span> \($0.details)</li>" }
    return card("Suspensions", id: "suspensions", "<ul class=\"plain\">\(items)</ul>")
}

private func counted(_ list: [BehaviourTotal]) -> HTML {
    if list.isEmpty { return "" }
    let rows: [HTML] = list.reversed().map { total in
        "<tr><th scope=\"row\">\(total.kind)</th><td>\(total.starts.short) to \(total.ends.short)</td><td class=\"number\" data-label=\"How often\">\(grouped(total.number))</td></tr>"
    }
    return card("Behaviour", id: "behaviour", table("What was counted of behaviour", [head("What"), head("Days"), head("How often", number: true)], rows))
}

extension Suspension {
    fileprivate var details: String { [sessions.map { count($0, "session") }, reason.nonEmpty].compactMap { $0 }.joined(separator: ", ") }
}
