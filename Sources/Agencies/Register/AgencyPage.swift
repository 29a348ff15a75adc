import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// One agency: how to refer to it, who works there, and how long one waits.
let agencyRoutes: [Route] = [
    .read(agencyPath, .seePlans) { visit, id in try await visit.read { try agencyPage(visit, $0, id) } },
]

private func agencyPage(_ visit: Visit, _ reader: Reader, _ id: AgencyID) throws -> Answer {
    let viewer = visit.viewer.atAgencies, today = visit.today
    guard viewer.findsAgencies else { throw NotFound() }
    let agency = try reader.agency(id, for: viewer), keeps = visit.person.keepsAgencies(of: agency.school)
    let names = AgencyNames(councils: try reader.councils(), bodies: try reader.healthBodies(), schools: try reader.schools(for: viewer))
    let closed: HTML = agency.isOpen(on: today) ? "" : notice("Nobody refers to it after \(agency.ends?.inWords ?? ""). \(agency.endedBecause)", warns: true)
    let actions = keeps && agency.ends == nil ? [linkButton("Change it", changeAgencyPath(id), aside: true), linkButton("Close it", closeAgencyPath(id), aside: true)] : []
    return visit.page(agency.name, at: "agencies", """
        \(crumbs(("Agencies", agenciesPath())))\(saved(visit))\(closed)\(pageTitle(agency.name, lead: "\(agency.kind.label). \(names.place(of: agency))", actions: actions))\
        \(card("How to refer", id: "how", facts(referring(agency, try reader.waitingTimes(on: today)[id]))))\(peopleCard(try reader.people(of: id), agency, keeps, today))
        """)
}

private func saved(_ visit: Visit) -> HTML {
    switch visit.request.query["saved"] {
    case "added": notice("Added. You can refer to it now.")
    case "changed", "person": notice("Saved.")
    case "closed": notice("Closed.")
    default: ""
    }
}

private func referring(_ agency: Agency, _ wait: WaitingTime?) -> [(String, HTML)] {
    let site: HTML = agency.website.isEmpty ? "" : "<a href=\"\(agency.website)\" rel=\"noreferrer\">\(agency.website)</a>"
    let list: [(String, HTML)] = [
        ("How to refer", "\(agency.how)"), ("Form", "\(agency.form)"), ("Whom they take", "\(agency.threshold)"), ("Website or portal", site), ("Mail", "\(agency.email)"), ("Telephone", "\(agency.phone)"),
        ("Usually answers", agency.usualDays.map { "within \(count($0, "day"))" } ?? ""), ("Waiting time here", "\(wait?.inWords ?? "not known yet: fewer than \(WaitingTime.fewest) of our referrals were seen")"),
        ("Anything else", "\(agency.note)"), ("Last checked with them", "\(agency.checkedOn?.inWords ?? "nobody has written it down")"),
    ]
    return list.filter { !$0.1.isEmpty }
}

private func peopleCard(_ people: [AgencyPerson], _ agency: Agency, _ keeps: Bool, _ today: Day) -> HTML {
    let items: [HTML] = people.map { person in
        let change: HTML = keeps ? " <span class=\"no-print\">\(quietLink("Change", person.name, changeAgencyPersonPath(agency.id, person.id)))</span>" : ""
        let gone: HTML = person.isThere(on: today) ? "" : " <span class=\"tag tag-none\">Left</span>"
        let rest = [person.role, person.phone, person.email, person.note].filter { !$0.isEmpty }.joined(separator: " · ")
        return "<li><b>\(person.name)</b>\(gone)\(change)<br><span class=\"quiet\">\(rest)</span></li>"
    }
    let add: HTML = keeps ? "<p class=\"actions no-print\">\(linkButton("Add somebody", addAgencyPersonPath(agency.id), aside: true))</p>" : ""
    return card("Who works there", id: "people", (items.isEmpty ? "<p>Nobody is written down.</p>" : "<ul class=\"plain tall\">\(items)</ul>") + add)
}
