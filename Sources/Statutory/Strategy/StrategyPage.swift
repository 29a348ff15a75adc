import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// A school's strategy while it is written: what is done, what is next, how long it takes.
let strategyPageRoutes: [Route] = [
    .read(strategyPath, .keepCosts) { visit, school in try await visit.read { try page(visit, $0.strategyToWrite(school, visit)) } },
    .send(strategyPath, .keepCosts) { visit, school in
        try await visit.write { writer in _ = try writer.beginStrategy(writer.strategyToWrite(school, visit)) }
        return .goTo(strategyPath(school).asking(["saved": "begun"]))
    },
]

private func page(_ visit: Visit, _ held: HeldStrategy) -> Answer {
    let all = StrategySection.allCases, title = "Write the inclusion strategy of \(held.school.name)", last = InclusionStrategy.lastDay(of: held.dueYear)
    let items: [HTML] = all.map { section(held, $0) }
    return visit.page(title, at: "strategies", """
        \(crumbs(("Inclusion strategies", strategiesPath())))\(saved(visit.request.query["saved"]))\
        \(pageTitle(title, lead: "To be published by \(last.inWords). It takes about an hour; stop and come back whenever you like."))\
        <p role="status"><b>\(held.done) of \(all.count) done.</b> \(held.standing(on: visit.today))</p>\(next(visit, held))\
        <ol class="plain tall">\(items)</ol>\(published(held))\(whatIsAsked)
        """)
}

private func saved(_ word: String) -> HTML {
    switch word {
    case "section": notice("Saved. You can stop here and come back.")
    case "begun": notice("Begun. What stood in last year’s was taken over where there was one: look through it.")
    case "activity": notice("Saved: the activity is in the list.")
    case "removed": notice("Taken out.")
    case "published": notice("Published. Everybody can read it now.")
    default: ""
    }
}

private func section(_ held: HeldStrategy, _ section: StrategySection) -> HTML {
    let done = held.isDone(section), begun = held.answers[section] != nil || (section == .activities && !held.activities.isEmpty)
    let tag: HTML = done ? "<span class=\"tag tag-good\">Done</span>" : begun ? "<span class=\"tag\">Half-way</span>" : "<span class=\"tag\">Not begun</span>"
    let who: HTML = held.answers[section].map { "<br><span class=\"quiet\">\($0.savedBy), \($0.savedOn.inWords)</span>" } ?? ""
    return "<li><a href=\"\(strategySectionPath(held.school.id, section.rawValue))\">\(section.title)</a> \(tag) <span class=\"quiet\">about \(section.minutes) minutes</span>\(who)</li>"
}

/// The one thing to do next.
private func next(_ visit: Visit, _ held: HeldStrategy) -> HTML {
    if held.strategy == nil, held.before != nil {
        return """
            <form method="post" action="\(strategyPath(held.school.id))"><p class="actions"><button>Begin from last year’s</button></p></form>\
            <p>What stood in last year’s is taken over. Days, the grant, and what came of it you write anew.</p>
            """
    }
    if let section = held.next { return "<p class=\"actions\">\(linkButton(held.done == 0 ? "Begin with “\(section.title)”" : "Go on with “\(section.title)”", strategySectionPath(held.school.id, section.rawValue)))</p>" }
    if held.published != nil, !held.isChanged { return "<p class=\"actions\">\(linkButton("See what everybody reads", openStrategyPath(held.school.urn)))</p>" }
    if visit.person.inStaffParts.may(.publishStrategy, at: held.school.id) { return "<p class=\"actions\">\(linkButton("Check and publish", publishStrategyPath(held.school.id)))</p>" }
    return "<p>All is written. The head checks and publishes it.</p>"
}

private func published(_ held: HeldStrategy) -> HTML {
    if held.editions.isEmpty { return "" }
    let items: [HTML] = held.editions.map { "<li><a href=\"\(strategyEditionPath($0.id))\">\($0.publishedOn.inWords)</a>, by the \($0.publishedBy.lowercased()); due by 31 December \("\($0.dueYear)")</li>" }
    return card("Published so far", "<p>Everybody reads the newest at <a href=\"\(openStrategyPath(held.school.urn))\">\(openStrategyPath(held.school.urn).text)</a>. Put this link on the school’s website.</p><ul>\(items)</ul>")
}

private let whatIsAsked: HTML = card("What is asked for", """
    <p>The conditions of grant of the Inclusive Mainstream Fund for 2026-27 ask each mainstream school to publish an inclusion strategy on its website by 31 December 2026. \
    It shows the activities that you pay for to take barriers to learning and taking part away, with their budgeted costs. It may be for several years; \
    then it is looked at every year, and the cover says so. The template of the Department is not needed.</p>
    """)
