import Basics

/// Writes the answer, to be looked at before it is sent.
public struct AnswerConsultation: Sendable {
    public let answer: Consultation.Answer?
    public let words: ConsultationWords

    public init(_ answer: Consultation.Answer?, _ words: ConsultationWords) { (self.answer, self.words) = (answer, words) }

    /// - Throws: `Problems` by the names of the form's fields.
    public func applied(to before: Consultation, today: Day) throws -> Change<Consultation> {
        guard before.mayAnswer else { throw Problems("", "This consultation is \(before.ending == nil ? "answered" : "over"), so its answer stays as it is.") }
        var problems = Problems()
        problems.require(answer != nil, "answer", "Choose an answer.")
        for (field, text) in words.all { problems.require(text.count <= 5_000, field, "Make this shorter: at most 5,000 letters.") }
        problems.require(answer != .canIf || !words.conditions.isEmpty, "conditions", "Say what must be in place: adjustments, funding, from which day.")
        problems.require(answer != .information || !words.information.isEmpty, "information", "Say what you need to know.")
        problems.require(answer != .information || words.informationBy.map { $0 >= today && $0 <= today + 366 } ?? false, "information_by", "Give the day by which you need it: today or later, within a year.")
        try problems.check()
        var after = before
        (after.answer, after.words) = (answer, words)
        // What went was the question for information; the answer proper has not gone, and the head has not agreed to it.
        if before.sentOn != nil { (after.sentOn, after.sentBy, after.agreedBy, after.why) = (nil, "", "", "") }
        return Change("consultation.answerWritten", from: before, to: after)
    }
}

extension Consultation {
    /// What would weaken the answer before the council and the tribunal, and why.
    public var warnings: [String] {
        guard answer == .grounds else { return [] }
        let facts = words.grounds.map(\.facts)
        var found: [String] = []
        if facts.isEmpty { found.append("No ground is given. Only three count against a school that the family asked for (section 39(4)), and each needs facts.") }
        if facts.contains(where: Self.saysOnlyFull) { found.append("“We are full” is no ground by itself: a plan may name a school over its number. Say what one more child with these needs would do to others or to resources, with figures.") }
        if facts.contains(where: Self.saysOnlyNeed) { found.append("“We cannot meet need” is no ground by itself. Say which need, what the plan’s section F asks for, and why that cannot be done here.") }
        if words.steps.isEmpty { found.append("No reasonable step is written down. The council asks which steps you considered, and why they are not enough.") }
        if words.evidence.isEmpty { found.append("No evidence is named. Figures, a risk assessment or advice carry weight; opinion alone does not.") }
        return found
    }

    private static func saysOnlyFull(_ text: String) -> Bool { says(text, ["full", "no places", "no place", "no space", "oversubscribed", "over capacity"]) }
    private static func saysOnlyNeed(_ text: String) -> Bool { says(text, ["cannot meet need", "cannot meet the need", "can not meet need", "can't meet need", "unable to meet need", "cannot meet their need"]) }

    /// Short words that hold one of these and hardly more.
    private static func says(_ text: String, _ phrases: [String]) -> Bool {
        let plain = text.lowercased().replacing("’", with: "'")
        return plain.count < 90 && phrases.contains { plain.contains($0) }
    }
}
