import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// What waits for a person today.
let todayPath = PagePath< >("/")

func todayRoutes(_ net: SafetyNet, _ waiting: [TodayItem]) -> [Route] {
    [
        .read(todayPath, .visit) { visit in
            try await visit.read { try todayPage(visit, net, waiting, $0) }
        },
    ]
}

private func todayPage(_ visit: Visit, _ net: SafetyNet, _ waiting: [TodayItem], _ reader: Reader) throws -> Answer {
    let viewer = visit.viewer
    let count = try reader.registerCounts(for: viewer, on: visit.today).values.reduce(.zero, +)
    let found = try viewer.may(.seeFigures) ? net.look(SafetyQuestion(viewer: viewer, day: visit.today), reader) : []
    let lines = try waiting.flatMap { try $0.find(reader, viewer, visit.today) } + (viewer.may(.seeSafetyNet) ? gapLines(found) : [])
    return visit.page("Today", at: "today", """
        \(pageTitle("Today", lead: "\(weekdays[visit.today.weekday - 1]) \(visit.today.inWords) · \(viewer.place.nonEmpty ?? "the whole trust")"))\
        \(numbers(viewer, count, found))<div class="columns"><div>\(toDo(viewer, lines))</div><aside>\(card("Go to", "<ul class=\"plain\">\(links(viewer))</ul>"))</aside></div>
        """)
}

private let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

private func numbers(_ viewer: Viewer, _ count: RegisterCount, _ found: [RuleFindings]) -> HTML {
    let register: (String) -> Address? = { viewer.may(.seePupils) ? registerPath().asking(["status": $0]) : nil }
    let list = [Tile(count.plan, "with an EHC plan", register("E")), Tile(count.support, "with SEN support", register("K")), Tile(count.roll, "on roll", register("all"))]
    if !viewer.may(.seeFigures) { return tiles(list) }
    let gaps = viewer.may(.seeSafetyNet) ? gapsPath() : gapNumbersPath()
    return tiles(list + [
        Tile(found.open(.gap), "gaps to mend", gaps, warns: found.open(.gap) > 0),
        Tile(found.open(.check), "things to check", gaps, warns: found.open(.check) > 0),
    ])
}

/// The kinds of gaps with the most findings, each with its own page.
private func gapLines(_ found: [RuleFindings]) -> [TodayLine] {
    found.filter { !$0.open.isEmpty }.map { findings in
        TodayLine(findings.open.count, "\(findings.rule.title): \(grouped(findings.open.count))", action: findings.rule.kind == .gap ? "See and mend" : "See and check",
                  gapsPath().asking(["rule": findings.rule.id]))
    }
}

private func toDo(_ viewer: Viewer, _ lines: [TodayLine]) -> HTML {
    if lines.isEmpty {
        return card("To do now", viewer.may(.seePupils) ? "<p>Nothing waits for you. All is in order, as far as Trellis can tell.</p>" : "<p>You see figures only, so no pupil’s record waits for you.</p>")
    }
    let items: [HTML] = lines.map { line in
        "<li class=\"finding\"><p><b>\(line.text)</b></p><p class=\"actions\"><a class=\"button second\" href=\"\(line.address)\">\(line.action)<span class=\"unseen\">: \(line.text)</span></a></p></li>"
    }
    return card("To do now", "<ul class=\"findings\">\(items)</ul>")
}

private func links(_ viewer: Viewer) -> [HTML] {
    var links: [(String, Address)] = []
    if viewer.may(.seePupils) { links.append(("The SEND register", registerPath())) }
    if viewer.may(.seeFigures), let school = viewer.schools?.first, viewer.schools?.count == 1 { links.append(("Your school", schoolPath(school))) }
    if viewer.seesTrustPage { links.append(("The trust, school by school", trustPath())) }
    if viewer.may(.seeSafetyNet) { links.append(("The safety net", gapsPath())) }
    if viewer.may(.seeFigures) { links.append(("The safety net in numbers", gapNumbersPath())) }
    return links.map { "<li><a href=\"\($0.1)\">\($0.0)</a></li>" }
}
