import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// The map without names, for those who answer for a school or the trust: schools, kinds and interventions. Nobody with
/// fewer than five pupils stands alone.
let unnamedMapPath = PagePath< >("/provision/figures")

let unnamedMapRoutes: [Route] = [
    .read(unnamedMapPath, .seeFigures) { visit in try await visit.read { try unnamedMap(visit, $0) } },
]

/// One school of the map without names. The days are always those of the term: two stretches, one within the other, would
/// tell of few pupils by what lies between.
private struct UnnamedSchool: Sendable {
    let line: UnnamedLine
    let kinds: [(line: UnnamedLine, interventions: [UnnamedLine])]
}

private func unnamedMap(_ visit: Visit, _ reader: Reader) throws -> Answer {
    let viewer = visit.viewer, schools = try reader.schools(for: viewer), lines = try reader.unnamedMap(schools, for: viewer, on: visit.today)
    let title = "Provision in figures", open = visit.request.query["open"]
    guard let lines else {
        return visit.page(title, at: place(visit), "\(pageTitle(title))<p>Fewer than five pupils have provision this term. No figures are shown, so that nobody can be known from them.</p>")
    }
    let rows: [HTML] = lines.map { school in
        let key = "s\(school.line.places.first.map { "\($0.school)" } ?? "")", isOpen = schools.count == 1 || open == key
        let inside: [HTML] = isOpen ? school.kinds.flatMap { kind in [row(kind.line, level: 2)] + kind.interventions.map { row($0, level: 3) } } : []
        return row(school.line, level: 1, opens: schools.count > 1 && !school.kinds.isEmpty ? (key, isOpen) : nil) + inside.joined("")
    }
    let all = UnnamedLine(["All schools"], lines.flatMap(\.line.places)), foot: HTML = schools.count > 1 ? "<tfoot>\(row(all, level: 1))</tfoot>" : ""
    return visit.page(title, at: place(visit), """
        \(pageTitle(title, lead: "This term, up to \(visit.today.inWords). No names are shown here."))\
        <table class="stack-on-phone map"><caption class="unseen">Provision without names</caption><thead><tr>\(head("Provision"))\(head("Places", number: true))\(head("Minutes planned", number: true))\
        \(head("Given", number: true))\(head("Attended", number: true))\(head("Given of planned", number: true))</tr></thead><tbody>\(rows)</tbody>\(foot)</table>\
        <p class="hint">A pupil in two groups has two places, so that the lines add up. Lines with fewer than five pupils are put together with others, so that nobody can be known from them.</p>
        """)
}

/// Whoever has the map itself comes from there; the others have this page in the menu.
private func place(_ visit: Visit) -> String { visit.person.findsMap ? "trust" : "provision" }

private func row(_ line: UnnamedLine, level: Int, opens: (key: String, isOpen: Bool)? = nil) -> HTML {
    let name = line.isTogether ? "\(line.names.joined(separator: ", ")), together" : line.names.first ?? "", minutes = line.places.minutes
    let words: HTML = opens.map { key, isOpen in
        let state: HTML = isOpen ? "true" : "false", mark: HTML = isOpen ? "▾" : "▸"
        return "<a href=\"\(unnamedMapPath().asking(["open": isOpen ? nil : key]).at(key))\" aria-expanded=\"\(state)\"><span aria-hidden=\"true\">\(mark)</span> \(name)</a>"
    } ?? "\(name)"
    let anchor: HTML = opens.map { " id=\"\($0.key)\"" } ?? ""
    return """
        <tr class="level-\(level)"\(anchor)><th scope="row">\(words)</th><td class="number" data-label="Places">\(grouped(line.places.count))</td><td class="number" data-label="Minutes planned">\(grouped(minutes.planned))</td>\
        <td class="number" data-label="Given">\(grouped(minutes.offered))</td><td class="number" data-label="Attended">\(grouped(minutes.received))</td>\
        <td class="number" data-label="Given of planned">\(minutes.share.map { "\($0)%" } ?? "–")</td></tr>

        """
}

/// The map without names with all that it depends on besides what is in the trail.
private struct AskedUnnamedMap: Hashable {
    let schools: [SchoolID], day: Day
}

private let keptUnnamedMaps = KeptAnswers<AskedUnnamedMap, [UnnamedSchool]?>(most: 100)

extension Reader {
    /// - Returns: nil where all schools together have too few pupils.
    fileprivate func unnamedMap(_ schools: [School], for viewer: Viewer, on day: Day) throws -> [UnnamedSchool]? {
        try keptUnnamedMaps.answer(to: AskedUnnamedMap(schools: schools.map(\.id), day: day), self) {
            // What one's own role does not show by name is counted all the same.
            let counting = Viewer(name: viewer.name, role: .operator, sight: .schools(schools.map(\.id)))
            let runs = try provisionMap(MapQuestion(day: day), of: schools.map(\.id), for: counting).runs
            let bySchool = Dictionary(grouping: runs, by: \.run.school)
            let parts = schools.map { UnnamedLine([$0.name], bySchool[$0.id]?.places ?? []) }
            return PutTogether(parts)?.lines.map { line in
                UnnamedSchool(line: line, kinds: line.isTogether ? [] : unnamedKinds(line.places.first.flatMap { bySchool[$0.school] } ?? []))
            }
        }
    }

    private func unnamedKinds(_ runs: [MapRun]) -> [(line: UnnamedLine, interventions: [UnnamedLine])] {
        let kinds = runs.byKind, parts = kinds.map { UnnamedLine([$0.kind.label], $0.runs.places) }
        return (PutTogether(parts)?.lines ?? []).map { line in
            let inside = kinds.first { [$0.kind.label] == line.names }?.runs.byIntervention.map { UnnamedLine([$0.intervention.name], $0.runs.places) } ?? []
            return (line, PutTogether(inside)?.lines ?? [])
        }
    }
}
