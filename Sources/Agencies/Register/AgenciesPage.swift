import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// The register of agencies, with how long one waits for each, and the health bodies.
let agenciesRoutes: [Route] = [
    .read(agenciesPath, .seePlans) { visit in try await visit.read { try agenciesPage(visit, $0) } },
]

/// Which agencies are asked for.
private struct AgenciesQuestion: Sendable {
    let kind: AgencyKind?
    let council: String
    let words: String
    let page: Int

    static let size = 40

    init(_ query: FormValues) {
        kind = AgencyKind(rawValue: query["kind"])
        (council, words) = (String(query["council"].prefix(3)), String(query["words"].prefix(80)).trimmed)
        page = max(1, min(1_000, Int(query["page"]) ?? 1))
    }

    func fits(_ agency: Agency) -> Bool {
        (kind == nil || agency.kind == kind) && (council.isEmpty || agency.laCode.isEmpty || agency.laCode == council)
            && words.folded.split(separator: " ").allSatisfy { "\(agency.name) \(agency.kind.label)".folded.contains($0) }
    }

    func address(_ page: Int) -> Address { agenciesPath().asking(["kind": kind?.rawValue, "council": council, "words": words, "page": "\(page)"]) }
}

private func agenciesPage(_ visit: Visit, _ reader: Reader) throws -> Answer {
    let viewer = visit.viewer.atAgencies, today = visit.today
    guard viewer.findsAgencies else { throw NotFound() }
    let ask = AgenciesQuestion(visit.request.query), all = try reader.agencies(for: viewer), found = all.filter(ask.fits).sorted { $0.isOpen(on: today) && !$1.isOpen(on: today) }
    let shown = Array(found.dropFirst((ask.page - 1) * AgenciesQuestion.size).prefix(AgenciesQuestion.size)), bodies = try reader.healthBodies()
    let names = AgencyNames(councils: try reader.councils(), bodies: bodies, schools: try reader.schools(for: viewer)), waits = try reader.waitingTimes(on: today)
    let lists = visit.person.inStaffParts.may(.seeRecord) ? [linkButton("See referrals", referralsPath(), aside: true), linkButton("See recommendations", recommendationsPath(), aside: true), linkButton("See early help", earlyHelpListPath(), aside: true)] : [linkButton("See how councils do early help", earlyHelpSchemesPath(), aside: true)]
    let shares = visit.person.inStaffParts.may(.shareRecord) ? [linkButton("See what is shared", allSharesPath(), aside: true)] : []
    let add = (visit.person.keepsAgencies ? [linkButton("Add an agency", addAgencyPath())] : []) + lists + shares
    let list: HTML = found.isEmpty ? "<p>\(all.isEmpty ? "Nobody has added an agency yet." : "No agency matches.")</p>"
        : table("Agencies", [head("Name"), head("Kind"), head("For"), head("Waiting time here")], shown.map { row($0, names, waits[$0.id], today) })
            + pager(ask.page, of: (found.count + AgenciesQuestion.size - 1) / AgenciesQuestion.size, size: AgenciesQuestion.size, ask.address)
    return visit.page("Agencies", at: "agencies", """
        \(savedBody(visit))\(pageTitle("Agencies", lead: "Who outside the school helps pupils, and how one refers to them.", actions: add))\(filters(ask, names))\
        <div id="found-agencies">\(list)</div>\(bodiesCard(bodies, visit))
        <p class="quiet">Waiting time is the middle of this trust’s own referrals, from sent to seen, in the last two years. It is not shown for fewer than \(WaitingTime.fewest).</p>
        """)
}

private func savedBody(_ visit: Visit) -> HTML {
    switch visit.request.query["saved"] {
    case "body": notice("Saved.")
    case "closed": notice("Closed.")
    default: ""
    }
}

private func filters(_ ask: AgenciesQuestion, _ names: AgencyNames) -> HTML {
    let write = FormWriter(FormValues([("kind", ask.kind?.rawValue ?? ""), ("council", ask.council), ("words", ask.words)]))
    return """
        <form class="filters" method="get" action="\(agenciesPath())" data-shows="found-agencies">\
        \(write.select("kind", "Kind", [Choice("", "All kinds")] + AgencyKind.allCases.map { Choice($0.rawValue, $0.label) }))\
        \(write.select("council", "Council", [Choice("", "All councils")] + names.councils.map { Choice($0.code, $0.name) }))\
        \(write.text("words", "Words", type: "search"))<p class="actions"><button>Show</button></p></form>
        """
}

private func row(_ agency: Agency, _ names: AgencyNames, _ wait: WaitingTime?, _ today: Day) -> HTML {
    let closed: HTML = agency.isOpen(on: today) ? "" : " <span class=\"tag tag-none\">Closed</span>"
    return """
        <tr><th scope="row"><a href="\(agencyPath(agency.id))">\(agency.name)</a>\(closed)</th><td data-label="Kind">\(agency.kind.label)</td>\
        <td data-label="For">\(names.place(of: agency))</td><td data-label="Waiting time here">\(wait?.inWords ?? "Not known yet")</td></tr>

        """
}

private func bodiesCard(_ bodies: [HealthBody], _ visit: Visit) -> HTML {
    let keeps = visit.person.keepsAgencies
    let items: [HTML] = bodies.map { body in
        let change: HTML = keeps && body.ends == nil ? " <span class=\"no-print\">\(quietLink("Change", body.name, changeHealthBodyPath(body.id))) \(quietLink("Close", body.name, closeHealthBodyPath(body.id)))</span>" : ""
        let closed: HTML = body.isOpen(on: visit.today) ? "" : " <span class=\"tag tag-none\">Closed</span> \(body.endedBecause)"
        let rest = [body.area, body.contact, body.note].filter { !$0.isEmpty }.joined(separator: " · ")
        return "<li><b>\(body.name)</b> (\(body.kind.label))\(closed)\(change)<br><span class=\"quiet\">\(rest)</span></li>"
    }
    let add: HTML = keeps ? "<p class=\"actions no-print\">\(linkButton("Add a health body", addHealthBodyPath(), aside: true))</p>" : ""
    return card("Health bodies", id: "health-bodies", (items.isEmpty ? "<p>Nobody has added one yet.</p>" : "<ul class=\"plain tall\">\(items)</ul>") + add)
}

/// What councils, health bodies and schools are called.
struct AgencyNames: Sendable {
    let councils: [(code: String, name: String)]
    let bodies: [HealthBodyID: String]
    let schools: [SchoolID: String]

    init(councils: [(code: String, name: String)], bodies: [HealthBody], schools: [School]) {
        self.councils = councils
        self.bodies = Dictionary(bodies.map { ($0.id, $0.name) }) { $1 }
        self.schools = Dictionary(schools.map { ($0.id, $0.name) }) { $1 }
    }

    func council(_ code: String) -> String { councils.first { $0.code == code }?.name ?? (code.isEmpty ? "" : "Council \(code)") }

    /// For whose children an agency is, and whose entry it is where that is one school’s.
    func place(of agency: Agency) -> String {
        let all = [council(agency.laCode), agency.healthBody.flatMap { bodies[$0] } ?? "", agency.school.map { "Entry of \(schools[$0] ?? "a school")" } ?? ""].filter { !$0.isEmpty }
        return all.isEmpty ? "Everywhere" : all.joined(separator: "; ")
    }
}
