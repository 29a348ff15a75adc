import Basics

/// Takes changes back in the order given. Removals wait until something of another kind comes, so that
/// they go in few statements; those of tables that point to others go first.
struct Undoing {
    private let writer: Writer
    private let event: String
    private let links: References
    private var removals: [String: [Int: [Int]]] = [:]
    /// Versions that rows have got within this page.
    private var versions: [RowName: Int] = [:]
    private(set) var undone = Undone()

    private struct RowName: Hashable { let table: String, row: Int }

    init(_ writer: Writer, event: String, links: References) {
        (self.writer, self.event, self.links) = (writer, event, links)
    }

    mutating func takeBack(_ changes: [ImportedChange]) throws {
        versions.removeAll(keepingCapacity: true)
        for change in changes { try takeBack(change) }
        try removeWaiting()
        try writer.writeTrail()
    }

    private mutating func takeBack(_ change: ImportedChange) throws {
        let name = RowName(table: change.table, row: change.row)
        let present = versions[name] ?? change.version
        if change.madeTheRow {
            removals[change.table, default: [:]][present, default: []].append(change.row)
            undone.removed += 1
        } else {
            try removeWaiting()
            try change.tookItOut ? putBack(change, version: present + 1) : restore(change, version: present)
            undone.restored += 1
            if let pupil = change.pupil { undone.pupils.insert(pupil) }
        }
        versions[name] = present + 1
        try record(change, version: present + 1)
    }

    private func restore(_ change: ImportedChange, version: Int) throws {
        let columns = try FieldText.read(change.before).map { field -> SQL in "\(try SQL(name: field.name)) = \(field.value)" }
        let touched = try writer.connection.execute("""
            UPDATE \(try SQL(name: change.table)) SET \(SQL.joined(columns, ", ")), version = \(version + 1)
            WHERE id = \(change.row) AND version = \(version)
            """)
        if touched != 1 { throw changedSince(change.table) }
    }

    private func putBack(_ change: ImportedChange, version: Int) throws {
        let fields = try FieldText.read(change.before)
        let names = try fields.map { try SQL(name: $0.name) }, values = fields.map { field -> SQL in "\(field.value)" }
        try writer.connection.execute("""
            INSERT INTO \(try SQL(name: change.table)) (id, version, \(SQL.joined(names, ", ")))
            VALUES (\(change.row), \(version), \(SQL.joined(values, ", ")))
            """)
    }

    private mutating func removeWaiting() throws {
        for (table, byVersion) in removals.sorted(by: { links.depth(of: $0.key) > links.depth(of: $1.key) }) {
            for (version, rows) in byVersion.sorted(by: { $0.key > $1.key }) { try remove(rows, table, version) }
        }
        removals.removeAll(keepingCapacity: true)
    }

    private func remove(_ rows: [Int], _ table: String, _ version: Int) throws {
        for from in stride(from: 0, to: rows.count, by: 512) {
            let some = Array(rows[from..<min(from + 512, rows.count)])
            let touched = try writer.connection.execute("DELETE FROM \(try SQL(name: table)) WHERE id IN \(some) AND version = \(version)")
            if touched != some.count { throw changedSince(table) }
        }
    }

    private func record(_ change: ImportedChange, version: Int) throws {
        try writer.hold(TrailEntry(
            event: event, table: change.table, row: change.row, version: version,
            pupil: change.pupil, school: change.school, receipt: change.receipt,
            before: change.after, after: change.before, reason: nil, undoes: change.id))
    }

    private func changedSince(_ table: String) -> StoreProblem { .laterWork(["a row was changed without a trail (\(table))"]) }
}
