import Basics

/// A duty that arose in a matter: what was reckoned on the day its event was written down, and what came of it.
public struct OwedDuty: Hashable, Sendable {
    public enum Mark {}

    public var id: OwedDutyID = .new
    public var version = 1
    public var event: LegalEventID
    public var matter: Matter
    public var rule: String
    public var edition: String
    public var what: String
    public var owner: DutyOwner
    public var opensOn: Day?
    public var dueOn: Day
    public var limit: Duty.Limit
    public var basis: String
    public var force: Force
    public var citation: String
    public var mark: EvidenceMark
    public var note: String
    /// Reckoned from an estimated day, or from the last day of something that nobody saw happen: shown, never counted.
    public var isEstimated: Bool
    /// Owed only if something comes about: shown, and counted once it was done, or is known to be owed.
    public var isConditional: Bool
    public var doneOn: Day?
    /// How that day is known; nil while it is open.
    public var doneStated: DateSource?
    public var doneWords = ""
    public var donePaper: PaperID?
    /// No more owed, and why.
    public var droppedBecause = ""

    public init(_ duty: Duty, from event: LegalEvent) {
        (self.event, matter, isEstimated, isConditional) = (event.id, event.matter, event.stated == .estimated || duty.isAssumed, duty.isConditional)
        (rule, edition, what, owner) = (duty.id, duty.edition, duty.what, duty.owner)
        (opensOn, dueOn, limit, basis) = (duty.from, duty.due, duty.limit, duty.basis)
        (force, citation, mark, note) = (duty.force, duty.citation, duty.mark, duty.note)
    }

    public var isOpen: Bool { doneOn == nil && droppedBecause.isEmpty }

    /// The duty as the clock reckoned it, with the excuses that the law of its edition lists.
    public var duty: Duty {
        let grounds = RuleBook.england.rules(rule, edition: edition).lazy.compactMap(\.excuse).first?.grounds ?? [:]
        return Duty(id: rule, what: what, owner: owner, from: opensOn, due: dueOn, limit: limit, basis: basis, force: force, citation: citation, mark: mark, note: note, edition: edition, isAssumed: isEstimated, isConditional: isConditional, grounds: grounds)
    }

    /// Whether somebody waits for it: it is open, and no right whose time is over.
    public func waits(on day: Day) -> Bool { isOpen && standing(today: day) != .over }

    public func standing(today: Day) -> DutyStanding { duty.standing(done: doneOn, today: today) }

    /// Whether its last day, or the day on which it was done, is only estimated.
    private var isGuess: Bool { isEstimated || doneStated == .estimated }

    /// Whether anybody may be told that it is, or was, late.
    public func countsAsLate(on day: Day) -> Bool {
        droppedBecause.isEmpty && !isGuess && (doneOn != nil || !isConditional) && standing(today: day).isLate
    }

    /// How it stands, in words that blame nobody for a day that nobody knows.
    public func standingWords(on day: Day, isExcused: Bool) -> String {
        let standing = standing(today: day)
        if !standing.isLate { return standing.words }
        if isGuess { return isOpen ? "Day estimated" : "Done; its day was estimated" }
        return isOpen && isConditional ? "Only if it comes to that" : isExcused && isOpen ? "Excused" : standing.words
    }

    /// The same reckoned anew from an event, with what came of it so far.
    func reckoned(as duty: Duty, from event: LegalEvent) -> OwedDuty {
        var after = OwedDuty(duty, from: event)
        (after.id, after.version) = (id, version)
        (after.doneOn, after.doneStated, after.doneWords, after.donePaper, after.droppedBecause) = (doneOn, doneStated, doneWords, donePaper, droppedBecause)
        return after
    }

    func met(on day: Day, stated: DateSource, words: String, paper: PaperID?) -> OwedDuty {
        var after = self
        (after.doneOn, after.doneStated, after.doneWords, after.donePaper) = (day, stated, words.trimmed, paper ?? donePaper)
        return after
    }

    /// The same, not done after all.
    var opened: OwedDuty {
        var after = self
        (after.doneOn, after.doneStated, after.doneWords, after.donePaper) = (nil, nil, "", nil)
        return after
    }

    /// Who mostly tells of it that it was done.
    var usualSource: DateSource {
        switch owner {
        case .la: .council
        case .family: .family
        default: .ours
        }
    }

    /// The same once it is known that it is owed.
    var certain: OwedDuty {
        var after = self
        after.isConditional = false
        return after
    }

    func dropped(because reason: String) -> OwedDuty {
        var after = self
        after.droppedBecause = reason
        return after
    }
}

public typealias OwedDutyID = ID<OwedDuty.Mark>

/// An excuse written down beside a duty.
public struct DutyExemption: Hashable, Sendable {
    public var id: RowID = .new
    public var version = 1
    public var duty: OwedDutyID
    public var pupil: PupilID?
    public var school: SchoolID?
    public var ground: ExemptionGround
    public var citation: String
    public var evidence: String
    public var recordedOn: Day
    public var recordedBy: String
    public var paper: PaperID?
    /// Taken back, and why: it excuses nothing any more.
    public var endedOn: Day?
    public var endedBecause = ""

    public init(_ exemption: Exemption, for owed: OwedDuty, by who: String, paper: PaperID? = nil) {
        (duty, pupil, school) = (owed.id, owed.matter.pupil, owed.matter.school)
        (ground, citation, evidence, recordedOn) = (exemption.ground, exemption.citation, exemption.evidence, exemption.recordedOn)
        (recordedBy, self.paper) = (who, paper)
    }
}

/// Takes an excuse back that was wrong; one that was wrong in its words is then written down anew. The trail keeps both.
public struct WithdrawExcuse: Sendable {
    public let reason: String

    public init(because reason: String) { self.reason = reason.trimmed }

    /// - Throws: `Problems` by `reason`.
    public func applied(to before: DutyExemption, today: Day) throws -> Change<DutyExemption> {
        var problems = Problems()
        problems.require(before.endedOn == nil, "", "This excuse was taken back already.")
        problems.require(!reason.isEmpty, "reason", "Say why, in a sentence.")
        problems.require(reason.count <= MeetDuty.longest, "reason", "Make this shorter: at most 2,000 letters.")
        try problems.check()
        var after = before
        (after.endedOn, after.endedBecause) = (today, reason)
        return Change("exemption.withdrawn", from: before, to: after, because: reason)
    }
}
