import Access
import AreaKit
import Basics
import Database
import Measures
import Pages
import People

/// A programme that comes with Trellis, before it is taken in.
let shippedEntryPath = PagePath<String>("/catalogue/shipped/*")

let entryRoutes: [Route] = [
    .read(interventionPath, .seeProvision) { visit, id in try await visit.read { try entryPage(visit, $0, id) } },
]

private func entryPage(_ visit: Visit, _ reader: Reader, _ id: InterventionID) throws -> Answer {
    let viewer = visit.viewer.atProvision
    guard viewer.findsMap else { throw NotFound() }
    let entry = try reader.entry(id, for: viewer), names = Dictionary(try reader.schools(for: viewer).map { ($0.id, $0.name) }) { $1 }
    let gone: HTML = entry.isOffered(on: visit.today) ? "" : notice("Nothing new begins with this after \(entry.ends?.inWords ?? ""). What runs goes on.", warns: true)
    let adaptations = try reader.all(Intervention.self, "WHERE adapts_id = \(id) ORDER BY id").filter { $0.school.map(viewer.sees) ?? false }
    let owner = entry.school.map { names[$0] ?? "A school" } ?? "Every school of the trust"
    return visit.page(entry.name, at: "provision", """
        \(crumbs(("Catalogue", cataloguePath())))\(saved(visit))\(gone)\(pageTitle(entry.name, lead: "\(entry.kind.label). \(owner)", actions: try actions(reader, viewer, entry, adaptations)))\
        \(try entryCards(reader, entry))\(try origin(reader, entry, viewer))\(adapted(adaptations, names))\(used(try reader.uses(of: id, for: viewer, on: visit.today)))
        """)
}

private func saved(_ visit: Visit) -> HTML {
    switch visit.request.query["saved"] {
    case "added": notice("Added to the catalogue.")
    case "changed": notice("Saved.")
    case "adopted": notice("Taken into the catalogue. Change what is usual here, if it differs.")
    case "adapted": notice("Your school has its own entry now.")
    case "retired": notice("Taken out. What runs goes on.")
    case "restored": notice("Taken in again.")
    default: ""
    }
}

private func actions(_ reader: Reader, _ viewer: Viewer, _ entry: Intervention, _ adaptations: [Intervention]) throws -> [HTML] {
    if viewer.keepsEntries(of: entry.school) {
        let retire = entry.ends == nil ? [linkButton("Take it out", retireEntryPath(entry.id), aside: true)]
            : [linkButton("Take it in again", restoreEntryPath(entry.id), aside: true), linkButton("Correct its last day", retireEntryPath(entry.id), aside: true)]
        return [linkButton("Change it", changeEntryPath(entry.id), aside: true)] + retire
    }
    guard entry.school == nil else { return [] }
    let left = viewer.keptSchools(try reader.schools(for: viewer)).filter { school in !adaptations.contains { $0.school == school.id } }
    return left.isEmpty ? [] : [linkButton("Adapt it for your school", adaptEntryPath(entry.id), aside: true)]
}

/// What an entry says, for one that is kept and for one that is not taken in yet.
func entryCards(_ reader: Reader, _ entry: Intervention) throws -> HTML {
    let tests = Dictionary(try reader.all(Instrument.self, "WHERE id IN \([entry.entryInstrument, entry.exitInstrument].compactMap(\.self))").map { ($0.id, $0) }) { $1 }
    let test: (InstrumentID?) -> HTML = { id in id.flatMap { tests[$0] }.map { "<a href=\"\(instrumentPath($0.id))\">\($0.name)</a>" } ?? "" }
    let areas = entry.areas.map { key in AreaOfNeed.all.first { $0.key == key }?.label ?? key }.joined(separator: "; ")
    let about: [(String, HTML)] = [
        ("What it is", "\(entry.about)"), ("For", "\(areas)"), ("Usually", "\(entry.usual)"), ("Who gives it", "\(StaffRole.label(entry.role))"),
        ("Training", "\(entry.training)"), ("Licence", "\(entry.licence)"),
        ("Materials for a group", entry.sharedMaterials > Pence(0) ? "\(entry.sharedMaterials.description)" : ""), ("Materials for each pupil", entry.materialsEach > Pence(0) ? "\(entry.materialsEach.description)" : ""),
        ("Measured before with", test(entry.entryInstrument)), ("Measured after with", test(entry.exitInstrument)), ("Measured, in words", "\(entry.measuring)"),
    ]
    return card("About it", id: "about", facts(about.filter { !$0.1.isEmpty })) + evidence(entry)
}

private func evidence(_ entry: Intervention) -> HTML {
    let strands: [HTML] = entry.strands.compactMap(EvidenceStrand.named).map { "<li><a href=\"\($0.link)\" rel=\"noreferrer\">\($0.name)</a></li>" }
    let list: HTML = strands.isEmpty ? "" : "<p>Strands of the Education Endowment Foundation’s toolkit, on its own site:</p><ul>\(strands)</ul>"
    return entry.evidence.isEmpty && strands.isEmpty ? "" : card("What is known of it", id: "evidence", "<p>\(entry.evidence)</p>\(list)")
}

private func origin(_ reader: Reader, _ entry: Intervention, _ viewer: Viewer) throws -> HTML {
    guard let id = entry.adapts, let trusts = try reader.one(id, of: Intervention.self) else { return "" }
    return card("Adapted from the trust’s", id: "adapts", "<p>From <a href=\"\(interventionPath(trusts.id))\">\(trusts.name)</a>. Why: \(entry.adaptedBecause)</p><p class=\"quiet\">The trust’s: \(trusts.usual).</p>")
}

private func adapted(_ entries: [Intervention], _ names: [SchoolID: String]) -> HTML {
    if entries.isEmpty { return "" }
    let items: [HTML] = entries.map { "<li><a href=\"\(interventionPath($0.id))\">\($0.school.flatMap { names[$0] } ?? "A school")</a>: \($0.adaptedBecause) <span class=\"quiet\">(\($0.usual))</span></li>" }
    return card("Adapted by schools", id: "adapted", "<ul>\(items)</ul>")
}

private func used(_ uses: [EntryUse]) -> HTML {
    let rows: [HTML] = uses.map { use in
        "<tr><th scope=\"row\"><a href=\"\(MapQuestion(school: use.school, day: .distantPast).asking(mapPath))\">\(use.name)</a></th><td class=\"number\" data-label=\"Provisions\">\(use.runs)</td><td class=\"number\" data-label=\"Pupils\">\(use.pupils)</td></tr>\n"
    }
    return card("Who uses it today", id: "uses", uses.isEmpty ? "<p>Nobody among those whose provision you see.</p>" : table("Who uses it today", [head("School"), head("Provisions", number: true), head("Pupils", number: true)], rows))
}
