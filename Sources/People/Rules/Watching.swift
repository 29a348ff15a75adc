import Basics

/// Puts a pupil on the watch list: nobody decides that there is a need, and somebody looks again by a day.
public struct StartWatching: Sendable {
    public let school: SchoolID
    public let reason: String
    public let lookAgain: Day

    public init(school: SchoolID, reason: String, lookAgain: Day) {
        self.school = school
        self.reason = reason.trimmed
        self.lookAgain = lookAgain
    }

    public func applied(to record: RegisterRecord, today: Day) throws -> RegisterChange {
        var problems = Problems()
        problems.require(!reason.isEmpty, "reason", "Say what you are watching for, in a few words.")
        problems.require(lookAgain > today, "look_again", "Give a day after today on which you look again.")
        problems.require(lookAgain <= today.adding(years: 1), "look_again", "Look again within a year.")
        let status = record.provision(on: today).flatMap { CodeList.censusProvision($0.provision) }
        problems.require(status != "K" && status != "E", "", "\(record.pupil.calledName) is on the SEN register, so there is nothing to watch for.")
        problems.require(record.watch(on: today) == nil, "", "\(record.pupil.calledName) is on the watch list already.")
        try problems.check()
        var change = RegisterChange()
        let fresh = WatchSpell(id: .new, pupil: record.pupil.id, school: school, reason: reason, lookAgain: lookAgain, spell: Spell(starts: today))
        change.watches = [Change("watch.started", to: fresh, because: reason)]
        return change
    }
}

/// Takes a pupil off the watch list.
public struct StopWatching: Sendable {
    public let reason: String

    public init(reason: String) { self.reason = reason.trimmed }

    public func applied(to record: RegisterRecord, today: Day) throws -> RegisterChange {
        guard let before = record.watch(on: today) else { throw Problems("", "\(record.pupil.calledName) is not on the watch list.") }
        if reason.isEmpty { throw Problems("reason", "Say why, in a few words. It is kept with the record.") }
        var after = before
        after.spell = Spell(starts: before.spell.starts, ends: max(before.spell.starts, today))
        var change = RegisterChange()
        change.watches = [Change("watch.stopped", from: before, to: after, because: reason)]
        return change
    }
}
