import Basics
@testable import Database
import Testing

@Suite struct SQLTests {
    @Test("Each interpolated value is bound and none is pasted")
    func binds() {
        let name = "'; DROP TABLE child", flag = true
        let sql: SQL = "SELECT 1 WHERE a = \(name) AND b = \(flag) AND c = \(nil as Int?)"
        #expect(sql.questionMarked == "SELECT 1 WHERE a = ? AND b = ? AND c = ?")
        #expect(sql.numbered == "SELECT 1 WHERE a = $1 AND b = $2 AND c = $3")
        #expect(sql.values == [.text(name), .bool(true), .null])
    }

    @Test("A fragment keeps its values in their places")
    func nests() {
        let school: SQL = "school_id = \(SchoolID(3))", both: SQL = "(\(school) OR name = \("x"))"
        let sql: SQL = "SELECT \(1) WHERE \(both) LIMIT \(9)"
        #expect(sql.numbered == "SELECT $1 WHERE (school_id = $2 OR name = $3) LIMIT $4")
        #expect(sql.values == [.integer(1), .integer(3), .text("x"), .integer(9)])
    }

    @Test("Fragments are joined with text between")
    func joins() {
        #expect(SQL.joined([], " AND ").numbered == "")
        #expect(SQL.joined(["a = \(1)", "b", "c = \(2)"], " AND ").numbered == "a = $1 AND b AND c = $2")
    }

    @Test("Lists of all lengths share a few statements", arguments: [(0, "(NULL)"), (1, "(?)"), (2, "(?, ?)"), (3, "(?, ?, ?, ?)"), (4, "(?, ?, ?, ?)")])
    func lists(length: Int, text: String) {
        let sql: SQL = "IN \(Array(repeating: 7, count: length))"
        #expect(sql.questionMarked == "IN " + text)
        #expect(sql.values.allSatisfy { $0 == .integer(7) })
    }

    @Test("A list finds what is in it; an empty list finds nothing", arguments: engines)
    func listsFind(on engine: Dialect) async throws {
        try await Stage.with(engine) { store, _ in
            for name in ["a", "b", "c", "d", "e"] { try await store.add(Child(name)) }
            for wanted in [[], ["b"], ["a", "c", "e"], ["x"], ["a", "b", "c", "d", "e"]] {
                let found = try await store.read { try $0.column("SELECT name FROM child WHERE name IN \(wanted) ORDER BY name", as: String.self) }
                #expect(found == wanted.filter { $0 != "x" })
            }
            let many = Array(1...5000)
            #expect(try await store.read { try $0.column("SELECT id FROM child WHERE id IN \(many)", as: Int.self).count } == 5)
        }
    }

    @Test("The same words may be looked up inside their own answer", arguments: engines)
    func nestedLookup(on engine: Dialect) async throws {
        try await Stage.with(engine) { store, _ in
            for name in ["a", "b", "c"] { try await store.add(Child(name)) }
            let pairs: [String] = try await store.read { reader in
                var pairs: [String] = []
                try reader.each("SELECT id, name FROM child WHERE id > \(0) ORDER BY id") { row in
                    let id = try row.next(Int.self), name = try row.next(String.self)
                    try reader.each("SELECT id, name FROM child WHERE id > \(id) ORDER BY id") { inner in
                        _ = try inner.next(Int.self)
                        pairs.append(name + (try inner.next(String.self)))
                    }
                }
                return pairs
            }
            #expect(pairs == ["ab", "ac", "bc"])
        }
    }

    @Test("A lookup that stops half-way leaves the statement fit for the next", arguments: engines)
    func halfWay(on engine: Dialect) async throws {
        struct Enough: Error {}
        try await Stage.with(engine) { store, _ in
            for name in ["a", "b"] { try await store.add(Child(name)) }
            let seen: [String] = try await store.read { reader in
                try? reader.each("SELECT name FROM child ORDER BY id") { _ in throw Enough() }
                return try reader.column("SELECT name FROM child ORDER BY id")
            }
            #expect(seen == ["a", "b"])
        }
    }
}
