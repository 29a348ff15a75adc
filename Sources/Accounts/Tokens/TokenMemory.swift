import Access
import Basics
import Database

/// Remembers for a day what one token was answered under each of its keys.
struct TokenMemory: AnswerMemory {
    let token: RowID

    private static let lasts = 24 * 3600

    /// The row is put in before it is looked for, so that of two who come at once the second waits for the first.
    func kept(_ key: String, _ request: String, _ writer: Writer) throws -> KeptAnswer? {
        try writer.execute("DELETE FROM kept_answer WHERE at < \(writer.act.at.adding(seconds: -Self.lasts))")
        let isFirst = try writer.execute("""
            INSERT INTO kept_answer (token_id, key, request, status, body, at) VALUES (\(token), \(key), \(request), 0, '', \(writer.act.at)) \
            ON CONFLICT (token_id, key) DO NOTHING
            """) == 1
        if isFirst { return nil }
        return try writer.first("SELECT request, status, body FROM kept_answer WHERE token_id = \(token) AND key = \(key)") {
            try KeptAnswer(request: $0.next(), status: $0.next(), body: $0.next())
        }
    }

    func keep(_ key: String, _ answer: KeptAnswer, _ writer: Writer) throws {
        try writer.execute("UPDATE kept_answer SET status = \(answer.status), body = \(answer.body) WHERE token_id = \(token) AND key = \(key)")
    }
}
