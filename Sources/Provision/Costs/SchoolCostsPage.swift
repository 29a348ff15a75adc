import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// What provision costs a school in a year: to date, for the whole of it, by pupil, and beside the money for it.
let schoolCostsRoutes: [Route] = [
    .read(costsPath, .seeCosts) { visit in
        try await visit.read { reader in
            let (schools, school) = try reader.schoolsAsked(visit, .seeCosts)
            guard let school else { return chooser(visit, schools) }
            let costs = try reader.schoolCosts(of: school.id, in: visit.costYear, for: visit.viewer, today: visit.today)
            let names = try reader.costedNames(costs.everyone, for: visit.viewer, on: visit.today)
            return page(visit, schools, costs, names, keepsRates: try reader.keepsRates(visit.viewer))
        }
    },
]

private func chooser(_ visit: Visit, _ schools: [School]) -> Answer {
    visit.page("Costs of provision", at: "provision", """
        \(pageTitle("Costs of provision", lead: "Choose a school to see what its provision costs.", actions: [linkButton("See hourly rates", ratesPath(), aside: true), linkButton("See figures without names", costFiguresPath(), aside: true)]))\
        \(costFilter(visit, costsPath(), schools, nil, visit.costYear))
        """)
}

private func page(_ visit: Visit, _ schools: [School], _ costs: SchoolCosts, _ names: [SeenPupil], keepsRates: Bool) -> Answer {
    let school = costs.school, ask: (Address) -> Address = { $0.asking(["school": "\(school.id)", "year": "\(costs.year.starting)"]) }
    let keeps = visit.viewer.may(.keepCosts, at: school.id)
    let actions = [linkButton("See funding", schoolFundingPath(school.id), aside: true), linkButton("See hourly rates", ratesPath(), aside: true), linkButton("See staffing", staffingPath().asking(["school": "\(school.id)"]), aside: true)]
        + (keeps ? [linkButton("Say how costs are shared", schoolCostSettingsPath(school.id), aside: true)] : []) + [printButton("Print")]
    return visit.page("Costs of \(school.name), \(costs.year)", at: "provision", """
        \(pageTitle("Costs of provision", lead: "\(school.name), \(costs.year.description). \(costs.inWords)", actions: actions))\
        \(costFilter(visit, costsPath(), schools, school.id, costs.year))\(gaps(costs, keepsRates: keepsRates))\
        <div class="columns"><aside>\(costs.spends.map { spendCard($0, costs) })\(visit.viewer.takesCosts(of: school.id) ? files(ask) : "")</aside><div>\(sumCards(costs))</div></div>\
        \(pupilCosts(visit, costs, names, keeps: keeps))
        """)
}

/// Sessions without a rate, and those of which nobody said what happened.
private func gaps(_ costs: SchoolCosts, keepsRates: Bool) -> HTML {
    let lacking: [HTML] = costs.total.withoutRate.sorted { $0.key < $1.key }.map { role, number in
        let link: HTML = keepsRates ? " <a href=\"\(setRatePath(costs.basis.set.id).asking(["role": role]))\">Set a rate<span class=\"unseen\"> for \(StaffRole.label(role))</span></a>" : " Ask your trust SEND lead to set one."
        return "<li>\(number == 1 ? "One session has" : "\(grouped(number)) sessions have") no cost, since no rate holds on their day for the role “\(StaffRole.label(role))”.\(link)</li>"
    }
    let silent: HTML = costs.total.unproved == 0 ? "" : """
        <li>\(costs.total.unproved == 1 ? "One session is" : "\(grouped(costs.total.unproved)) sessions are") past and not logged. Nothing is reckoned for them until somebody says what happened.</li>
        """
    return lacking.isEmpty && silent.isEmpty ? "" : "<div class=\"notice notice-warn\"><p>These figures are not whole yet:</p><ul>\(lacking)\(silent)</ul></div>"
}

private func spendCard(_ spend: SchoolSpend, _ costs: SchoolCosts) -> HTML {
    let isPlaces = spend.basis == .places, title = isPlaces ? (costs.school.kind == .mainstream ? "Places of the unit" : "Places") : "Notional SEN budget"
    var list: [(String, HTML)] = [("Cost for the year", "\(spend.cost.description)")]
    if spend.unfilled > Pence(0) { list.append(("Of it, places not filled", "\(spend.unfilled.description)")) }
    list += [("Paid by other streams", "\(spend.paidByStreams.description)"), ("Top-up", "\(spend.topUp.description)"), spend.toPay < Pence(0) ? ("More than the cost", "\((Pence(0) - spend.toPay).description)") : ("Left for the school to pay", "\(spend.toPay.description)"),
             (isPlaces ? "Place funding" : "Notional budget", spend.budget > Pence(0) ? "\(spend.budget.description)" : "None recorded")]
    if spend.budget > Pence(0) { list.append((spend.left < Pence(0) ? "Not covered" : "Not spent", "\(spend.left < Pence(0) ? "\(Pence(0) - spend.left)" : "\(spend.left)")")) }
    let note: HTML = isPlaces ? "" : "<p class=\"quiet\">The notional budget is a guide within the school’s budget, and not ring-fenced.</p>"
    let link: HTML = "<p class=\"no-print\"><a href=\"\(schoolFundingPath(costs.school.id))\">\(spend.budget > Pence(0) ? "See the funding" : "See or record the funding")<span class=\"unseen\">: \(title)</span></a></p>"
    return card(title, id: isPlaces ? "places" : "notional", "\(facts(list))\(note)\(link)")
}

private func files(_ ask: (Address) -> Address) -> HTML {
    let links: [HTML] = ["csv", "xlsx", "json"].map { linkButton("Download \($0 == "xlsx" ? "a workbook" : $0.uppercased())", ask(costFilePath()).asking(["format": $0]), aside: true) }
    return card("Take it with you", printed: false, "<p>One line for each pupil and provision.</p><p class=\"actions\">\(links.joined(" "))</p>")
}

private func sumCards(_ costs: SchoolCosts) -> HTML {
    let kinds: [HTML] = InterventionKind.allCases.compactMap { kind in
        let sheet = costs.sum(of: kind)
        return sheet.whole.total == Pence(0) && sheet.toDate.total == Pence(0) ? nil : amountRow("\(kind.label)", sheet.toDate.total, sheet.whole.total)
    }
    if kinds.isEmpty { return card("What it costs", "<p>No provision of this year has a cost yet.</p><p class=\"actions\">\(linkButton("See the provision map", mapPath(), aside: true))</p>") }
    let streams: [HTML] = costs.total.whole.streams.sorted { $0.key < $1.key }.map { stream, whole in amountRow("\(FundingStream.label(stream))", costs.total.toDate.streams[stream] ?? Pence(0), whole) }
    let toDate = costs.total.toDate, whole = costs.total.whole, byPupils = { (sum: CostSum) in sum.total - sum.unfilled }
    let borne = [amountRow("Pupils’ parts", byPupils(toDate), byPupils(whole)), amountRow("Places not filled, borne by the school", toDate.unfilled, whole.unfilled)]
    return card("By kind of provision", amountTable("Costs by kind of provision", "Kind", kinds, total: costs.total))
        + card("By who pays", amountTable("Costs by stream of funding", "Stream", streams, total: costs.total))
        + card("By whom it is for", amountTable("Costs by pupils and places not filled", "Whose", borne, total: costs.total))
}
