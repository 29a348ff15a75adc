import Access
import AreaKit
import Basics
import Pages
import Papers

/// The papers of a pupil, on their page.
let papersSection = PupilSection(order: 5, needs: readsPapers) { reader, viewer, pupil, day in
    let powers = try reader.powers(of: viewer, over: pupil, on: day), keeps = powers.contains(keepsPapers)
    guard powers.contains(readsPapers) else { return "" }
    let papers = try reader.papers(of: pupil, for: viewer, on: day)
    let standing: [HTML] = papers.filter { !$0.isWithdrawn }.map { line($0, pupil, keeps) }
    let gone: [HTML] = keeps ? papers.filter(\.isWithdrawn).map(withdrawnLine) : []
    let list: HTML = standing.isEmpty ? "<p>There are none.</p>" : "<ul class=\"plain\">\(standing)</ul>"
    let past: HTML = gone.isEmpty ? "" : "<details><summary>Withdrawn papers</summary><ul class=\"plain\">\(gone)</ul></details>"
    let add: HTML = keeps ? "<p class=\"actions no-print\"><a href=\"\(addPaperPath(pupil))\">Add a paper</a></p>" : ""
    return card("Papers", id: "papers", list + past + add)
}

private func line(_ paper: Paper, _ pupil: PupilID, _ keeps: Bool) -> HTML {
    let show: HTML = paper.kind.mayBeShown ? "\(quietLink("Show", paper.title, paperPicturePath(pupil, paper.id))) " : ""
    let withdraw: HTML = keeps ? " \(quietLink("Withdraw", paper.title, withdrawPaperPath(pupil, paper.id)))" : ""
    return """
        <li><b>\(paper.title)</b> <span class="quiet">\(paper.topic.label), \(paper.kind.label), \(sizeWords(paper.bytes)), added \
        \(paper.addedAt.dayInEngland.inWords)</span> <span class="no-print">\(show)\(quietLink("Download", paper.title, paperFilePath(pupil, paper.id)))\(withdraw)</span></li>
        """
}

private func withdrawnLine(_ paper: Paper) -> HTML {
    let day = paper.withdrawnAt.map { " on \($0.dayInEngland.inWords)" } ?? ""
    return "<li>\(paper.title) <span class=\"quiet\">withdrawn\(day): “\(paper.withdrawnBecause)”</span></li>"
}

/// `340 KB`, `1.2 MB`.
func sizeWords(_ bytes: Int) -> String {
    if bytes < 1_000_000 { return "\(max(1, (bytes + 500) / 1000)) KB" }
    let tenths = (bytes + 50_000) / 100_000
    return "\(tenths / 10).\(tenths % 10) MB"
}
