import Access
import AreaKit
import Basics
import Database
import Pages

/// What was handed to the safeguarding lead because it is about a child's safety.
let handedOverPath = PagePath< >("/handed-over")
let markReadPath = PagePath<RowID>("/handed-over/*/read")

let handedOverRoutes: [Route] = [
    .read(handedOverPath, .safeguard) { visit in
        try await visit.read { reader in
            let lines = try reader.handedTexts(for: visit.viewer)
            let open = Set(try reader.column("SELECT p.id FROM pupil p WHERE p.id IN \(lines.flatMap(\.pupils).map(\.id)) AND \(visit.person.doing(.seePupils).seesPupil(on: visit.today))", as: PupilID.self))
            let items: [HTML] = lines.map { item($0, open) }
            let list: HTML = items.isEmpty ? "<p>Nothing was handed to you.</p>" : "<ul class=\"findings\">\(items)</ul>"
            return visit.page("Handed to you", at: "handed-over", """
                \(visit.request.query.has("saved") ? notice("Marked as read.") : "")\
                \(pageTitle("Handed to you", lead: "Written in the wrong place, because it may be about a child’s safety. Only you can read it."))\
                <p>Keep it where your school keeps safeguarding records, then mark it as read here.</p>\(list)
                """)
        }
    },
    .send(markReadPath, .safeguard) { visit, id in
        let who = visit.act.who, now = visit.now
        try await visit.write { writer in
            for text in try writer.handedTogether(id, for: visit.viewer) { _ = try writer.save(MarkRead().applied(to: text, by: who, at: now)) }
        }
        return .goTo(handedOverPath().asking(["saved": "read"]))
    },
]

private func item(_ line: HandedLine, _ open: Set<PupilID>) -> HTML {
    let text = line.text, called = line.pupils.map(\.name).joined(separator: ", ")
    let names: [HTML] = line.pupils.map { open.contains($0.id) ? "<a class=\"name\" href=\"\(pupilPath($0.id))\">\($0.name)</a>" : "\($0.name)" }
    let together: HTML = line.pupils.count == 1 ? "" : "<p>Typed while these \(line.pupils.count) pupils were changed together. Ask whom it is about.</p>"
    let paragraphs: [HTML] = text.words.split(separator: "\n\n").map { "<p>\(String($0))</p>" }
    let state: HTML = text.readAt.map { "<p class=\"quiet\">Read by \(text.readBy), \($0.inWords)</p>" } ?? """
        <form method="post" action="\(markReadPath(text.id))"><p class="actions"><button>I have read this<span class="unseen">: \(called)</span></button></p></form>
        """
    return """
        <li class="finding"><h2>\(names.joined(", "))</h2><p class="quiet">Written by \(text.writtenBy), handed over \(text.handedAt.inWords)</p>\(together)\(paragraphs)\(state)</li>
        """
}

/// What waits for the safeguarding lead.
let handedOverToday = TodayItem { reader, person, _ in
    let unread = try reader.unreadHandedTexts(for: person)
    if unread == 0 { return [] }
    return [TodayLine(unread, "\(count(unread, "text")) about a child’s safety \(unread == 1 ? "was" : "were") handed to you.", action: "Read", handedOverPath())]
}
