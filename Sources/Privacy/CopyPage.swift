import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// All that a copy would hold, thing by thing: the data protection officer reads it, decides, and releases it.
let copyPath = PagePath<RowID>("/privacy/requests/*/copy")
let markItemPath = PagePath<RowID, String>("/privacy/requests/*/items/*")

func copyRoutes(_ sources: [SubjectSource]) -> [Route] {
    [
        .read(copyPath, .protectData) { visit, id in try await visit.read { try copyPage(visit, id, sources, $0, FormWriter(FormValues())) } },
        .send(copyPath, .protectData) { visit, id in
            do {
                try await release(visit, id, sources)
                return .goTo(requestPath(id))
            } catch let problems as Problems {
                return try await visit.read { try copyPage(visit, id, sources, $0, FormWriter(visit.request.form, problems)) }
            }
        },
        .read(markItemPath, .protectData) { visit, id, key in try await visit.read { try itemPage(visit, id, key, sources, $0, nil) } },
        .send(markItemPath, .protectData) { visit, id, key in
            do {
                try await mark(visit, id, key, sources)
                return .goTo(copyPath(id))
            } catch let problems as Problems {
                return try await visit.read { try itemPage(visit, id, key, sources, $0, problems) }
            }
        },
    ]
}

private let itemsOnPage = 40

private func copyPage(_ visit: Visit, _ id: RowID, _ sources: [SubjectSource], _ reader: Reader, _ write: FormWriter) throws -> Answer {
    let request = try reader.row(id, of: CopyRequest.self, for: visit.viewer), about = try reader.about(request, for: visit.viewer)
    let items = try reader.copyItems(of: request, from: sources)
    let ordered = items.filter(\.waits) + items.filter { !$0.waits }
    let pages = max(1, (items.count + itemsOnPage - 1) / itemsOnPage), page = min(pages, max(1, Int(visit.request.query["page"]) ?? 1))
    let shown: [HTML] = ordered.dropFirst((page - 1) * itemsOnPage).prefix(itemsOnPage).map { line($0, request) }
    let waiting = items.filter(\.waits).count
    let words = waiting == 0 ? "Everything that must be looked at has been." : "\(count(waiting, "thing")) \(waiting == 1 ? "waits" : "wait") for your decision; \(waiting == 1 ? "it comes" : "they come") first."
    let body: HTML = """
        \(crumbs(("Data protection", privacyPath()), ("The request", requestPath(id))))\(write.summary)\
        \(pageTitle("Look through the copy", lead: "\(about): \(count(items.count, "entry", "entries")). \(words)", actions: [printButton("Print this page")]))\
        <div class="card"><ul class="findings">\(shown)</ul></div>\(pager(page, of: pages, size: itemsOnPage) { copyPath(id).asking(["page": "\($0)"]) })\(releaseCard(request, write))
        """
    return write.summary.isEmpty ? visit.page("Look through the copy", at: "privacy", body) : visit.formAgain("Look through the copy", at: "privacy", body)
}

private func line(_ item: CopyItem, _ request: CopyRequest) -> HTML {
    let words: [HTML] = item.row.facts.map { "<span class=\"quiet\">\($0.label):</span> \($0.text)" }
    let hints: [HTML] = item.hints.map { "<p><span class=\"tag tag-warn\">Look at this</span> \($0)</p>" }
    let decision: HTML = item.mark.map { mark in
        let ground = Ground(rawValue: mark.ground).map { ": \($0.label)" } ?? ""
        return "<p><span class=\"tag tag-good\">Decided</span> \(mark.decision.label)\(ground) \(mark.note)</p>"
    } ?? ""
    let button: HTML = request.isOpen ? "<a href=\"\(markItemPath(request.id, item.key))\">Decide<span class=\"unseen\"> about \(item.title), \(item.row.row)</span></a>" : ""
    return "<li class=\"finding\"><p><b>\(item.title)</b> \(words.joined("; "))</p>\(hints)\(decision)<p class=\"actions\">\(button)</p></li>"
}

private func releaseCard(_ request: CopyRequest, _ write: FormWriter) -> HTML {
    guard request.isOpen else { return "" }
    let view: HTML = request.pupil == nil || request.capacity == .own ? "" : write.sentences(
        "childs_view", "What does the child think?", hint: "A child who understands decides about their own data, whoever asks. Say how old they are, and how they were asked or why not.")
    return card("Release the copy", Pages.form(copyPath(request.id), button: "Release this copy", back: requestPath(request.id), """
        \(view)\(write.confirmation("checked", "I have read the whole copy, and I answer for what is given and what is not."))
        """))
}

private func itemPage(_ visit: Visit, _ id: RowID, _ key: String, _ sources: [SubjectSource], _ reader: Reader, _ problems: Problems?) throws -> Answer {
    let request = try reader.row(id, of: CopyRequest.self, for: visit.viewer)
    guard let item = try reader.copyItems(of: request, from: sources).first(where: { $0.key == key }) else { throw NotFound() }
    let start: [(name: String, text: String)] = item.mark.map { [("decision", $0.decision.rawValue), ("ground", $0.ground), ("words", $0.words), ("note", $0.note)] } ?? []
    let write = FormWriter(problems == nil ? FormValues(start) : visit.request.form, problems ?? Problems()), title = "Decide: \(item.title)"
    let body: HTML = """
        \(crumbs(("Data protection", privacyPath()), ("The copy", copyPath(id))))\(write.summary)\(pageTitle(title))\
        \(card("What it says", facts(item.row.facts.map { ($0.label, "\($0.text)") })))\
        \(item.hints.map { notice("\($0)", warns: true) })\(Pages.form(markItemPath(id, key), button: "Save the decision", back: copyPath(id), """
            \(write.radios("decision", "What happens to it?", choices(ItemMark.Decision.allCases, \.label)))\
            \(write.select("ground", "Why, where not all is given", [Choice("", "Choose")] + choices(Ground.allCases, \.label)))\
            \(write.longText("words", "Words to black out", hint: "One name or phrase a line, as it stands above.", rows: 3, aboutNobody: ()))\
            \(write.sentences("note", "A note for yourself", hint: "It is not part of the copy."))
            """))
        """
    return problems == nil ? visit.page(title, at: "privacy", body) : visit.formAgain(title, at: "privacy", body)
}

private func mark(_ visit: Visit, _ id: RowID, _ key: String, _ sources: [SubjectSource]) async throws {
    let typed = visit.request.form
    try await visit.write { writer in
        let request = try writer.row(id, of: CopyRequest.self, for: visit.viewer)
        guard let item = try writer.copyItems(of: request, from: sources).first(where: { $0.key == key }) else { throw NotFound() }
        let marking = MarkItem(item: key, decision: typed["decision"], ground: typed["ground"], words: typed["words"], note: typed["note"])
        _ = try writer.save(marking.applied(to: request, before: item.mark, text: item.text))
    }
}

private func release(_ visit: Visit, _ id: RowID, _ sources: [SubjectSource]) async throws {
    let typed = visit.request.form
    _ = try await visit.write { writer in
        try writer.release(id, ReleaseCopy(childsView: typed["childs_view"], checked: typed.has("checked")), sources, for: visit.viewer)
    }
}
