import Basics
@testable import Database

extension Sighting {
    /// Amira looks at some pupils.
    static func amira(_ pupils: [Int], _ page: String = "/pupils/*", at second: Int = 0, purpose: String = "") -> Sighting {
        Sighting(who: "Amira (SENCO, Elm)", account: AccountID(4), at: Stage.moment.adding(seconds: second), origin: "203.0.113.7, tablet Oak room",
                 way: .page, page: page, purpose: purpose, pupils: pupils.map { PupilID($0) })
    }
}

extension Store {
    /// Notes sights and waits until they are written.
    func see(_ sightings: Sighting...) async throws { try await see(sightings) }

    func see(_ sightings: [Sighting]) async throws {
        let log = SightLog(self)
        sightings.forEach { log.note($0) }
        await log.flush()
        if log.waiting > 0 { throw StoreProblem.failed("\(log.waiting) sights wait") }
    }

    func sights(of pupil: Int, limit: Int = 100, before: Int = .max) async throws -> [SightLine] {
        try await read { try $0.sights(of: PupilID(pupil), limit: limit, before: before) }
    }

    /// Rewrites the trail from some entry on as somebody who knows how digests are made would: other words, fresh
    /// digests, a head that fits.
    func rewriteTrail(from first: Int) async throws {
        try await engine.write { connection in
            let reader = Reader(connection)
            try connection.execute("UPDATE trail SET who = 'Nobody' WHERE id = \(first)")
            var digest = try reader.value("SELECT digest FROM trail WHERE id = \(first - 1)", as: Bytes.self)?.bytes ?? []
            let rows = try reader.rows("SELECT \(TrailRow.selection) FROM trail t WHERE t.id >= \(first) ORDER BY t.id") { try TrailRow(&$0) }
            for row in rows {
                digest = row.digest(after: digest)
                try connection.execute("UPDATE trail SET digest = \(Bytes(digest)) WHERE id = \(row.id)")
            }
            try connection.execute("UPDATE trail_head SET digest = \(Bytes(digest))")
        }
    }

    /// The same with the sights.
    func rewriteSights(from first: Int) async throws {
        try await engine.write { connection in
            let reader = Reader(connection)
            try connection.execute("UPDATE sight SET who = 'Nobody' WHERE id = \(first)")
            var digest = try reader.value("SELECT digest FROM sight WHERE id = \(first - 1)", as: Bytes.self)?.bytes ?? []
            let rows = try reader.rows("SELECT \(SightRow.selection) FROM sight s WHERE s.id >= \(first) ORDER BY s.id") { try SightRow(&$0) }
            for row in rows {
                digest = row.digest(after: digest)
                try connection.execute("UPDATE sight SET digest = \(Bytes(digest)) WHERE id = \(row.id)")
            }
            try connection.execute("UPDATE sight_head SET digest = \(Bytes(digest))")
        }
    }
}
