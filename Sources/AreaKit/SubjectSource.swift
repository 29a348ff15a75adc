import Basics
import Database

/// Whose data it is.
public enum DataSubject: Sendable, Hashable {
    case pupil(PupilID)
    /// Somebody of the staff, a family or an agency, by their mail address in small letters.
    case adult(email: String)
}

/// One thing that is kept about a person: a row with its facts in words.
public struct SubjectRow: Sendable, Hashable {
    public struct Fact: Sendable, Hashable {
        public let label: String, text: String

        public init(_ label: String, _ text: String) { (self.label, self.text) = (label, text) }
    }

    public let table: String
    public let row: Int
    public let facts: [Fact]
    /// Why somebody looks at it before it is given to anybody; empty where nobody need.
    public var hints: [String] = []

    public init(table: String, row: Int, facts: [Fact]) {
        (self.table, self.row, self.facts) = (table, row, facts.filter { !$0.text.isEmpty })
    }
}

/// Files that lie beside the database and go with a disposal, once it is saved.
public struct SubjectFiles: Sendable {
    /// What a pupil's are called.
    public let names: @Sendable (Reader, PupilID) throws -> [String]
    public let shred: @Sendable (String) -> Void

    public init(names: @escaping @Sendable (Reader, PupilID) throws -> [String], shred: @escaping @Sendable (String) -> Void) {
        (self.names, self.shred) = (names, shred)
    }
}

/// Where an area keeps something about a person: for the copies that people may ask for, and for its disposal.
public struct SubjectSource: Sendable {
    /// The kind of record, as a heading of the copy.
    public let title: String
    /// The tables it tells of, so that a test can find one of which nobody tells.
    public let tables: [String]
    /// How long it is kept.
    public let keep: RecordClass
    public let find: @Sendable (Reader, DataSubject) throws -> [SubjectRow]
    /// Takes everything out that is kept about a pupil, for good, and says how many rows went.
    public let dispose: @Sendable (Writer, PupilID) throws -> Int
    public let files: SubjectFiles?

    public init(
        _ title: String, tables: [String], keep: RecordClass,
        dispose: @escaping @Sendable (Writer, PupilID) throws -> Int = { _, _ in 0 },
        files: SubjectFiles? = nil,
        find: @escaping @Sendable (Reader, DataSubject) throws -> [SubjectRow]
    ) {
        (self.title, self.tables, self.keep, self.find, self.dispose, self.files) = (title, tables, keep, find, dispose, files)
    }

    /// A table whose rows are a pupil's by `pupil_id`.
    /// - Parameters:
    ///   - words: one column as people read it, by the column's name: its label and its value; nil leaves it out.
    ///   - look: why somebody looks at a row before it is given to anybody, if so.
    public static func ofPupil<Subject: Recorded>(
        _ title: String, _ subject: Subject.Type, keep: RecordClass, words: @escaping FactWords = plainFact,
        look: @escaping @Sendable (Reader, Subject) throws -> String? = { _, _ in nil }
    ) -> SubjectSource {
        SubjectSource(title, tables: [Subject.table.name], keep: keep, dispose: { try $0.disposeRows(of: $1, in: Subject.table) }) { reader, who in
            guard case .pupil(let pupil) = who else { return [] }
            return try reader.all(subject, "WHERE pupil_id = \(pupil) ORDER BY id").map { one in
                var row = try subjectRow(one, reader, words)
                row.hints = try [look(reader, one)].compactMap { $0 }
                return row
            }
        }
    }
}

/// One column in words: the table, the column, its value.
public typealias FactWords = @Sendable (Reader, _ table: String, _ column: String, _ value: SQLValue) throws -> SubjectRow.Fact?

/// A recorded subject with its facts in words.
public func subjectRow<Subject: Recorded>(_ subject: Subject, _ reader: Reader, _ words: FactWords = plainFact) throws -> SubjectRow {
    let table = Subject.table
    let facts = try zip(table.columns, subject.cells).compactMap { try words(reader, table.name, $0, $1) }
    return SubjectRow(table: table.name, row: subject.id.rawValue, facts: facts)
}

/// `decided_on` as `Decided on`; numbers of other rows are left out.
public let plainFact: FactWords = { _, _, column, value in
    if column.hasSuffix("_id") || column.hasSuffix("_key") { return nil }
    let words = column.replacing("_", with: " ")
    return SubjectRow.Fact(words.prefix(1).uppercased() + words.dropFirst(), value.inWords)
}

extension SQLValue {
    /// As people read it; empty for nothing.
    public var inWords: String {
        switch self {
        case .null: ""
        case .integer(let number): "\(number)"
        case .real(let number): "\(number)"
        case .text(let text): text
        case .bool(let flag): flag ? "yes" : "no"
        case .day(let day): day.inWords
        case .instant(let instant): instant.inWords
        case .bytes(let bytes): bytes.hex
        }
    }
}
