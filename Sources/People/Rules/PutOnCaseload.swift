import Basics

/// That a pupil is on somebody's list: referred to a specialist, covered today, shared with a council.
public struct CaseloadMember: Sendable, Equatable {
    public var id: RowID
    public var version: Int
    public var account: AccountID
    public var pupil: PupilID
    public var reason: String
    public var spell: Spell

    public init(id: RowID = .new, version: Int = 0, account: AccountID, pupil: PupilID, reason: String, spell: Spell) {
        self.id = id
        self.version = version
        self.account = account
        self.pupil = pupil
        self.reason = reason
        self.spell = spell
    }
}

/// Puts a pupil on somebody's list, with the reason and from day to day.
public struct PutOnCaseload: Sendable {
    public let pupil: PupilID
    public let reason: String
    public let starts: Day
    public let ends: Day
    /// At most so many days.
    public let longest: Int

    public init(pupil: PupilID, reason: String, starts: Day, ends: Day, longest: Int = 366) {
        self.pupil = pupil
        self.reason = reason.trimmed
        (self.starts, self.ends, self.longest) = (starts, ends, longest)
    }

    /// - Parameter held: what is on the list already.
    /// - Throws: `Problems` with all that is wrong.
    public func applied(to account: AccountID, held: [CaseloadMember], today: Day) throws -> Change<CaseloadMember> {
        var problems = Problems()
        problems.require(!reason.isEmpty, "reason", "Say why they need to see this pupil.")
        problems.require(reason.count <= 500, "reason", "This is longer than 500 characters. Say it more shortly.")
        problems.require(ends >= starts, "ends", "The last day lies before the first. Check both days.")
        problems.require(ends >= today, "ends", "Give a last day that is not over yet.")
        problems.require(ends - starts <= longest, "ends", "Choose a last day within \(longest) days of the first. It can be shared again then.")
        let same = held.contains { $0.pupil == pupil && $0.spell.overlaps(Spell(starts: starts, ends: ends)) }
        problems.require(!same, "", "They see this pupil already in these days. End that first.")
        try problems.check()
        return Change("caseload.joined", to: CaseloadMember(account: account, pupil: pupil, reason: reason, spell: Spell(starts: starts, ends: ends)), because: reason)
    }
}
