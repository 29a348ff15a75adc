import Basics
@testable import Database
import Foundation
import Testing

@Suite struct DiskFullTests {
    @Test("On a full disk nothing is saved by halves, and reading goes on")
    func full() async throws {
        let stage = try Stage(.sqlite)
        try await stage.open().close()
        let store = Store(try SQLiteEngine(path: stage.file("trust.db"), pageLimit: 60), .sqlite)
        let saved = try await fill(store)
        #expect(saved > 0)
        #expect(try await store.count("child") == saved * 5)
        #expect(try await store.count("trail") == saved * 5)
        #expect(try await store.check() == [])
        await #expect(throws: StoreProblem.diskFull) { try await store.write(Stage.amira) { try Self.five($0) } }
        try store.close()
        let roomy = try await stage.open()
        try await roomy.write(Stage.amira) { try Self.five($0) }
        #expect(try await roomy.count("child") == saved * 5 + 5)
        try roomy.close()
        try await stage.clear()
    }

    @Test("What comes after the failure in the same act is not saved alone")
    func after() async throws {
        let stage = try Stage(.sqlite)
        try await stage.open().close()
        let store = Store(try SQLiteEngine(path: stage.file("trust.db"), pageLimit: 60), .sqlite)
        let saved = try await fill(store)
        await #expect(throws: StoreProblem.self) {
            try await store.write(Stage.amira) { writer in
                try? Self.five(writer)
                try writer.execute("UPDATE child SET name = 'half'")
            }
        }
        #expect(try await store.read { try $0.value("SELECT count(*) FROM child WHERE name = 'half'", as: Int.self) } == 0)
        #expect(try await store.count("child") == saved * 5)
        try store.close()
        try await stage.clear()
    }

    /// How many acts of five children went in before the disk was full.
    private func fill(_ store: Store) async throws -> Int {
        for number in 0..<1000 {
            do { try await store.write(Stage.amira) { try Self.five($0) } } catch StoreProblem.diskFull { return number }
        }
        return 1000
    }

    private static func five(_ writer: Writer) throws {
        for _ in 0..<5 { try writer.save(Change("child.added", to: Child(String(repeating: "Sam ", count: 300)))) }
    }
}
