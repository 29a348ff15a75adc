import Basics
import Files
import Provision

extension StrategyEdition {
    /// The same words as the page, as a Word file.
    func word() throws -> [UInt8] { try WordForm(PackageResources.inclusion_strategy_docx).filled(content.wordValues(publishedOn.inWords, by: publishedBy), blank: "–").bytes }
}

extension StrategyText {
    func wordValues(_ day: String, by role: String) -> WordValues {
        [
            "strategy.span": .text(span), "strategy.school": .text("\(school) (URN \(urn))"), "strategy.published": .text("Published on \(day) by the \(role.lowercased())."), "strategy.about": .text(about),
            "cover": .rows(coverLines.map { ["name": .text($0.0), "words": .text($0.1)] }),
            "strategy.barriers": .text(barriers), "strategy.listened": .text(listened), "strategy.figures": .text(Day(figuresOn)?.inWords ?? ""),
            "figures": .rows(figures.flatMap { figure in figure.lines.map { ["what": .text("\(figure.title): \($0.what)"), "number": .text($0.number)] } }),
            "activities": .rows(activities.map { ["what": .text($0.name), "barrier": .text([$0.barrier, $0.words].filter { !$0.isEmpty }.joined(separator: "\n")), "cost": .text(Pence($0.pence).description)] }),
            "strategy.total": .text(total.description), "strategy.evidence": .text(evidence), "strands": .rows(strands.map { ["name": .text($0.name), "link": .text($0.link)] }),
            "outcomes": .rows(outcomes.map { ["what": .text($0.what), "how": .text($0.how), "when": .text($0.when)] }),
            "strategy.review": .text(reviewDay), "strategy.reviewers": .text(reviewWho), "strategy.how": .text(reviewHow), "strategy.last": .text(last),
        ]
    }
}
