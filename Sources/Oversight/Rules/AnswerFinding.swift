import Basics

/// Answers a finding: ask me later, or it is right as it is.
public struct AnswerFinding: Sendable {
    public let answer: String
    /// For `later`: the day on which it is asked again.
    public let until: Day?
    public let reason: String

    public init(answer: String, until: Day?, reason: String) {
        self.answer = answer
        self.until = until
        self.reason = reason.trimmed
    }

    /// The new answer, and the end of the one that stood before it.
    /// - Throws: `Problems` with everything that is wrong.
    public func applied(to key: FindingKey, standing: FindingAnswer?, by who: String, today: Day) throws -> [Change<FindingAnswer>] {
        var problems = Problems()
        let kind = FindingAnswer.Kind(rawValue: answer)
        problems.require(kind != nil, "answer", "Choose one of the two answers.")
        problems.require(!reason.isEmpty, "because", "Say why, in a few words. It is kept with the answer.")
        if kind == .later { check(today, &problems) }
        try problems.check()
        let fresh = FindingAnswer(id: .new, key: key, kind: kind ?? .later, until: kind == .later ? until : nil, reason: reason,
                                  answeredBy: who, answeredOn: today)
        let event = kind == .later ? "finding.putOff" : "finding.calledRight"
        return (standing.map { [$0.withdrawn(on: today, because: reason)] } ?? []) + [Change(event, to: fresh, because: reason)]
    }

    private func check(_ today: Day, _ problems: inout Problems) {
        guard let until else { return problems.add("until", "Give the day on which to ask again.") }
        problems.require(until > today, "until", "Give a day after today.")
        problems.require(until <= today.adding(years: 1), "until", "Ask again within a year. If it will stay so, say that it is right.")
    }
}

extension FindingAnswer {
    /// Takes an answer back, so that the safety net asks again.
    public func withdrawn(on day: Day, because reason: String? = nil) -> Change<FindingAnswer> {
        var after = self
        after.withdrawnOn = day
        return Change("finding.askedAgain", from: self, to: after, because: reason)
    }
}
