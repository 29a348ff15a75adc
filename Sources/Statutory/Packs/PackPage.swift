import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// What one council asks for: what to send, where, how large, in which steps, and whom to ask.
let packPageRoutes: [Route] = [
    .read(packPath, .seeSafetyNet) { visit, code in try await visit.read { try page(visit, $0, $0.heldPack(code)) } },
]

private func page(_ visit: Visit, _ reader: Reader, _ held: HeldPack) throws -> Answer {
    let keeps = visit.person.may(.keepPacks), asks = try reader.checklist(of: held.code)
    let actions: [HTML] = (keeps ? [linkButton("Change this page", changePackPath(held.code)), linkButton("Add a form", addFormPath(held.code), aside: true)] : []) + [printButton("Print this page")]
    let checked: HTML = held.pack.map { pack in "Written by \(pack.changedBy), \(pack.changedOn.inWords). Held against the council’s own page: \(lookedAt(pack, visit.today))." } ?? "Nothing is written yet."
    return visit.page("Forms of \(held.called)", at: "packs", """
        \(crumbs(("Councils’ forms", packsPath())))\(saved(visit.request.query["saved"]))\(pageTitle("\(held.called): what it asks for", lead: checked, actions: actions))\
        \(formsCard(held, visit.today, keeps))<div class="columns"><div>\(held.pack.map(sendingCard) ?? "")\(linesCard("Steps", "steps", held.pack?.stepLines ?? [], ordered: true))\
        \(linesCard("Thresholds", "thresholds", held.pack?.thresholdLines ?? [], ordered: false))\(asksCard(asks, held, visit))</div><aside>\(held.pack.map(contactCard) ?? "")</aside></div>
        """)
}

private func saved(_ word: String) -> HTML {
    switch word {
    case "pack": notice("Saved.")
    case "used": notice("Saved. From that day on this version is filled.")
    case "ended": notice("Taken out of use. Where there is a version before it, that one is filled again.")
    default: ""
    }
}

private func formsCard(_ held: HeldPack, _ today: Day, _ keeps: Bool) -> HTML {
    let shown = held.forms.sorted { ($0.kind.order, $0.title.folded, $1.useFrom ?? today, $1.id) < ($1.kind.order, $1.title.folded, $0.useFrom ?? today, $0.id) }
    let rows: [HTML] = shown.map { form in
        let standing = held.forms.standing(of: form, on: today), kind: HTML = standing == .inUse ? "tag tag-good" : "tag tag-none"
        return """
            <tr><th scope="row"><a href="\(packFormPath(held.code, form.id))">\(form.title)</a>\(form.title == form.kind.label ? "" : "<br><span class=\"quiet\">\(form.kind.label)</span>")</th><td data-label="In use from">\(form.useFrom?.inWords ?? "No day yet")</td>\
            <td data-label="Where it stands"><span class="\(kind)">\(standing.label)</span></td></tr>

            """
    }
    let lacking = PackForm.Kind.allCases.filter { kind in kind != .other && !held.forms.inUse(on: today).contains { $0.kind == kind } }
    let ours: HTML = lacking.isEmpty ? "" : "<p class=\"quiet\">Where the council gave no form, Trellis fills one of its own: \(lacking.map(\.inSentence).joined(separator: ", ")).</p>"
    return card("Its forms", id: "forms", (rows.isEmpty ? "<p>No form of this council is here.</p>" : table("Forms of the council", [head("Form"), head("In use from"), head("Where it stands")], rows)) + ours)
}

private func sendingCard(_ pack: CouncilPack) -> HTML {
    let portal: HTML = pack.portal.isEmpty ? "" : "<a href=\"\(pack.portal)\" rel=\"noopener noreferrer\">\(pack.portal)</a>"
    return card("Where to send it", id: "sending", facts([("Portal", portal), ("How", asTyped(pack.sending)), ("Largest file", "\(pack.fileMB.map { "\($0) MB" } ?? "")"), ("All files together", "\(pack.allMB.map { "\($0) MB" } ?? "")")].filter { !$0.1.isEmpty }))
}

private func contactCard(_ pack: CouncilPack) -> HTML {
    let mail: HTML = pack.email.isEmpty ? "" : "<a href=\"mailto:\(pack.email)\">\(pack.email)</a>", others: [HTML] = pack.contactLines.map { "<li>\($0)</li>" }
    let list = facts([("Office", "\(pack.office)"), ("Mail", mail), ("Telephone", "\(pack.phone)")].filter { !$0.1.isEmpty })
    return card("Whom to ask", id: "contacts", list + (others.isEmpty ? "" : "<ul>\(others)</ul>") + "<p class=\"quiet\">The officer for one pupil stands on the pupil’s request or plan.</p>")
}

private func linesCard(_ title: String, _ id: String, _ lines: [String], ordered: Bool) -> HTML {
    let items: [HTML] = lines.map { "<li>\($0)</li>" }
    if lines.isEmpty { return "" }
    return card(title, id: id, (ordered ? "<ol>\(items)</ol>" : "<ul>\(items)</ul>") + "<p class=\"quiet\">In the words of the council, as somebody wrote them down: check locally. The law’s own days stand under “What is due”.</p>")
}

/// What goes with a request: the list against which each request is held.
private func asksCard(_ asks: [ChecklistAsk], _ held: HeldPack, _ visit: Visit) -> HTML {
    let items: [HTML] = asks.filter { $0.endedOn == nil }.map { "<li>\($0.words)</li>" }
    let change: HTML = visit.person.may(.keepAgencies) ? "<p class=\"no-print\"><a href=\"\(checklistPath().asking(["la": held.code]))\">Change this list</a></p>" : ""
    return card("What a request is to hold", id: "asks", items.isEmpty ? "<p>Nothing is written yet.</p>\(change)" : "<ul>\(items)</ul>\(change)")
}
