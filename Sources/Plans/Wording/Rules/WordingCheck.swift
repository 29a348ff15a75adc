import Basics

/// One fixed rule about how an outcome is worded: what it looks for, why, and how it reads better. It advises and
/// never blocks; it runs on this machine and sends nothing anywhere.
public struct WordingCheck: Sendable, Identifiable {
    /// Stable, for instance `access-to`.
    public let id: String
    /// What it found, as a heading.
    public let title: String
    /// What it looks for, in a sentence.
    public let looksFor: String
    public let reason: String
    public let example: WordingExample
    let find: @Sendable (OutcomeWords) -> [WordingHit]

    /// What it has to say about an outcome.
    public func findings(in outcome: OutcomeWords) -> [WordingFinding] { find(outcome).map { WordingFinding(check: self, part: $0.part, said: $0.said) } }
}

/// One part of an outcome as it should not stay, and how it reads better.
public struct WordingExample: Sendable, Hashable {
    public let part: WordingPart
    /// Empty where what is missing is the whole part.
    public let before: String
    public let after: String

    init(_ part: WordingPart, _ before: String, _ after: String) { (self.part, self.before, self.after) = (part, before, after) }
    init(_ before: String, _ after: String) { self.init(.words, before, after) }
}

/// Where a rule found something, and which words; none where something is missing.
struct WordingHit: Sendable, Hashable {
    let part: WordingPart
    var said = ""
}

/// What a rule says about one part of an outcome.
public struct WordingFinding: Sendable {
    public let check: WordingCheck
    public let part: WordingPart
    /// The words it is about, as a search folds them; empty where something is missing.
    public let said: String
}

extension WordingCheck {
    /// Every rule, in the order in which one writes an outcome.
    public static let all = wholeness + measuring + plainness + ownership + respect

    public static func named(_ id: String) -> WordingCheck? { all.first { $0.id == id } }

    /// Looks for phrases in some parts.
    static func phrases(
        _ id: String, _ title: String, in parts: [WordingPart] = [.words], _ phrases: [String], looksFor: String, reason: String, example: WordingExample,
        unless: @escaping @Sendable (Wording) -> Bool = { _ in false }
    ) -> WordingCheck {
        WordingCheck(id: id, title: title, looksFor: looksFor, reason: reason, example: example) { outcome in
            parts.compactMap { part in
                let wording = Wording(outcome[part])
                return unless(wording) ? nil : wording.first(of: phrases).map { WordingHit(part: part, said: $0) }
            }
        }
    }

    /// Says something where a condition holds.
    static func when(
        _ id: String, _ title: String, _ part: WordingPart, looksFor: String, reason: String, example: WordingExample, _ condition: @escaping @Sendable (OutcomeWords) -> Bool
    ) -> WordingCheck {
        WordingCheck(id: id, title: title, looksFor: looksFor, reason: reason, example: example) { condition($0) ? [WordingHit(part: part)] : [] }
    }
}

extension [WordingCheck] {
    /// What these rules say about an outcome, part by part.
    public func findings(in outcome: OutcomeWords) -> [WordingFinding] {
        let found = flatMap { $0.findings(in: outcome) }
        return WordingPart.allCases.flatMap { part in found.filter { $0.part == part } }
    }
}
