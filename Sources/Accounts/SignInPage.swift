import Access
import AreaKit
import Basics
import Database
import Pages

/// Signing in with a mail address and a password.
public let signInPath = PagePath< >("/sign-in")

extension AccountsArea {
    var signInRoutes: [Route] {
        [
            .read(signInPath, .arrive) { visit in
                if let byPIN = try await tabletSignIn(visit) { return byPIN }
                return try await signInPage(visit, FormValues([("next", visit.request.query["next"])]))
            },
            .send(signInPath, .arrive) { visit in try await signIn(visit) },
        ]
    }

    /// The same words and the same time whether the address is known or not, so that nobody learns who has an account.
    private func signIn(_ visit: Visit) async throws -> Answer {
        let typed = visit.request.form, email = typed["email"].emailKey
        let known = try await visit.read { try $0.passwordHash(email: email, on: visit.today) }
        let attempt = try await visit.attempt(at: email, of: known?.account)
        if let wait = try await visit.secondsToWait(before: attempt) {
            return try await signInPage(visit, typed, Problems("", "Too many tries. Wait \(wait.inWaitingWords), then try again."), status: 429)
        }
        let right = try await gate.matches(typed["password"], known?.hash)
        guard right, let known else {
            return try await signInPage(visit, typed, Problems("email", "This address and this password do not belong together. Check both and try again."), status: 422)
        }
        try await visit.noteSuccess(of: attempt)
        if known.hash?.needsRehash == true { try await renew(known.account, typed["password"], visit) }
        return try await begin(known.account, visit, way: "password", shared: typed["shared"] == "yes", next: typed["next"])
    }

    private func renew(_ account: AccountID, _ password: String, _ visit: Visit) async throws {
        let hash = try await gate.hash(of: password)
        try await visit.write { try $0.keepPassword(hash, of: account) }
    }

    /// Starts a session; what it waits for depends on who they are and on which device they sit.
    func begin(_ id: AccountID, _ visit: Visit, way: String, shared: Bool, next: String, passed: Bool = false) async throws -> Answer {
        let request = visit.request
        let start = try await visit.write { writer -> (SecretToken, Session.Step)? in
            let device = try SignInDevice(request, writer, way: way, at: visit.now)
            guard try writer.admits(id, on: device, at: visit.now) else { return nil }
            let step = try passed ? .nothing : writer.stepAfterPassword(id, device: Cookie.device.value(request), at: visit.now)
            try writer.endSignIn(of: request)
            let signIn = SignIn(id: .new, account: id, way: way, place: request.address, device: device.words ?? request.deviceInWords, shared: shared || device.tablet != nil, at: visit.now)
            return (try writer.begin(signIn, waitsFor: step, on: device), step)
        }
        guard let start else { return phoneRefused(visit) }
        let cookie = Cookie.session.setting(start.0.text, request)
        return Answer.goTo(start.1.page(next: next, in: visit)).setting(cookie: cookie).setting(cookie: Cookie.door.ending(request))
    }

    private func signInPage(_ visit: Visit, _ typed: FormValues, _ problems: Problems = Problems(), status: Int = 200) async throws -> Answer {
        let write = FormWriter(typed, problems), others = try await providerLinks(visit, next: typed["next"])
        return visit.page(status == 200 ? "Sign in" : "Problem: Sign in", status: status, """
            \(write.summary)\(pageTitle("Sign in", lead: "Trellis keeps children’s records. Only those who work with them come in."))\(others)\
            <form method="post" action="\(signInPath())" novalidate>\(write.hidden("next"))\
            \(write.text("email", "Your mail address at work", type: "email", autocomplete: "username"))\
            \(write.text("password", "Your password", type: "password", autocomplete: "current-password"))\
            \(write.checkbox("shared", Choice("yes", "Other people use this computer, too", hint: "You are signed out after ten minutes without a click, and nothing is remembered.")))\
            <p class="actions"><button>Sign in</button></p></form>\
            <p><a href="\(forgottenPath())">I do not know my password</a></p>
            """)
    }
}

extension Session.Step {
    /// Where somebody is sent after this step was set.
    func page(next: String, in visit: Visit) -> Address {
        switch self {
        case .nothing: Address.ours(next) ?? homePath()
        case .code: signInCodePath().asking(["next": next])
        case .enrol: enrolPath().asking(["next": next])
        }
    }
}

let homePath = PagePath< >("/")

extension Reader {
    /// What must still be shown after the right password: nothing where the second factor was given on this
    /// device lately, or where the person's roles need none.
    func stepAfterPassword(_ id: AccountID, device: String?, at now: Instant) throws -> Session.Step {
        guard let account = try one(id, of: Account.self), let viewer = try viewer(of: id, on: now.dayInEngland, at: now) else { return .nothing }
        if account.secondFactorSince != nil { return try device.map { try isRemembered($0, id, at: now) } == true ? .nothing : .code }
        return viewer.parts.contains { $0.role.needsSecondFactor } ? .enrol : .nothing
    }
}
