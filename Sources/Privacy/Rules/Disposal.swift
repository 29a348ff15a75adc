import Basics

/// One disposal: approved by one person, carried out by another. It names pupils by number alone.
public struct Disposal: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    public var record: RecordClass
    /// The rule under which it was due, in words.
    public var rule: String
    public var approvedBy: String
    public var approver: AccountID?
    public var approvedOn: Day
    public var reason: String
    public var withdrawnOn: Day?
    public var releasedBy = ""
    public var releasedAt: Instant?
    /// The end of the trail just before.
    public var trailEntry: Int?
    public var trailDigest = ""
    /// Where it is about who looked: the sights before this day, and how many went.
    public var sightsBefore: Day?
    public var sights: Int?

    public var waits: Bool { releasedAt == nil && withdrawnOn == nil }

    /// Two pairs of eyes: nobody carries out what they approved themselves.
    public func refusal(by account: AccountID?, _ name: String) -> String? {
        if withdrawnOn != nil { return "This disposal was withdrawn." }
        if releasedAt != nil { return "This disposal was carried out already." }
        let isSame = account == approver && (account != nil || name == approvedBy)
        return isSame ? "You approved this yourself. Somebody else must look at it and carry it out." : nil
    }

    /// - Parameter sights: for a disposal of who looked: what may still go today, and how many that are.
    public func released(by name: String, account: AccountID?, at now: Instant, understood: Bool, end: (entry: Int, digest: String),
                         sights: (before: Day, number: Int)? = nil) throws -> Change<Disposal> {
        var problems = Problems()
        if let refusal = refusal(by: account, name) { problems.add("", refusal) }
        problems.require(understood, "understood", "Tick the box to show that you know that this can’t be undone.")
        try problems.check()
        var after = self
        (after.releasedBy, after.releasedAt) = (name, now)
        (after.trailEntry, after.trailDigest) = (end.entry, end.digest)
        if let sights { (after.sightsBefore, after.sights) = (sights.before, sights.number) }
        return Change("disposal.carriedOut", from: self, to: after)
    }

    public func withdrawn(on day: Day) throws -> Change<Disposal> {
        guard waits else { throw Problems("", "This disposal can’t be withdrawn any more.") }
        var after = self
        after.withdrawnOn = day
        return Change("disposal.withdrawn", from: self, to: after)
    }
}

/// One pupil of a disposal.
public struct DisposalLine: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    public var disposal: RowID
    public var pupil: PupilID
    public var dueOn: Day
    /// Rows that went; nil before it is carried out.
    public var gone: Int?
    public var keptBecause = ""
}

/// Approves that records which are due are disposed of.
public struct ApproveDisposal: Sendable {
    public let pupils: [PupilID]
    public let reason: String

    public init(pupils: [PupilID], reason: String) { (self.pupils, self.reason) = (pupils, reason.trimmed) }

    /// - Parameter due: what may be disposed of today, and since when.
    public func applied(_ rule: RetentionRule, due: [PupilID: Day], by name: String, account: AccountID?, today: Day) throws -> (Change<Disposal>, [DisposalLine]) {
        var problems = Problems()
        problems.require(!pupils.isEmpty, "pupil", "Tick the records to dispose of.")
        problems.require(pupils.allSatisfy { due[$0] != nil }, "pupil", "One of these is not due, or is held. Look at the list again.")
        problems.require(!reason.isEmpty, "reason", "Say what you checked, such as “no claim, no inquiry, last seen 2001”.")
        try problems.check()
        let disposal = Disposal(id: .new, record: rule.record, rule: rule.inWords, approvedBy: name, approver: account, approvedOn: today, reason: reason)
        return (Change("disposal.approved", to: disposal), pupils.map { DisposalLine(id: .new, disposal: .new, pupil: $0, dueOn: due[$0] ?? today) })
    }
}

/// Approves that the oldest sights, who looked at whose record, are disposed of.
public struct ApproveSightDisposal: Sendable {
    public let reason: String

    public init(reason: String) { self.reason = reason.trimmed }

    /// - Parameter due: sights before it may go; nil where none may.
    public func applied(_ rule: RetentionRule, due: Day?, by name: String, account: AccountID?, today: Day) throws -> Change<Disposal> {
        var problems = Problems()
        problems.require(due != nil, "", "Nothing is due today.")
        problems.require(!reason.isEmpty, "reason", "Say what you checked, such as “no incident is being looked into”.")
        try problems.check()
        return Change("disposal.approved", to: Disposal(
            id: .new, record: rule.record, rule: rule.inWords, approvedBy: name, approver: account, approvedOn: today, reason: reason, sightsBefore: due))
    }
}
