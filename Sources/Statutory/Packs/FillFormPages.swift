import Access
import Agencies
import AreaKit
import Basics
import Database
import Files
import Foundation
import Pages
import Papers
import People

/// Fills a council's form from a request, a review or early help: shown as a page, handed out as Word or PDF, kept with the papers.
func fillRoutes(_ papers: PaperStore?) -> [Route] {
    fillRoutes(requestFormPath, papers, place: "ehc", back: ("The request", { ehcRequestPath($0, $1) })) { try $0.matter(ofRequest: $3, of: $2, $1) }
        + fillRoutes(reviewFormPath, papers, place: "reviews", back: ("The review", { reviewPath($0, $1) })) { try $0.matter(ofReview: $3, of: $2, $1) }
        + fillRoutes(earlyHelpFormPath, papers, place: "agencies", back: ("Early help", { earlyHelpPath($0, $1) })) { try $0.matter(ofEarlyHelp: $3, of: $2, $1) }
}

/// How a matter is found by those who have it in sight.
private typealias MatterFinder = @Sendable (Reader, FormAsker, PupilID, RowID) throws -> FormMatter

private func fillRoutes(_ path: PagePath<PupilID, RowID>, _ papers: PaperStore?, place: String, back: (String, @Sendable (PupilID, RowID) -> Address), _ find: @escaping MatterFinder) -> [Route] {
    [
        .read(path, .seeRecord) { visit, pupil, row in
            let (filled, keeps) = try await visit.read { try (fill($0, visit, pupil, row, visit.request.query["form"], find), $0.powers(of: visit.person, over: pupil, on: visit.today).contains(.changeRegister)) }
            return try page(visit, filled, path(pupil, row), (back.0, back.1(pupil, row)), place, keeps: keeps && papers != nil)
        },
        .send(path, .seeRecord) { visit, pupil, row in
            let filled = try await visit.read { try fill($0, visit, pupil, row, visit.request.form["form"], find) }
            switch FormFill.Made(rawValue: visit.request.form["as"]) ?? .word {
            case .word:
                try await visit.write { _ = try $0.save(filled, made: .word, of: pupil, by: visit.viewer) }
                return .download(.bytes(filled.filled.bytes), name: filled.fileName("docx"), type: wordFile)
            case .pdf:
                let title = filled.offered.title, answer = try await visit.pdf(title, pageTitle(title, lead: "\(filled.held.called)") + filled.text().html(from: 2), file: filled.fileName("pdf"), at: place, back: ("Go back to the form", path(pupil, row)))
                if answer.status == 200 { try await visit.write { _ = try $0.save(filled, made: .pdf, of: pupil, by: visit.viewer) } }
                return answer
            case .paper:
                guard let papers, try await visit.read({ try $0.powers(of: visit.person, over: pupil, on: visit.today).contains(.changeRegister) }) else { throw NotFound() }
                do {
                    try await visit.keep(filled, of: pupil, in: papers)
                    return .goTo(path(pupil, row).asking(["form": filled.offered.key, "saved": "kept"]))
                } catch let problems as Problems {
                    return try page(visit, filled, path(pupil, row), (back.0, back.1(pupil, row)), place, keeps: true, problems)
                }
            }
        },
    ]
}

private func fill(_ reader: Reader, _ visit: Visit, _ pupil: PupilID, _ row: RowID, _ form: String, _ find: MatterFinder) throws -> FilledMatter {
    try reader.filled(find(reader, FormAsker(viewer: visit.viewer, person: visit.person, today: visit.today), pupil, row), with: form, on: visit.today)
}

extension Writer {
    /// That a form was filled, in the pupil's record and in the trail.
    func save(_ filled: FilledMatter, made: FormFill.Made, of pupil: PupilID, by viewer: Viewer, paper: PaperID? = nil) throws -> FormFill {
        var fill = FormFill(made, of: pupil, at: filled.matter.school, council: filled.matter.council, kind: filled.matter.kind, matter: filled.matter.row, form: filled.offered.form?.id,
                            title: filled.offered.title, emptyFields: filled.filled.unfilled.count, by: viewer.name, on: act.today)
        fill.paper = paper
        return try save(Change("form.filled", to: fill))
    }
}

extension Visit {
    /// Keeps the filled file with the pupil's papers: first the file, whole and on the disk, then what is written about it.
    fileprivate func keep(_ filled: FilledMatter, of pupil: PupilID, in papers: PaperStore) async throws {
        let draft = FileManager.default.temporaryDirectory.appending(path: "form-\(UUID().uuidString).docx")
        defer { try? FileManager.default.removeItem(at: draft) }
        try Data(filled.filled.bytes).write(to: draft)
        let stored = try papers.keep(draft.path, named: filled.fileName("docx")), visit = self
        do {
            try await write { writer in
                let record = try writer.pupilRecord(pupil, for: visit.viewer, on: visit.today), school = try writer.schoolOfRoll(record, for: visit.viewer, on: visit.today)
                let adding = AddPaper(title: String("\(filled.offered.title), \(visit.today.inWords)".prefix(150)), topic: Paper.Topic.school.rawValue)
                let paper = try writer.save(adding.applied(stored, about: pupil, at: school.id, papers: writer.papers(of: pupil), limits: papers.limits, at: visit.now))
                _ = try writer.save(filled, made: .paper, of: pupil, by: visit.viewer, paper: paper.id)
            }
        } catch {
            papers.discard(stored.storedAs)
            throw error
        }
    }
}

private func page(_ visit: Visit, _ filled: FilledMatter, _ path: Address, _ back: (String, Address), _ place: String, keeps: Bool, _ problems: Problems = Problems()) throws -> Answer {
    let write = FormWriter(FormValues(), problems), title = "\(filled.offered.title) for \(filled.matter.name)"
    let body: HTML
    do { body = "<article class=\"card\" id=\"form\">\(try filled.text().html(from: 2))</article>" } catch let refusal as FileRefusal { body = notice("\(refusal.description)", warns: true) }
    let whose: HTML = filled.offered.form.map { "The form of \(filled.held.called), in use from \($0.useFrom?.inWords ?? "")." } ?? "Trellis’s own form: no form of \(filled.held.called) is in use."
    return visit.page(problems.isEmpty ? title : "Problem: \(title)", at: place, status: problems.isEmpty ? 200 : 422, """
        \(crumbs(back))\(visit.request.query["saved"] == "kept" ? notice("It is kept with the papers.") : "")\(write.summary)\(pageTitle(title, lead: whose))\
        \(emptyCard(filled))\(handOut(filled, path, keeps: keeps))\(body)\(fillsCard(filled))
        """)
}

/// What the form leaves empty, and where it is written.
private func emptyCard(_ filled: FilledMatter) -> HTML {
    let empty = filled.empty
    if empty.isEmpty { return card("What the form leaves empty", id: "empty", printed: false, "<p><span class=\"tag tag-good\">Nothing</span> Read it through all the same, and sign it.</p>") }
    let items: [HTML] = empty.map { meaning, place in
        let way: HTML = place.map { place in place.address.map { ": <a href=\"\($0)\">\(place.label)</a>" } ?? ": <span class=\"quiet\">\(place.label)</span>" } ?? ""
        return "<li>\(meaning)\(way)</li>"
    }
    let few = items.count <= 6, list: HTML = "<ul>\(items)</ul>"
    return card("What the form leaves empty", id: "empty", printed: false, "<p>The form leaves \(empty.count == 1 ? "this" : "these \(empty.count)") empty. In it stands <mark>\(WordForm.blank)</mark>.</p>" + (few ? list : "<details><summary>Show what is empty, and where it is written</summary>\(list)</details>"))
}

private func handOut(_ filled: FilledMatter, _ path: Address, keeps: Bool) -> HTML {
    let keep: HTML = keeps ? " <button class=\"second\" name=\"as\" value=\"paper\">Keep with the papers</button>" : ""
    let others: [HTML] = filled.others.filter { $0.key != filled.offered.key }.map { "<li><a href=\"\(path.asking(["form": $0.key]))\">\($0.title)</a></li>" }
    let pack = filled.held.pack, portal: HTML = pack.flatMap { $0.portal.nonEmpty }.map { "<p>Send it by <a href=\"\($0)\" rel=\"noopener noreferrer\">the council’s portal</a>. Limits: \(pack?.limits ?? "not known").</p>" } ?? ""
    return card("Take it with you", id: "take", printed: false, """
        <p>Read it first: you answer for what it says. Change what is not right in the record, or in Word.</p>\(portal)\
        <form method="post" action="\(path)" data-hands-out><input type="hidden" name="form" value="\(filled.offered.key)"><p class="actions"><button name="as" value="word">Download for Word</button> <button class="second" name="as" value="pdf">Download as PDF</button>\(keep)</p></form>\
        <p class="actions">\(printButton("Print"))</p>\(others.isEmpty ? "" : "<p>Other forms of this council:</p><ul>\(others)</ul>")
        """)
}

private func fillsCard(_ filled: FilledMatter) -> HTML {
    let items: [HTML] = filled.fills.map { "<li>\($0.filledOn.inWords): \($0.title). \($0.made.label) by \($0.filledBy), \($0.emptyFields == 0 ? "nothing empty" : "\(count($0.emptyFields, "field")) empty").</li>" }
    return items.isEmpty ? "" : card("Filled before", id: "before", printed: false, "<ul>\(items)</ul>")
}

/// The way from a request or a review to the council's form.
func fillCard(_ reader: Reader, _ council: String, _ kind: PackForm.Kind, _ path: Address, _ day: Day) throws -> HTML {
    guard council.isCouncilCode else { return card("The council’s form", id: "fill", printed: false, "<p class=\"actions\">\(linkButton("Fill Trellis’s own form", path, aside: true))</p>") }
    let held = try reader.heldPack(council, begins: true), offered = reader.offeredForms(held, kind, on: day), own = offered.contains { $0.form?.kind == kind }
    let items: [HTML] = offered.dropFirst().map { "<li><a href=\"\(path.asking(["form": $0.key]))\">\($0.title)</a></li>" }
    return card("The council’s form", id: "fill", printed: false, "<p class=\"actions\">\(linkButton(own ? "Fill \(held.called)’s form" : "Fill Trellis’s own form", path, aside: true))</p>\(items.isEmpty ? "" : "<ul>\(items)</ul>")")
}
