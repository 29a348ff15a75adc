import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// What provision costs, in figures without names: for governors and trustees, and whoever reports to them.
let costFiguresRoutes: [Route] = [
    .read(costFiguresPath, .seeFigures) { visit in
        try await visit.read { reader in
            let (schools, school) = try reader.schoolsAsked(visit, .seeFigures)
            // One school by itself is held against the table of all in sight: what is put together there is not told here.
            let costs = try schools.map { try reader.countedCosts(of: $0, in: visit.costYear, for: visit.viewer, today: visit.today) }
            return page(visit, schools, school, costs)
        }
    },
]

private func page(_ visit: Visit, _ schools: [School], _ school: School?, _ costs: [SchoolCosts]) -> Answer {
    let title = "Costs of provision in figures", year = visit.costYear
    let body: HTML = school.map { schoolTables($0, costs) } ?? trustTables(costs)
    let every: HTML = schools.count > 1 && school != nil ? "<p class=\"no-print\"><a href=\"\(costFiguresPath().asking(["year": "\(year.starting)"]))\">See all schools</a></p>" : ""
    return visit.page(title, at: "trust", """
        \(pageTitle(title, lead: "\(school?.name ?? "Every school in your sight"), \(year.description). No names are shown here.", actions: [printButton("Print")]))\
        <p>Costs of fewer than \(ShownCosts.least) pupils stand together with others, so that nobody can be known from them.</p>\
        \(costFilter(visit, costFiguresPath(), schools, school?.id, year, button: "Show these figures"))\(every)\(body)
        """)
}

private let together = "Schools with few such pupils, together"

private func lines(_ costs: [SchoolCosts]) -> [CostLine] { costs.filter { $0.total.whole.total != Pence(0) }.map(\.line) }

private func trustTables(_ costs: [SchoolCosts]) -> HTML { figureCard("By school", "School", lines(costs), together: together) }

private func schoolTables(_ school: School, _ all: [SchoolCosts]) -> HTML {
    guard let costs = all.first(where: { $0.school.id == school.id }) else { return "" }
    let beside = lines(all), isTold = ShownCosts(beside, together: together).lines.contains(costs.line) || !beside.contains(costs.line)
    // With this school alone, the costs of the few with whom it stands could be reckoned from the table of all.
    if all.count > 1, !isTold { return "<p>This school’s figures are not shown by themselves: they stand together with those of a school where fewer than \(ShownCosts.least) pupils have provision that costs something.</p>" }
    let kinds = InterventionKind.allCases.map { kind in
        costs.sum(of: kind).line(kind.label)
    }
    let few: HTML = "<p>Fewer than \(ShownCosts.least) pupils stand behind a part of it, so it is not shown.</p>"
    let money = costs.tellsOfFew ? card("Beside the money", few) : costs.spends.map(spendCard).joined("")
    let how: HTML = "<p class=\"quiet\">\(costs.inWords)</p>"
    return how + figureCard("By kind of provision", "Kind", kinds.filter { $0.whole != Pence(0) }, together: "Other kinds, together") + money
}

extension SchoolCosts {
    fileprivate var line: CostLine { total.line(school.name) }

    /// Whether one of the cards beside the money would tell of few pupils. Then none is shown: the other would be the rest.
    fileprivate var tellsOfFew: Bool { spends.contains(where: \.tellsOfFew) }
}

extension CostSheet {
    fileprivate func line(_ label: String) -> CostLine {
        CostLine(label, pupils: whole.bearers, soFar: toDate.bearers, toCome: bearersToCome, toDate: toDate.total, whole: whole.total)
    }
}

private func figureCard(_ title: String, _ first: String, _ lines: [CostLine], together: String) -> HTML {
    let shown = ShownCosts(lines, together: together)
    if lines.isEmpty { return card(title, "<p>No provision of this year has a cost yet.</p>") }
    if shown.isHidden { return card(title, "<p>Fewer than \(ShownCosts.least) pupils have provision that costs something, so no figure is shown.</p>") }
    let rows: [HTML] = shown.lines.map { row($0, shown.showsToDate) }, total = CostLine("All", sumOf: shown.lines)
    let why: HTML = shown.showsToDate ? "" : "<p class=\"hint\">What it cost to date is not shown yet: with the sum of the year it would tell of fewer than \(ShownCosts.least) pupils.</p>"
    return card(title, """
        <table class="stack-on-phone"><caption class="unseen">Costs \(title.lowercased())</caption><thead><tr>\(head(first))\(head("Pupils", number: true))\(head("To date", number: true))\(head("For the year", number: true))</tr></thead>\
        <tbody>\(rows)</tbody><tfoot>\(row(total, shown.showsToDate))</tfoot></table>\(why)
        """)
}

private func row(_ line: CostLine, _ showsToDate: Bool) -> HTML {
    """
    <tr><th scope="row">\(line.label)</th><td class="number" data-label="Pupils">\(line.pupils.isEmpty ? "–" : "\(line.pupils.count)")</td>\
    \(amountCell("To date", showsToDate ? line.toDate : nil))\(amountCell("For the year", line.whole))</tr>

    """
}

private func spendCard(_ spend: SchoolSpend) -> HTML {
    let isPlaces = spend.basis == .places
    return card(isPlaces ? "Beside place funding" : "Beside the notional SEN budget", facts([
        ("Cost for the year", "\(spend.cost.description)"), ("Paid by other streams and top-up", "\((spend.paidByStreams + spend.topUp).description)"),
        spend.toPay < Pence(0) ? ("More than the cost", "\((Pence(0) - spend.toPay).description)") : ("Left for the school to pay", "\(spend.toPay.description)"),
        (isPlaces ? "Place funding" : "Notional budget", spend.budget > Pence(0) ? "\(spend.budget.description)" : "None recorded"),
    ]))
}
