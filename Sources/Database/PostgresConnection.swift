import Basics
import CPostgres
import Foundation

/// PostgreSQL through libpq. Every statement is prepared once on each connection and kept.
final class PostgresConnection: Connection {
    private let connection: OpaquePointer
    private var prepared: [String: String] = [:]
    var dialect: Dialect { .postgres }

    init(_ address: PostgresAddress) throws {
        connection = Self.connected(address)
        // Thrown from here on, the connection is finished by deinit, as one that was opened is.
        guard PQstatus(connection) == CONNECTION_OK else {
            throw StoreProblem.unreachable(String(cString: PQerrorMessage(connection)).trimmed)
        }
        PQsetNoticeProcessor(connection, { _, _ in }, nil)
        try script("SET TIME ZONE 'UTC'; SET client_min_messages = warning; SET bytea_output = hex; SET search_path TO \(address.quotedSchema)")
    }

    private static func connected(_ address: PostgresAddress) -> OpaquePointer {
        let words = ["dbname", address.conninfo] + (address.password.map { ["password", $0] } ?? [])
        let copies = words.map { strdup($0) }
        defer { copies.forEach { free($0) } }
        let pointers = copies.map { UnsafePointer($0) }
        let names = stride(from: 0, to: pointers.count, by: 2).map { pointers[$0] } + [nil]
        let values = stride(from: 1, to: pointers.count, by: 2).map { pointers[$0] } + [nil]
        return PQconnectdbParams(names, values, 1)
    }

    deinit { PQfinish(connection) }

    var isAlive: Bool { PQstatus(connection) == CONNECTION_OK }

    func query(_ sql: SQL, _ each: (inout Row) throws -> Void) throws {
        let result = try run(sql)
        defer { PQclear(result) }
        for place in 0..<PQntuples(result) {
            var row = Row(.postgres(result, row: place))
            try each(&row)
        }
    }

    func execute(_ sql: SQL) throws -> Int {
        let result = try run(sql)
        defer { PQclear(result) }
        return Int(String(cString: PQcmdTuples(result))) ?? 0
    }

    func insert(_ sql: SQL) throws -> Int {
        let returning: SQL = "\(sql) RETURNING id"
        let result = try run(returning)
        defer { PQclear(result) }
        return Int(String(cString: PQgetvalue(result, 0, 0))) ?? 0
    }

    func script(_ text: String) throws {
        PQclear(try checked(PQexec(connection, text)))
    }

    /// Ends a transaction. After a failed statement the server answers COMMIT with a rollback and no error.
    func commit() throws {
        let result = try checked(PQexec(connection, "COMMIT"))
        defer { PQclear(result) }
        guard String(cString: PQcmdStatus(result)) == "COMMIT" else {
            throw StoreProblem.failed("a part of the change failed, so all of it was taken back")
        }
    }

    private func run(_ sql: SQL) throws -> OpaquePointer {
        let name = try statement(sql.numbered)
        let texts = sql.values.map(\.postgresText)
        let copies = texts.map { $0.flatMap { strdup($0) } }
        defer { copies.forEach { free($0) } }
        let pointers = copies.map { UnsafePointer($0) }
        return try checked(PQexecPrepared(connection, name, Int32(pointers.count), pointers, nil, nil, 0))
    }

    private func statement(_ text: String) throws -> String {
        if let name = prepared[text] { return name }
        let name = "s\(prepared.count)"
        PQclear(try checked(PQprepare(connection, name, text, 0, nil)))
        prepared[text] = name
        return name
    }

    private func checked(_ result: OpaquePointer?) throws -> OpaquePointer {
        let status = PQresultStatus(result)
        guard let result, status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK else {
            defer { PQclear(result) }
            throw PostgresFault(result, connection).inPlainWords
        }
        return result
    }
}

extension SQLValue {
    /// The text form that the server reads by the type of the column.
    var postgresText: String? {
        switch self {
        case .null: nil
        case .integer(let number): "\(number)"
        case .real(let number): "\(number)"
        case .text(let text): text.withoutNUL
        case .bool(let flag): flag ? "t" : "f"
        case .day(let day): day.description
        case .instant(let instant): instant.description
        case .bytes(let bytes): "\\x" + bytes.hex
        }
    }
}
