import Basics
import Database
import People

/// When pupils were on the rolls of schools: what is planned for somebody, and owed to them, ends with it.
struct Rolls: Sendable {
    private let spells: [PupilID: [(school: SchoolID, spell: Spell)]]

    init(_ spells: [PupilID: [(school: SchoolID, spell: Spell)]]) { self.spells = spells }

    func covers(_ pupil: PupilID, at school: SchoolID, on day: Day) -> Bool { spells[pupil]?.contains { $0.school == school && $0.spell.covers(day) } ?? false }

    /// At one school.
    func spells(of pupil: PupilID, at school: SchoolID) -> [Spell] { (spells[pupil] ?? []).filter { $0.school == school }.map(\.spell) }

    /// At whichever school of the trust.
    func anywhere(_ pupil: PupilID) -> [Spell] { (spells[pupil] ?? []).map(\.spell) }
}

extension Reader {
    /// The rolls of pupils, with one query. Whoever calls this has made sure of their sight.
    func rolls(of pupils: some Sequence<PupilID>) throws -> Rolls {
        let found = try rows("SELECT pupil_id, school_id, starts, ends FROM enrolment WHERE pupil_id IN \(Set(pupils).sorted())") {
            try (pupil: $0.next(PupilID.self), roll: (school: $0.next(SchoolID.self), spell: Spell(starts: $0.next(), ends: $0.next())))
        }
        return Rolls(Dictionary(grouping: found, by: \.pupil).mapValues { $0.map(\.roll) })
    }
}

extension PlannedSession {
    /// With those alone who are on roll on its day.
    func onRoll(_ rolls: Rolls, at school: SchoolID) -> PlannedSession { with(pupils.filter { rolls.covers($0, at: school, on: day) }) }
}
