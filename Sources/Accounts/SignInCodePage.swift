import Access
import AreaKit
import Basics
import Database
import Pages

/// The code from one's phone, or a recovery code.
let signInCodePath = PagePath< >("/sign-in/code")

extension AccountsArea {
    var signInCodeRoutes: [Route] {
        [
            .read(signInCodePath, .arrive) { visit in
                guard try await visit.session(waitingFor: .code) != nil else { return .goTo(signInPath()) }
                return codePage(visit, FormValues([("next", visit.request.query["next"])]))
            },
            .send(signInCodePath, .arrive) { visit in try await passCode(visit) },
        ]
    }

    private func passCode(_ visit: Visit) async throws -> Answer {
        guard let keys, let session = try await visit.session(waitingFor: .code) else { return .goTo(signInPath()) }
        let typed = visit.request.form, attempt = SignInTry(at: "code \(session.signIn.account)", from: visit.request.address)
        if let wait = try await visit.secondsToWait(before: attempt) {
            return codePage(visit, typed, Problems("code", "Too many tries. Wait \(wait.inWaitingWords), then try again."), status: 429)
        }
        let right = try await visit.write { try $0.takeCode(typed["code"], of: session.signIn.account, keys) }
        if right { try await visit.noteSuccess(of: attempt) }
        guard right else {
            return codePage(visit, typed, Problems("code", "This code is not right, or it was used before. Wait for the next one and type its six digits."), status: 422)
        }
        return try await visit.letIn(session, remember: typed["remember"] == "yes" && !session.signIn.shared, next: typed["next"])
    }
}

extension Visit {
    /// The session of this browser, where it waits for this step.
    func session(waitingFor step: Session.Step) async throws -> Session? {
        guard let text = Cookie.session.value(request) else { return nil }
        let session = try await read { [now] in try $0.session(SecretToken(text: text), at: now) }
        return session?.waitsFor == step ? session : nil
    }

    /// Lets somebody in who has shown all that was asked for: with a new key, and perhaps remembering the device.
    func letIn(_ session: Session, remember: Bool, next: String) async throws -> Answer {
        let (key, device) = try await store.write(session.act(at: now)) { [request] writer in
            (try writer.changeKey(of: session), remember ? try writer.rememberDevice(of: session.signIn.account, request.deviceInWords) : nil)
        }
        let answer = Answer.goTo(Address.ours(next) ?? homePath()).setting(cookie: Cookie.session.setting(key.text, request))
        return device.map { answer.setting(cookie: Cookie.device.setting($0.text, request, days: rememberedDays)) } ?? answer
    }
}

private func codePage(_ visit: Visit, _ typed: FormValues, _ problems: Problems = Problems(), status: Int = 200) -> Answer {
    var typed = typed
    if status != 200 { typed.set("code", "") }
    let write = FormWriter(typed, problems)
    return visit.page(status == 200 ? "Your code" : "Problem: Your code", status: status, """
        \(write.summary)\(pageTitle("Your code", lead: "Open the app on your phone that shows codes for Trellis."))\
        <form method="post" action="\(signInCodePath())" novalidate>\(write.hidden("next"))\
        \(write.text("code", "The six digits, or a recovery code", hint: "No phone with you? Type one of the recovery codes you kept on paper.", autocomplete: "one-time-code"))\
        \(write.checkbox("remember", Choice("yes", "Do not ask on this device for 30 days", hint: "Only on a device that is yours alone.")))\
        <p class="actions"><button>Go on</button> <a href="\(signInPath())">Begin again</a></p></form>
        """)
}
