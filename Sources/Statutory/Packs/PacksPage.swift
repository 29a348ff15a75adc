import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// The councils of the trust, and what each asks for.
let packsRoutes: [Route] = [
    .read(packsPath, .seeSafetyNet) { visit in
        let code = visit.request.query["la"].trimmed
        if code.isCouncilCode, visit.person.may(.keepPacks) { return .goTo(changePackPath(code)) }
        return try await visit.read { try page(visit, $0.heldPacks(), code) }
    },
]

private func page(_ visit: Visit, _ packs: [HeldPack], _ code: String) -> Answer {
    let keeps = visit.person.may(.keepPacks), rows: [HTML] = packs.map { row($0, visit.today) }
    let other: HTML = keeps ? card("Another council", printed: false, "<p>Pupils may have a plan of a council in which you have no school.</p>\(otherForm(code))") : ""
    return visit.page("Councils’ forms", at: "packs", """
        \(pageTitle("Councils’ forms", lead: "Each council wants other papers, by another way. Here stands what yours ask for. Their own pages count: look there before you send.", actions: [linkButton("See all fields of forms", formFieldsPath(), aside: true)]))\
        \(rows.isEmpty ? "<p>No school has a council yet. Write it down at the school.</p>" : table("What councils ask for", [head("Council"), head("Forms in use"), head("Limits"), head("Looked at")], rows))\(other)
        """)
}

private func row(_ held: HeldPack, _ today: Day) -> HTML {
    let forms = held.forms.inUse(on: today).map(\.title), looked: HTML = held.pack.map { lookedAt($0, today) } ?? "<span class=\"tag tag-warn\">Nothing written yet</span>"
    return """
        <tr><th scope="row"><a href="\(packPath(held.code))">\(held.called)</a> <span class="quiet">\(held.code)</span></th><td data-label="Forms in use">\(forms.isEmpty ? "Trellis’s own" : "\(forms.joined(separator: "; "))")</td>\
        <td data-label="Limits">\(held.pack?.limits ?? "Not known")</td><td data-label="Looked at">\(looked)</td></tr>

        """
}

func lookedAt(_ pack: CouncilPack, _ today: Day) -> HTML {
    guard let day = pack.checkedOn else { return "<span class=\"tag tag-warn\">Not held against the council’s page</span>" }
    return pack.isOld(on: today) ? "\(day.inWords) <span class=\"tag tag-warn\">Over a year ago</span>" : "\(day.inWords)"
}

extension CouncilPack {
    /// `10 MB a file, 25 MB in all`.
    var limits: String {
        let parts = [fileMB.map { "\($0) MB a file" }, allMB.map { "\($0) MB in all" }].compactMap(\.self)
        return parts.isEmpty ? "Not known" : parts.joined(separator: ", ")
    }
}

/// - Parameter code: what was typed and is no council's number.
private func otherForm(_ code: String) -> HTML {
    let write = FormWriter(FormValues([("la", code)]), code.isEmpty ? Problems() : Problems("la", "Give three figures, such as 999. The Department’s list of schools has them."))
    return "<form method=\"get\" action=\"\(packsPath())\">\(write.text("la", "Three figures of the council"))<p class=\"actions\"><button class=\"second\">Write its pack</button></p></form>"
}
