import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// One request for a copy: by when it must be answered, and what can be done next.
let requestPath = PagePath<RowID>("/privacy/requests/*")

let requestRoutes: [Route] = [
    .read(requestPath, .protectData) { visit, id in
        try await visit.read { reader in
            let sheet = try RequestSheet(id, visit, reader)
            return visit.page(sheet.title, at: "privacy", """
                \(crumbs(("Data protection", privacyPath())))\(pageTitle(sheet.title, lead: dueWords(sheet.request, sheet.pauses, visit.today)))\
                <div class="columns"><aside>\(actions(sheet))</aside><div>\(card("The request", facts(requestFacts(sheet))))\(clockCard(sheet))\(copiesCard(sheet))</div></div>
                """)
        }
    },
]

/// All that the page shows.
struct RequestSheet: Sendable {
    let request: CopyRequest
    let pauses: [RequestPause]
    let copies: [ReleasedCopy]
    /// Whose data it is, in words.
    let about: String
    let today: Day

    init(_ id: RowID, _ visit: Visit, _ reader: Reader) throws {
        request = try reader.row(id, of: CopyRequest.self, for: visit.viewer)
        pauses = try reader.pauses(of: id)
        copies = try reader.all(ReleasedCopy.self, "WHERE request_id = \(id) ORDER BY id DESC")
        about = try reader.about(request, for: visit.viewer)
        today = visit.today
    }

    var title: String { "A copy of what we keep about \(about)" }
}

extension Reader {
    /// Whose data a request is about: the pupil's name, or the adult's address.
    func about(_ request: CopyRequest, for viewer: Viewer) throws -> String {
        guard let pupil = request.pupil else { return request.email }
        return try names(of: [pupil], for: viewer)[pupil] ?? "pupil \(pupil), whose record is gone"
    }
}

/// By when, in words and with what it means today.
func dueWords(_ request: CopyRequest, _ pauses: [RequestPause], _ today: Day) -> HTML {
    if !request.isOpen { return "<span class=\"tag tag-good\">\(request.outcome.label)</span> \(request.closedOn.map { "on \($0.inWords)" })" }
    let clock = request.clock(pauses)
    if clock.isPaused { return "<span class=\"tag\">The clock stands still</span> until they answer our question" }
    guard let due = clock.due else { return "<span class=\"tag tag-warn\">The clock has not started</span> We do not yet know who asks" }
    let days = due - today
    if days < 0 { return "<span class=\"tag tag-bad\">Late</span> It was due on \(due.inWords), \(count(-days, "day")) ago" }
    return "<span class=\"tag\(days < 8 ? " tag-warn" : "")\">\(count(days, "day")) left</span> Answer by \(due.inWords)"
}

private func requestFacts(_ sheet: RequestSheet) -> [(String, HTML)] {
    let request = sheet.request
    var list: [(String, HTML)] = [
        ("Who asked", "\(request.askedBy)"), ("For whom", "\(request.capacity.label)"),
        ("How and when", "\(request.way.label), \(request.receivedOn.inWords)"),
    ]
    list.append(("How we know them", request.provedOn.map { "\(request.proof) (\($0.inWords))" } ?? "Not yet known"))
    if let day = request.extendedOn { list.append(("Two months more", "“\(request.extendedBecause)”, told on \(day.inWords)")) }
    for pause in sheet.pauses {
        list.append(("We asked", "“\(pause.question)” \(pause.spell.starts.inWords), \(pause.spell.ends.map { "answered \($0.inWords)" } ?? "no answer yet")"))
    }
    if !request.isOpen { list.append(("How it ended", "\(request.outcome.label). \(request.outcomeReason)")) }
    return list
}

private func clockCard(_ sheet: RequestSheet) -> HTML {
    card("How the time is counted", """
        <p>One month from the day we knew who asked and that they may; two months more where it is complex. Days between a question of ours and its \
        answer do not count. A last day at a weekend or on a bank holiday moves to the next working day. <span class="quiet">UK GDPR, Article 12; Data \
        (Use and Access) Act 2025.</span></p>
        """)
}

private func actions(_ sheet: RequestSheet) -> HTML {
    let id = sheet.request.id
    guard sheet.request.isOpen else { return "" }
    var links: [HTML] = []
    if sheet.request.provedOn == nil { links.append(linkButton("Say how we know them", proveRequestPath(id))) }
    links.append(linkButton("Look through the copy", copyPath(id), aside: sheet.request.provedOn == nil))
    if let pause = sheet.pauses.first(where: { $0.spell.ends == nil }) { links.append(linkButton("They answered", resumeRequestPath(pause.id))) }
    else { links.append(linkButton("Stop the clock: ask them something", pauseRequestPath(id), aside: true)) }
    if sheet.request.extendedOn == nil { links.append(linkButton("Take two months more", extendRequestPath(id), aside: true)) }
    links.append(linkButton("Refuse it or close it", closeRequestPath(id), aside: true))
    return card("What you can do", "<p class=\"actions\">\(links.joined(" "))</p>")
}

private func copiesCard(_ sheet: RequestSheet) -> HTML {
    if sheet.copies.isEmpty { return "" }
    let items: [HTML] = sheet.copies.map { copy in
        let grounds = leftOutGrounds(copy.leftOut), left = grounds.isEmpty ? "nothing left out" : "\(count(grounds.map(\.1).reduce(0, +), "thing")) left out or blacked out"
        let why: HTML = grounds.isEmpty ? "" : "<ul>\(grounds.map { ground, number -> HTML in "<li>\(ground.label): \(number)</li>" })</ul>"
        let files: HTML = copy.handedOverOn.map { "<p>Handed over on \($0.inWords). The copy itself is no longer here.</p>" } ?? """
            <p class="actions"><a href="\(copyPDFPath(copy.id))">PDF</a> <a href="\(copyJSONPath(copy.id))">JSON</a> <a href="\(copyPrintPath(copy.id))">Page to print</a></p>\
            <form method="post" action="\(handOverPath(copy.id))"><p class="actions"><button class="second">It is handed over: delete the copy here</button></p></form>
            """
        return """
            <li class="finding"><p>Released \(copy.releasedAt.inWords) by \(copy.releasedBy): \(count(copy.items, "entry", "entries")), \(left).<br>\
            <span class="quiet">SHA-256 \(copy.sha256)</span></p>\(why)\(files)</li>
            """
    }
    return card("Released", "<ul class=\"findings\">\(items)</ul>")
}
