import Access
import AreaKit
import Basics
import Database
import Files
import Pages
import People

/// Concerns in figures: how many, how fast, and what came of them. No names.
public let concernFiguresPath = PagePath< >("/concerns/figures")

let concernFiguresRoutes: [Route] = [
    .read(concernFiguresPath, .seeFigures) { visit in
        let sheet = try await visit.read { try $0.concernFigures(of: visit.request.query["term"], for: visit.viewer, on: visit.today) }
        return page(visit, sheet)
    },
    concernFigureFileRoute,
]

private func page(_ visit: Visit, _ sheet: ConcernFigureSheet) -> Answer {
    let title = "Concerns in figures", write = FormWriter(FormValues([("term", sheet.term.label)]))
    let small: HTML = sheet.all.showsAll ? "" : "<p>Numbers from 1 to \(ShownNumber.least - 1) are not shown, so that nobody can be known from them. A total is hidden, too, where it would tell them.</p>"
    return visit.page(title, at: "trust", """
        \(pageTitle(title, lead: "Concerns by the school and the term in which they were raised. No names are shown here.", actions: files(sheet.term)))\(small)\
        <form class="filters" method="get" action="\(concernFiguresPath())" data-shows="schools">\(write.select("term", "Term", sheet.terms.map { Choice($0.label, $0.label) }))\
        <p class="actions"><button>Show this term</button></p></form>\
        <div id="schools">\(lineTable("\(sheet.term.label), \(sheet.term.starts.inWords) to \(sheet.term.ends.inWords)", "School", sheet.schools, total: sheet.schools.count > 1 ? sheet.all : nil))\
        \(outcomeTable(sheet))</div>\(lineTable("Term by term, all schools", "Term", sheet.byTerm, total: nil))
        """)
}

private func files(_ term: YearTerm) -> [HTML] {
    [TableFormat.csv, .xlsx, .json].map { linkButton("Download \($0 == .xlsx ? "a workbook" : $0.rawValue.uppercased())", concernFigureFilePath().asking(["format": $0.rawValue, "term": term.label]), aside: true) }
}

private func lineTable(_ caption: String, _ first: String, _ lines: [FigureLine], total: FigureLine?) -> HTML {
    let heads: [HTML] = [head(first)] + ["Raised", "Decided", "Decided in time", "School days to a decision, median"].map { head($0, number: true) }
    let foot: HTML = total.map { all in
        "<tfoot>\(row(all.name, [all.raised, all.decided, all.inTarget], all.medianDays))</tfoot>"
    } ?? ""
    let rows: [HTML] = lines.map { row($0.name, [$0.raised, $0.decided, $0.inTarget], $0.medianDays) }
    return "<table class=\"stack-on-phone\"><caption>\(caption)</caption><thead><tr>\(heads)</tr></thead><tbody>\(rows)</tbody>\(foot)</table>"
}

private func row(_ name: String, _ numbers: [ShownNumber], _ median: Int?) -> HTML {
    let cells: [HTML] = zip(["Raised", "Decided", "Decided in time"], numbers).map { "<td class=\"number\" data-label=\"\($0)\">\($1.words)</td>" }
    return "<tr><th scope=\"row\">\(name)</th>\(cells)<td class=\"number\" data-label=\"School days, median\">\(median.map { "\($0)" } ?? "–")</td></tr>\n"
}

/// What was decided last about the concerns of the term, all schools together.
private func outcomeTable(_ sheet: ConcernFigureSheet) -> HTML {
    // The outcomes add up to what was decided: where that sum would tell too much, so would they.
    if sheet.all.decided.number == nil { return "<p>What came of them is not shown for \(sheet.term.label): too few were decided.</p>" }
    let rows: [HTML] = ConcernOutcome.allCases.map { outcome in
        let number = ShownNumber(sheet.all.figures.outcomes[outcome] ?? 0, showsAll: sheet.all.showsAll)
        return "<tr><th scope=\"row\">\(outcome.label)</th><td class=\"number\" data-label=\"Concerns\">\(number.words)</td></tr>\n"
    }
    return "<table class=\"stack-on-phone\"><caption>What came of them, \(sheet.term.label)</caption><thead><tr>\(head("Decision"))\(head("Concerns", number: true))</tr></thead><tbody>\(rows)</tbody></table>"
}
