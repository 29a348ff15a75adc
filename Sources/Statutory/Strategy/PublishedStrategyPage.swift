import Access
import AreaKit
import Basics
import Database
import Pages
import People
import Provision

/// What a school published, for anybody: a page, a Word file and a PDF with the same words. No pupil is in them.
let openStrategyRoutes: [Route] = [
    .read(openStrategyPath, .arrive) { visit, urn in
        let edition = try await visit.read { try $0.openStrategy(urn: urn) }
        let files: HTML = "<p class=\"actions no-print\"><a href=\"\(openStrategyWordPath(urn))\">Download for Word</a> <a href=\"\(openStrategyPDFPath(urn))\">Download as PDF</a> \(printButton("Print"))</p>"
        return visit.page("Inclusion strategy of \(edition.content.school)", at: "strategies", edition.html + files)
    },
    .read(openStrategyWordPath, .arrive) { visit, urn in
        let edition = try await visit.read { try $0.openStrategy(urn: urn) }
        return .download(.bytes(try edition.word()), name: "inclusion-strategy-\(urn).docx", type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
    },
    .read(openStrategyPDFPath, .arrive) { visit, urn in
        let edition = try await visit.read { try $0.openStrategy(urn: urn) }
        return try await visit.pdf("Inclusion strategy of \(edition.content.school)", edition.html, file: "inclusion-strategy-\(urn).pdf", at: "strategies", back: ("Go back to the strategy", openStrategyPath(urn)))
    },
]

extension StrategyEdition {
    /// The whole text under its title.
    var html: HTML { content.html("Published on \(publishedOn.inWords) by the \(publishedBy.lowercased()).") }
}

extension StrategyText {
    /// - Parameter when: when it was published and by whom, or that it is a draft.
    func html(_ when: String) -> HTML {
        """
        \(pageTitle("Inclusion strategy \(span)", lead: "\(school) (URN \(urn)). \(when)"))\(card(StrategySection.cover.title, facts(cover) + asTyped(about)))\
        \(card(StrategySection.barriers.title, asTyped(barriers) + (listened.isEmpty ? "" : "<h3>What pupils and families told us</h3>\(asTyped(listened))") + figuresPart))\
        \(card(StrategySection.activities.title, activityTable + "<p><b>Budgeted cost of all: \(total.description).</b></p>"))\
        \(card(StrategySection.evidence.title, asTyped(evidence) + (strands.isEmpty ? "" : "<h3>Strands of the EEF’s Teaching and Learning Toolkit</h3>\(strandsHTML(strands))")))\
        \(card(StrategySection.outcomes.title, outcomeTable))\(card(StrategySection.review.title, facts(reviewFacts) + asTyped(reviewHow) + "<h3>What came of last year’s</h3>\(asTyped(last))"))
        """
    }

    /// The cover, fact by fact. One for several years says that it is looked at every year (conditions of grant).
    var coverLines: [(String, String)] {
        let yearly = years > 1 ? "\(span). It is looked at every year." : span
        return [("For", yearly), ("Inclusive Mainstream Fund", grant.map { Pence($0).description } ?? ""), ("Who answers for it", who), ("Questions", contact), ("Looked at again by", reviewDay)].filter { !$0.1.isEmpty }
    }

    private var cover: [(String, HTML)] { coverLines.map { ($0.0, "\($0.1)") } }
    var reviewDay: String { Day(reviewOn)?.inWords ?? "" }
    private var reviewFacts: [(String, HTML)] { [("When", "\(reviewDay)"), ("Who", "\(reviewWho)")] }

    private var figuresPart: HTML { figures.isEmpty ? "" : "<h3>Figures as of \(Day(figuresOn)?.inWords ?? figuresOn)</h3>\(figuresHTML(figures))" }

    private var activityTable: HTML {
        table("Activities with their budgeted costs", [head("What"), head("Barrier"), head("Budgeted cost", number: true)], activities.map { activity in
            let words: HTML = activity.words.isEmpty ? "" : "<br>\(activity.words)"
            return "<tr><th scope=\"row\">\(activity.name)</th><td data-label=\"Barrier\">\(activity.barrier)\(words)</td><td class=\"number\" data-label=\"Budgeted cost\">\(Pence(activity.pence).description)</td></tr>\n"
        })
    }

    private var outcomeTable: HTML {
        table("Outcomes", [head("What will be different"), head("How we will know"), head("By when")], outcomes.map { outcome in
            "<tr><th scope=\"row\">\(outcome.what)</th><td data-label=\"How we will know\">\(outcome.how)</td><td data-label=\"By when\">\(outcome.when)</td></tr>\n"
        })
    }
}

func figuresHTML(_ figures: [StrategyText.Figures]) -> HTML {
    let tables: [HTML] = figures.map { figure in
        table(figure.title, unseen: false, [head("Group"), head("How many", number: true)], figure.lines.map { "<tr><th scope=\"row\">\($0.what)</th><td class=\"number\" data-label=\"How many\">\($0.number)</td></tr>\n" })
    }
    return tables.isEmpty ? "<p>There are too few pupils for figures.</p>" : "\(tables)"
}

func strandsHTML(_ strands: [EvidenceStrand]) -> HTML {
    let items: [HTML] = strands.map { "<li><a href=\"\($0.link)\">\($0.name)</a></li>" }
    return "<ul>\(items)</ul>"
}
