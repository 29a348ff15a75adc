import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// What waits for a person today.
let todayPath = PagePath< >("/")

func todayRoutes(_ net: SafetyNet, _ waiting: [TodayItem], _ places: @escaping @Sendable (Viewer) -> [MenuEntry]) -> [Route] {
    [
        .read(todayPath, .visit) { visit in
            try await visit.read { try todayPage(visit, net, waiting, places(visit.viewer), $0) }
        },
    ]
}

private func todayPage(_ visit: Visit, _ net: SafetyNet, _ waiting: [TodayItem], _ places: [MenuEntry], _ reader: Reader) throws -> Answer {
    let viewer = visit.viewer, figures = viewer.doing(.seeFigures)
    let found = try viewer.may(.seeFigures) ? net.look(SafetyQuestion(viewer: figures, day: visit.today), reader) : []
    let lines = try waiting.flatMap { try $0.find(reader, viewer, visit.today) } + (viewer.may(.seeSafetyNet) ? gapLines(found) : [])
    return visit.page("Today", at: "today", """
        \(pageTitle("Today", lead: lead(viewer, visit.today)))\
        \(try numbers(viewer, found, reader, visit.today))<div class="columns"><div>\(try actionsForToday(reader, viewer, visit.today, back: todayPath()))\(waitingCard(viewer, lines))</div>\(goTo(viewer, places))</div>
        """)
}

private func lead(_ viewer: Viewer, _ today: Day) -> HTML {
    let day = "\(weekdays[today.weekday - 1]) \(today.inWords)"
    let place = viewer.place.nonEmpty ?? (viewer.inStaffParts.schools == nil ? "the whole trust" : nil)
    return "\([day, place].compactMap { $0 }.joined(separator: " · "))"
}

private let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

/// The numbers of the schools whose figures the viewer sees; else of the pupils they work with. None for a family.
private func numbers(_ viewer: Viewer, _ found: [RuleFindings], _ reader: Reader, _ today: Day) throws -> HTML {
    let counted = viewer.may(.seeFigures) ? viewer.doing(.seeFigures) : viewer.doing(.seePupils).inStaffParts
    guard counted.may(.seeFigures) || counted.may(.seePupils) else { return "" }
    let count = try reader.registerCounts(for: counted, on: today).values.reduce(.zero, +)
    let register: (String) -> Address? = { counted.may(.seePupils) ? registerPath().asking(["status": $0]) : nil }
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

private func waitingCard(_ viewer: Viewer, _ lines: [TodayLine]) -> HTML {
    if lines.isEmpty {
        return card("To do now", "<p>\(nothing(viewer))</p>")
    }
    let items: [HTML] = lines.map { line in
        "<li class=\"finding\"><p><b>\(line.text)</b></p><p class=\"actions\"><a class=\"button second\" href=\"\(line.address)\">\(line.action)<span class=\"unseen\">: \(line.text)</span></a></p></li>"
    }
    return card("To do now", "<ul class=\"findings\">\(items)</ul>")
}

private func nothing(_ viewer: Viewer) -> String {
    if viewer.parts.isEmpty { return "You are not set up to see anyone yet. Ask whoever invited you to say what your work is." }
    if viewer.may(.seePupils) { return "Nothing waits for you. All is in order, as far as Trellis can tell." }
    return viewer.may(.seeFigures) ? "You see figures only, so no pupil’s record waits for you." : "Nothing waits for you."
}

/// Every page that the areas put into this person's menu, and the figures behind the safety net.
private func goTo(_ viewer: Viewer, _ places: [MenuEntry]) -> HTML {
    let figures = viewer.may(.seeFigures) ? [MenuEntry("The safety net in numbers", gapNumbersPath(), place: "", order: 60)] : []
    let links: [HTML] = (places + figures).sorted { $0.order < $1.order }.map { "<li><a href=\"\($0.address)\">\($0.label)</a></li>" }
    return links.isEmpty ? "" : "<aside>\(card("Go to", "<ul class=\"plain\">\(links)</ul>"))</aside>"
}
