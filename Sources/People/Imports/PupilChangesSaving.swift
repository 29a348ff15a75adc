import Basics
import Database

extension Writer {
    /// Saves what a row of a file changes. What ends comes before what starts, so that no two spells meet.
    /// - Returns: how many things were really changed.
    func save(_ changes: PupilChanges) throws -> Int {
        for spell in changes.replaced { try withdraw(spell, event: "status.replaced", because: nil) }
        var saved = changes.replaced.count
        saved += try saveAll(changes.pupils)
        saved += try saveAll(changes.formerUPNs) + saveAll(changes.formerNames) + saveAll(changes.enrolments)
        saved += try saveAll(changes.years) + saveAll(changes.members) + saveAll(changes.provisions) + saveAll(changes.needs)
        _ = try saveAll(changes.tasks)
        saved += try saveAll(changes.flags) + saveAll(changes.bases) + saveAll(changes.contacts)
        saved += try saveAll(changes.attendance) + saveAll(changes.absences) + saveAll(changes.results) + saveAll(changes.histories)
        return saved
    }

    private func saveAll<Subject: Recorded>(_ changes: [Change<Subject>]) throws -> Int {
        let real = changes.filter { !$0.isEmpty }
        for change in real { try save(change) }
        return real.count
    }
}
