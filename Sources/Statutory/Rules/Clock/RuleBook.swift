import Basics

/// All rules with their editions: what the law is, was, and what is proposed.
public struct RuleBook: Sendable {
    public let rules: [StatutoryRule]

    public static let england = RuleBook(rules: needsAssessmentRules + annualReviewRules + phaseTransferRules + reassessmentRules
        + authorityTransferRules + tribunalRules + schoolDutyRules + proposedRules)

    public init(rules: [StatutoryRule]) { self.rules = rules }

    /// What arises on the days on which things happened, by the law of a day. Where one duty hangs on two days, the later counts.
    func duties(_ moments: [TriggerDay], on day: Day, closures: [Spell]) -> [Duty] {
        let arising = rules.filter { $0.edition.holds(on: day) }.flatMap { rule in
            moments.filter { $0.trigger == rule.trigger }.map { rule.duty($0, closures: closures) }
        }
        return Dictionary(grouping: arising, by: \.id).values.compactMap(Duty.latest).sorted { ($0.due, $0.id.rank) < ($1.due, $1.id.rank) }
    }

    /// The rule a duty arose under, whatever the law is now.
    public func rules(_ id: String, edition: String) -> [StatutoryRule] { rules.filter { $0.id == id && $0.edition.key == edition } }

    /// What is announced or consulted on, and no law.
    public var proposals: [StatutoryRule] { rules.filter(\.edition.isProposal) }
}

extension Duty {
    fileprivate static func latest(_ duties: [Duty]) -> Duty? {
        guard let last = duties.max(by: { $0.due < $1.due }) else { return nil }
        if duties.count == 1 { return last }
        let others = duties.filter { $0 != last }.map { $0.basis }.joined(separator: " ")
        let mark = duties.map(\.mark).reduce(last.mark, EvidenceMark.weaker), check = mark == .memory && last.mark != .memory ? " \(StatutoryRule.checkLocally)" : ""
        return last.noting("The later of two days counts. The other: \(others)\(check)", from: duties.compactMap(\.from).min(), mark: mark)
    }

    /// The same with one thing more to know.
    func noting(_ words: String) -> Duty { noting(words, from: from, mark: mark) }

    private func noting(_ words: String, from: Day?, mark: EvidenceMark) -> Duty {
        Duty(id: id, what: what, owner: owner, from: from, due: due, limit: limit, basis: basis, force: force, citation: citation, mark: mark,
             note: note.isEmpty ? words : "\(note) \(words)", edition: edition, isAssumed: isAssumed, isConditional: isConditional, grounds: grounds)
    }
}

extension String {
    /// `AR-5` before `AR-12`.
    fileprivate var rank: String {
        let parts = split(separator: "-", maxSplits: 1), number = parts.last?.prefix { $0.isNumber } ?? ""
        return "\(parts.first ?? "")\(String(repeating: "0", count: max(0, 3 - number.count)))\(parts.last ?? "")"
    }
}
