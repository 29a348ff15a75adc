import Access
import Basics
import Database
import Pages

/// Does an act once for each `Idempotency-Key` of a token: sent again, it gets the same answer, and nothing is
/// done. The key is kept in the transaction of the act, so neither a crash nor a second sender comes between
/// (draft-ietf-httpapi-idempotency-key-header).
struct OnceOnly: Sendable {
    let visit: Visit

    init(_ visit: Visit) { self.visit = visit }

    func answer(status: Int, _ act: @escaping @Sendable (Writer) throws -> JSON) async throws -> Answer {
        guard let key = visit.request.headers["idempotency-key"], let memory = visit.memory else { return .api(try await visit.write(act), status: status) }
        let request = digest(of: Array("\(visit.request.method.rawValue) \(visit.request.path)\n".utf8) + visit.request.body)
        return try await visit.write { writer in
            if let kept = try memory.kept(key, request, writer) { return try Self.again(kept, request) }
            let answer = try act(writer)
            try memory.keep(key, KeptAnswer(request: request, status: status, body: answer.text), writer)
            return .api(answer, status: status)
        }
    }

    private static func again(_ kept: KeptAnswer, _ request: String) throws -> Answer {
        guard kept.request == request else { throw Problems("Idempotency-Key", "This key was used for another request. Make a new key for each.") }
        return Answer(status: kept.status, headers: [("Content-Type", "application/json"), ("Idempotency-Replayed", "true")], body: .bytes(Array(kept.body.utf8)))
    }
}
