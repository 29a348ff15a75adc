import Basics
import Pages
import People

// The parts of a plan as they are read: on its page, in print, on a profile.

/// A state as a small label; its words say it, not only its colour.
func stateTag(_ plan: Plan, on day: Day) -> HTML {
    switch plan.state {
    case .live where plan.reviewBy.map { $0 < day } ?? false: "<span class=\"tag tag-warn\">Review is late</span>"
    case .live: "<span class=\"tag tag-good\">Live</span>"
    case .draft: "<span class=\"tag tag-unknown\">Being written</span>"
    case .shared: "<span class=\"tag tag-support\">Shared</span>"
    case .reviewed: "<span class=\"tag tag-support\">Reviewed</span>"
    case .closed: "<span class=\"tag tag-none\">Closed</span>"
    }
}

func stateTag(_ state: PlanSection.State) -> HTML {
    switch state {
    case .notStarted: "<span class=\"tag tag-none\">Not started</span>"
    case .inProgress: "<span class=\"tag tag-unknown\">In progress</span>"
    case .complete: "<span class=\"tag tag-support\">Complete</span>"
    case .notNeeded: "<span class=\"tag tag-none\">Not needed</span>"
    }
}

/// What is written in one part; nothing where nothing is.
///
/// - Parameter papers: the files that this reader may open.
func partBody(_ whole: WholePlan, _ part: PlanPart, papers: Set<PaperID> = []) -> HTML {
    switch part.content {
    case .words: paragraphs(whole.words(part))
    case .lines: lineList(whole.section(part)?.lines ?? [])
    case .barriers: "\(whole.scheme.areas.map { barriersOf($0, whole, part) })"
    case .outcomes: whole.outcomes.isEmpty ? "" : "<ol class=\"findings\">\(whole.outcomes.map { outcomeItem(whole, $0, papers) })</ol>"
    }
}

private func barriersOf(_ area: NeedScheme.Area, _ whole: WholePlan, _ part: PlanPart) -> HTML {
    let lines = whole.section(part, area: area.key)?.lines ?? []
    return lines.isEmpty ? "" : "<h3>\(area.label)</h3>\(lineList(lines))"
}

/// The parts in which something is written, each under its heading.
func partCards(_ whole: WholePlan, _ parts: [PlanPart], papers: Set<PaperID> = []) -> HTML {
    "\(parts.map { part -> HTML in whole.holdsSomething(part) ? card(part.title, id: part.key, partBody(whole, part, papers: papers)) : "" })"
}

/// One outcome with how one will know, and how it went.
func outcomeItem(_ whole: WholePlan, _ outcome: Outcome, _ papers: Set<PaperID>) -> HTML {
    let lacks: HTML = outcome.lacks.isEmpty ? "" : "<p class=\"quiet\">Not written yet: \(outcome.lacks.joined(separator: ", ")).</p>"
    var list: [(String, HTML)] = []
    for (label, text) in [("How we will know", outcome.measure), ("Where it began", outcome.baseline), ("What counts as reached", outcome.target)] where !text.isEmpty { list.append((label, "\(text)")) }
    if let due = outcome.due { list.append(("By", "\(due.inWords)")) }
    if !outcome.owner.isEmpty { list.append(("Who sees to it", "\(outcome.owner)")) }
    if !outcome.area.isEmpty { list.append(("Area of need", "\(whole.scheme.label(outcome.area))")) }
    if let life = outcome.adultLife { list.append(("For adult life", "\(life.label)")) }
    return "<li class=\"finding\"><h3>\(outcome.words)</h3>\(list.isEmpty ? "" : facts(list))\(lacks)\(whole.result(of: outcome).map { resultWords($0, papers) } ?? "")</li>"
}

private func resultWords(_ result: OutcomeReview, _ papers: Set<PaperID>) -> HTML {
    let next: HTML = result.nextStep.isEmpty ? "" : "<p><b>Next:</b> \(result.nextStep)</p>"
    let isOpen = result.paper.map(papers.contains) ?? false
    let paper: HTML = isOpen ? "<p class=\"no-print\"><a href=\"\(outcomePaperPath(result.id))\">Download the paper that shows it</a></p>" : ""
    return "<p>\(resultTag(result.result)) \(result.evidence)</p>\(paper)\(next)<p class=\"quiet\">\(result.reviewedBy), \(result.reviewedOn.inWords)</p>"
}

func resultTag(_ result: OutcomeReview.Result) -> HTML {
    switch result {
    case .met: "<span class=\"tag tag-good\">Met</span>"
    case .partly: "<span class=\"tag tag-support\">Partly met</span>"
    case .notMet: "<span class=\"tag tag-warn\">Not met</span>"
    }
}

func paragraphs(_ text: String) -> HTML {
    let pieces: [HTML] = text.split(separator: "\n").compactMap { String($0).nonEmpty }.map { "<p>\($0)</p>" }
    return "\(pieces)"
}

func lineList(_ lines: [String]) -> HTML {
    let items: [HTML] = lines.map { "<li>\($0)</li>" }
    return lines.isEmpty ? "" : "<ul>\(items)</ul>"
}
