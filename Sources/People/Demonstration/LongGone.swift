import Basics
import Database

extension Writer {
    /// Somebody who left long before, for the demonstration of how records end: a name, a birth date, and a status that is over.
    public func addLongGone(_ forename: String, _ surname: String, born: Day) throws -> PupilID {
        let pupil = try save(Change("pupil.added", to: Pupil(id: .new, surname: surname, forename: forename, birth: born)))
        try saveSearchWords(of: pupil)
        let spell = Spell(starts: born.adding(years: 8), ends: born.adding(years: 16))
        try save(Change("status.started", to: ProvisionSpell(id: .new, pupil: pupil.id, provision: "K", spell: spell, decidedHere: true)))
        return pupil.id
    }
}
