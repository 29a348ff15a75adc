import Access
import AreaKit
import Basics
import Database
import People

extension Writer {
    /// Saves a disposal that was approved, with its pupils.
    func approve(_ change: Change<Disposal>, _ lines: [DisposalLine]) throws -> Disposal {
        let disposal = try save(change)
        for var line in lines {
            line.disposal = disposal.id
            try save(Change("disposal.listed", to: line))
        }
        return disposal
    }

    /// Carries a disposal out: rows go, what the trail kept of them is blanked, and with the last of a pupil's records
    /// everything that names the pupil. What is held since the approval stays.
    /// - Returns: what shreds the files that went, to be called once this is saved.
    func carryOut(_ change: Change<Disposal>, _ sources: [SubjectSource]) throws -> @Sendable () -> Void {
        let disposal = try save(change), lines = try all(DisposalLine.self, "WHERE disposal_id = \(disposal.id) ORDER BY id")
        let held = try heldPupils(among: lines.map(\.pupil), on: act.today)
        let going = lines.map(\.pupil).filter { held[$0] == nil }
        let files = try sources.filter { $0.keep == disposal.record }.compactMap(\.files).map { files in (files, try going.flatMap { try files.names(self, $0) }) }
        for before in lines {
            var after = before
            if let why = held[before.pupil] { after.keptBecause = why } else { after.gone = try dispose(of: before.pupil, disposal.record, sources) }
            try save(Change(after.gone == nil ? "disposal.keptBack" : "disposal.lineCarriedOut", from: before, to: after))
        }
        return { for (files, names) in files { names.forEach(files.shred) } }
    }

    /// Takes out a pupil's records of one kind.
    /// - Returns: how many rows went.
    private func dispose(of pupil: PupilID, _ record: RecordClass, _ sources: [SubjectSource]) throws -> Int {
        let going = sources.filter { $0.keep == record }
        // What stands above another area's tables goes first.
        var gone = try going.reversed().reduce(0) { try $0 + $1.dispose(self, pupil) }
        try blankTrail(of: pupil, in: going.flatMap(\.tables).filter { $0 != "trail" })
        if try !isAnythingLeft(of: pupil, sources) {
            gone += try sources.reversed().reduce(0) { try $0 + $1.dispose(self, pupil) }
            // That it was disposed of, by number alone, is all that stays.
            try blankTrail(of: pupil, except: [DisposalLine.table.name])
        }
        return gone
    }

    /// Whether anything of a pupil is kept beside who they were and what they asked.
    private func isAnythingLeft(of pupil: PupilID, _ sources: [SubjectSource]) throws -> Bool {
        try sources.contains { source in
            guard [.send, .pupilFile].contains(source.keep), !source.tables.contains("trail") else { return false }
            return try !source.find(self, .pupil(pupil)).isEmpty
        }
    }
}
