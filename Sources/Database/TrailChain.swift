import Basics
import Crypto

// The chain of the trail. Each row's digest covers the digest before it, who, when, by which way, what
// and the digest of the values; so nothing can be altered, left out or put in unseen. The digest of the
// values is salted, so that it can't be guessed back once the values have been blanked.

/// Words one after another, each with its length in bytes before it (`3:Sam`), so that no two lists of words look alike.
func measured(_ words: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    for word in words {
        bytes += "\(word.utf8.count):".utf8
        bytes += word.utf8
    }
    return bytes
}

/// One row of the trail as it stands in the table.
struct TrailRow {
    let id: Int, at: Instant, account: AccountID?, who: String, way: String, event: String
    let table: String, row: Int, version: Int
    let pupil: PupilID?, school: SchoolID?, receipt: ReceiptID?, undoes: Int?
    let valueDigest: [UInt8]
    /// From where; nil where nobody knew.
    let origin: String?

    static let selection: SQL = """
        t.id, t.at, t.account_id, t.who, t.way, t.event, t.subject, t.subject_id, t.row_version,
        t.pupil_id, t.school_id, t.receipt_id, t.undoes_id, t.value_digest, t.origin
        """

    static let insertion = ManyRows("""
        INSERT INTO trail (id, at, account_id, who, way, event, subject, subject_id, row_version,
        pupil_id, school_id, receipt_id, undoes_id, value_digest, origin, digest)
        """, width: 16)

    var cells: [SQLValue] {
        Database.cells(id, at, account, who, way, event, table, row, version, pupil, school, receipt, undoes, Bytes(valueDigest), origin)
    }

    /// SHA-256 over the digest before, each word with its length, and the digest of the values.
    func digest(after previous: [UInt8]) -> [UInt8] {
        Array(SHA256.hash(data: previous + measured(words) + valueDigest))
    }

    /// What the digest covers, in this order for ever. An entry without an origin has no word for it, as entries had none
    /// before there were origins.
    private var words: [String] {
        let whose: [Int?] = [account?.rawValue, pupil?.rawValue, school?.rawValue, receipt?.rawValue, undoes]
        return [String(id), at.description, who, way, event, table, String(row), String(version)]
            + whose.map { $0.map { String($0) } ?? "" } + (origin.map { [$0] } ?? [])
    }
}

extension TrailRow {
    init(_ entry: TrailEntry, id: Int, by act: Act, valueDigest: [UInt8]) {
        self.init(
            id: id, at: act.at, account: act.account, who: act.who, way: act.way.rawValue, event: entry.event,
            table: entry.table, row: entry.row, version: entry.version, pupil: entry.pupil, school: entry.school,
            receipt: entry.receipt, undoes: entry.undoes, valueDigest: valueDigest,
            origin: act.origin.isEmpty ? nil : act.origin)
    }

    init(_ row: inout Row) throws {
        try self.init(
            id: row.next(), at: row.next(), account: row.next(), who: row.next(), way: row.next(), event: row.next(),
            table: row.next(), row: row.next(), version: row.next(), pupil: row.next(), school: row.next(),
            receipt: row.next(), undoes: row.next(), valueDigest: row.next(Bytes.self).bytes,
            origin: row.next())
    }
}

/// The values of one row of the trail, which a lawful disposal may blank.
struct TrailValue {
    let salt: [UInt8], before: String, after: String, reason: String?

    static let insertion = ManyRows("INSERT INTO trail_value (trail_id, salt, before, after, reason)", width: 5)

    init(salt: [UInt8] = TrailValue.freshSalt(), before: String, after: String, reason: String?) {
        (self.salt, self.before, self.after, self.reason) = (salt, before, after, reason)
    }

    var cells: [SQLValue] { Database.cells(Bytes(salt), before, after, reason) }

    var digest: [UInt8] {
        Array(SHA256.hash(data: salt + measured([before, after, reason ?? ""])))
    }

    private static func freshSalt() -> [UInt8] {
        let halves = (UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max))
        return withUnsafeBytes(of: halves) { Array($0) }
    }
}
