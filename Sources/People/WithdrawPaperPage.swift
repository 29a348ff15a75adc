import Access
import AreaKit
import Basics
import Database
import Pages
import Papers

/// Withdraws a paper: its file is destroyed.
let withdrawPaperPath = PagePath<PupilID, PaperID>("/pupils/*/papers/*/withdraw")

func withdrawPaperRoutes(_ papers: PaperStore) -> [Route] {
    [
        .read(withdrawPaperPath, keepsPapers) { visit, pupil, id in try await page(visit, pupil, id, FormValues(), Problems()) },
        .send(withdrawPaperPath, keepsPapers) { visit, pupil, id in
            do {
                papers.discard(try await withdraw(visit, pupil, id).storedAs)
                return .goTo(pupilPath(pupil).asking(["saved": "paper-withdrawn"]).at("papers"))
            } catch let problems as Problems {
                return try await page(visit, pupil, id, visit.request.form, problems)
            }
        },
    ]
}

/// The row says first that the paper is gone; a crash before its file goes leaves a file for the next sweep.
private func withdraw(_ visit: Visit, _ pupil: PupilID, _ id: PaperID) async throws -> Paper {
    let viewer = visit.viewer, now = visit.now, form = visit.request.form
    return try await visit.write { writer in
        let paper = try writer.paper(id, of: pupil, for: viewer, who: keepsPapers, on: now.dayInEngland)
        return try writer.save(try WithdrawPaper(reason: form["reason"], understood: form.has("understood")).applied(to: paper, at: now))
    }
}

private func page(_ visit: Visit, _ pupil: PupilID, _ id: PaperID, _ values: FormValues, _ problems: Problems) async throws -> Answer {
    let (record, paper, safety) = try await visit.read { reader in
        try (reader.pupil(pupil, for: visit.viewer, on: visit.today), reader.paper(id, of: pupil, for: visit.viewer, who: keepsPapers, on: visit.today),
             visit.childNotice(reader, pupil, form: withdrawPaperPath(pupil, id)))
    }
    let write = FormWriter(values, problems)
    let body: HTML = """
        \(crumbs(("SEND register", registerPath()), (record.name, pupilPath(pupil))))\(write.summary)\
        \(pageTitle("Withdraw a paper", lead: "\(record.fullCalledName): \(paper.title)"))\
        \(notice("The file is destroyed, and no page brings it back. Its title and your reason stay in the record. Backups hold the file until they are thrown away.", warns: true))\
        \(form(withdrawPaperPath(pupil, id), button: "Withdraw this paper for good", back: pupilPath(pupil), aboutChild: safety, """
            \(write.longText("reason", "Why?", hint: "For instance, that it is about another child. Give no name here.", aboutChild: safety))\
            \(write.confirmation("understood", "I am sure that nobody needs this file"))
            """))
        """
    return problems.isEmpty ? visit.page("Withdraw a paper", at: "pupils", body) : visit.formAgain("Withdraw a paper", at: "pupils", body)
}
