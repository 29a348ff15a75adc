import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Setting up the second factor: an app on one's phone that shows codes.
let enrolPath = PagePath< >("/sign-in/second-factor")

extension AccountsArea {
    var enrolRoutes: [Route] {
        [
            .read(enrolPath, .arrive) { visit in
                guard let session = try await visit.session(waitingFor: .enrol) else { return .goTo(signInPath()) }
                return try await enrolPage(visit, session, FormValues([("next", visit.request.query["next"])]))
            },
            .send(enrolPath, .arrive) { visit in try await enrol(visit) },
        ]
    }

    private func enrol(_ visit: Visit) async throws -> Answer {
        guard let keys, let session = try await visit.session(waitingFor: .enrol) else { return .goTo(signInPath()) }
        let typed = visit.request.form
        let codes = try await visit.store.write(session.act(at: visit.now)) { try $0.enrol(session.signIn.account, code: typed["code"], keys) }
        guard let codes else {
            return try await enrolPage(visit, session, typed, Problems("code", "This code does not fit. Check that your phone’s clock is right, wait for the next code and type it."), status: 422)
        }
        let entered = try await visit.letIn(session, remember: false, next: typed["next"])
        let cookies = entered.headers.filter { $0.0 == "Set-Cookie" }.map(\.1)
        let page = try await recoveryCodesPage(visit, codes, of: session.signIn.account, next: Address.ours(typed["next"]) ?? homePath())
        return cookies.reduce(page) { $0.setting(cookie: $1) }
    }

    private func enrolPage(_ visit: Visit, _ session: Session, _ typed: FormValues, _ problems: Problems = Problems(), status: Int = 200) async throws -> Answer {
        guard let keys else { throw NotFound() }
        let account = session.signIn.account
        let (seed, email) = try await visit.store.write(session.act(at: visit.now)) { writer in
            (try writer.seedToEnrol(account, keys), try writer.one(account, of: Account.self)?.email ?? "")
        }
        let write = FormWriter(typed, problems), address = seed.address(for: email, issuer: "Trellis")
        return visit.page(status == 200 ? "Make signing in safer" : "Problem: Make signing in safer", status: status, """
            \(write.summary)\(pageTitle("Make signing in safer", lead: "You work with children’s plans, so a password alone is not enough. This takes two minutes, once."))\
            <ol class="steps"><li>Open an app on your phone that shows codes, such as Google Authenticator, Microsoft Authenticator or the Passwords app. All of them work.</li>\
            <li>Let it scan this picture. \(qrPicture(address, label: "A square picture for the app to scan"))\
            <p>You can’t scan it? Type this into the app: <code>\(seed.typedByHand)</code></p></li>\
            <li>Type the six digits that the app now shows.</li></ol>\
            <form method="post" action="\(enrolPath())" novalidate>\(write.hidden("next"))\
            \(write.text("code", "The six digits", autocomplete: "one-time-code"))<p class="actions"><button>Go on</button> <a href="\(signInPath())">Begin again</a></p></form>
            """)
    }
}

/// Shown once: only their digests are kept. A printed sheet says whose it is, and of which trust.
func recoveryCodesPage(_ visit: Visit, _ codes: [RecoveryCode], of id: AccountID, next: Address) async throws -> Answer {
    let (owner, trust) = try await visit.read { (try $0.one(id, of: Account.self)?.name ?? "", try $0.trustName()) }
    let items: [HTML] = codes.map { "<li><code>\($0.description)</code></li>" }
    return visit.page("Your recovery codes", """
        \(pageTitle("Your recovery codes", lead: "If your phone is lost, one of these lets you in. Each works once. They are shown only now."))\
        <p>These are the codes of <b>\(owner)</b> for Trellis\(trust.map { " at \($0)" } ?? "").</p>\
        <ul class="plain">\(items)</ul><p>Print them or write them down, and keep them where you keep your keys. Not on this computer.</p>\
        <p class="actions">\(linkButton("I have kept them. Go on", next)) \(printButton("Print these codes"))</p>
        """)
}
