import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Two plans of one pupil side by side, the words that changed marked.
let comparePlanRoutes: [Route] = [
    .read(comparePlanPath, .seePlans) { visit, first, second in
        try await visit.read { reader in
            let before = try reader.plan(first, for: visit.viewer, on: visit.today), after = try reader.plan(second, for: visit.viewer, on: visit.today)
            guard before.plan.pupil == after.plan.pupil else { throw NotFound() }
            return comparePage(visit, before, after)
        }
    },
]

private func comparePage(_ visit: Visit, _ before: SeenPlan, _ after: SeenPlan) -> Answer {
    let lines = compared(before.whole, after.whole), changed = lines.filter { !$0.words.isSame }
    let rows: [HTML] = changed.map { "<tr><th scope=\"row\">\($0.title)</th><td data-label=\"Before\">\(side($0.words, showing: .gone))</td><td data-label=\"After\">\(side($0.words, showing: .new))</td></tr>" }
    let same = lines.filter(\.words.isSame).map(\.title).joined(separator: "; ")
    let list: HTML = rows.isEmpty ? "<p>Nothing differs in what is written.</p>" : table("What changed", [head("Part"), head("Before: \(before.plan.title)"), head("After: \(after.plan.title)")], rows)
    return visit.page("Compare plans of \(after.pupil.name)", at: "plans", """
        \(planCrumbs(after))\(pageTitle("What changed", lead: "\(after.pupil.name) · \(before.plan.title), \(daysInWords(before.plan)) · \(after.plan.title), \(daysInWords(after.plan))"))\
        <p>Words that are gone are <del>struck through</del>, words that are new are <ins>bold</ins>.</p>\(list)\(same.isEmpty ? "" : "<p class=\"quiet\">The same in both: \(same).</p>")
        """)
}

private struct ComparedLine {
    let title: String
    let words: WordsCompared
}

/// Part by part, and the outcomes: each beside the one that it goes on with.
private func compared(_ before: WholePlan, _ after: WholePlan) -> [ComparedLine] {
    let parts = PlanPart.all.filter { $0.content != .outcomes && (before.holdsSomething($0) || after.holdsSomething($0)) }
    let sections = parts.map { ComparedLine(title: $0.title, words: WordsCompared(allWords($0, before), allWords($0, after))) }
    let going = after.outcomes.enumerated().map { place, outcome in
        ComparedLine(title: "Outcome \(place + 1)", words: WordsCompared(before.outcomes.first { $0.id == outcome.carriedFrom }.map(allWords) ?? "", allWords(outcome)))
    }
    let gone = before.outcomes.filter { old in !after.outcomes.contains { $0.carriedFrom == old.id } }.map { ComparedLine(title: "Outcome \($0.position) before", words: WordsCompared(allWords($0), "")) }
    return sections + going + gone
}

private func allWords(_ part: PlanPart, _ whole: WholePlan) -> String {
    guard part.content == .barriers else { return whole.words(part) }
    return whole.scheme.areas.compactMap { area in whole.words(part, area: area.key).nonEmpty.map { "\(area.label): \($0)" } }.joined(separator: "\n")
}

private func allWords(_ outcome: Outcome) -> String {
    [outcome.words, outcome.measure, outcome.baseline, outcome.target, outcome.due?.inWords ?? "", outcome.owner].filter { !$0.isEmpty }.joined(separator: " · ")
}

private enum Side { case gone, new }

private func side(_ words: WordsCompared, showing side: Side) -> HTML {
    let pieces: [HTML] = words.pieces.compactMap { piece in
        switch (piece, side) {
        case (.same(let text), _): "\(text)"
        case (.gone(let text), .gone): "<del>\(text)</del>"
        case (.new(let text), .new): "<ins>\(text)</ins>"
        default: nil
        }
    }
    return pieces.joined(" ")
}
