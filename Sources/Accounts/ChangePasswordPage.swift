import Access
import AreaKit
import Basics
import Database
import Mail
import Pages

/// Changes one's own password; the old one is asked for.
let changePasswordPath = PagePath< >("/me/password")

extension AccountsArea {
    var changePasswordRoutes: [Route] {
        [
            .read(changePasswordPath, .visit) { visit in
                guard visit.person.account != nil else { throw NotFound() }
                return changePasswordPage(visit)
            },
            .send(changePasswordPath, .visit) { visit in
                guard let id = visit.person.account else { throw NotFound() }
                do {
                    try await change(id, visit)
                    return .goTo(mySignInPath().asking(["saved": "password"]))
                } catch let problems as Problems {
                    return changePasswordPage(visit, problems)
                }
            },
        ]
    }

    private func change(_ id: AccountID, _ visit: Visit) async throws {
        let typed = visit.request.form
        let (rule, hash) = try await visit.read { reader in
            guard let account = try reader.one(id, of: Account.self) else { throw NotFound() }
            return (try reader.passwordRule(for: account), try reader.passwordHash(email: account.email.emailKey, on: visit.today)?.hash)
        }
        try ChoosePassword(password: typed["password"], again: typed["password_again"]).check(rule)
        let attempt = try await visit.attempt(at: "password of \(id)", of: id)
        if let wait = try await visit.secondsToWait(before: attempt) { throw Problems("password_old", "Too many tries. Wait \(wait.inWaitingWords), then try again.") }
        guard try await gate.matches(typed["password_old"], hash) else { throw Problems("password_old", "This is not your present password.") }
        try await visit.noteSuccess(of: attempt)
        let fresh = try await gate.hash(of: typed["password"])
        try await visit.write { [now = visit.now, keys] writer in
            try writer.keepPassword(fresh, of: id)
            if let account = try writer.one(id, of: Account.self) { try writer.tell(.password, of: account, keys) }
            let here = try Cookie.session.value(visit.request).flatMap { try writer.session(SecretToken(text: $0), at: now) }
            try writer.signOutEverywhere(id, but: here?.signIn.id)
        }
    }
}

private func changePasswordPage(_ visit: Visit, _ problems: Problems = Problems()) -> Answer {
    let write = FormWriter(FormValues(), problems), title = "Change your password"
    let body: HTML = """
        \(crumbs(("Your sign-in", mySignInPath())))\(write.summary)\
        \(pageTitle(title, lead: "You stay signed in here and are signed out everywhere else."))\
        \(form(changePasswordPath(), button: "Keep the new password", back: mySignInPath(), """
            \(write.text("password_old", "Your present password", type: "password", autocomplete: "current-password"))\(write.passwordFields)
            """))
        """
    return problems.isEmpty ? visit.page(title, at: "me", body) : visit.formAgain(title, at: "me", body)
}
