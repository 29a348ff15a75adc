import Basics

extension Store {
    /// Signs the ends of both chains for a day, and adds the seal to the file. A day has one seal: to ask again makes
    /// none, but adds to the file what an interruption kept from it.
    /// - Returns: the seal of that day.
    @discardableResult
    public func seal(day: Day, at now: Instant, with keyRing: KeyRing, file path: String) async throws -> TrailSeal {
        let seal = try await engine.write { connection in
            try connection.lockSights()
            let reader = Reader(connection), seals = try reader.seals()
            if let there = seals.first(where: { $0.day == day }) { return there }
            let seal = try TrailSeal(
                (seals.last?.number ?? 0) + 1, day: day, at: now,
                trail: reader.sureHead(of: .trail), sights: reader.sureHead(of: .sights), with: keyRing)
            try connection.execute(seal.insertion)
            return seal
        }
        // Only what is safely in the database goes into the file. The lock lets one program at a time add to it.
        try await engine.write { connection in
            try connection.lockSights()
            try SealFile(path).add(Reader(connection).seals())
        }
        return seal
    }
}
