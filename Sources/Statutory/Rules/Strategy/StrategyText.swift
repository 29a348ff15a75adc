import Basics
import Provision

/// An inclusion strategy as it is published: the same words for the page, the Word file and the PDF. No child is in it.
public struct StrategyText: Hashable, Sendable, Codable {
    /// A table of figures: what, and how many, in words that may be published.
    public struct Figures: Hashable, Sendable, Codable {
        public let title: String
        public let lines: [Line]

        public init(_ title: String, _ lines: [(String, String)]) { (self.title, self.lines) = (title, lines.map { Line(what: $0.0, number: $0.1) }) }
    }

    public struct Line: Hashable, Sendable, Codable {
        public let what: String
        public let number: String
    }

    public struct Activity: Hashable, Sendable, Codable {
        public let name: String
        public let barrier: String
        public let words: String
        /// Budgeted, in whole pence.
        public let pence: Int
        /// Keys of `EvidenceStrand`.
        public let strands: [String]
    }

    public struct Outcome: Hashable, Sendable, Codable {
        public let what: String
        public let how: String
        public let when: String
    }

    public var school: String
    public var urn: String
    public var dueYear: Int
    public var years: Int
    /// The Inclusive Mainstream Fund for the financial year, in whole pence; nil where it is not given.
    public var grant: Int?
    public var who: String
    public var contact: String
    public var about: String
    public var figuresOn: String
    public var figures: [Figures]
    public var barriers: String
    public var listened: String
    public var activities: [Activity]
    public var evidence: String
    public var outcomes: [Outcome]
    public var reviewOn: String
    public var reviewWho: String
    public var reviewHow: String
    public var last: String

    /// Puts together what was typed.
    /// - Parameter figures: as of the day that the barriers name.
    public init(school: String, urn: String, dueYear: Int, _ typed: [StrategySection: [String: String]], activities: [StrategyActivity], figures: [Figures]) {
        func words(_ section: StrategySection, _ name: String) -> String { typed[section]?[name] ?? "" }
        (self.school, self.urn, self.dueYear, self.figures) = (school, urn, dueYear, figures)
        (years, grant) = (Int(words(.cover, "years")) ?? 1, Pence(typed: words(.cover, "grant"))?.rawValue)
        (who, contact, about) = (words(.cover, "who"), words(.cover, "contact"), words(.cover, "about"))
        (figuresOn, barriers, listened) = (words(.barriers, "figures_on"), words(.barriers, "words"), words(.barriers, "listened"))
        self.activities = activities.filter { $0.removedOn == nil }.map { Activity(name: $0.name, barrier: $0.barrier, words: $0.words, pence: $0.cost.rawValue, strands: $0.strands) }
        evidence = words(.evidence, "words")
        outcomes = (1...StrategyField.outcomes).compactMap { number in
            words(.outcomes, "what\(number)").nonEmpty.map { Outcome(what: $0, how: words(.outcomes, "how\(number)"), when: words(.outcomes, "when\(number)")) }
        }
        (reviewOn, reviewWho, reviewHow, last) = (words(.review, "on"), words(.review, "who"), words(.review, "how"), words(.review, "last"))
    }

    /// Of all activities.
    public var total: Pence { Pence(activities.map(\.pence).reduce(0, +)) }

    /// The strands that the activities rest on, each once.
    public var strands: [EvidenceStrand] { EvidenceStrand.all.filter { strand in activities.contains { $0.strands.contains(strand.key) } } }

    /// `2026/27`, or `2026/27 to 2028/29`.
    public var span: String {
        let first = AcademicYear(starting: dueYear), last = AcademicYear(starting: dueYear + max(1, min(years, 3)) - 1)
        return first == last ? "\(first)" : "\(first) to \(last)"
    }

    /// Everything that people typed, to be looked through.
    public var typed: [(section: StrategySection, words: String)] {
        let done = activities.map { [$0.name, $0.barrier, $0.words].joined(separator: "\n") }, changes = outcomes.map { [$0.what, $0.how, $0.when].joined(separator: "\n") }
        return [(.cover, [who, contact, about].joined(separator: "\n")), (.barriers, [barriers, listened].joined(separator: "\n")), (.activities, done.joined(separator: "\n")),
                (.evidence, evidence), (.outcomes, changes.joined(separator: "\n")), (.review, [reviewWho, reviewHow, last].joined(separator: "\n"))]
    }
}
