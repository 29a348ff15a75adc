import Access
import AreaKit
import Basics
import Database
import Pages
import Papers

/// Hands a paper out: to be kept, or, where it is a plain picture, to be looked at.
let paperFilePath = PagePath<PupilID, PaperID>("/pupils/*/papers/*/file")
let paperPicturePath = PagePath<PupilID, PaperID>("/pupils/*/papers/*/picture")

func paperFileRoutes(_ papers: PaperStore) -> [Route] {
    [
        .read(paperFilePath, readsPapers) { visit, pupil, id in try await answer(visit, pupil, id, papers, .attachment) },
        .read(paperPicturePath, readsPapers) { visit, pupil, id in try await answer(visit, pupil, id, papers, .inline) },
    ]
}

/// The file is read through before the first byte goes out, so that nobody is given half of one.
private func answer(_ visit: Visit, _ pupil: PupilID, _ id: PaperID, _ papers: PaperStore, _ disposition: Disposition) async throws -> Answer {
    let paper = try await visit.read { try $0.paper(id, of: pupil, for: visit.viewer, on: visit.today) }
    return try handOut(paper, of: pupil, visit, papers, disposition)
}

/// Hands out a paper that the viewer may see: read through before the first byte goes out.
public func handOut(_ paper: Paper, of pupil: PupilID, _ visit: Visit, _ papers: PaperStore, _ disposition: Disposition = .attachment) throws -> Answer {
    guard disposition == .attachment || paper.kind.mayBeShown else { throw NotFound() }
    do {
        try papers.prove(paper)
    } catch let problem as PaperProblem {
        return apology(visit, pupil, problem)
    }
    return Answer(headers: headers(paper, disposition), body: .pieces(length: paper.bytes) { try papers.open(paper) })
}

/// A stored file is a stranger's: no program of the browser may run in it, and it may load nothing (CSP level 3, `sandbox`).
private func headers(_ paper: Paper, _ disposition: Disposition) -> [(String, String)] {
    [
        ("Content-Type", paper.kind.mediaType),
        ("Content-Disposition", Pages.disposition(disposition, name: paper.fileName)),
        ("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'"),
        ("X-Content-Type-Options", "nosniff"),
    ]
}

private func apology(_ visit: Visit, _ pupil: PupilID, _ problem: PaperProblem) -> Answer {
    visit.page("This paper can’t be opened", at: "pupils", status: 500, """
        <h1>This paper can’t be opened</h1><p>\(problem.description)</p><p>Tell whoever runs Trellis. All other papers are still there.</p>\
        <p class="actions"><a class="button" href="\(pupilPath(pupil))">Go back to the pupil</a></p>
        """)
}
