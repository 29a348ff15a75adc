import Basics
import Measures
import Pages
import People
import Provision
import Statistics

/// What an intervention changed on one scale: pupils, the foot of their table, the effect, and what the figure can tell.
func scaleCard(_ seen: SeenImpact, _ scale: ScaleImpact) -> HTML {
    let impact = seen.impact, sight = impact.sight(of: scale), words = scale.words
    let rows: HTML = sight.pupils && impact.school != nil ? pupilTable(seen, scale) : ""
    let sentences: [HTML] = words.sentences(withFigures: sight.figures).map { "<li>\($0)</li>" }
    let instead: HTML = sight.instead.map { "<p><b>\($0)</b></p>" } ?? ""
    let evidence = impact.intervention.evidence
    return card(scale.name, id: "scale-\(scale.instrument.id)-\(scale.scale.key)", """
        \(rows)\(sight.figures ? foot(scale) : "")\(sight.effect ? effect(scale) : "")\(instead)\
        <h3>What this can tell, and what not</h3><ul>\(sentences)</ul>\(errorOf(scale))\
        \(evidence.isEmpty ? "" : "<h3>What is known of it elsewhere</h3><p>\(evidence) This stands apart: it is not to be set beside the figures above.</p>")\
        \(sight.pupils && impact.school != nil ? pupilCharts(seen, scale) : "")
        """)
}

private func pupilTable(_ seen: SeenImpact, _ scale: ScaleImpact) -> HTML {
    let impact = seen.impact
    let lines: [HTML] = seen.shown(scale.byName(impact)).map { one in
        let change = one.change, way = change.way(on: scale.scale)
        let reliable = change.reliable(on: scale.scale, measurementError: scale.error?.measurementError)
        let beyond = reliable.map { $0 == .same ? " (within the error of the test)" : " (more than the test’s error)" } ?? ""
        return """
            <tr><th scope="row"><a href="\(pupilPath(one.member.pupil))">\(impact.seen[one.member.pupil] ?? "")</a></th>\
            <td data-label="Before">\(words(change.baseline, scale))</td><td data-label="After">\(words(change.exit, scale))</td>\
            <td class="number" data-label="Change">\(differenceInWords(change, scale))</td><td data-label="Which way">\(way.map { $0.label + beyond } ?? "Not known")</td>\
            <td class="number" data-label="Sessions">\(impact.minutes[one.member.key]?.sessions ?? 0)</td><td data-label="Outcomes">\(one.member.outcomes.short)</td></tr>

            """
    }
    let heads = [head("Pupil"), head("Before"), head("After"), head("Change", number: true), head("Which way"), head("Sessions", number: true), head("Outcomes")]
    let again: HTML = scale.pupils.count < scale.changes.count ? "<p class=\"hint\">A pupil who was in it more than once has a line for each time, and counts once in the figures: from the first score to the last.</p>" : ""
    return table("Pupils, \(scale.name)", heads, lines) + seen.rest(scale.changes.count) + again
}

/// Where the error of the test comes from by which a change is called more than chance.
private func errorOf(_ scale: ScaleImpact) -> HTML {
    guard let error = scale.error, error.measurementError != nil || error.retest != nil else { return "" }
    return "<p class=\"hint\">\(error.inWords(on: scale.scale)) <a href=\"\(instrumentPath(scale.instrument.id))\">See the test</a></p>"
}

private func words(_ result: TestResult?, _ scale: ScaleImpact) -> String {
    result.map { "\(scale.scale.words(of: $0.score)), \($0.takenOn.short)" } ?? "No score"
}

private func differenceInWords(_ change: PupilChange, _ scale: ScaleImpact) -> String {
    guard let difference = change.difference else { return "–" }
    switch scale.figures.comparison {
    case .points: return signed(Double(difference)).replacing(".0", with: "")
    case .ages: return "\(difference) months\(change.months.map { " in \(ImpactWords.rounded($0))" } ?? "")"
    case .order, .oneMoment: return "–"
    }
}

/// The foot of the table: what may be averaged is, and the rest is counted.
private func foot(_ scale: ScaleImpact) -> HTML {
    let figures = scale.figures
    var list: [(String, HTML)] = []
    switch figures.comparison {
    case .points:
        list.append(("Mean change", "\(figures.meanChange.map { "\(signed($0)) points, of \(count(figures.n, "pupil"))" } ?? "–")"))
        if let deviation = figures.deviation { list.append(("Spread of the changes (standard deviation)", "\(ImpactWords.rounded(deviation)) points")) }
    case .ages:
        if let ratio = figures.ratio {
            list.append(("Ratio gain", "\(ImpactWords.exact(ratio.ratio)): \(ImpactWords.rounded(ratio.gained)) months of age in \(ImpactWords.rounded(ratio.elapsed)) months, \(count(figures.ratioN, "pupil")) together"))
        }
    case .order, .oneMoment: break
    }
    if figures.comparison != .oneMoment { list.append(("Which way pupils went", "\(scale.waysInWords)")) }
    if !figures.reliably.isEmpty { list.append(("More than the test’s error", "\(figures.reliably[.better] ?? 0) better, \(figures.reliably[.worse] ?? 0) not as good")) }
    return facts(list)
}

private func effect(_ scale: ScaleImpact) -> HTML {
    guard let effect = scale.figures.effect else { return "" }
    let interval = effect.interval.map { "likely between \(ImpactWords.exact($0.low)) and \(ImpactWords.exact($0.high)) (95 % interval)" } ?? "no interval: all exits are alike"
    return facts([(ImpactWords.effectName, "\(ImpactWords.exact(effect.effect)), \(interval)")])
}

/// Those who are judged by no scale, with what came of their outcomes.
func unmeasuredCard(_ seen: SeenImpact) -> HTML {
    let impact = seen.impact
    let measured = Set(impact.scales.flatMap { $0.changes.map(\.member.key) }), left = impact.members.filter { !measured.contains($0.key) }
    if left.isEmpty || !impact.sight.pupils || impact.school == nil { return "" }
    let lines: [HTML] = seen.shown(left.sorted { (impact.seen[$0.pupil] ?? "") < (impact.seen[$1.pupil] ?? "") }).map { member in
        """
        <tr><th scope="row"><a href="\(pupilPath(member.pupil))">\(impact.seen[member.pupil] ?? "")</a></th>\
        <td class="number" data-label="Sessions">\(impact.minutes[member.key]?.sessions ?? 0)</td><td data-label="Outcomes">\(member.outcomes.short)</td></tr>

        """
    }
    return card("Pupils without a test", id: "unmeasured", """
        <p>No test judges these runs. What came of them stands in the outcomes.</p>\
        \(table("Pupils without a test", [head("Pupil"), head("Sessions", number: true), head("Outcomes")], lines))\(seen.rest(left.count))
        """)
}

extension SeenImpact {
    // A table of hundreds is not read, and slow on a phone: the figures count everybody all the same.
    private static let mostLines = 80

    /// Where the part of a table begins that is asked for.
    private func first(of number: Int) -> Int { min(max(0, firstLine), max(0, number - 1)) / Self.mostLines * Self.mostLines }

    /// That part of the lines.
    fileprivate func shown<Line>(_ lines: [Line]) -> ArraySlice<Line> { lines.dropFirst(first(of: lines.count)).prefix(Self.mostLines) }

    /// Under such a table: which part it is, and the ways to the others.
    fileprivate func rest(_ number: Int) -> HTML {
        if number <= Self.mostLines { return "" }
        let first = first(of: number), last = min(first + Self.mostLines, number)
        let link = { (from: Int, words: String) -> HTML in "<a href=\"\(address.asking(["run": group.map { "\($0)" }, "from": from == 0 ? nil : "\(from)"]))\">\(words)</a>" }
        let ways = (first > 0 ? [link(first - Self.mostLines, "Show those before") + " "] : []) + (last < number ? [link(last, "Show those after")] : [])
        return "<p>Lines \(first + 1) to \(last) of \(number), by name; the figures count all of them. <span class=\"no-print\">\(ways)</span></p>"
    }
}

extension OutcomeTally {
    /// `2 met, 1 partly`; of nothing, a dash.
    fileprivate var short: String {
        let parts = [(met, "met"), (partly, "partly"), (notMet, "not met"), (unknown, "not reviewed")].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        return parts.isEmpty ? "–" : parts.joined(separator: ", ")
    }
}
