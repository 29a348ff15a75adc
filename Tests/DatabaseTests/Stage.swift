import Basics
@testable import Database
import Foundation

/// The engines that tests run on: PostgreSQL where a server is offered.
let engines: [Dialect] = Stage.server == nil ? [.sqlite] : Dialect.allCases

/// A folder, a schema and a small trust of invented people for one test.
struct Stage: Sendable {
    static let server = ProcessInfo.processInfo.environment["TRELLIS_TEST_POSTGRES"]
    static let steps = [Migration(9001, "children", Array(schema.utf8))]
    static let moment = Instant(Day(number: 20_000), hour: 9, minute: 30)
    static let amira = Act(who: "Amira (SENCO, Elm)", account: AccountID(4), at: moment, way: .page)

    let dialect: Dialect
    let folder: String
    let schema = "t" + UUID().uuidString.lowercased().replacing("-", with: "")

    init(_ dialect: Dialect) throws {
        self.dialect = dialect
        folder = NSTemporaryDirectory() + "trellis-" + schema
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    var address: String {
        guard dialect == .postgres, let server = Self.server else { return "sqlite:" + file("trust.db") }
        return server + (server.contains("?") ? "&" : "?") + "schema=\(schema)"
    }

    func file(_ name: String) -> String { folder + "/" + name }

    func open(_ steps: [Migration] = Stage.steps) async throws -> Store { try await Store.open(address, migrations: steps) }

    /// Takes away all that the test left.
    func clear() async throws {
        if dialect == .postgres {
            let store = try Store.connect(address), schema = schema
            try await store.engine.write { try $0.script("DROP SCHEMA \"\(schema)\" CASCADE") }
            try store.close()
        }
        try FileManager.default.removeItem(atPath: folder)
    }

    /// Runs a test on a fresh store.
    static func with(_ dialect: Dialect, _ body: (Store, Stage) async throws -> Void) async throws {
        let stage = try Stage(dialect), store = try await stage.open()
        do { try await body(store, stage) } catch {
            try? store.close()
            try? await stage.clear()
            throw error
        }
        try store.close()
        try await stage.clear()
    }

    private static let schema = """
        CREATE TABLE child (
            id {id}, version {int} NOT NULL DEFAULT 1, name {text} NOT NULL, upn {text} UNIQUE,
            birth {date}, seen {instant}, eal {bool}, photo {bytes}, height {real}
        ) {strict};
        CREATE TABLE need (
            id {id}, version {int} NOT NULL DEFAULT 1, child_id {int} NOT NULL REFERENCES child (id), code {text} NOT NULL
        ) {strict};
        CREATE INDEX need_by_child ON need (child_id);
        CREATE TABLE word (word {text} NOT NULL, child_id {int} NOT NULL REFERENCES child (id) ON DELETE CASCADE) {strict};
        CREATE INDEX word_by_child ON word (child_id);
        CREATE TABLE pin (child_id {int} NOT NULL REFERENCES child (id)) {strict};
        CREATE INDEX pin_by_child ON pin (child_id);
        """
}

struct Child: Recorded {
    typealias Identity = Mark.Pupil
    static let table = Table("child", "name", "upn", "birth", "seen", "eal", "photo", "height")
    var id = PupilID.new, version = 0
    var name: String, upn: String?, birth: Day?, seen: Instant?, eal: Bool?, photo: Bytes?, height: Double?

    init(_ name: String, upn: String? = nil) { (self.name, self.upn) = (name, upn) }

    init(_ row: inout Row) throws {
        (id, version, name, upn) = try (row.next(), row.next(), row.next(), row.next())
        (birth, seen, eal, photo, height) = try (row.next(), row.next(), row.next(), row.next(), row.next())
    }

    var cells: [SQLValue] { Database.cells(name, upn, birth, seen, eal, photo, height) }
    var recordOf: PupilID? { id }

    func named(_ name: String) -> Child { with { $0.name = name } }
    func with(_ change: (inout Child) -> Void) -> Child {
        var other = self
        change(&other)
        return other
    }
}

struct Need: Recorded {
    typealias Identity = Mark.PupilNeed
    static let table = Table("need", "child_id", "code")
    var id = ID<Mark.PupilNeed>.new, version = 0
    var child: PupilID, code: String

    init(_ child: PupilID, _ code: String) { (self.child, self.code) = (child, code) }
    init(_ row: inout Row) throws { (id, version, child, code) = try (row.next(), row.next(), row.next(), row.next()) }
    var cells: [SQLValue] { Database.cells(child, code) }
    var recordOf: PupilID? { child }
}

extension Store {
    @discardableResult
    func add(_ child: Child, act: Act = Stage.amira) async throws -> Child {
        try await write(act) { try $0.save(Change("child.added", to: child)) }
    }

    func children() async throws -> [Child] { try await read { try $0.all(Child.self, "ORDER BY id") } }

    func count(_ table: String) async throws -> Int {
        try await read { try $0.value("SELECT count(*) FROM \(SQL(name: table))", as: Int.self) ?? 0 }
    }

    /// Does what only somebody at the database itself could do.
    func tamper(_ text: String) async throws {
        try await engine.write { connection in
            for part in text.split(separator: ";") { try connection.execute(SQL(segments: [String(part)], values: [])) }
        }
    }
}
