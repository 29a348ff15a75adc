import Access
import AreaKit
import Basics
import Database
import Pages
import Papers

/// Adds a paper to a pupil's record.
public let addPaperPath = PagePath<PupilID>("/pupils/*/papers/add")

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

private func add(_ visit: Visit, _ pupil: PupilID, _ papers: PaperStore) async throws {
    let viewer = visit.viewer, now = visit.now, form = visit.request.form
    _ = try await visit.read { try $0.pupil(pupil, for: viewer, who: keepsPapers, on: visit.today) }
    let act = AddPaper(title: form["title"], topic: form["topic"])
    try await visit.keepUploadedPaper(in: papers, unless: act.problems) { writer, file in
        let record = try writer.pupilRecord(pupil, for: viewer, on: now.dayInEngland)
        let school = record.roll(on: now.dayInEngland)?.enrolment.school
        try writer.save(try act.applied(file, about: pupil, at: school, papers: try writer.papers(of: pupil), limits: papers.limits, at: now))
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
