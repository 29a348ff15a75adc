import Basics
import Measures
import Pages
import Provision
import Statistics

/// A page with more charts would be slow to open; groups are smaller.
private let mostCharts = 12

/// A small chart of the scores of each pupil, for those who may see them. Of many pupils, a link to each group.
func pupilCharts(_ seen: SeenImpact, _ scale: ScaleImpact) -> HTML {
    guard [.points, .ages].contains(scale.figures.comparison) else { return "" }
    let runs = Set(scale.changes.map(\.member.run)).sorted()
    if seen.group == nil, seen.impact.members.count > mostCharts, seen.groups.count > 1 {
        let links: [HTML] = runs.map { run in "<li><a href=\"\(seen.address.asking(["run": "\(run)"]))\">\(seen.groups[run] ?? "")</a></li>" }
        return "<h3 class=\"no-print\">Charts of each pupil, by group</h3><ul class=\"no-print\">\(links)</ul>"
    }
    let charts: [HTML] = scale.byName(seen.impact).prefix(mostCharts).compactMap { chart($0, scale, of: seen.impact.seen[$0.member.pupil] ?? "", seen.aims.line(of: $0, on: scale)) }
    if charts.isEmpty { return "" }
    let rest: HTML = scale.changes.count > mostCharts ? " Of \(scale.changes.count) pupils the first \(mostCharts) by name have a chart; the table has all." : ""
    let isAimed = scale.changes.contains { seen.aims.line(of: $0, on: scale) != nil }
    return """
        <h3>Charts of each pupil</h3><p class="hint">Circles: scores. Shaded: the time in the group, from the day on which the pupil joined (1) to the day on which they left (2).\
        \(isAimed ? " Dashed: the way to what is expected." : "")\(rest)</p><div class="charts">\(charts)</div>
        """
}

extension ScaleImpact {
    /// Its pupils by name.
    func byName(_ impact: InterventionImpact) -> [MemberChange] {
        changes.map { (name: impact.seen[$0.member.pupil] ?? "", change: $0) }.sorted { ($0.name, $0.change.member.run) < ($1.name, $1.change.member.run) }.map(\.change)
    }
}

private func chart(_ one: MemberChange, _ scale: ScaleImpact, of name: String, _ aim: AimLine?) -> HTML? {
    let shown = one.charted
    guard let drawing = one.drawing(shown, scale, aim) else { return nil }
    let id = "chart-\(scale.instrument.id)-\(scale.scale.key)-\(one.member.run)-\(one.member.pupil)", words = { (result: TestResult) in scale.scale.words(of: result.score) }
    let rows: [HTML] = shown.map { result in
        "<tr><th scope=\"row\">\(result.takenOn.short)</th><td class=\"number\">\(words(result))</td><td>\(one.phase(of: result))</td></tr>\n"
    }
    let expected = aim.map { " Expected by \(Day(number: $0.ends).inWords): \(scale.scale.words(of: Score(Int($0.to.rounded()))))." } ?? ""
    let title = "\(scale.name), \(name): \(shown.map { "\(words($0)) on \($0.takenOn.short)" }.joined(separator: ", ")).\(expected)"
    // Narrow enough for a phone as it is.
    let values: HTML = """
        <table><caption class="unseen">Scores of \(name), \(scale.name)</caption><thead><tr>\(head("Day"))\(head("Score", number: true))\(head("When"))</tr></thead><tbody>\(rows)</tbody></table>
        """
    return pointChart(id, title, drawing, caption: name, table: expected.isEmpty ? values : "\(values)<p class=\"hint\">\(expected.trimmed)</p>")
}

extension MemberChange {
    /// The scores that a chart shows: those around the time in the group, and those that somebody named. One that is only a
    /// bound has no place in it.
    fileprivate var charted: [TestResult] {
        let first = member.joined - 120, last = (member.left ?? Day.distantFuture - 120) + 120
        let around = results.filter { $0.takenOn >= first && $0.takenOn <= last }
        let named = [change.baseline, change.exit].compactMap(\.self).filter { one in !around.contains { $0.id == one.id } }
        return (around + named).filter { $0.score.bound == .exact }.sorted { ($0.takenOn, $0.id) < ($1.takenOn, $1.id) }
    }

    fileprivate func phase(of result: TestResult) -> String {
        if result.id == change.baseline?.id { return "Before" }
        if result.id == change.exit?.id { return "After" }
        if result.takenOn < member.joined { return "Earlier" }
        return result.takenOn <= member.left ?? .distantFuture ? "In the group" : "Later"
    }

    fileprivate func drawing(_ shown: [TestResult], _ scale: ScaleImpact, _ aim: AimLine?) -> ChartDrawing? {
        let points = shown.map { (day: $0.takenOn, value: Double($0.score.number)) }
        guard let places = PointChart(points, also: aim.map { [$0.to] } ?? [], since: member.joined - 7, until: member.left.map { $0 + 7 }) else { return nil }
        var drawing = ChartDrawing(width: PointChart.width, height: PointChart.height)
        drawing.ticks = places.ticks.map { (places.y($0), scale.scale.tick($0)) }
        drawing.days = (Day(number: places.days.lowerBound).short, Day(number: places.days.upperBound).short)
        drawing.circles = points.map { (places.x($0.day), places.y($0.value)) }
        drawing.line = aim.map(places.path) ?? []
        drawing.changes = [places.x(member.joined)] + (member.left.map { [places.x($0)] } ?? [])
        drawing.span = member.left.map { (places.x(member.joined), places.x($0)) }
        return drawing
    }
}

extension Scale {
    /// A number of an axis, as scores of this scale are written.
    fileprivate func tick(_ number: Double) -> String {
        kind == .months && number >= 0 && number == number.rounded() ? words(of: Score(Int(number))) : ImpactWords.plain(number)
    }
}
