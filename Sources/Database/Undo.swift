import Basics

/// What an undone import took back.
public struct Undone: Sendable, Equatable {
    /// Rows that the import had made, now gone.
    public var removed = 0
    /// Rows that the import had altered or taken out, now as before.
    public var restored = 0
    /// Whose records were put back to what they were, for search words and the like to follow.
    public var pupils: Set<PupilID> = []
}

extension Writer {
    /// Takes back every change of one import, newest first: rows it made are removed, rows it altered get
    /// their former values again. What is taken back stays in the trail, and so does this.
    ///
    /// A row that points to a removed one goes with it where the schema says `ON DELETE CASCADE`.
    /// - Parameters:
    ///   - event: under which this stands in the trail, for instance `import.undone`.
    ///   - words: what to call later work, in words of those who did it.
    /// - Throws: `StoreProblem.laterWork` when later work stands on the import; then nothing is changed.
    @discardableResult
    public func undo(receipt: ReceiptID, event: String, words: (LaterWork) -> String = \.plainly) throws -> Undone {
        try writeTrail()
        let links = try References(self)
        let standing = try laterChanges(than: receipt).map(words) + laterReferences(to: receipt, links, words)
        if !standing.isEmpty { throw StoreProblem.laterWork(standing.unique) }
        var undoing = Undoing(self, event: event, links: links)
        var page = try importedChanges(of: receipt, before: Int.max)
        while let oldest = page.last {
            try undoing.takeBack(page)
            page = try importedChanges(of: receipt, before: oldest.id)
        }
        return undoing.undone
    }

    /// The next changes of an import that still stand, newest first.
    private func importedChanges(of receipt: ReceiptID, before id: Int) throws -> [ImportedChange] {
        try rows("""
            SELECT t.id, t.subject, t.subject_id, t.pupil_id, t.school_id, t.receipt_id, v.before, v.after,
                (SELECT max(l.row_version) FROM trail l WHERE l.subject = t.subject AND l.subject_id = t.subject_id)
            FROM trail t JOIN trail_value v ON v.trail_id = t.id
            WHERE t.receipt_id = \(receipt) AND t.id < \(id) AND \(SQL.stillStands)
            ORDER BY t.id DESC LIMIT 2000
            """, ImportedChange.init)
    }
}

extension SQL {
    /// An entry `t` of the trail that neither takes back another nor was taken back.
    static let stillStands: SQL = "t.undoes_id IS NULL AND NOT EXISTS (SELECT 1 FROM trail u WHERE u.undoes_id = t.id)"

    /// The name of a table or column that the store itself wrote down. Anything but a plain name is refused.
    init(name: String) throws {
        guard !name.isEmpty, name.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }) else {
            throw StoreProblem.damaged(["the trail names a table or column that can't be: \(name)"])
        }
        self.init(segments: [name], values: [])
    }
}

/// One change of an import, as the trail holds it.
struct ImportedChange {
    let id: Int, table: String, row: Int
    let pupil: PupilID?, school: SchoolID?, receipt: ReceiptID?
    let before: String, after: String
    /// The version that the row has now.
    let version: Int

    init(_ cells: inout Row) throws {
        (id, table, row) = try (cells.next(), cells.next(), cells.next())
        (pupil, school, receipt) = try (cells.next(), cells.next(), cells.next())
        let values: (String?, String?) = try (cells.next(), cells.next())
        guard let before = values.0, let after = values.1 else {
            throw StoreProblem.laterWork(["values that the import wrote have been disposed of (\(table))"])
        }
        (self.before, self.after) = (before, after)
        version = try cells.next()
    }

    var madeTheRow: Bool { before == "{}" }
    var tookItOut: Bool { after == "{}" }
}

extension [String] {
    /// Each once, where it first stood.
    fileprivate var unique: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
