/// Looks things up. It cannot write.
public class Reader {
    let connection: any Connection
    private var answers: [AnyHashable: Any] = [:]
    /// Whether what was looked up once stays so: true of a reader's one unchanging picture of the data.
    var seesOnePicture: Bool { true }

    init(_ connection: any Connection) { self.connection = connection }

    public var dialect: Dialect { connection.dialect }

    /// Every row of the answer, each made into a value.
    public func rows<T>(_ sql: SQL, _ decode: (inout Row) throws -> T) throws -> [T] {
        var result: [T] = []
        try connection.query(sql) { result.append(try decode(&$0)) }
        return result
    }

    /// The first row, or nil where there is none.
    public func first<T>(_ sql: SQL, _ decode: (inout Row) throws -> T) throws -> T? {
        try rows(sql, decode).first
    }

    /// The first cell of every row.
    public func column<T: Storable>(_ sql: SQL, as type: T.Type = T.self) throws -> [T] {
        try rows(sql) { try $0.next() }
    }

    /// The first cell of the first row.
    public func value<T: Storable>(_ sql: SQL, as type: T.Type = T.self) throws -> T? {
        try column(sql, as: type).first
    }

    /// Hands over rows one by one, for answers too long to hold.
    public func each(_ sql: SQL, _ body: (inout Row) throws -> Void) throws {
        try connection.query(sql, body)
    }

    /// The answer to a question that several parts of a page ask. A reader looks it up once; a writer, whose acts change
    /// what it sees, each time.
    public func once<Question: Hashable, Answer>(_ question: Question, _ lookUp: () throws -> Answer) rethrows -> Answer {
        if !seesOnePicture { return try lookUp() }
        // In two steps: no answer yet is not the answer nil.
        if let known = answers[question], let answer = known as? Answer { return answer }
        let answer = try lookUp()
        answers[question] = answer
        return answer
    }

    /// How the engine would look this up, for tests of indexes.
    public func plan(of sql: SQL) throws -> String {
        let explain: SQL = dialect == .sqlite ? "EXPLAIN QUERY PLAN \(sql)" : "EXPLAIN \(sql)"
        let columnsBefore = dialect == .sqlite ? 3 : 0
        let lines: [String] = try rows(explain) { row in
            for _ in 0..<columnsBefore { _ = try row.next(Int.self) }
            return try row.next(String.self)
        }
        return lines.joined(separator: "\n")
    }
}
