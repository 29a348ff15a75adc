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
        var head = try sureHead(of: .trail)
        var rows: [[SQLValue]] = [], values: [[SQLValue]] = []
        for entry in entries {
            head.last += 1
            let value = TrailValue(before: entry.before, after: entry.after, reason: entry.reason)
            let row = TrailRow(entry, id: head.last, by: act, valueDigest: value.digest)
            head.digest = row.digest(after: head.digest)
            rows.append(row.cells + [.bytes(head.digest)])
            values.append([.integer(head.last)] + value.cells)
        }
        try connection.insertAll(TrailRow.insertion, rows)
        try connection.insertAll(TrailValue.insertion, values)
        try connection.execute("UPDATE trail_head SET last = \(head.last), digest = \(Bytes(head.digest)) WHERE id = 1")
    }
}
