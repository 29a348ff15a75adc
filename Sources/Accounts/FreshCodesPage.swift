import Access
import AreaKit
import Basics
import Database
import Pages

/// New recovery codes for whoever shows a code once more, so that nobody who finds a browser open gives themselves a
/// way in (OWASP ASVS 5.0, 7.5.1).
let freshCodesPath = PagePath< >("/me/recovery-codes")

extension AccountsArea {
    var freshCodesRoutes: [Route] {
        [
            .read(freshCodesPath, .visit) { visit in
                try await visit.accountWithCodes() == nil ? .goTo(mySignInPath()) : freshCodesPage(visit)
            },
            .send(freshCodesPath, .visit) { visit in
                guard let keys, let id = try await visit.accountWithCodes() else { return .goTo(mySignInPath()) }
                do {
                    return try await recoveryCodesPage(visit, try await visit.freshCodes(of: id, keys), of: id, next: mySignInPath())
                } catch let problems as Problems {
                    return freshCodesPage(visit, problems)
                }
            },
        ]
    }
}

extension Visit {
    /// One's own account, where it has a second factor; nil by a PIN or a link.
    fileprivate func accountWithCodes() async throws -> AccountID? {
        guard let id = person.account else { throw NotFound() }
        return try await read { try $0.isFullSignIn(self) && $0.one(id, of: Account.self)?.secondFactorSince != nil } ? id : nil
    }

    /// Guessing here is slowed together with guessing at the sign-in page.
    fileprivate func freshCodes(of id: AccountID, _ keys: KeyRing) async throws -> [RecoveryCode] {
        let typed = request.form["code"], attempt = SignInTry(at: "code \(id)", from: request.address)
        if let wait = try await secondsToWait(before: attempt) { throw Problems("code", "Too many tries. Wait \(wait.inWaitingWords), then try again.") }
        let codes = try await write { try $0.takeCode(typed, of: id, keys) ? $0.freshRecoveryCodes(id, keys) : nil }
        guard let codes else { throw Problems("code", "This code is not right, or it was used before. Wait for the next one and type its six digits.") }
        try await noteSuccess(of: attempt)
        return codes
    }
}

private func freshCodesPage(_ visit: Visit, _ problems: Problems = Problems()) -> Answer {
    let write = FormWriter(FormValues(), problems), title = "Make new recovery codes"
    let body: HTML = """
        \(crumbs(("Your sign-in", mySignInPath())))\(write.summary)\
        \(pageTitle(title, lead: "You get ten new codes for your keys or your purse. The old ones stop working."))\
        \(form(freshCodesPath(), button: title, back: mySignInPath(), """
            \(write.text("code", "The six digits from your phone, or a recovery code", hint: "So that nobody else does this in your browser.", autocomplete: "one-time-code"))
            """))
        """
    return problems.isEmpty ? visit.page(title, at: "me", body) : visit.formAgain(title, at: "me", body)
}
