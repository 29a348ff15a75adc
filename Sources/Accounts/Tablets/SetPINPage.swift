import Access
import AreaKit
import Basics
import Database
import Pages

/// One's own short PIN on the tablet at hand; set while signed in there with one's password.
let setPINPath = PagePath< >("/tablet-pin")
let endOwnPINPath = PagePath< >("/tablet-pin/end")

extension AccountsArea {
    var setPINRoutes: [Route] {
        [
            .read(setPINPath, .visit) { visit in setPINPage(visit, try await visit.read { try $0.tabletForPIN(visit) }) },
            .send(setPINPath, .visit) { visit in
                let tablet = try await visit.read { try $0.tabletForPIN(visit) }, typed = visit.request.form
                guard let account = visit.person.account else { throw NotFound() }
                do { try ChoosePIN(pin: typed["password_pin"], again: typed["password_pin_again"]).check() } catch let problems as Problems { return setPINPage(visit, tablet, problems) }
                let hash = try await gate.hash(of: typed["password_pin"])
                try await visit.write { try $0.setPIN(hash, of: account, on: tablet) }
                return .goTo(mySignInPath().asking(["saved": "pin"]))
            },
            .send(endOwnPINPath, .visit) { visit in
                guard let account = visit.person.account else { throw NotFound() }
                try await visit.write { writer in
                    for pin in try writer.all(TabletPIN.self, "WHERE account_id = \(account) AND ended_at IS NULL") { try writer.endPIN(pin, by: .own) }
                }
                return .goTo(mySignInPath().asking(["saved": "pin-ended"]))
            },
        ]
    }
}

extension Reader {
    /// The tablet at hand, where this person works in its school and has signed in with more than a PIN.
    func tabletForPIN(_ visit: Visit) throws -> SchoolTablet {
        guard try isFullSignIn(visit), let tablet = try tablet(visit.request, at: visit.now), !visit.person.partsByPIN(at: tablet.school).isEmpty else { throw NotFound() }
        return tablet
    }

    /// Whether this visit comes by a sign-in with a password or another system, not by a PIN or a link.
    func isFullSignIn(_ visit: Visit) throws -> Bool {
        guard let text = Cookie.session.value(visit.request), let found = try session(SecretToken(text: text), at: visit.now) else { return false }
        return !["pin", "link"].contains(found.signIn.way)
    }

    /// What “Your sign-in” says about PINs.
    func pinCard(_ visit: Visit) throws -> HTML {
        guard let account = visit.person.account else { return "" }
        let held = try all(TabletPIN.self, "WHERE account_id = \(account) AND ended_at IS NULL")
        let tablet: SchoolTablet?
        do { tablet = try tabletForPIN(visit) } catch is NotFound { tablet = nil }
        if held.isEmpty, tablet == nil { return "" }
        let label = held.contains { $0.tablet == tablet?.id } ? "Choose a new PIN" : "Use a short PIN on this tablet"
        let set: HTML = tablet == nil ? "" : "<p class=\"actions\">\(linkButton(label, setPINPath(), aside: true))</p>"
        let end: HTML = held.isEmpty ? "" : "<form method=\"post\" action=\"\(endOwnPINPath())\"><p class=\"actions\"><button class=\"second\">Stop using my PINs</button></p></form>"
        return card("PIN on school tablets", id: "pins", "<p>\(held.isEmpty ? "You have no PIN yet. With one you sign in on this tablet without your password" : "You have a PIN on \(count(held.count, "tablet")) of the school").</p>\(set)\(end)")
    }
}

private func setPINPage(_ visit: Visit, _ tablet: SchoolTablet, _ problems: Problems = Problems()) -> Answer {
    let write = FormWriter(FormValues(), problems), title = "Your PIN on this tablet"
    let body: HTML = """
        \(crumbs(("Your sign-in", mySignInPath())))\(write.summary)\
        \(pageTitle(title, lead: "It works on the tablet \(tablet.name) only. After five wrong tries it is switched off."))\
        \(form(setPINPath(), button: "Keep this PIN", back: mySignInPath(), """
            \(write.pinField("password_pin", "Your PIN", hint: "Four to six figures. Not 1234, not a birthday."))\(write.pinField("password_pin_again", "The same once more"))
            """))
        """
    return problems.isEmpty ? visit.page(title, at: "me", body) : visit.formAgain(title, at: "me", body)
}
