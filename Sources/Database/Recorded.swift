import Basics

/// A subject whose every change is in the trail: one row with an id, a version and named columns.
public protocol Recorded: Equatable, Sendable {
    associatedtype Identity
    static var table: Table { get }
    /// `ID.new` until the store has given one.
    var id: ID<Identity> { get set }
    /// Raised by every save, so that of two editors the second is told.
    var version: Int { get set }
    /// What stands in the table's columns, in their order.
    var cells: [SQLValue] { get }
    /// Reads id, version and the columns.
    init(_ row: inout Row) throws
    /// Whose record this is part of.
    var recordOf: PupilID? { get }
    /// The school it belongs to, where it belongs to one.
    var recordAt: SchoolID? { get }
}

extension Recorded {
    public var recordOf: PupilID? { nil }
    public var recordAt: SchoolID? { nil }

    var fields: [Field] { zip(Self.table.columns, cells).map { Field(name: $0, value: $1) } }
}

/// Values side by side, as they stand in a row.
public func cells<each Value: Storable>(_ value: repeat each Value) -> [SQLValue] {
    var result: [SQLValue] = []
    repeat result.append((each value).sqlValue)
    return result
}

/// One column with what it holds.
struct Field: Hashable, Sendable {
    let name: String
    let value: SQLValue
}

/// A table that holds a recorded subject: `id`, `version` and these columns.
public struct Table: Sendable {
    public let name: String
    public let columns: [String]
    /// `SELECT id, version, … FROM table`.
    public let selection: SQL
    private let insertion: [String]

    public init(_ name: StaticString, _ columns: StaticString...) {
        self.name = name.description
        self.columns = columns.map(\.description)
        let list = self.columns.joined(separator: ", ")
        selection = SQL(segments: ["SELECT id, version, \(list) FROM \(name)"], values: [])
        insertion = ["INSERT INTO \(name) (\(list)) VALUES ("] + Array(repeating: ", ", count: max(0, columns.count - 1)) + [")"]
    }

    func insertion(_ cells: [SQLValue]) -> SQL { SQL(segments: insertion, values: cells) }

    func update(_ fields: [Field], id: Int, version: Int) -> SQL {
        var segments = fields.enumerated().map { place, field in
            place == 0 ? "UPDATE \(name) SET \(field.name) = " : ", \(field.name) = "
        }
        segments += [", version = ", " WHERE id = ", " AND version = ", ""]
        return SQL(segments: segments, values: fields.map(\.value) + [.integer(version + 1), .integer(id), .integer(version)])
    }

    func deletion(_ id: Int, version: Int) -> SQL {
        SQL(segments: ["DELETE FROM \(name) WHERE id = ", " AND version = ", ""], values: [.integer(id), .integer(version)])
    }
}

extension Reader {
    /// Every row of a subject's table that the rest of the statement leaves.
    ///
    ///     try reader.all(PupilNeed.self, "WHERE pupil_id = \(pupil) ORDER BY rank")
    public func all<Subject: Recorded>(_ subject: Subject.Type, _ rest: SQL) throws -> [Subject] {
        try rows("\(Subject.table.selection) \(rest)") { try Subject(&$0) }
    }

    /// The row with this id.
    public func one<Subject: Recorded>(_ id: ID<Subject.Identity>, of subject: Subject.Type = Subject.self) throws -> Subject? {
        try all(subject, "WHERE id = \(id)").first
    }
}
