import Access
import AreaKit
import Basics
import Database
import Pages
import Papers
import People

/// One request: what is next, who owes it, by when; the checklist; what happened.
func requestRoutes(_ sources: [EvidenceSource]) -> [Route] {
    [.read(ehcRequestPath, .seeRecord) { visit, pupil, row in try await visit.read { try page(visit, $0, pupil, row, sources) } }]
}

private func page(_ visit: Visit, _ reader: Reader, _ id: PupilID, _ row: RowID, _ sources: [EvidenceSource]) throws -> Answer {
    let pupil = try reader.pupil(id, for: visit.viewer, on: visit.today), found = try reader.heldCase(row, of: id, for: visit.viewer, on: visit.today), held = found.held
    let writes = try reader.powers(of: visit.person, over: id, on: visit.today).contains(.changeRegister)
    let checklist = try RequestChecklist(reader, held, from: sources, for: visit.person, on: visit.today)
    let papers = Dictionary(try reader.papers(of: id, for: visit.viewer, on: visit.today).map { ($0.id, $0) }) { $1 }
    let asked: [(String, HTML)] = [
        ("LA", "\(try reader.knownCouncils().words(held.council))"), ("Officer", "\(held.officer)"), ("Who asks", "\(held.askedBy.label)"), ("Why", paragraphs(held.words.reason)), ("What the child says", paragraphs(held.words.childViews)),
        ("How this was gathered", paragraphs(held.words.viewsHow)), ("What the family says", paragraphs(held.words.familyViews)), ("What they hope for", paragraphs(held.words.hopes)), ("Social care", paragraphs(held.words.care)), ("Agreement", paragraphs(held.words.agreement)),
        ("Begun by", "\(held.begunBy), \(held.begunOn.inWords)"),
    ]
    return visit.page("Request for \(pupil.name)", at: "ehc", """
        \(crumbs(("Requests", ehcRequestsPath()), (pupil.name, pupilPath(id))))\(saved(visit))\
        \(pageTitle(held.kind.label, lead: "\(pupil.fullCalledName) · \(held.state.label) since \(held.since.inWords)", actions: [printButton("Print this page")]))\
        <div class="columns"><aside>\(writes ? nextCard(id, found) : "")\(checklistCard(id, held, checklist, writes))\(try fillCard(reader, held.council, .request, requestFormPath(id, row), visit.today))</aside><div>\
        \(try matterCard(reader, reader.duties(of: held.matter), visit.today))\(card("What is asked for", id: "asked", facts(asked.filter { !$0.1.isEmpty })))\(stepsCard(id, found, papers))</div></div>
        """)
}

private func saved(_ visit: Visit) -> HTML {
    switch visit.request.query["saved"] {
    case "": ""
    case "begun": notice("Started. Go through the checklist, look at the evidence, then send it the council’s way and say here that it was sent.")
    default: notice("Saved.")
    }
}

/// The usual next step as a button, the rest beside it.
private func nextCard(_ pupil: PupilID, _ found: HeldCase) -> HTML {
    let path = requestStepPath(pupil, found.held.id)
    guard let first = found.next.first else { return card("What comes next", id: "next", printed: false, "<p>This case is over.</p><p class=\"actions\">\(linkButton("Start a new one", startRequestPath(pupil), aside: true))</p>") }
    let rest: [HTML] = found.next.dropFirst().map { "<li><a href=\"\(path.asking(["to": $0.rawValue]))\">\($0.verb)</a></li>" }
    return card("What comes next", id: "next", printed: false, """
        <p class="actions">\(linkButton(first.verb, path.asking(["to": first.rawValue])))</p><ul class="plain tall">\(rest)<li><a href="\(changeRequestPath(pupil, found.held.id))">Change the words of the request</a></li></ul>
        """)
}

private func checklistCard(_ pupil: PupilID, _ held: AssessmentCase, _ checklist: RequestChecklist, _ writes: Bool) -> HTML {
    let missing = checklist.lines.filter { $0.state == .missing }, items: [HTML] = missing.map { "<li>\($0.ask.words)</li>" }
    let state: HTML = missing.isEmpty ? "<p><span class=\"tag tag-good\">Nothing is missing</span></p>" : "<p>Still missing:</p><ul>\(items)</ul>"
    let go: HTML = writes ? "<p class=\"actions no-print\">\(linkButton("Go through the checklist", requestChecklistPath(pupil, held.id), aside: true))</p>" : ""
    return card("What the form asks for", id: "checklist", "<p>\(checklist.lines.count - missing.count) of \(checklist.lines.count) are here.</p>\(state)\(go)<p class=\"no-print\"><a href=\"\(requestEvidencePath(pupil, held.id))\">See the evidence from the record</a></p>")
}

private func stepsCard(_ pupil: PupilID, _ found: HeldCase, _ papers: [PaperID: Paper]) -> HTML {
    let items: [HTML] = found.steps.reversed().enumerated().map { place, step in
        let words: HTML = step.words.isEmpty ? "" : "<p>“\(step.words)”</p>"
        let paper: HTML = step.paper.flatMap { papers[$0] }.map { $0.isWithdrawn ? "" : "<p><a href=\"\(paperFilePath(pupil, $0.id))\">\($0.title)</a></p>" } ?? ""
        return """
            <li class="\(place == 0 ? "milestone" : "step")"><time datetime="\(step.happenedOn.description)">\(step.happenedOn.inWords)</time><p><b>\(step.kind.label)</b> \
            <span class="quiet">\(step.stated.label). Written down by \(step.who)</span></p>\(words)\(paper)</li>
            """
    }
    return card("What happened", id: "steps", "<ol class=\"timeline\">\(items)</ol>")
}
