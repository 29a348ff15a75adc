import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// How each council runs early help.
let earlyHelpSchemeRoutes: [Route] = [
    .read(earlyHelpSchemesPath, .seePlans) { visit in try await visit.read { try schemesPage(visit, $0) } },
]

private func schemesPage(_ visit: Visit, _ reader: Reader) throws -> Answer {
    guard visit.viewer.findsAgencies else { throw NotFound() }
    let schemes = try reader.earlyHelpSchemes(), keeps = visit.person.keepsAgencies, names = Dictionary(try reader.councils().map { ($0.code, $0.name) }) { $1 }
    let saved: HTML = visit.request.query["saved"].isEmpty ? "" : notice(visit.request.query["saved"] == "closed" ? "Closed." : "Saved.")
    let open = schemes.filter { $0.isOpen(on: visit.today) }, cards: [HTML] = (open + schemes.filter { !$0.isOpen(on: visit.today) }).map { schemeCard($0, names[$0.laCode] ?? "Council \($0.laCode)", keeps, visit.today) }
    let none: HTML = "<p>Nobody has written one down yet. \(keeps ? "Ask each of your councils for its steps and its form, and add them here." : "Ask your SENCO to add your council’s.") Until then, early help begins with the three steps that all councils have.</p>"
    return visit.page("How each council does early help", at: "agencies", """
        \(crumbs(("Agencies", agenciesPath())))\(saved)\
        \(pageTitle("How each council does early help", lead: "Names, forms and steps differ from council to council. None of this is law: check it with the council.", actions: keeps ? [linkButton("Add a council’s way", addEarlyHelpSchemePath())] : []))\
        \(cards.isEmpty ? none : "\(cards)")
        """)
}

private func schemeCard(_ scheme: EarlyHelpScheme, _ council: String, _ keeps: Bool, _ today: Day) -> HTML {
    let steps: [HTML] = scheme.steps.map { step in
        let within: HTML = step.days.map { " <span class=\"quiet\">\($0 == 0 ? "on the first day" : "within \(count($0, "day"))")</span>" } ?? ""
        return "<li>\(step.name)\(within)</li>"
    }
    let site: HTML = scheme.website.isEmpty ? "" : "<a href=\"\(scheme.website)\" rel=\"noreferrer\">\(scheme.website)</a>"
    let list: [(String, HTML)] = [
        ("The assessment is called", "\(scheme.assessment)"), ("The meeting is called", "\(scheme.meeting)"), ("Form", "\(scheme.form)"), ("Whom it is for", "\(scheme.threshold)"),
        ("Meetings", scheme.reviewDays.map { "after \(count($0, "day"))" } ?? ""), ("Portal", site), ("Mail", "\(scheme.email)"), ("Telephone", "\(scheme.phone)"), ("Anything else", "\(scheme.note)"),
        ("Last checked with the council", "\(scheme.checkedOn?.inWords ?? "nobody has written it down")"),
    ]
    let closed: HTML = scheme.isOpen(on: today) ? "" : "<p><span class=\"tag tag-none\">Closed</span> after \(scheme.ends?.inWords ?? ""): \(scheme.endedBecause)</p>"
    let ways: HTML = keeps && scheme.ends == nil ? "<p class=\"actions no-print\">\(quietLink("Change it", scheme.name, changeEarlyHelpSchemePath(scheme.id))) \(quietLink("Close it", scheme.name, closeEarlyHelpSchemePath(scheme.id)))</p>" : ""
    return card("\(scheme.name), \(council)", id: "scheme-\(scheme.id)", "\(closed)<ol>\(steps)</ol>\(facts(list.filter { !$0.1.isEmpty }))\(ways)")
}
