import Basics

extension Writer {
    /// Saves many subjects of one kind with few statements, and leaves just what saving each of them would: its row, its
    /// version, its entry in the trail. What changes something that stands is saved alone.
    /// - Returns: the subjects with their ids, in the order given.
    @discardableResult
    public func saveTogether<Subject: Recorded>(_ changes: [Change<Subject>]) throws -> [Subject] {
        guard changes.count > 1, changes.allSatisfy({ $0.before == nil }) else { return try changes.map { try save($0) } }
        let stored = zip(try connection.freshIDs(of: Subject.table.name, changes.count), changes).map { id, change in
            var stored = change.after
            (stored.id, stored.version) = (.init(rawValue: id), 1)
            return stored
        }
        try connection.insertAll(ManyRows(into: Subject.table), stored.map { [.integer($0.id.rawValue)] + $0.cells })
        for (subject, change) in zip(stored, changes) {
            try record(change.event, subject, version: 1, before: [], after: subject.fields, change.reason)
        }
        return stored
    }
}

extension Connection {
    /// Ids that nothing in a table has, or had: those that the store would have given next.
    fileprivate func freshIDs(of table: String, _ number: Int) throws -> [Int] {
        var ids: [Int] = []
        switch dialect {
        case .sqlite:
            // Whoever writes is alone, and an id that is written moves the mark on.
            var last = 0
            try query("SELECT seq FROM sqlite_sequence WHERE name = \(table)") { last = try $0.next() }
            ids = (1...number).map { last + $0 }
        case .postgres:
            try query("SELECT nextval(pg_get_serial_sequence(\(table), 'id')) FROM generate_series(1, \(number))") { ids.append(try $0.next()) }
        }
        return ids
    }
}
