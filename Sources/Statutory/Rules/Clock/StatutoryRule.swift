import Basics

/// One line of the law: what is owed within which time after what. The tables of lines are in `Law/`.
public struct StatutoryRule: Hashable, Sendable {
    public let id: String
    public let owner: DutyOwner
    public let what: String
    public let period: Period
    public let trigger: Trigger
    public let source: LawSource
    public let mark: EvidenceMark
    /// The first safe day, where there is one.
    public let opens: Period?
    public let limit: Duty.Limit
    /// The paragraph that lists what may excuse it.
    public let excuse: Excuse?
    /// Whether the tribunal's holidays carry its last day on.
    public let waitsForTribunal: Bool
    /// Whether it is owed only in a case that the rule names: “if the plan is to change”.
    public let isConditional: Bool
    public let note: String
    public let edition: LawEdition

    init(_ id: String, _ owner: DutyOwner, _ what: String, _ period: Period, _ trigger: Trigger, _ source: LawSource, _ mark: EvidenceMark,
         opens: Period? = nil, limit: Duty.Limit = .by, excuse: Excuse? = nil, waitsForTribunal: Bool = false, isConditional: Bool = false, note: String = "", edition: LawEdition = .of2014) {
        (self.id, self.owner, self.what, self.period, self.trigger, self.source, self.mark) = (id, owner, what, period, trigger, source, mark)
        (self.opens, self.limit, self.excuse, self.waitsForTribunal, self.isConditional, self.note, self.edition) = (opens, limit, excuse, waitsForTribunal, isConditional, note, edition)
    }

    /// The duty that arises where what it hangs on happens on a day.
    func duty(_ moment: TriggerDay, closures: [Spell]) -> Duty {
        let reckoned = period.lastDay(from: moment.day, closures: closures)
        let mark = moment.isAssumed ? EvidenceMark.weaker(mark, trigger.markAtTheLatest) : mark
        let due = waitsForTribunal ? TribunalHolidays.lastDay(reckoned) : reckoned
        return Duty(id: id, what: what, owner: owner, from: opens?.lastDay(from: moment.day), due: due, limit: limit, basis: basis(moment),
                    force: source.force, citation: source.citation, mark: mark, note: notes(moment, reckoned, due, mark),
                    edition: edition.key, isAssumed: moment.isAssumed, isConditional: isConditional, grounds: excuse?.grounds ?? [:])
    }

    static let checkLocally = "Check locally: this rule was not read in the law itself."

    private func basis(_ moment: TriggerDay) -> String {
        "\(period.words) \(moment.day.inWords), \(moment.isAssumed ? trigger.wordsAtTheLatest : trigger.words)."
    }

    private func notes(_ moment: TriggerDay, _ reckoned: Day, _ due: Day, _ mark: EvidenceMark) -> String {
        var notes = note.isEmpty ? [] : [note]
        if limit == .atLeastUntil { notes.append("At least until this day: sooner is too soon.") }
        if moment.isAssumed { notes.append("Reckoned from the last day on which that may happen; give the real day where you know it.") }
        if due != reckoned { notes.append("The time ends on \(reckoned.inWords), a holiday of the tribunal: the first working day after it is in time.") }
        if mark == .memory { notes.append(Self.checkLocally) }
        return notes.joined(separator: " ")
    }
}
