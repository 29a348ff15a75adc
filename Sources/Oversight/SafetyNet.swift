import Access
import AreaKit
import Basics
import Database
import People

/// All rules of the house, asked together.
public struct SafetyNet: Sendable {
    public let rules: [SafetyRule]

    public init(rules: [SafetyRule]) { self.rules = rules }

    public func rule(_ id: String) -> SafetyRule? { rules.first { $0.id == id } }

    /// What each rule found, sorted by what people have answered and by when the school began with Trellis.
    public func look(_ question: SafetyQuestion, rule: String = "", _ reader: Reader) throws -> [RuleFindings] {
        let answers = try reader.standingAnswers(for: question.viewer, school: question.school)
        let begins = try reader.rulesBegin()
        return try rules.filter { rule.isEmpty || $0.id == rule }.map { rule in
            var result = RuleFindings(rule: rule)
            for finding in try find(rule, question, reader) { result.sort(finding, answers, begins, question.day) }
            return result
        }
    }

    /// What a rule finds stands until somebody changes something: Today asks all rules each time it is opened.
    private func find(_ rule: SafetyRule, _ question: SafetyQuestion, _ reader: Reader) throws -> [Finding] {
        let asked = AskedRule(rule: rule.id, school: question.school, day: question.day, account: question.viewer.account, parts: question.viewer.parts, family: question.viewer.family)
        return try keptFindings.answer(to: asked, reader) { try rule.find(reader, question) }
    }

    /// Everything that nobody has answered, new and old.
    public func open(_ question: SafetyQuestion, _ reader: Reader) throws -> [(rule: SafetyRule, finding: Finding)] {
        try look(question, reader).flatMap { found in (found.open + found.older).map { (found.rule, $0) } }
    }
}

/// A rule with all that its findings depend on besides what is in the trail.
private struct AskedRule: Hashable {
    let rule: String, school: SchoolID?, day: Day
    let account: AccountID?, parts: [Part], family: [PupilID]

    // Parts with all that they allow are long to mix.
    func hash(into hasher: inout Hasher) {
        hasher.combine(rule)
        hasher.combine(school)
        hasher.combine(account)
        hasher.combine(parts.first?.sight)
    }
}

/// Each rule for some dozens of people.
private let keptFindings = KeptAnswers<AskedRule, [Finding]>(most: 2_000)

/// What one rule found.
public struct RuleFindings: Sendable {
    public let rule: SafetyRule
    public internal(set) var open: [Finding] = []
    /// From before the day on which the school's safety net begins.
    public internal(set) var older: [Finding] = []
    public internal(set) var answered: [AnsweredFinding] = []

    init(rule: SafetyRule) { self.rule = rule }

    func answered(_ kind: FindingAnswer.Kind) -> [AnsweredFinding] { answered.filter { $0.answer.kind == kind } }

    mutating func sort(_ finding: Finding, _ answers: [FindingKey: FindingAnswer], _ begins: [SchoolID: Day], _ day: Day) {
        if let answer = answers[finding.key(of: rule)], answer.covers(since: finding.since, on: day) {
            answered.append(AnsweredFinding(finding: finding, answer: answer))
        } else if let since = finding.since, let begins = begins[finding.school], since < begins {
            older.append(finding)
        } else {
            open.append(finding)
        }
    }
}

/// A finding that a person has answered.
public struct AnsweredFinding: Sendable {
    public let finding: Finding
    public let answer: FindingAnswer
}

extension [RuleFindings] {
    func open(_ kind: SafetyRule.Kind) -> Int { filter { $0.rule.kind == kind }.reduce(0) { $0 + $1.open.count } }
    func answered(_ kind: FindingAnswer.Kind) -> Int { reduce(0) { $0 + $1.answered(kind).count } }
    var older: Int { reduce(0) { $0 + $1.older.count } }
}

extension Reader {
    /// The day from which the safety net speaks, for schools that set one.
    fileprivate func rulesBegin() throws -> [SchoolID: Day] {
        Dictionary(try rows("SELECT id, rules_from FROM school WHERE rules_from IS NOT NULL") { try ($0.next(SchoolID.self), $0.next(Day.self)) }) { $1 }
    }
}
