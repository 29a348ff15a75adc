import Basics
import Pages
import People

/// The meetings of a school week by week, from this week to the last that a meeting may lie in. A name leads to the box of its day;
/// with a mouse it can be drawn to another week, which fills that box and saves nothing.
func weekBoard(_ plan: YearPlan, _ most: Int) -> HTML {
    let meetings = Dictionary(grouping: plan.lines.compactMap { line in plan.day(of: line).map { (line: line, day: $0) } }, by: \.day.monday)
    if meetings.isEmpty { return "" }
    let items: [HTML] = plan.weeks(with: Set(meetings.keys)).map { week, days in item(week, days, (meetings[week] ?? []).map(\.line), most) }
    return """
        <details class="weeks" data-weeks="\(most)"><summary>Meetings week by week</summary>\
        <p class="hint">A name leads to the box for its day. With a mouse, draw it to another week: the day in the box changes, and is saved when you press “Save these days”.</p>\
        <ol class="plain">\(items)</ol></details>
        """
}

private func item(_ week: Day, _ days: [Day], _ lines: [MeetingToPlan], _ most: Int) -> HTML {
    let full: HTML = lines.count > most ? "" : " hidden"
    let names: [HTML] = lines.map { "<li><a href=\"#\($0.field)\">\($0.name)</a></li>" }
    return """
        <li data-days="\(days.map { "\($0)" }.joined(separator: " "))"><b>Week of \(week.short): <span data-number>\(lines.count)</span></b> \
        <span class="tag tag-warn"\(full)>More than \(most)</span><ul class="plain">\(names)</ul></li>

        """
}

extension YearPlan {
    /// Planned or proposed.
    fileprivate func day(of line: MeetingToPlan) -> Day? { line.review?.meetingOn ?? proposal[line.id] }

    /// The weeks with school days that are left, and those in which a meeting lies.
    fileprivate func weeks(with meetings: Set<Day>) -> [(week: Day, days: [Day])] {
        let last = max(lines.map(\.latest).max() ?? today, meetings.max() ?? today), first = min(today.monday, meetings.min() ?? today)
        return stride(from: 0, through: min(last - first, 400), by: 7).compactMap { past in
            let week = first + past, days = (0..<5).map { week + $0 }.filter { $0 >= today && isSchoolDay($0) }
            return days.isEmpty && !meetings.contains(week) ? nil : (week, days)
        }
    }
}
