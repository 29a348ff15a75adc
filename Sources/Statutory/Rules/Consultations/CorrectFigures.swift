import Basics

/// Puts the figures of a reply right where the record does not tell the whole: a place that is promised, a capacity nobody wrote down.
public struct CorrectFigures: Sendable {
    /// As typed, by the names of the fields; `places` may stay empty.
    public let typed: [String: String]
    public let why: String

    public init(_ typed: [String: String], why: String) { (self.typed, self.why) = (typed.mapValues(\.trimmed), why.trimmed) }

    /// - Parameter before: what stands, from the record or by hand.
    /// - Throws: `Problems` by the names of the form's fields.
    public func applied(to before: ConsultationFigures, of held: Consultation, by who: String, today: Day) throws -> Change<ConsultationFigures> {
        guard held.mayAnswer else { throw Problems("", "The reply went with these figures, so they stay as they are.") }
        var problems = Problems(), facts = before.facts
        for (field, _, count) in CohortFacts.counts { facts[keyPath: count] = read(field, &problems) ?? 0 }
        for place in CohortFacts.places { facts[keyPath: place.count] = typed[place.field, default: ""].isEmpty ? nil : read(place.field, &problems) }
        problems.require(facts.plans + facts.support <= facts.roll, "support", "Those with an EHC plan and with SEN support are more than all on roll.")
        problems.require(facts.inYear <= facts.roll, "in_year", "The year group has more pupils than the school.")
        problems.require(facts.plansInYear + facts.supportInYear <= facts.inYear, "support_in_year", "Those with an EHC plan and with SEN support are more than the year group.")
        problems.require(facts.inBases <= facts.roll, "in_bases", "More are in the unit than in the school.")
        problems.require(!why.isEmpty, "why", "Say why they differ from the record.")
        problems.require(why.count <= 500, "why", "Make this shorter: at most 500 letters.")
        try problems.check()
        var after = before
        (after.facts, after.why, after.changedBy, after.reckonedOn) = (facts, why, who, today)
        return before.id == .new ? Change("consultation.figuresCorrected", to: after) : Change("consultation.figuresCorrected", from: before, to: after)
    }

    private func read(_ field: String, _ problems: inout Problems) -> Int? {
        let number = Int(typed[field, default: ""]).flatMap { (0...20_000).contains($0) ? $0 : nil }
        problems.require(number != nil, field, "Give a whole number from 0 to 20,000.")
        return number
    }
}
