import Basics

/// The words of the sections as they were typed, with the outcomes of section E one to a line.
public struct KeepSections: Sendable {
    public let sections: [PlanSection: String]
    public let outcomes: [(words: String, byWhen: String)]

    static let longest = 10_000, longestOutcome = 1_000, mostOutcomes = 40

    /// - Throws: `Problems` by `section-A` and the like, and `outcomes`.
    public init(_ sections: [PlanSection: String], outcomes: String) throws {
        self.sections = sections.mapValues(\.trimmed)
        let lines = outcomes.split(whereSeparator: \.isNewline).map { String($0).trimmed }.filter { !$0.isEmpty }
        self.outcomes = lines.map { line in
            let halves = line.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
            return (String(halves[0]).trimmed, halves.count > 1 ? String(halves[1]).trimmed : "")
        }
        var problems = Problems()
        for (section, words) in self.sections { problems.require(words.count <= Self.longest, "section-\(section.rawValue)", "Make section \(section.rawValue) shorter: at most 10,000 letters.") }
        problems.require(self.outcomes.allSatisfy { !$0.words.isEmpty }, "outcomes", "A line begins with a bar. Write the outcome before it.")
        problems.require(lines.allSatisfy { $0.count <= Self.longestOutcome }, "outcomes", "One of these is longer than 1,000 letters. Put each outcome on a line of its own.")
        problems.require(lines.count <= Self.mostOutcomes, "outcomes", "These are more than \(Self.mostOutcomes) outcomes. Put each on one line.")
        try problems.check()
    }
}
