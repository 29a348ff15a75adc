import Access
import Basics
import Database
import Pages
import People

/// The map of a school on paper, A4 across: each provision with its week, its people and its pupils by name.
func printedMap(_ visit: Visit, _ reader: Reader) throws -> Answer {
    let viewer = visit.viewer.atProvision
    guard viewer.findsMap else { throw NotFound() }
    var ask = MapQuestion(visit)
    guard let school = try mapSchool(ask, reader.schools(for: viewer)) else { throw NotFound() }
    ask.school = school.id
    let sheet = try reader.provisionMap(ask, of: [school.id], for: viewer)
    viewer.witness.saw(sheet.runs.flatMap { $0.named.map(\.id) }.unique)
    let staff = try reader.staffNames(sheet.runs.flatMap { $0.whole.staff(on: ask.day) }), classes = try reader.classNames(sheet.runs.compactMap(\.run.schoolClass))
    let parts: [HTML] = sheet.runs.byKind.map { kind, runs in
        let rows: [HTML] = runs.byIntervention.flatMap { _, runs in runs.map { row($0, ask, staff, classes) } }
        return "<h2>\(kind.label)</h2>" + table("Provision: \(kind.label)", [head("Provision"), head("When"), head("By whom"), head("Pupils"), head("Until"), head("Given of planned", number: true)], rows)
    }
    let title = "Provision map to print, \(school.name)"
    return visit.page(title, at: "provision", """
        <div class="on-wide-paper">\(crumbs(("Provision map", ask.asking(mapPath))))\
        \(pageTitle("Provision map", lead: "\(school.name). \(ask.period.label): \(sheet.spells[school.id]?.inWords ?? ""). As on \(ask.day.inWords)", actions: [printButton("Print this map")]))\
        \(parts.isEmpty ? "<p>No provision matches.</p>" : parts.joined(""))</div>
        """)
}

private func row(_ run: MapRun, _ ask: MapQuestion, _ staff: [StaffID: String], _ classes: [ClassID: String]) -> HTML {
    // A name that says what it is needs no second line.
    let name: HTML = run.run.name.contains(run.intervention.name) ? "\(run.run.name)" : "\(run.run.name) <span class=\"quiet\">\(run.intervention.name)</span>"
    let pupils = run.named.map { $0.className.isEmpty ? $0.name : "\($0.name) (\($0.className))" } + (run.unnamed.isEmpty ? [] : [count(run.unnamed.pupils, "other pupil")])
    let people = run.whole.staff(on: ask.day).compactMap { staff[$0] }, until = run.run.endedOn ?? run.run.plannedEnd
    return """
        <tr><th scope="row">\(name)</th><td data-label="When">\(run.whole.mapWeek(on: ask.day))</td><td data-label="By whom">\(people.joined(separator: ", "))</td>\
        <td data-label="Pupils">\(pupils.isEmpty ? run.placeAndNumber(classes) : pupils.joined(separator: ", "))</td><td class="date" data-label="Until">\(until?.short)</td>\
        <td class="number" data-label="Given of planned">\(run.places.minutes.share.map { "\($0)%" } ?? "–")</td></tr>

        """
}

extension WholeProvision {
    /// Who gives it in the week of a day.
    fileprivate func staff(on day: Day) -> [StaffID] { (pattern(on: day) ?? patterns.last)?.times.flatMap { $0.adults.compactMap(\.staff) }.unique ?? [] }
}

extension Reader {
    fileprivate func staffNames(_ ids: [StaffID]) throws -> [StaffID: String] {
        ids.isEmpty ? [:] : Dictionary(try rows("SELECT id, forename, surname FROM staff WHERE id IN \(ids.unique)") { row in
            try (row.next(StaffID.self), [row.next(String.self), row.next(String.self)].filter { !$0.isEmpty }.joined(separator: " "))
        }) { $1 }
    }
}
