import Basics

/// One thing that happened, not yet written.
struct TrailEntry {
    let event: String, table: String, row: Int
    /// The version of the row that this made; a row taken out has one more than it last had.
    let version: Int
    let pupil: PupilID?, school: SchoolID?, receipt: ReceiptID?
    /// What stood in the changed columns before and after, as `FieldText` writes it; `{}` where there was no row.
    let before: String, after: String
    let reason: String?
    /// The entry that this one takes back.
    var undoes: Int?
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
            let value = TrailValue(before: entry.before, after: entry.after, reason: entry.reason)
            let row = TrailRow(entry, id: last, by: act, valueDigest: value.digest)
            digest = row.digest(after: digest)
            rows.append(row.cells + [.bytes(digest)])
            values.append([.integer(last)] + value.cells)
        }
        try insertAll(TrailRow.insertion, rows)
        try insertAll(TrailValue.insertion, values)
        try connection.execute("UPDATE trail_head SET last = \(last), digest = \(Bytes(digest)) WHERE id = 1")
    }

    /// Inserts many rows with few statements.
    private func insertAll(_ insertion: ManyRows, _ rows: [[SQLValue]]) throws {
        for from in stride(from: 0, to: rows.count, by: ManyRows.most) {
            try connection.execute(insertion.of(rows[from..<min(from + ManyRows.most, rows.count)]))
        }
    }
}

/// An insert of several rows at once.
struct ManyRows: Sendable {
    static let most = 50
    private let start: String, width: Int
    private let full: [String]

    init(_ start: StaticString, width: Int) {
        (self.start, self.width) = (start.description, width)
        full = Self.segments(start.description, width, Self.most)
    }

    func of(_ rows: ArraySlice<[SQLValue]>) -> SQL {
        let segments = rows.count == Self.most ? full : Self.segments(start, width, rows.count)
        return SQL(segments: segments, values: Array(rows.joined()))
    }

    private static func segments(_ start: String, _ width: Int, _ rows: Int) -> [String] {
        let commas = Array(repeating: ", ", count: width - 1)
        return (0..<rows).flatMap { [$0 == 0 ? start + " VALUES (" : "), ("] + commas } + [")"]
    }
}
