import Access
import AreaKit
import Basics
import Database
import Pages

/// The way in for programs: by a token in the Authorization field (RFC 6750), never by a cookie, so that no other
/// site can act through a browser's.
struct TokenDoor: Sendable {
    let house: House
    let pace = TokenPace()

    func answer(_ request: PageRequest, now: Instant) async throws -> Answer {
        if house.route(request)?.permission == .arrive { return try await house.answer(request, for: .nobody.visiting(), now: now) }
        guard let text = request.bearer else { return Self.refusal("This needs a token: Authorization: Bearer TOKEN. Make one in Trellis under “Your sign-in”.", challenge: "Bearer realm=\"trellis\"") }
        let secret = SecretToken(text: text), arrival = try await house.store.read { try $0.arrival(of: secret, from: request.address, at: now) }
        if let wait = arrival.wait { return Self.tooMany(wait) }
        guard let found = arrival.found else {
            if arrival.isGuess, let wait = try await countGuess(request, now) { return Self.tooMany(wait) }
            return Self.refusal("This token is not good: mistyped, ended or too old, or its owner may no longer sign in.", challenge: "Bearer realm=\"trellis\", error=\"invalid_token\"")
        }
        let taken = pace.take(found.token.id, at: now)
        guard taken.isAllowed else { return .problem(429, "More than \(TokenPace.most) requests in a minute. Wait a moment.", headers: [("Retry-After", "\(taken.wait)")] + taken.headers) }
        try await noteUse(found, secret, arrival, request, now)
        var answer = try await house.answer(request, for: found.viewer.visiting(), now: now, memory: TokenMemory(token: found.token.id))
        answer.headers += taken.headers
        return answer
    }

    private static func refusal(_ words: String, challenge: String) -> Answer { .problem(401, words, headers: [("WWW-Authenticate", challenge)]) }

    private static func tooMany(_ wait: Int) -> Answer {
        .problem(429, "Too many wrong tokens came from this address. Wait \(wait.inWaitingWords), then try again.", headers: [("Retry-After", "\(wait)")])
    }

    private func countGuess(_ request: PageRequest, _ now: Instant) async throws -> Int? {
        try await house.store.write(Act(who: "A program without a good token", at: now, way: .api)) { try $0.countGuess(from: request.address) }
    }

    /// At most once a minute from one address, so that reading seldom writes.
    private func noteUse(_ found: FoundToken, _ secret: SecretToken, _ arrival: TokenArrival, _ request: PageRequest, _ now: Instant) async throws {
        if arrival.isKnownHere, let last = found.lastUsedAt, now < last.adding(seconds: 60) { return }
        let act = Act(who: found.viewer.signature, account: found.viewer.account, at: now, way: .api)
        try await house.store.write(act) { try $0.noteUse(found, secret, from: request.address) }
    }
}

extension PageRequest {
    /// The token of the Authorization field.
    fileprivate var bearer: String? {
        let pieces = (headers["authorization"] ?? "").split(separator: " ")
        return pieces.count == 2 && pieces[0].lowercased() == "bearer" && pieces[1].utf8.count < 200 ? String(pieces[1]) : nil
    }
}
