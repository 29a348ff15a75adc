import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// What might be missed, by rule.
public let gapsPath = PagePath< >("/gaps")
/// The same as numbers, without names.
let gapNumbersPath = PagePath< >("/gaps/numbers")

func gapsRoutes(_ net: SafetyNet) -> [Route] {
    [
        .read(gapsPath, .seeSafetyNet) { visit in
            let ask = GapsQuestion(visit)
            return try await visit.read { try gapsPage(visit, ask, net, $0) }
        },
        .read(gapNumbersPath, .seeFigures) { visit in
            try await visit.read { try gapNumbersPage(visit, net, $0) }
        },
    ]
}

/// What the address asks of the safety net.
struct GapsQuestion: Sendable {
    let school: SchoolID?
    let rule: String
    /// Which findings: those open, those older, those answered one way.
    let show: String
    let page: Int
    let saved: String

    init(_ visit: Visit) {
        let query = visit.request.query
        school = SchoolID(query["school"]) ?? (visit.viewer.schools?.count == 1 ? visit.viewer.schools?.first : nil)
        rule = query["rule"]
        show = query["show"]
        page = min(max(1, Int(query["page"]) ?? 1), 1000)
        saved = query["saved"]
    }

    func address(rule: String? = nil, show: String? = nil, page: Int? = nil) -> Address {
        gapsPath().asking(["school": school.map { "\($0)" }, "rule": rule ?? self.rule, "show": show ?? self.show, "page": page.map(String.init)])
    }
}

private func gapsPage(_ visit: Visit, _ ask: GapsQuestion, _ net: SafetyNet, _ reader: Reader) throws -> Answer {
    let viewer = visit.viewer, schools = try reader.schools(for: viewer)
    let names = Dictionary(schools.map { ($0.id, $0.name) }) { $1 }
    if let school = ask.school, names[school] == nil { throw NotFound() }
    if !ask.rule.isEmpty, net.rule(ask.rule) == nil { throw NotFound() }
    let found = try net.look(SafetyQuestion(viewer: viewer, school: ask.school, day: visit.today), rule: ask.rule, reader)
    let place = ask.school.flatMap { names[$0] } ?? "All schools"
    let leads = try Dictionary(schools.compactMap { school in try visit.safeguardingLead(reader, school.id, visit.today).map { (school.id, $0) } }) { $1 }
    let list = GapsList(found: found, ask: ask, today: visit.today, names: schools.count > 1 && ask.school == nil ? names : [:], leads: leads, witness: viewer.witness)
    return visit.page("Safety net", at: "gaps", """
        \(savedNotice(ask.saved))\(pageTitle("Safety net", lead: "\(place) · what might be missed, looked for just now"))\
        \(numbers(found, ask))\(filters(schools, net, ask))\(list.html)
        """)
}

private func numbers(_ found: [RuleFindings], _ ask: GapsQuestion) -> HTML {
    let gaps = found.open(.gap), checks = found.open(.check)
    return tiles([
        Tile(gaps, gaps == 1 ? "gap to mend" : "gaps to mend", ask.address(show: ""), warns: gaps > 0),
        Tile(checks, checks == 1 ? "thing to check" : "things to check", ask.address(show: ""), warns: checks > 0),
        Tile(found.answered(.later), "asked for later", ask.address(show: "later")),
        Tile(found.answered(.right), "right as they are", ask.address(show: "right")),
    ])
}

private func filters(_ schools: [School], _ net: SafetyNet, _ ask: GapsQuestion) -> HTML {
    let write = FormWriter(FormValues([("school", ask.school.map { "\($0)" } ?? ""), ("rule", ask.rule), ("show", ask.show)]))
    let choice: HTML = schools.count < 2 ? "" : write.select("school", "School", [Choice("", "All schools")] + schools.map { Choice("\($0.id)", $0.name) })
    return """
        <form class="filters" method="get" action="\(gapsPath())">\(choice)\
        \(write.select("rule", "Kind of gap", [Choice("", "All kinds")] + net.rules.map { Choice($0.id, $0.title) }))\
        \(write.select("show", "Show", [Choice("", "Open"), Choice("older", "Older"), Choice("later", "Asked for later"), Choice("right", "Right as they are")]))\
        <p class="actions"><button>Show these</button> <a href="\(gapsPath())">Show all again</a></p></form>
        """
}

private func savedNotice(_ saved: String) -> HTML {
    switch saved {
    case "later": notice("Saved. The safety net will ask again on that day.")
    case "right": notice("Saved as right. You find it under “right as they are”.")
    case "again": notice("Saved. The safety net asks about it again.")
    default: ""
    }
}
