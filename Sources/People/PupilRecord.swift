import Access
import Basics
import Database

/// All that stands in the record of one pupil about the register and the family: what acts look at.
public struct PupilRecord: Sendable {
    public let register: RegisterRecord
    /// The latest first.
    public let rolls: [Roll]
    let flags: [ContextFlag]
    let bases: [BaseSpell]
    let arrangements: [Arrangement]
    let diagnoses: [Diagnosis]
    /// Those that still stand, in the order in which they are called; none of a sealed pupil.
    public let contacts: [Contact]
    /// What to do in an emergency, ended lines too.
    let emergencies: [EmergencyLine]

    public var pupil: Pupil { register.pupil }

    /// The emergency lines that run on a day.
    func emergencies(on day: Day) -> [EmergencyLine] { emergencies.filter { $0.spell.covers(day) } }

    /// The roll that a decision of that day belongs to: the main one of two.
    public func roll(on day: Day) -> Roll? {
        let open = rolls.filter { $0.enrolment.spell.covers(day) && $0.enrolment.countsOnRoll }
        return open.first { $0.enrolment.kind != "S" } ?? open.first ?? rolls.first { $0.enrolment.spell.covers(day) }
    }
}

extension Reader {
    /// The record of a pupil in sight.
    public func pupilRecord(_ id: PupilID, for viewer: Viewer, on day: Day) throws -> PupilRecord {
        let register = try registerRecord(id, for: viewer, on: day)
        let mine: SQL = "WHERE pupil_id = \(id)"
        return PupilRecord(
            register: register,
            rolls: try rolls(of: id, for: viewer),
            flags: try spells(ContextFlag.self, of: id),
            bases: try spells(BaseSpell.self, of: id),
            arrangements: try spells(Arrangement.self, of: id),
            diagnoses: try all(Diagnosis.self, "\(mine) ORDER BY id"),
            contacts: register.pupil.sealed ? [] : try all(Contact.self, "\(mine) AND ends IS NULL ORDER BY position, id"),
            emergencies: try all(EmergencyLine.self, "\(mine) ORDER BY id"))
    }

    /// The school at which a decision about the pupil is made.
    /// - Throws: `Problems` where the pupil is on no roll that the viewer may see.
    public func schoolOfRoll(_ record: PupilRecord, for viewer: Viewer, on day: Day) throws -> School {
        guard let roll = record.roll(on: day), let school = try school(roll.enrolment.school, for: viewer) else {
            throw Problems("", "\(record.pupil.calledName) is on the roll of none of your schools today, so this can't be recorded here.")
        }
        return school
    }
}
