import Access
import AreaKit
import Basics
import Database
import Pages
import People

let practiceRoutes: [Route] = [
    .read(practicesPath, .seePupils) { visit, id in try await visit.read { try list(visit, id, $0) } },
    .read(practicePath, .seePupils) { visit, id, row in try await visit.read { try page(visit, id, row, $0) } },
] + startPractice.routes(startPracticePath) + logProbe.routes(logProbePath) + markPhase.routes(markPhasePath) + endPractice.routes(endPracticePath)

private func list(_ visit: Visit, _ id: PupilID, _ reader: Reader) throws -> Answer {
    let (pupil, powers) = try reader.practising(id, for: visit.viewer, on: visit.today), practices = try reader.practices(of: id)
    let rows: [HTML] = practices.map { series in
        let state = series.ends.map { "Ended \($0.short)" } ?? "Goes on"
        return """
            <tr><th scope="row"><a href="\(practicePath(id, series.id))">\(series.title)</a></th><td data-label="Since">\(series.starts.short)</td>\
            <td data-label="Aim">\(series.aimInWords)</td><td data-label="State">\(state)</td></tr>

            """
    }
    let begin = powers.contains(.enterResults) ? [linkButton("Begin a practice", startPracticePath(id))] : []
    return visit.page("Daily practice: \(pupil.name)", at: "pupils", """
        \(crumbs((pupil.name, pupilPath(id))))\(pageTitle("Daily practice", lead: "\(pupil.name). One skill, timed every day: precision teaching.", actions: begin))\
        \(rows.isEmpty ? "<p>None yet.</p>" : table("Practices", [head("Skill"), head("Since"), head("Aim"), head("State")], rows))
        """)
}

extension ProbeSeries {
    /// The skill as a title: people write it as the rest of a sentence.
    fileprivate var title: String { skill.prefix(1).uppercased() + skill.dropFirst() }

    /// `40 correct and at most 2 incorrect a minute, by 3 March 2027`.
    var aimInWords: String { "\(aimCorrect) correct and at most \(aimIncorrect) incorrect a minute, by \(aimOn.inWords)" }
}

private func page(_ visit: Visit, _ id: PupilID, _ row: RowID, _ reader: Reader) throws -> Answer {
    let (pupil, powers) = try reader.practising(id, for: visit.viewer, on: visit.today), series = try reader.practice(row, of: id), chart = try reader.probeChart(series)
    let acts = powers.contains(.enterResults) && series.ends == nil ? [
        linkButton("Write down a timing", logProbePath(id, row)), linkButton("Mark a change", markPhasePath(id, row), aside: true), linkButton("End the practice", endPracticePath(id, row), aside: true),
    ] : []
    let ended: HTML = series.ends.map { "<p>It ended on \($0.inWords).</p>" } ?? "<p><b>\(chart.advice.label)</b></p>"
    return visit.page("Practice: \(series.skill)", at: "pupils", """
        \(crumbs((pupil.name, pupilPath(id)), ("Daily practice", practicesPath(id))))\(savedNotice(visit))\
        \(pageTitle(series.title, lead: "\(pupil.name). Aim: \(series.aimInWords)", actions: acts))\(ended)\
        \(chart.probes.isEmpty ? "<p>No timing yet.</p>" : drawn(chart, of: pupil))
        """)
}

private func savedNotice(_ visit: Visit) -> HTML {
    switch visit.request.query["saved"] {
    case "timing": notice("Saved the timing.")
    case "phase": notice("Marked the change.")
    case "practice": notice("Begun. Write down the first timing when it is taken.")
    case "ended": notice("Ended.")
    default: ""
    }
}

private func drawn(_ chart: ProbeChart, of pupil: Pupil) -> HTML {
    let marks = Dictionary(chart.changes.enumerated().map { ($0.element.id, $0.offset + 1) }) { $1 }
    let rows: [HTML] = chart.probes.reversed().map { probe in
        let phase = chart.changes.last { $0.starts <= probe.takenOn }.flatMap { marks[$0.id] }.map { "\($0)" } ?? "–"
        return """
            <tr><th scope="row">\(probe.takenOn.short)</th><td class="number" data-label="Correct a minute">\(ImpactWords.plain(probe.correctAMinute))</td>\
            <td class="number" data-label="Incorrect a minute">\(ImpactWords.plain(probe.incorrectAMinute))</td><td data-label="Change">\(phase)</td></tr>

            """
    }
    let changes: [HTML] = chart.changes.map { "<li>From \($0.starts.inWords): \($0.words)</li>" }
    let legend: HTML = changes.isEmpty ? "" : "<h2>Changes</h2><ol>\(changes)</ol>"
    let heads = [head("Day"), head("Correct a minute", number: true), head("Incorrect a minute", number: true), head("Change")]
    guard let drawing = chart.drawing else { return table("Timings", heads, rows) + legend }
    let title = "Timings of \(pupil.calledName): circles are correct a minute, crosses incorrect, the dashed line leads to the aim."
    return "<p class=\"hint\">Circles: correct a minute. Crosses: incorrect. Dashed: the way to the aim.</p>\(pointChart("timings", title, drawing, table: table("Timings", heads, rows)))\(legend)"
}

extension ProbeChart {
    /// Where its points stand; nil without any.
    var drawing: ChartDrawing? {
        let points = probes.map { (day: $0.takenOn, value: $0.correctAMinute) } + probes.map { (day: $0.takenOn, value: $0.incorrectAMinute) }
        guard let places = PointChart(points, also: [0, Double(series.aimCorrect)], until: series.aimOn) else { return nil }
        var drawing = ChartDrawing(width: PointChart.width, height: PointChart.height)
        drawing.ticks = places.ticks.map { (places.y($0), ImpactWords.plain($0)) }
        drawing.days = (Day(number: places.days.lowerBound).short, Day(number: places.days.upperBound).short)
        drawing.circles = probes.map { (places.x($0.takenOn), places.y($0.correctAMinute)) }
        drawing.crosses = probes.map { (places.x($0.takenOn), places.y($0.incorrectAMinute)) }
        drawing.line = aimLine.map(places.path) ?? []
        drawing.changes = changes.map { places.x($0.starts) }
        return drawing
    }
}
