import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Which school stands where with its inclusion strategy.
let strategyListRoutes: [Route] = [
    .read(strategiesPath, .seeFigures) { visit in try await visit.read { try listPage(visit, $0) } },
    .read(strategyEditionPath, .seeFigures) { visit, row in
        try await visit.read { reader in
            guard let edition = try reader.one(row, of: StrategyEdition.self), visit.viewer.sees(edition.school) else { throw NotFound() }
            return visit.page("Inclusion strategy of \(edition.content.school), as published on \(edition.publishedOn.inWords)", at: "strategies", """
                \(crumbs(("Inclusion strategies", strategiesPath())))\(notice("This is what was published on \(edition.publishedOn.inWords), as it was."))\(edition.html)
                """)
        }
    },
]

private func listPage(_ visit: Visit, _ reader: Reader) throws -> Answer {
    let schools = try reader.schools(for: visit.viewer).filter(\.owesStrategy), held = try reader.heldStrategies(of: schools, on: visit.today)
    let published = held.count { $0.published != nil }
    return visit.page("Inclusion strategies", at: "strategies", """
        \(pageTitle("Inclusion strategies", lead: "Each mainstream school publishes one by 31 December (Inclusive Mainstream Fund, conditions of grant)."))\
        \(held.isEmpty ? "<p>None of the schools in your sight owes one.</p>" : "<p role=\"status\">\(published) of \(count(held.count, "school")) published.</p>\(table("Inclusion strategies", [head("School"), head("By"), head("Where it stands"), head("Do")], held.map { row($0, visit) }))")
        """)
}

private func row(_ held: HeldStrategy, _ visit: Visit) -> HTML {
    let writes = visit.person.inStaffParts.may(.keepCosts, at: held.school.id), last = InclusionStrategy.lastDay(of: held.dueYear)
    let older: [HTML] = held.editions.map { "<li><a href=\"\(strategyEditionPath($0.id))\">\($0.publishedOn.inWords)<span class=\"unseen\">, \(held.school.name)</span></a></li>" }
    let history: HTML = older.isEmpty ? "" : "<details><summary>Everything published</summary><ul>\(older)</ul></details>"
    let write: HTML = writes ? linkButton(held.strategy == nil ? "Begin it" : held.published == nil ? "Go on with it" : "Open it", strategyPath(held.school.id), aside: true) : ""
    return """
        <tr><th scope="row">\(held.school.name)</th><td class="date" data-label="By">\(last.short)</td><td data-label="Where it stands">\(held.standing(on: visit.today))\(history)</td><td data-label="Do">\(write)</td></tr>

        """
}

extension HeldStrategy {
    /// Where it stands, with a link to what everybody reads.
    func standing(on day: Day) -> HTML {
        if let published {
            let changes: HTML = isChanged ? " There are changes that are not published." : ""
            return "<span class=\"tag tag-good\">Published</span> <a href=\"\(openStrategyPath(school.urn))\">on \(published.publishedOn.inWords)<span class=\"unseen\">: \(school.name)</span></a>.\(changes)"
        }
        let late: HTML = day > InclusionStrategy.lastDay(of: dueYear) ? " It is late." : ""
        return strategy == nil ? "Not begun.\(late)" : "Being written: \(done) of \(StrategySection.allCases.count) sections done.\(late)"
    }
}
