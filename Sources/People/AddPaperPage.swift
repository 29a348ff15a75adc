import Access
import AreaKit
import Basics
import Database
import Pages
import Papers

/// Adds a paper to a pupil's record.
let addPaperPath = PagePath<PupilID>("/pupils/*/papers/add")

func addPaperRoutes(_ papers: PaperStore) -> [Route] {
    [
        .read(addPaperPath, keepsPapers) { visit, pupil in try await page(visit, pupil, papers, FormValues(), Problems()) },
        .send(addPaperPath, keepsPapers) { visit, pupil in
            do {
                try await add(visit, pupil, papers)
                return .goTo(pupilPath(pupil).asking(["saved": "paper"]).at("papers"))
            } catch let problems as Problems {
                return try await page(visit, pupil, papers, visit.request.form, problems)
            }
        },
    ]
}

/// The file first, whole and on the disk; then its row. Where the row is refused, the file goes again.
private func add(_ visit: Visit, _ pupil: PupilID, _ papers: PaperStore) async throws {
    let viewer = visit.viewer, now = visit.now, form = visit.request.form
    _ = try await visit.read { try $0.pupil(pupil, for: viewer, who: keepsPapers, on: visit.today) }
    let act = AddPaper(title: form["title"], topic: form["topic"])
    let file = try act.store(visit.request.files.first { $0.field == "file" }, in: papers)
    do {
        try await visit.write { writer in
            let record = try writer.pupilRecord(pupil, for: viewer, on: now.dayInEngland)
            let school = record.roll(on: now.dayInEngland)?.enrolment.school
            try writer.save(try act.applied(file, about: pupil, at: school, papers: try writer.papers(of: pupil), limits: papers.limits, at: now))
        }
    } catch {
        papers.discard(file.storedAs)
        throw error
    }
}

extension AddPaper {
    /// Stores the file where nothing is wrong; otherwise says everything that is, about the words and about the file.
    fileprivate func store(_ file: UploadedFile?, in papers: PaperStore) throws -> StoredPaper {
        var problems = problems
        guard let file else {
            problems.add("file", "Choose a file.")
            throw problems
        }
        do {
            if problems.isEmpty { return try papers.keep(file.path, named: file.name) }
            _ = try papers.inspect(file.path)
            problems.add("file", "Choose the file again: a browser does not keep it.")
        } catch let found as Problems {
            found.list.forEach { problems.add($0.field, $0.message) }
        } catch PaperProblem.unwritable {
            problems.add("file", "This could not be stored. Perhaps the disk of the server is full: tell whoever runs Trellis. Then add it again.")
        }
        throw problems
    }
}

private func page(_ visit: Visit, _ id: PupilID, _ papers: PaperStore, _ values: FormValues, _ problems: Problems) async throws -> Answer {
    let (pupil, safety) = try await visit.read { reader in
        try (reader.pupil(id, for: visit.viewer, who: keepsPapers, on: visit.today), visit.childNotice(reader, id, form: addPaperPath(id)))
    }
    let write = FormWriter(values, problems), title = "Add a paper about \(pupil.calledName)"
    let topics = [Choice("", "Choose")] + Paper.Topic.allCases.map { Choice($0.rawValue, $0.label) }
    let hint = "\(PaperKind.accepted). Up to \(papers.limits.each >> 20) MB. It is stored encrypted."
    let body: HTML = """
        \(crumbs(("SEND register", registerPath()), (pupil.name, pupilPath(id))))\(write.summary)\(pageTitle(title, lead: "\(pupil.fullCalledName)"))\
        \(form(addPaperPath(id), button: "Add this paper", back: pupilPath(id), files: true, aboutChild: safety, """
            \(write.text("title", "What do you call it?", hint: "Such as: speech and language report, June 2026.", aboutChild: safety))\
            \(write.select("topic", "What is it?", topics))\
            \(write.file("file", "Which file?", hint: hint, accept: ".pdf,.docx,.xlsx,.odt,.png,.jpg,.jpeg,.heic,.txt,.csv"))
            """))
        """
    return problems.isEmpty ? visit.page(title, at: "pupils", body) : visit.formAgain(title, at: "pupils", body)
}
