/// One foreign key that keeps a row from being removed while another points to it.
struct Reference {
    let from: String, column: String, to: String
    /// True where the pointing table has a trail: an id and a version.
    let isRecorded: Bool
}

/// Which tables point to which, as the schema says.
struct References {
    private let all: [Reference]

    init(_ reader: Reader) throws {
        all = try reader.rows(reader.dialect == .sqlite ? Self.inSQLite : Self.inPostgres) {
            try Reference(from: $0.next(), column: $0.next(), to: $0.next(), isRecorded: $0.next())
        }
    }

    func to(_ table: String) -> [Reference] { all.filter { $0.to == table } }

    /// How many steps of pointing lie below a table: of two, the deeper may be removed first.
    func depth(of table: String) -> Int { depth(of: table, past: [table]) }

    private func depth(of table: String, past: Set<String>) -> Int {
        let next = all.filter { $0.from == table && !past.contains($0.to) }
        return next.map { 1 + depth(of: $0.to, past: past.union([$0.to])) }.max() ?? 0
    }

    private static let inSQLite: SQL = """
        SELECT m.name, f."from", f."table", EXISTS (SELECT 1 FROM pragma_table_info(m.name) WHERE name = 'version')
        FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f
        WHERE m.type = 'table' AND f.on_delete IN ('NO ACTION', 'RESTRICT')
        ORDER BY m.name, f."from"
        """

    private static let inPostgres: SQL = """
        SELECT c.relname, a.attname, p.relname,
            EXISTS (SELECT 1 FROM pg_attribute v WHERE v.attrelid = c.oid AND v.attname = 'version' AND NOT v.attisdropped)
        FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class p ON p.oid = k.confrelid
            JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
            JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE k.contype = 'f' AND k.confdeltype IN ('a', 'r') AND n.nspname = current_schema()
        ORDER BY c.relname, a.attname
        """
}
