import Basics
import Crypto

// The chain of sights, made like the chain of the trail. A sight holds no words about a child, only the numbers of
// pupils, so nothing in it need ever be blanked and the digest covers all of it.

/// One row of the sights as it stands in the table.
struct SightRow {
    let id: Int, at: Instant, account: AccountID?, who: String, origin: String
    let way: String, page: String, purpose: String, pupils: String

    static let selection: SQL = "s.id, s.at, s.account_id, s.who, s.origin, s.way, s.page, s.purpose, s.pupils"

    static let insertion = ManyRows("INSERT INTO sight (id, at, account_id, who, origin, way, page, purpose, pupils, digest)", width: 10)
    static let indexing = ManyRows("INSERT INTO sight_pupil (pupil_id, sight_id)", width: 2)

    var cells: [SQLValue] { Database.cells(id, at, account, who, origin, way, page, purpose, pupils) }

    /// SHA-256 over the digest before and each word with its length, in this order for ever.
    func digest(after previous: [UInt8]) -> [UInt8] {
        let words = [String(id), at.description, account?.description ?? "", who, origin, way, page, purpose, pupils]
        return Array(SHA256.hash(data: previous + measured(words)))
    }

    /// Whose records were seen; nil where the list holds anything but numbers.
    var pupilIDs: [PupilID]? {
        let parts = pupils.split(separator: ",", omittingEmptySubsequences: false), ids = parts.compactMap { PupilID($0) }
        return ids.count == parts.count ? ids : nil
    }
}

extension SightRow {
    init(_ sighting: Sighting, id: Int) {
        self.init(
            id: id, at: sighting.at, account: sighting.account, who: sighting.who, origin: sighting.origin,
            way: sighting.way.rawValue, page: sighting.page, purpose: sighting.purpose,
            pupils: sighting.pupils.map(\.description).joined(separator: ","))
    }

    init(_ row: inout Row) throws {
        try self.init(
            id: row.next(), at: row.next(), account: row.next(), who: row.next(), origin: row.next(),
            way: row.next(), page: row.next(), purpose: row.next(), pupils: row.next())
    }
}

extension Connection {
    /// Adds sights to the end of their chain.
    func append(_ sightings: [Sighting]) throws {
        try lockSights()
        var head = try Reader(self).sureHead(of: .sights), rows: [[SQLValue]] = []
        for sighting in sightings {
            head.last += 1
            let row = SightRow(sighting, id: head.last)
            head.digest = row.digest(after: head.digest)
            rows.append(row.cells + [.bytes(head.digest)])
        }
        try insertAll(SightRow.insertion, rows)
        try execute("UPDATE sight_head SET last = \(head.last), digest = \(Bytes(head.digest)) WHERE id = 1")
        if try head.last - Reader(self).sightsIndexed() >= Self.mostNotIndexed { try indexSights() }
    }

    /// So few may be found by their own lists alone that it takes no time to go through them.
    private static var mostNotIndexed: Int { 500 }

    /// Writes the list by pupil up to the newest sight.
    func indexSights() throws {
        let reader = Reader(self)
        guard try reader.sightsIndexed() < reader.sureHead(of: .sights).last else { return }
        try lockSights()
        var seen: [(pupil: Int, sight: Int)] = []
        try reader.each("SELECT \(SightRow.selection) FROM sight s WHERE s.id > \(try reader.sightsIndexed()) ORDER BY s.id") { row in
            let sight = try SightRow(&row)
            for pupil in sight.pupilIDs ?? [] { seen.append((pupil.rawValue, sight.id)) }
        }
        // In the table's own order each of its pages is touched once, not once for every list.
        seen.sort { $0 < $1 }
        try insertAll(SightRow.indexing, seen.map { [.integer($0.pupil), .integer($0.sight)] })
        try execute("UPDATE sight_head SET indexed = last WHERE id = 1")
    }

    /// Whoever adds to the sights, takes old ones out or seals them waits here for the others.
    func lockSights() throws { try execute("UPDATE sight_head SET last = last WHERE id = 1") }
}
