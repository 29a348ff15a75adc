import Basics
import Crypto

/// One thing that happened, not yet written.
struct TrailEntry {
    let event: String, table: String, row: Int
    let pupil: PupilID?, school: SchoolID?
    let before: [Field], after: [Field]
    let reason: String?
}

/// The chain of the trail. Each row's digest covers the digest before it, who, when, by which way, what
/// and the digest of the values; so nothing can be altered, left out or put in unseen. The digest of the
/// values is salted, so that it can't be guessed back once the values have been blanked.
enum TrailChain {
    static func digest(after previous: [UInt8], _ row: TrailRow) -> [UInt8] {
        var hash = SHA256()
        hash.update(data: previous)
        for word in row.words {
            hash.update(data: Array("\(word.utf8.count):\(word)".utf8))
        }
        hash.update(data: row.valueDigest)
        return Array(hash.finalize())
    }

    static func valueDigest(salt: [UInt8], before: String, after: String, reason: String?) -> [UInt8] {
        var hash = SHA256()
        hash.update(data: salt)
        for text in [before, after, reason ?? ""] {
            hash.update(data: Array("\(text.utf8.count):".utf8))
            hash.update(data: Array(text.utf8))
        }
        return Array(hash.finalize())
    }

    static func salt() -> [UInt8] {
        let (high, low) = (UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max))
        return withUnsafeBytes(of: (high, low)) { Array($0) }
    }
}

/// One row of the trail as it stands in the table.
struct TrailRow {
    let id: Int, at: Instant, account: AccountID?, who: String, way: String, event: String, table: String
    let subject: Int, pupil: PupilID?, school: SchoolID?, receipt: ReceiptID?
    var valueDigest: [UInt8] = []

    /// What the digest covers, in this order for ever.
    var words: [String] {
        let whose: [Int?] = [account?.rawValue, pupil?.rawValue, school?.rawValue, receipt?.rawValue]
        return ["\(id)", at.description, who, way, event, table, "\(subject)"] + whose.map { $0.map(String.init) ?? "" }
    }

    var cells: [SQLValue] {
        [id.sqlValue, at.sqlValue, account.sqlValue, who.sqlValue, way.sqlValue, event.sqlValue, table.sqlValue,
         subject.sqlValue, pupil.sqlValue, school.sqlValue, receipt.sqlValue, .bytes(valueDigest)]
    }
}

extension Writer {
    /// How many entries are held before they are written, so that a long import stays small in memory.
    static let entriesHeld = 2_000

    /// Writes the held entries at the end of the chain. The head is locked from here to the end of the
    /// transaction, so on PostgreSQL writers queue only for this.
    func writeTrail() throws {
        guard !entries.isEmpty else { return }
        defer { entries.removeAll(keepingCapacity: true) }
        try connection.execute("UPDATE trail_head SET last = last WHERE id = 1")
        let head = try first("SELECT last, digest FROM trail_head WHERE id = 1") { try ($0.next(Int.self), $0.next(Bytes?.self)) }
        guard var (last, digest) = head.map({ ($0.0, $0.1?.bytes ?? []) }) else { throw StoreProblem.failed("the trail has no head") }
        var rows: [[SQLValue]] = [], values: [[SQLValue]] = []
        for entry in entries {
            last += 1
            let (row, value) = stored(entry, id: last)
            digest = TrailChain.digest(after: digest, row)
            rows.append(row.cells + [.bytes(digest)])
            values.append(value)
        }
        try insertAll("INSERT INTO trail (id, at, account_id, who, way, event, subject, subject_id, pupil_id, school_id, receipt_id, value_digest, digest) VALUES ", rows)
        try insertAll("INSERT INTO trail_value (trail_id, salt, before, after, reason) VALUES ", values)
        try connection.execute("UPDATE trail_head SET last = \(last), digest = \(Bytes(digest)) WHERE id = 1")
    }

    private func stored(_ entry: TrailEntry, id: Int) -> (TrailRow, [SQLValue]) {
        var row = TrailRow(
            id: id, at: act.at, account: act.account, who: act.who, way: act.way.rawValue, event: entry.event, table: entry.table,
            subject: entry.row, pupil: entry.pupil, school: entry.school, receipt: act.receipt)
        let salt = TrailChain.salt(), before = FieldText.write(entry.before), after = FieldText.write(entry.after)
        row.valueDigest = TrailChain.valueDigest(salt: salt, before: before, after: after, reason: entry.reason)
        return (row, [.integer(id), .bytes(salt), .text(before), .text(after), entry.reason.sqlValue])
    }

    /// Inserts many rows with few statements.
    func insertAll(_ start: String, _ rows: [[SQLValue]]) throws {
        for from in stride(from: 0, to: rows.count, by: 50) {
            let some = rows[from..<min(from + 50, rows.count)]
            var segments: [String] = []
            for (place, row) in some.enumerated() {
                segments.append(place == 0 ? start + "(" : "), (")
                segments += Array(repeating: ", ", count: row.count - 1)
            }
            try connection.execute(SQL(segments: segments + [")"], values: Array(some.joined())))
        }
    }
}
