import Access
import AreaKit
import Basics
import Database
import Pages
import People

let ratesRoutes: [Route] = [
    .read(ratesPath, .seeCosts) { visit in
        try await visit.read { reader in
            let sets = try reader.rateSets(), keeps = try reader.keepsRates(visit.viewer)
            let rates = Dictionary(grouping: try reader.all(StaffRate.self, "WHERE set_id IN \(sets.map(\.id)) ORDER BY starts, id"), by: \.set)
            return page(visit, sets, rates, keeps: keeps)
        }
    },
]

extension Reader {
    /// The trust's own rates first, then those of councils by name.
    func rateSets() throws -> [RateSet] { try all(RateSet.self, "WHERE 1 = 1 ORDER BY CASE WHEN la_code = '' THEN 0 ELSE 1 END, name, id") }

    /// Whether a viewer keeps the rates: they hold for every school, so it is for those who keep the costs of every school.
    func keepsRates(_ viewer: Viewer) throws -> Bool {
        guard viewer.may(.keepCosts) else { return false }
        guard let schools = viewer.doing(.keepCosts).schools else { return true }
        return try column("SELECT id FROM school", as: SchoolID.self).allSatisfy(schools.contains)
    }

    /// A set of rates, for those who keep it.
    func rateSetToKeep(_ id: RateSetID, _ viewer: Viewer) throws -> (set: RateSet, rates: [StaffRate]) {
        guard try keepsRates(viewer), let set = try one(id, of: RateSet.self) else { throw NotFound() }
        return (set, try all(StaffRate.self, "WHERE set_id = \(id) ORDER BY starts, id"))
    }
}

private func page(_ visit: Visit, _ sets: [RateSet], _ rates: [RateSetID: [StaffRate]], keeps: Bool) -> Answer {
    let saved: HTML = visit.request.query["saved"].isEmpty ? "" : notice("Saved. Costs of days before stay as they were.")
    let others: HTML = keeps ? "" : "<p class=\"quiet\">Rates hold for every school of the trust. Your trust SEND lead keeps them: ask there for a change.</p>"
    return visit.page("Hourly rates", at: "provision", """
        \(crumbs(("Costs", costsPath())))\(saved)\(pageTitle("Hourly rates", lead: "What an hour with pupils costs, by role and from day to day. Rates are set for roles, never for a named person.",
            actions: (keeps ? [linkButton("Add the rates of a council", addRateSetPath(), aside: true)] : []) + [printButton("Print")]))\(others)\
        \(sets.map { set in setCard(set, rates[set.id] ?? [], keeps: keeps, visit.today) })
        """)
}

private func setCard(_ set: RateSet, _ rates: [StaffRate], keeps: Bool, _ today: Day) -> HTML {
    let table = RateTable(rates), lead: HTML = set.laCode.isEmpty ? "<p>By these all costs are reckoned.</p>" : "<p>For claims to this council (\(set.laCode)) alone.</p>"
    let byRole = Dictionary(grouping: rates, by: \.role), roles = StaffRole.all.map(\.key).filter { byRole[$0] != nil }
    let rows: [HTML] = roles.flatMap { role in (byRole[role] ?? []).reversed().map { row($0, holds: table.rate(for: role, on: today) == $0, set, keeps: keeps, today) } }
    let action: HTML = keeps ? "<p class=\"actions\">\(linkButton("Set a rate", setRatePath(set.id), aside: true))</p>" : ""
    let list: HTML = rows.isEmpty ? "<p>No rate is set yet, so nothing can be reckoned by them.</p>"
        : Pages.table("Rates of \(set.name)", [head("Role"), head("From"), head("An hour costs", number: true), head("How it comes about")] + (keeps ? [head("Change")] : []), rows)
    return card(set.name, id: "set-\(set.id)", lead + list + action)
}

private func row(_ rate: StaffRate, holds: Bool, _ set: RateSet, keeps: Bool, _ today: Day) -> HTML {
    let state: HTML = holds ? " <span class=\"tag tag-good\">Now</span>" : rate.starts > today ? " <span class=\"tag tag-support\">To come</span>" : " <span class=\"tag tag-none\">Before</span>"
    let role = StaffRole.label(rate.role)
    let change: HTML = keeps ? "<td class=\"no-print\"><a href=\"\(correctRatePath(set.id, rate.id))\">Correct<span class=\"unseen\"> the rate of \(role) from \(rate.starts.inWords)</span></a></td>" : ""
    return """
        <tr><th scope="row">\(role)\(state)</th><td class="date" data-label="From">\(rate.starts.inWords)</td><td class="number" data-label="An hour costs">\(rate.hourly.description)</td>\
        <td data-label="How it comes about">\(rate.formula)</td>\(change)</tr>

        """
}
