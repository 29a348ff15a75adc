import Access
import Basics
import Pages
import People

// A school's pupils with what their provision costs, beside the money for each where there is some.

private let size = 50

/// The pupils of a school's year: first those for whom somebody is to say why, then those who are compared, then the others.
func pupilCosts(_ visit: Visit, _ costs: SchoolCosts, _ names: [SeenPupil], keeps: Bool) -> HTML {
    let known = Set(names.map(\.id)), unseen = costs.everyone.filter { !known.contains($0) }
    let standings = Dictionary(uniqueKeysWithValues: names.map { ($0.id, costs.standing(of: $0.id)) })
    let place = { (pupil: SeenPupil) in standings[pupil.id]?.asks == true ? 0 : costs.comparison(of: pupil.id).over == nil ? 2 : 1 }
    let grouped = Dictionary(grouping: names, by: place), sorted = (0...2).flatMap { grouped[$0] ?? [] }, pages = max(1, (sorted.count + size - 1) / size), page = min(max(1, Int(visit.request.query["page"]) ?? 1), pages)
    let shown = sorted.dropFirst((page - 1) * size).prefix(size)
    visit.viewer.witness.saw(shown.map(\.id))
    let rows: [HTML] = shown.map { line($0.id, $0.name, costs, standings[$0.id] ?? .notAsked, keeps: keeps) }
    let asks = grouped[0]?.count ?? 0
    let lead: HTML = asks == 0 ? "" : "<p><strong>\(asks == 1 ? "For one pupil" : "For \(asks) pupils") somebody is to say why the cost is over or under.</strong></p>"
    if sorted.isEmpty && unseen.isEmpty { return card("Pupils", id: "pupils", "<p>No pupil has a cost or money of their own in this year.</p>") }
    let heads = [head("Pupil"), head("To date", number: true), head("For the year", number: true), head("Money", number: true), head("Over or under"), head("Why")]
    return card("Pupils", id: "pupils", """
        \(lead)<p class="quiet">\(whatIsCompared(costs))</p>\
        \(table("Pupils with the cost of their provision", heads, rows + [hidden(unseen, costs)]))\
        \(pager(page, of: pages, size: size) { costsPath().asking(["school": "\(costs.school.id)", "year": "\(costs.year.starting)", "page": "\($0)"]).at("pupils") })
        """)
}

/// Whose cost is compared with money, and with which.
private func whatIsCompared(_ costs: SchoolCosts) -> HTML {
    let places: HTML = "compared as a whole with place funding and top-up: <a href=\"#places\">see the places</a>."
    if costs.school.kind != .mainstream { return "A pupil’s cost is not compared with money here: places are \(places)" }
    let unit: HTML = costs.spends.count > 1 ? " Places of the unit are \(places)" : ""
    return "A cost is compared with money only for pupils with top-up or an EHC plan: £6,000, by their days on roll, and what comes above it.\(unit)"
}

private func line(_ pupil: PupilID, _ name: String, _ costs: SchoolCosts, _ standing: VarianceStanding, keeps: Bool) -> HTML {
    let comparison = costs.comparison(of: pupil), address = pupilCostsPath(pupil).asking(["school": "\(costs.school.id)", "year": "\(costs.year.starting)"])
    var money: Pence?
    if case .against(let funding, _) = comparison { money = funding }
    return """
        <tr><th scope="row"><a href="\(address)">\(name)</a></th>\(amountCell("To date", costs.total.toDate.pupils[pupil] ?? Pence(0)))\(amountCell("For the year", costs.total.whole.pupils[pupil] ?? Pence(0)))\
        \(amountCell("Money", money))<td data-label="Over or under">\(comparison.over.map(overInWords) ?? "Not compared")</td><td data-label="Why">\(why(pupil, name, standing, costs, keeps: keeps))</td></tr>

        """
}

private func why(_ pupil: PupilID, _ name: String, _ standing: VarianceStanding, _ costs: SchoolCosts, keeps: Bool) -> HTML {
    let say: HTML = keeps ? "<a class=\"no-print\" href=\"\(justifyVariancePath(pupil).asking(["school": "\(costs.school.id)", "year": "\(costs.year.starting)"]))\">Say why<span class=\"unseen\"> the cost of \(name) is over or under</span></a>" : ""
    switch standing {
    case .notAsked: return ""
    case .missing: return keeps ? say : "Not said yet"
    case .outdated(let said): return "\(said.reason.label). <em>The figure has moved since.</em> \(say)"
    case .said(let said): return "\(said.reason.label). \(said.words.count > 120 ? said.words.prefix(119).description + "…" : said.words)"
    }
}

/// Pupils out of the viewer's sight stand together, so that the column adds up.
private func hidden(_ pupils: [PupilID], _ costs: SchoolCosts) -> HTML {
    if pupils.isEmpty { return "" }
    let sum = { (all: [PupilID: Pence]) in pupils.compactMap { all[$0] }.reduce(Pence(0), +) }
    return """
        <tr><th scope="row">\(pupils.count == 1 ? "One pupil" : "\(pupils.count) pupils") out of your sight</th>\(amountCell("To date", sum(costs.total.toDate.pupils)))\
        \(amountCell("For the year", sum(costs.total.whole.pupils)))\(amountCell("Money", nil))<td></td><td></td></tr>
        """
}
