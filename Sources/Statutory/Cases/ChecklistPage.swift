import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// What a council’s form asks for, as data: each council may have a list of its own.
let checklistRoutes: [Route] = [
    .read(checklistPath, .keepAgencies) { visit in
        try await visit.read { reader in
            let council = try reader.council(visit.request.query["la"]), asks = try reader.checklist(of: council)
            return try page(visit, reader, council, FormValues([("la", council), ("seen", try reader.standing(council)), ("asks", asks.map { $0.source == .none ? $0.words : "\($0.words) | \($0.source.rawValue)" }.joined(separator: "\n"))]))
        }
    },
    .send(checklistPath, .keepAgencies) { visit in
        let typed = visit.request.form
        return try await visit.save({ writer in
            let council = try writer.council(typed["la"])
            let keep = try KeepChecklist(typed["asks"]), standing = try writer.standing(council)
            if typed.has("seen"), typed["seen"] != standing { throw FormOvertaken("Somebody else saved this list while you had it open. Nothing of yours is saved yet; what you typed is below. Look at theirs in another window, then save again if yours is right.") }
            try writer.save(keep, for: council)
            return checklistPath().asking(["la": council, "saved": "yes"])
        }, again: { problems, status in try await visit.read { try page(visit, $0, try $0.council(typed["la"]), typed, problems, status) } })
    },
]

extension Reader {
    /// A council of the trust’s schools, or none: the list for all that have none of their own.
    fileprivate func council(_ code: String) throws -> String {
        let known = try knownCouncils()
        guard code.isEmpty || known.contains(where: { $0.code == code }) else { throw NotFound() }
        return code
    }

    /// Which lines of a list stand, and in which version: another’s change makes it another word.
    fileprivate func standing(_ council: String) throws -> String {
        try all(ChecklistAsk.self, "WHERE la_code = \(council) AND ended_on IS NULL ORDER BY id").map { "\($0.id).\($0.version)" }.joined(separator: "-")
    }
}

extension Writer {
    /// What stays keeps its answers; what is no longer asked for ends, and stands where it was answered.
    func save(_ keep: KeepChecklist, for council: String) throws {
        let before = try all(ChecklistAsk.self, "WHERE la_code = \(council) AND ended_on IS NULL ORDER BY position, id")
        for gone in before where !keep.lines.contains(where: { $0.words == gone.words }) {
            var after = gone
            after.endedOn = act.today
            try save(Change("ehcAsk.ended", from: gone, to: after))
        }
        for (place, line) in keep.lines.enumerated() {
            let old = before.first { $0.words == line.words }
            var ask = old ?? ChecklistAsk(line.words, line.source, for: council, at: place + 1)
            (ask.position, ask.source) = (place + 1, line.source)
            try save(Change(old == nil ? "ehcAsk.added" : "ehcAsk.changed", from: old, to: ask))
        }
    }
}

private func page(_ visit: Visit, _ reader: Reader, _ council: String, _ typed: FormValues, _ problems: Problems = Problems(), _ status: Int = 200) throws -> Answer {
    var typed = typed
    // Having seen what another saved, one may save again.
    if status == 409 { typed.set("seen", try reader.standing(council)) }
    let write = FormWriter(typed, problems), councils = try reader.knownCouncils(), back = visit.person.may(.seeRecord) ? ehcRequestsPath() : registerPath()
    let others: [HTML] = ([("", "Every council without a list of its own")] + councils.map { ($0.code, $0.name) }).map { code, name in
        code == council ? "<li><span aria-current=\"page\">\(name)</span></li>" : "<li><a href=\"\(checklistPath().asking(["la": code]))\">\(name)</a></li>"
    }
    let title = council.isEmpty ? "What forms ask for" : "What the form of \(councils.words(council)) asks for"
    return visit.page(status == 200 ? title : "Problem: \(title)", at: "ehc", status: status, """
        \(visit.request.query["saved"].isEmpty ? "" : notice("Saved."))\(write.summary)\(pageTitle(title, lead: "Each request of a pupil is held against this list."))<ul class="plain tall no-print">\(others)</ul>\
        \(form(checklistPath(), button: "Save this list", back: back, "\(write.hidden("la"))\(write.hidden("seen"))\(write.longText("asks", "What is asked for?", hint: "One thing to a line. Where the record answers it, say by which part, after a bar: \(ChecklistAsk.Source.allCases.dropFirst().map(\.rawValue).joined(separator: ", ")). A line that begins “From Year 9 on” is asked only of pupils of that year and above.", rows: 14, aboutNobody: ()))"))
        """)
}
