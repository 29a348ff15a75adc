import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// The trust's figures, school by school.
let trustPath = PagePath< >("/trust")

/// - Parameter pages: the areas' own pages of figures.
func trustRoutes(_ pages: @escaping @Sendable (Viewer) -> [MenuEntry]) -> [Route] {
    [
        .read(trustPath, .seeFigures) { visit in
            guard visit.viewer.seesTrustPage else { throw NotFound() }
            return try await visit.read { try trustPage(visit, pages(visit.person), $0) }
        },
    ]
}

extension Viewer {
    /// Those who work for more than one school.
    var seesTrustPage: Bool { may(.seeFigures) && doing(.seeFigures).schools.map { $0.count > 1 } ?? true }
}

private func trustPage(_ visit: Visit, _ pages: [MenuEntry], _ reader: Reader) throws -> Answer {
    let viewer = visit.viewer, schools = try reader.schools(for: viewer)
    let counts = try reader.registerCounts(for: viewer, on: visit.today)
    let whole = counts.values.reduce(.zero, +), name = try reader.trustName() ?? "The trust"
    let register = viewer.may(.seePupils) ? [linkButton("See the trust’s register", registerPath())] : []
    let actions = register + pages.sorted { $0.order < $1.order }.map { linkButton($0.label, $0.address, aside: true) }
    let link: (String) -> Address? = { viewer.may(.seePupils) ? registerPath().asking(["status": $0]) : nil }
    return visit.page(name, at: "trust", """
        \(pageTitle(name, lead: "\(count(schools.count, "school")) on \(visit.today.inWords)", actions: actions))\
        \(tiles([
            Tile(whole.plan, "EHC plan", link("E")), Tile(whole.support, "SEN support", link("K")), Tile(whole.none, "No SEN", link("N")),
            Tile(whole.notRecorded, "Not recorded", link("none"), warns: whole.notRecorded > 0), Tile(whole.roll, "On roll", link("all")),
        ], sum: true))\(schoolTable(schools, counts, whole))
        """)
}

private func schoolTable(_ schools: [School], _ counts: [SchoolID: RegisterCount], _ whole: RegisterCount) -> HTML {
    let rows: [HTML] = schools.map { school in
        line("<a href=\"\(schoolPath(school.id))\">\(school.name)</a>", counts[school.id] ?? .zero)
    }
    return """
        <table class="stack-on-phone"><caption>Schools. In the last column the full part of each bar is EHC plan, the paler part SEN support.</caption>\
        <thead><tr>\(head("School"))\(head("On roll", number: true))\(head("EHC plan", number: true))\(head("SEN support", number: true))\
        \(head("Not recorded", number: true))\(head("With SEN"))</tr></thead><tbody>\(rows)</tbody><tfoot>\(line("All schools", whole))</tfoot></table>
        """
}

private func line(_ name: HTML, _ count: RegisterCount) -> HTML {
    """
    <tr><th scope="row">\(name)</th><td class="number" data-label="On roll">\(grouped(count.roll))</td>\
    <td class="number" data-label="EHC plan">\(grouped(count.plan))</td><td class="number" data-label="SEN support">\(grouped(count.support))</td>\
    <td class="number" data-label="Not recorded">\(grouped(count.notRecorded))</td><td data-label="With SEN">\(share(count))</td></tr>

    """
}

/// The share with SEN as a figure and a bar; the bar repeats what the row says, so it is hidden from readers aloud.
private func share(_ count: RegisterCount) -> HTML {
    guard count.roll > 0 else { return "–" }
    let tenths: (Int) -> Int = { ($0 * 1000 + count.roll / 2) / count.roll }
    let plan = tenths(count.plan), support = tenths(count.support)
    return """
        \((tenths(count.plan + count.support) + 5) / 10)%<svg class="bar" viewBox="0 0 1000 60" preserveAspectRatio="none" aria-hidden="true" focusable="false">\
        <rect class="bar-ground" width="1000" height="60"/><rect class="bar-plan" width="\(plan)" height="60"/>\
        <rect class="bar-support" x="\(plan)" width="\(support)" height="60"/></svg>
        """
}
