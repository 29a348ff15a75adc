import Access
import AreaKit
import Basics
import Database
import Pages

/// Sends somebody to a provider to sign in there.
let signInWithPath = PagePath<RowID>("/sign-in/with/*")
/// Where they come back.
let signInCallbackPath = PagePath< >("/sign-in/callback")

extension AccountsArea {
    var signInWithRoutes: [Route] {
        [
            .read(signInWithPath, .arrive) { visit, id in
                do { return try await leave(visit, id) } catch let refusal as OpenIDRefusal { return refused(visit, refusal) }
            },
            .read(signInCallbackPath, .arrive) { visit in
                do { return try await comeBack(visit) } catch let refusal as OpenIDRefusal { return refused(visit, refusal) }
            },
        ]
    }

    private func leave(_ visit: Visit, _ id: RowID) async throws -> Answer {
        let errand = SignInErrand.fresh(), next = Address.ours(visit.request.query["next"])?.text ?? ""
        let provider = try await visit.read { [today = visit.today] in try $0.signInProvider(id, on: today) }
        let away = try await providers.authorization(at: provider, errand, redirect: visit.request.callback, now: visit.now)
        try await visit.write { try $0.leave(on: errand, to: id, next: next) }
        return Answer(status: 303, headers: [("Location", away)], body: .bytes([])).setting(cookie: Cookie.errand.setting(errand.secret.text, visit.request))
    }

    private func comeBack(_ visit: Visit) async throws -> Answer {
        let query = visit.request.query
        guard let keys, let secret = Cookie.errand.value(visit.request), secret.utf8.count == 43 else { throw OpenIDRefusal.unknownErrand }
        let errand = SignInErrand(secret: SecretToken(text: secret))
        guard Array(query["state"].utf8).isSameSecret(as: Array(errand.state.utf8)),
              let back = try await visit.write({ try $0.comeBack(from: errand) }) else { throw OpenIDRefusal.unknownErrand }
        guard !query.has("error"), let code = query["code"].nonEmpty else { throw OpenIDRefusal.declined }
        let (provider, password) = try await visit.read { [today = visit.today] reader in
            let provider = try reader.signInProvider(back.provider, on: today)
            return try (provider, reader.secret(of: provider, keys))
        }
        let claims = try await providers.claims(from: provider, code: code, secret: password, errand, redirect: visit.request.callback, now: visit.now)
        return try await enter(visit, claims, provider, next: back.next)
    }

    private func enter(_ visit: Visit, _ claims: OpenIDClaims, _ provider: SignInProvider, next: String) async throws -> Answer {
        let act = Act(who: "Sign-in with \(provider.name)", at: visit.now, way: .page), today = visit.today
        let account = try await visit.store.write(act) { writer in
            let decision = OpenIDDecision.on(claims, from: provider, known: try writer.known(claims, from: provider, on: today), today: today)
            let account = try writer.follow(decision, claims)
            try writer.endRolesOfLeftGroups(of: account, claims, from: provider)
            return account
        }
        return try await begin(account, visit, way: "openid", shared: false, next: next, passed: provider.asksSecondFactor).setting(cookie: Cookie.errand.ending(visit.request))
    }

    private func refused(_ visit: Visit, _ refusal: OpenIDRefusal) -> Answer {
        visit.page("You are not signed in", status: refusal == .unreachable ? 502 : 403, """
            \(pageTitle("You are not signed in", lead: "\(refusal.words)"))\
            <p class="actions">\(linkButton("Go back to signing in", signInPath()))</p>
            """).setting(cookie: Cookie.errand.ending(visit.request))
    }

    /// One link for each provider, above the password.
    func providerLinks(_ visit: Visit, next: String) async throws -> HTML {
        let list = try await visit.read { [today = visit.today] in try $0.signInProviders(on: today) }
        if list.isEmpty { return "" }
        let links: [HTML] = list.map { linkButton("Sign in with \($0.name)", signInWithPath($0.id).asking(["next": next])) }
        return "<p class=\"actions\">\(links.joined(" "))</p><h2>Or with a password</h2>"
    }
}

extension PageRequest {
    /// Where the provider sends people back. The door has made sure that the host is ours.
    var callback: String { front + signInCallbackPath().text }
}
