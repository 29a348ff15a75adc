import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// What one pupil's provision costs in a year, beside the money for it, and at a council's rates for a claim.
let pupilCostsRoutes: [Route] = [
    .read(pupilCostsPath, .seeCosts) { visit, id in
        try await visit.read { try page(visit, $0, id) }
    },
]

private func page(_ visit: Visit, _ reader: Reader, _ id: PupilID) throws -> Answer {
    let pupil = try reader.pupil(id, for: visit.viewer, on: visit.today), schools = try reader.costSchools(of: id, for: visit.viewer), asked = SchoolID(visit.request.query["school"])
    guard let school = asked.map({ asked in schools.first { $0.id == asked } }) ?? schools.first else { throw NotFound() }
    let sets = try reader.rateSets(), set = RateSetID(visit.request.query["set"]).flatMap { asked in sets.first { $0.id == asked } } ?? sets.first
    let costs = try reader.pupilCosts(of: id, at: school.id, in: visit.costYear, for: visit.viewer, today: visit.today, set: set?.id)
    let keeps = visit.viewer.may(.keepCosts, at: school.id), isClaim = set?.laCode.isEmpty == false
    let said = try reader.all(VarianceJustification.self, "WHERE pupil_id = \(id) AND school_id = \(school.id) ORDER BY written_on DESC, id DESC")
    let title = isClaim ? "Costs for a claim" : "Costs of a pupil’s provision", saved: HTML = visit.request.query["saved"].isEmpty ? "" : notice("Saved.")
    return visit.page(title, at: "provision", """
        \(crumbs(("SEND register", registerPath()), (pupil.name, pupilPath(id))))\(saved)\
        \(pageTitle(title, lead: "\(pupil.fullCalledName), \(school.name), \(costs.year.description). \(costs.inWords)", actions: [printButton(isClaim ? "Print for the claim" : "Print")]))\
        \(filter(visit, id, schools, school, costs.year, sets, set))\(gapsOf(costs))\
        <div class="columns"><aside>\(isClaim ? "" : comparisonCard(costs, id, keeps: keeps))</aside>\
        <div>\(provisionCard(costs, id))\(fundingCard(try reader.funding(of: id).filter { $0.school == school.id }, id, keeps: keeps, visit.today))\(saidCard(said))</div></div>
        """)
}

private func filter(_ visit: Visit, _ id: PupilID, _ schools: [School], _ school: School, _ year: AcademicYear, _ sets: [RateSet], _ set: RateSet?) -> HTML {
    let write = FormWriter(FormValues([("set", set.map { "\($0.id)" } ?? "")]))
    let rates: HTML = sets.count > 1 ? write.select("set", "At whose rates", sets.map { Choice("\($0.id)", $0.laCode.isEmpty ? $0.name : "\($0.name), for a claim") }) : ""
    return costFilter(visit, pupilCostsPath(id), schools, school.id, year, rates)
}

private func gapsOf(_ costs: SchoolCosts) -> HTML {
    let lacking = costs.total.withoutRate.sorted { $0.key < $1.key }.map { "\(StaffRole.label($0.key)) (\($0.value))" }
    let rates: HTML = lacking.isEmpty ? "" : "<li>No rate holds on the day of some sessions, so they have no cost: \(lacking.joined(separator: ", ")). <a href=\"\(ratesPath())\">See the rates</a></li>"
    let silent: HTML = costs.total.unproved == 0 ? "" : "<li>\(grouped(costs.total.unproved)) \(costs.total.unproved == 1 ? "session is" : "sessions are") past and not logged: nothing is reckoned for them until somebody says what happened.</li>"
    return lacking.isEmpty && costs.total.unproved == 0 ? "" : "<div class=\"notice notice-warn\"><p>These figures are not whole yet:</p><ul>\(rates)\(silent)</ul></div>"
}

private func provisionCard(_ costs: SchoolCosts, _ pupil: PupilID) -> HTML {
    let part = { (sum: CostSum) in sum.pupils[pupil] ?? Pence(0) }
    let rows: [HTML] = costs.provisions.compactMap { provision in
        guard let sheet = costs.sheets[provision.run.id], sheet.whole.pupils[pupil] != nil || provision.run.kind != .universal else { return nil }
        return amountRow("<a href=\"\(provisionPath(provision.run.id))\">\(provision.run.name)</a>", part(sheet.toDate), part(sheet.whole))
    }
    if rows.isEmpty { return card("By provision", "<p>No provision of this year has a cost for this pupil. What is there for everyone is no part of anybody’s cost.</p>") }
    let foot = "<tfoot>\(amountRow("All", part(costs.total.toDate), part(costs.total.whole)))</tfoot>" as HTML
    return card("By provision", """
        <table class="stack-on-phone"><caption class="unseen">This pupil’s part of the cost of each provision</caption><thead><tr>\(head("Provision"))\(head("To date", number: true))\(head("For the year", number: true))</tr></thead>\
        <tbody>\(rows)</tbody>\(foot)</table><p class="quiet">This pupil’s part of each. What is still to come is reckoned at the rates that are known today.</p>
        """)
}

private func comparisonCard(_ costs: SchoolCosts, _ pupil: PupilID, keeps: Bool) -> HTML {
    guard case .against(let money, let cost) = costs.comparison(of: pupil), let over = costs.comparison(of: pupil).over else {
        return card("Beside the money", costs.hasPlace(pupil) ? placeWords(costs)
            : "<p>This pupil has neither top-up nor an EHC plan, so no sum belongs to them and nothing is compared. The school’s notional SEN budget is compared as a whole.</p>")
    }
    let list: [(String, HTML)] = [("£6,000 by days on roll, and what comes above", "\(money.description)"), ("Cost for the year", "\(cost.description)"), ("Difference", "\(overInWords(over))")]
    return card("Beside the money", id: "money", "\(facts(list))\(words(costs, pupil, keeps: keeps))")
}

/// Why nothing is compared for a pupil whose place is funded, with the way to where it is compared as a whole.
private func placeWords(_ costs: SchoolCosts) -> HTML {
    let places = costsPath().asking(["school": "\(costs.school.id)", "year": "\(costs.year.starting)"]).at("places")
    return "<p>\(costs.school.kind == .mainstream ? "A place of the unit" : "A place of this school") is paid for as such, so no £6,000 are held against one pupil’s cost. All places are compared as a whole with place funding and top-up. <a href=\"\(places)\">See the places</a></p>"
}

private func words(_ costs: SchoolCosts, _ pupil: PupilID, keeps: Bool) -> HTML {
    let share = costs.basis.settings.share(on: min(costs.today, costs.year.lastDay)), address = justifyVariancePath(pupil).asking(["school": "\(costs.school.id)", "year": "\(costs.year.starting)"])
    let say: HTML = keeps ? "<p class=\"actions\">\(linkButton("Say why", address))</p>" : ""
    switch costs.standing(of: pupil) {
    case .notAsked: return "<p class=\"quiet\">Within \(share) % of the money: nobody need say why.</p>"
    case .missing: return "<p>More than \(share) % from the money. Nobody has said why yet.</p>\(say)"
    case .outdated(let said): return "<p>\(said.reason.label). \(said.words)</p><p>The figure has moved since then: it was \(overInWords(said.over)).</p>\(say)"
    case .said(let said): return "<p>\(said.reason.label). \(said.words)</p>\(say)"
    }
}

private func fundingCard(_ lines: [FundingLine], _ pupil: PupilID, keeps: Bool, _ today: Day) -> HTML {
    let add: HTML = keeps ? "<p class=\"actions\">\(linkButton("Record funding", pupilFundingPath(pupil), aside: true))</p>" : ""
    return card("Funding for this pupil", id: "funding", fundingTable(lines, keeps ? { endPupilFundingPath(pupil, $0) } : nil, today) + add)
}

private func saidCard(_ said: [VarianceJustification]) -> HTML {
    if said.isEmpty { return "" }
    let items: [HTML] = said.map { "<li><strong>\(AcademicYear(starting: $0.academicYear).description), \(overInWords($0.over)): \($0.reason.label).</strong> \($0.words) <span class=\"quiet\">\($0.writtenBy), \($0.writtenOn.inWords)</span></li>" }
    return card("What was said about over and under", "<ul class=\"plain\">\(items)</ul>")
}
