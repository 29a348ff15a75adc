import Access
import AreaKit
import Basics
import Database
import Pages

/// The one way into the house: who asks, whether they are signed in, and whether a form that was sent is our own.
public struct Door: Sendable {
    let house: House
    let sessions: Sessions
    private let programs: TokenDoor
    /// Where somebody who is not signed in is sent.
    private let arrival: Address

    public init(house: House, sessions: Sessions, isDemonstration: Bool = false) {
        self.house = house
        self.sessions = sessions
        programs = TokenDoor(house: house)
        arrival = isDemonstration ? chooseRolePath() : signInPath()
    }

    /// Answers one request of a browser or of a program.
    public func answer(_ request: PageRequest, now: Instant) async throws -> Answer {
        if request.wantsJSON { return try await programs.answer(request, now: now) }
        let session = try await session(request, now)
        let keys = FormKeys(request, session)
        let viewer = session.flatMap { $0.waitsFor == .nothing ? $0.viewer : nil } ?? .nobody
        if request.method == .send, let refused = refuse(request, keys, viewer, now) { return refused }
        if viewer.isNobody, !opensToAnybody(request) { return askToSignIn(request, session, keys, now) }
        defer { if request.method == .send { sessions.forget() } }
        var answer = try await house.answer(request, for: viewer.visiting(), now: now)
        if let session, session.isDueForChange(at: now), !answer.setsKey(request),
           let key = try await Sessions.unlessDiskIsFull({ try await sessions.change(session, now: now) }) {
            answer = answer.setting(cookie: Cookie.session.setting(key.text, request))
        }
        return keys.into(answer)
    }

    /// Whether somebody who is signed in asks.
    public func isSignedIn(_ request: PageRequest, now: Instant) async throws -> Bool {
        guard let session = try await session(request, now) else { return false }
        return session.waitsFor == .nothing && session.viewer != nil
    }

    private func session(_ request: PageRequest, _ now: Instant) async throws -> Session? {
        guard let text = Cookie.session.value(request) else { return nil }
        return try await sessions.find(SecretToken(text: text), now: now)
    }

    private func opensToAnybody(_ request: PageRequest) -> Bool { house.route(request)?.permission == .arrive }

    private func askToSignIn(_ request: PageRequest, _ session: Session?, _ keys: FormKeys, _ now: Instant) -> Answer {
        if let session, session.waitsFor != .nothing, session.viewer != nil { return .goTo(session.waitsFor == .code ? signInCodePath() : enrolPath()) }
        if request.method == .send { return keys.into(sendAgain(request, .nobody, now, "You have been signed out, so this was not saved yet.")) }
        return .goTo(arrival.asking(["next": request.isHome ? nil : request.address(in: house)]))
    }

    /// A form without its key is not taken; one from a page of ours that has grown old may be sent again by its
    /// reader. What browsers say of other sites was heard before this door.
    private func refuse(_ request: PageRequest, _ keys: FormKeys, _ viewer: Viewer, _ now: Instant) -> Answer? {
        if keys.fit(request) || house.route(request) == nil { return nil }
        return keys.into(sendAgain(request, viewer, now, "The page that this came from had grown old, so it was not saved yet."))
    }
}

extension PageRequest {
    var isHome: Bool { path == "/" }

    /// Where they wanted to go: only a page of this house, never a form's target.
    func address(in house: House) -> String? { method == .read && house.route(self) != nil ? path : nil }
}

extension Answer {
    /// Whether the page itself gave the browser a key, as signing in does.
    func setsKey(_ request: PageRequest) -> Bool { headers.contains { $0.0 == "Set-Cookie" && $0.1.hasPrefix(Cookie.session.name(request) + "=") } }
}
