import Basics

/// On what the chain of sights stands since old ones were taken out: the last of those, and its digest.
struct SightBase: Recorded {
    static let table = Table("sight_base", "before", "last", "digest")

    var id = ID<SightBase>.new, version = 0
    /// Sights before this day were taken out.
    let before: Day
    let last: Int, digest: Bytes

    init(before: Day, last: Int, digest: Bytes) { (self.before, self.last, self.digest) = (before, last, digest) }

    init(_ row: inout Row) throws {
        (id, version) = try (row.next(), row.next())
        (before, last, digest) = try (row.next(), row.next(), row.next())
    }

    var cells: [SQLValue] { Database.cells(before, last, digest) }
}

extension Reader {
    /// How many sights `forgetSights` would take out.
    public func numberOfSights(before day: Day) throws -> Int {
        guard let first = try value("SELECT min(id) FROM sight", as: Int?.self).flatMap({ $0 }) else { return 0 }
        return try firstSightKept(from: day) - first
    }

    /// The day of the oldest sight.
    public func oldestSight() throws -> Day? {
        try value("SELECT at FROM sight ORDER BY id LIMIT 1", as: Instant.self)?.dayInEngland
    }

    /// The day on which somebody first looked at one of these pupils' records.
    public func firstSight(of pupils: [PupilID]) throws -> Day? {
        let indexed = try value("SELECT at FROM sight WHERE id = (SELECT min(sight_id) FROM sight_pupil WHERE pupil_id IN \(pupils))", as: Instant.self)
        let first = try indexed ?? pupils.compactMap { try value("SELECT s.at FROM sight s WHERE \(newSights(of: $0)) ORDER BY s.id LIMIT 1", as: Instant.self) }.min()
        return first?.dayInEngland
    }

    fileprivate func firstSightKept(from day: Day) throws -> Int {
        try value("SELECT id FROM sight WHERE at >= \(Instant(day)) ORDER BY id LIMIT 1", as: Int.self) ?? sureHead(of: .sights).last + 1
    }
}

extension Writer {
    /// At most so many in one transaction, so that nobody waits long.
    static let sightsForgottenAtOnce = 50_000

    /// Takes out the oldest sights, as a lawful disposal asks. What is left can still be proved: the digest of the last
    /// one taken out is kept as the ground of the chain, and the trail holds who did it and when.
    /// - Parameter day: sights before it go, up to the first that is not older.
    /// - Returns: how many went; ask again until it is 0.
    /// - Throws: `StoreProblem.refused` where a sight would go that is not a year old (sights are kept online for at
    ///   least 12 months, so that an incident can be looked into).
    @discardableResult
    public func forgetSights(before day: Day) throws -> Int {
        guard day <= act.today.adding(years: -1) else {
            throw StoreProblem.refused("who looked at a child's record is kept for at least 12 months. Choose \(act.today.adding(years: -1)) or an earlier day.")
        }
        try connection.lockSights()
        guard let first = try value("SELECT min(id) FROM sight", as: Int?.self).flatMap({ $0 }) else { return 0 }
        let last = try min(firstSightKept(from: day), first + Self.sightsForgottenAtOnce) - 1
        guard let digest = try value("SELECT digest FROM sight WHERE id = \(last)", as: Bytes.self) else { return 0 }
        try takeOutSights(upTo: last)
        try save(Change("sights.forgotten", to: SightBase(before: day, last: last, digest: digest)))
        return last - first + 1
    }

    /// By pupil, since `sight_pupil` lies in the order of the pupils and would be gone through as a whole otherwise.
    private func takeOutSights(upTo last: Int) throws {
        var pupils: Set<PupilID> = []
        try each("SELECT \(SightRow.selection) FROM sight s WHERE s.id <= \(last)") { row in
            pupils.formUnion(try SightRow(&row).pupilIDs ?? [])
        }
        for pupil in pupils.sorted() {
            try connection.execute("DELETE FROM sight_pupil WHERE pupil_id = \(pupil) AND sight_id <= \(last)")
        }
        try connection.execute("DELETE FROM sight WHERE id <= \(last)")
    }
}
