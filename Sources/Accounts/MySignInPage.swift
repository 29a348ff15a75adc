import Access
import AreaKit
import Basics
import Database
import Mail
import Pages

/// One's own sign-in: where one is signed in, password, code app, recovery codes.
let mySignInPath = PagePath< >("/me")
let signOutElsewherePath = PagePath< >("/me/sign-out-elsewhere")

extension AccountsArea {
    var mySignInRoutes: [Route] {
        [
            .read(mySignInPath, .visit) { visit in
                guard let id = visit.person.account else { throw NotFound() }
                let digest = try await visit.read { try $0.mailSetting() == nil ? nil : $0.digestChoice(of: id) }
                let (account, signIns, here, pins) = try await visit.read { [now = visit.now] reader in
                    (try reader.one(id, of: Account.self), try reader.all(SignIn.self, "WHERE account_id = \(id) ORDER BY id DESC LIMIT 20"),
                     try Cookie.session.value(visit.request).flatMap { try reader.session(SecretToken(text: $0), at: now) }?.signIn.id, try reader.pinCard(visit))
                }
                guard let account else { throw NotFound() }
                return mySignInPage(visit, account, signIns, here, pins, digest)
            },
            .send(signOutElsewherePath, .visit) { visit in
                guard let id = visit.person.account else { throw NotFound() }
                try await visit.write { [now = visit.now] writer in
                    let here = try Cookie.session.value(visit.request).flatMap { try writer.session(SecretToken(text: $0), at: now) }
                    try writer.leaveEverything(id, but: here?.signIn.id)
                }
                return .goTo(mySignInPath().asking(["saved": "out"]))
            },
        ]
    }
}

private func mySignInPage(_ visit: Visit, _ account: Account, _ signIns: [SignIn], _ here: RowID?, _ pins: HTML, _ digest: DigestChoice?) -> Answer {
    let roles: [HTML] = visit.person.parts.map { "<li><b>\($0.role.label)</b>\($0.place.isEmpty ? "" : ", \($0.place)"). \($0.role.explanation)</li>" }
    let saved: HTML = switch visit.request.query["saved"] {
    case "out": notice("You are signed out everywhere else, no device is remembered, and your PINs no longer work.")
    case "digest": notice("Saved. The letter comes at that hour from now on.")
    case "pin": notice("Your PIN works on this tablet from now on.")
    case "pin-ended": notice("Your PINs no longer work.")
    case "password": notice("Your new password holds from now on.")
    default: ""
    }
    return visit.page("Your sign-in", at: "me", """
        \(saved)\(pageTitle("Your sign-in", lead: "\(account.name), \(account.email)"))\
        \(card("What you see", id: "roles", roles.isEmpty ? "<p>You have no role yet. Ask whoever invited you.</p>" : "<ul>\(roles)</ul>"))\
        \(card("Password and code", id: "secrets", secrets(account)))\(pins)\
        \(digest.map { card("Mail", id: "mail", digestForm($0)) })\
        \(card("Where you are signed in", id: "sign-ins", """
            \(signInList(signIns, here: here))<form method="post" action="\(signOutElsewherePath())"><p class="actions"><button class="second">Sign out everywhere else</button></p></form>
            """))\
        \(programs(visit))
        """)
}

/// Nothing for those whose roles hold nothing that a program could ask for, such as a family.
private func programs(_ visit: Visit) -> HTML {
    if TokenScope.offered(to: visit.person).isEmpty { return "" }
    return card("Other programs", id: "programs", """
        <p>A program of your trust can ask Trellis for you, with a token that you make.</p><p class="actions">\(linkButton("See tokens for programs", tokensPath(), aside: true))</p>
        """)
}

private func secrets(_ account: Account) -> HTML {
    let password: HTML = account.passwordSince.map { """
        <p>Your password is from \($0.inWords).</p><p class="actions">\(linkButton("Change the password", changePasswordPath(), aside: true))</p>
        """ } ?? "<p>You have no password here, so there is none to change.</p>"
    let factor: HTML = account.secondFactorSince.map { """
        <p>The code app on your phone is from \($0.inWords).</p><p class="actions">\(linkButton("Make new recovery codes", freshCodesPath(), aside: true))</p>
        """ } ?? ""
    return password + factor
}
