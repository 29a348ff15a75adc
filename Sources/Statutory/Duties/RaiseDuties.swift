import Basics
import Database
import People

// What arises, and what ends, without anybody writing a day down. Nothing tells this area that a school was added or a pupil left:
// it looks, each few minutes while the server runs, and whatever is said already is not said again.

extension Store {
    /// Writes down what has arisen and ended since the last time; where there is nothing, nothing is written.
    public func raiseDuties(now: Instant) async throws {
        let today = now.dayInEngland
        guard try await read({ try $0.hasDutiesToRaise(on: today) }) else { return }
        try await write(Act(who: "Trellis", at: now, way: .night)) { try $0.raiseDuties() }
    }
}

extension Reader {
    fileprivate func hasDutiesToRaise(on day: Day) throws -> Bool {
        if day >= LawEdition.grantDay, try !schoolsWithoutStrategyDuty().isEmpty { return true }
        return try !leavings(on: day).isEmpty || !dutiesOfLeavers(on: day).isEmpty || !dutiesOfReturned(on: day).isEmpty || !recordsOfReturned(on: day).isEmpty
    }

    /// Pupils with SEN who left the trust in the last two months: their record goes on to the next school (SD-17). Whoever moved
    /// within the trust has their record there already, and the transfer files of all the others are the school's own system's.
    fileprivate func leavings(on day: Day) throws -> [(pupil: PupilID, school: SchoolID, on: Day)] {
        try rows("""
            SELECT e.pupil_id, e.school_id, e.ends FROM enrolment e WHERE e.ends < \(day) AND e.ends >= \(day - 60) AND e.kind <> 'G' AND NOT \(isHere("e.pupil_id", day)) \
            AND NOT EXISTS (SELECT 1 FROM enrolment x WHERE x.pupil_id = e.pupil_id AND x.kind <> 'G' AND (x.ends > e.ends OR (x.ends = e.ends AND x.id > e.id))) \
            AND EXISTS (SELECT 1 FROM provision_spell p WHERE p.pupil_id = e.pupil_id AND p.provision IN ('K', 'E') AND p.starts <= e.ends AND (p.ends IS NULL OR p.ends >= e.ends)) \
            AND NOT EXISTS (SELECT 1 FROM statutory_event v WHERE v.pupil_id = e.pupil_id AND v.matter = 'school' AND v.matter_id = e.school_id AND v.event = \(StatutoryEvent.leaving) AND v.happened_on = e.ends AND v.replaced_by IS NULL) \
            ORDER BY e.id
            """) { try ($0.next(), $0.next(), $0.next()) }
    }

    /// What is open about pupils who were on a roll of the trust and are on none any more.
    fileprivate func dutiesOfLeavers(on day: Day) throws -> [OwedDuty] {
        try all(OwedDuty.self, """
            WHERE done_on IS NULL AND dropped_because = '' AND pupil_id IS NOT NULL AND rule <> 'SD-17' AND NOT \(isHere("statutory_duty.pupil_id", day)) \
            AND EXISTS (SELECT 1 FROM enrolment y WHERE y.pupil_id = statutory_duty.pupil_id AND y.kind <> 'G') ORDER BY id
            """)
    }

    /// What was ended because a pupil left who is here again: a file was wrong, or they came back.
    fileprivate func dutiesOfReturned(on day: Day) throws -> [OwedDuty] {
        try all(OwedDuty.self, "WHERE dropped_because = \(leftTrust) AND \(isHere("statutory_duty.pupil_id", day)) ORDER BY id")
    }

    /// Records to be sent on of pupils who are here again.
    fileprivate func recordsOfReturned(on day: Day) throws -> [OwedDuty] {
        try all(OwedDuty.self, "WHERE done_on IS NULL AND dropped_because = '' AND rule = 'SD-17' AND \(isHere("statutory_duty.pupil_id", day)) ORDER BY id")
    }

    /// True for a pupil who is, or will be, on a roll of the trust.
    private func isHere(_ pupil: SQL, _ day: Day) -> SQL {
        "EXISTS (SELECT 1 FROM enrolment h WHERE h.pupil_id = \(pupil) AND h.kind <> 'G' AND (h.ends IS NULL OR h.ends >= \(day)))"
    }
}

private let leftTrust = "The pupil left the trust"

extension Writer {
    /// Writes down what has arisen and ended without anybody’s doing.
    func raiseDuties() throws {
        try raiseStrategyDuties()
        for left in try leavings(on: act.today) {
            try record(.leaving, on: left.on, of: .school(left.school, pupil: left.pupil), stated: .ours, words: "The roll says so.")
        }
        for owed in try dutiesOfLeavers(on: act.today) { try save(Change("duty.dropped", from: owed, to: owed.dropped(because: leftTrust))) }
        for owed in try dutiesOfReturned(on: act.today) { try save(Change("duty.cameBack", from: owed, to: owed.dropped(because: ""))) }
        for owed in try recordsOfReturned(on: act.today) { try save(Change("duty.dropped", from: owed, to: owed.dropped(because: "The pupil is on roll again"))) }
    }
}
