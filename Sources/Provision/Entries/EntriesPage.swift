import Access
import AreaKit
import Basics
import Database
import Pages
import People

let entriesRoutes: [Route] = [
    .read(cataloguePath, .seeProvision) { visit in try await visit.read { try entriesPage(visit, $0) } },
]

/// Which entries are asked for.
private struct EntriesQuestion: Sendable {
    let kind: InterventionKind?
    let area: String
    let words: String
    let page: Int

    static let size = 40

    init(_ query: FormValues) {
        kind = InterventionKind(rawValue: query["kind"])
        (area, words) = (String(query["area"].prefix(10)), String(query["words"].prefix(80)).trimmed)
        page = max(1, min(1_000, Int(query["page"]) ?? 1))
    }

    func fits(_ entry: Intervention) -> Bool {
        (kind == nil || entry.kind == kind) && (area.isEmpty || entry.areas.contains(area))
            && words.folded.split(separator: " ").allSatisfy { "\(entry.name) \(entry.about)".folded.contains($0) }
    }

    func address(_ page: Int) -> Address { cataloguePath().asking(["kind": kind?.rawValue, "area": area, "words": words, "page": "\(page)"]) }
}

private func entriesPage(_ visit: Visit, _ reader: Reader) throws -> Answer {
    let viewer = visit.viewer.atProvision
    guard viewer.findsMap else { throw NotFound() }
    let ask = EntriesQuestion(visit.request.query), all = try reader.entries(for: viewer), found = all.filter(ask.fits)
    let taken = Set(all.filter { $0.school == nil || viewer.schools?.count == 1 }.map(\.key))
    let rest = ShippedIntervention.all.map(\.intervention).filter { !taken.contains($0.key) && ask.fits($0) }
    let names = Dictionary(try reader.schools(for: viewer).map { ($0.id, $0.name) }) { $1 }
    let add = viewer.keepsEntries ? [linkButton("Add one of your own", addEntryPath())] : []
    let shown = found.dropFirst((ask.page - 1) * EntriesQuestion.size).prefix(EntriesQuestion.size)
    let own: HTML = found.isEmpty ? "<p>\(all.isEmpty ? "Nothing is in the catalogue yet. Take in what you use from the list below, or add one of your own." : "Nothing in the catalogue matches.")</p>"
        : table("In the catalogue", heads, shown.map { row($0, interventionPath($0.id), $0.school.map { names[$0] ?? "" } ?? "The trust", visit.today) })
    let more: HTML = rest.isEmpty || ask.page > 1 ? "" : card("Not taken in yet", id: "shipped", """
        <p>These come with Trellis. Numbers are usual ones, to begin with and to be changed.</p>\(table("Programmes that come with Trellis", heads, rest.map { row($0, shippedEntryPath($0.key), "Trellis", visit.today) }))
        """)
    return visit.page("Catalogue of provision", at: "provision", """
        \(crumbs(("Provision map", mapPath())))\(pageTitle("Catalogue of provision", lead: "Programmes and strategies: what each is for, what is usual, and what is known of it.", actions: add))\
        \(filters(ask))<div id="entries">\(card("In the catalogue", id: "own", own + pager(ask.page, of: (found.count + EntriesQuestion.size - 1) / EntriesQuestion.size, size: EntriesQuestion.size, ask.address)))\(more)</div>
        """)
}

private func filters(_ ask: EntriesQuestion) -> HTML {
    let write = FormWriter(FormValues([("kind", ask.kind?.rawValue ?? ""), ("area", ask.area), ("words", ask.words)]))
    return """
        <form class="filters" method="get" action="\(cataloguePath())" data-shows="entries">\(write.select("kind", "Kind", [Choice("", "All kinds")] + InterventionKind.allCases.map { Choice($0.rawValue, $0.label) }))\
        \(write.select("area", "For", [Choice("", "All areas of need")] + AreaOfNeed.all.map { Choice($0.key, $0.label) }))\(write.text("words", "Words", type: "search"))<p class="actions"><button>Show</button></p></form>
        """
}

private let heads: [HTML] = [head("Name"), head("Kind"), head("For"), head("Usually"), head("Whose")]

private func row(_ entry: Intervention, _ address: Address, _ owner: String, _ day: Day) -> HTML {
    let gone: HTML = entry.isOffered(on: day) ? "" : " <span class=\"tag tag-none\">Taken out</span>"
    return """
        <tr><th scope="row"><a href="\(address)">\(entry.name)</a>\(gone)</th><td data-label="Kind">\(entry.kind.label)</td><td data-label="For">\(entry.areas.joined(separator: ", "))</td>\
        <td>\(entry.usual)</td><td data-label="Whose">\(owner)</td></tr>

        """
}

extension Intervention {
    /// What is usual for it, in a few words.
    var usual: String {
        let size = groupSize == 1 ? "One to one" : "Group of \(groupSize)", week = "\(minutes) minutes, \(sessionsAWeek == 1 ? "once" : sessionsAWeek == 2 ? "twice" : "\(sessionsAWeek) times") a week"
        return "\(size), \(week)\(weeks.map { ", \(count($0, "week"))" } ?? "")"
    }
}
