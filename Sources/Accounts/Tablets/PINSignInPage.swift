import Access
import AreaKit
import Basics
import Database
import Pages

/// Signing in on a tablet of the school with a short PIN.
let pinSignInPath = PagePath<RowID>("/sign-in/pin/*")

extension AccountsArea {
    var pinSignInRoutes: [Route] {
        [
            .read(pinSignInPath, .arrive) { visit, id in
                let (pin, name) = try await visit.read { try $0.pin(id, visit) }
                return pinPage(visit, pin, name, FormValues([("next", visit.request.query["next"])]))
            },
            .send(pinSignInPath, .arrive) { visit, id in try await passPIN(visit, id) },
        ]
    }

    private func passPIN(_ visit: Visit, _ id: RowID) async throws -> Answer {
        let typed = visit.request.form, (pin, name) = try await visit.read { try $0.pin(id, visit) }
        let attempt = SignInTry(at: "pin \(id)", from: visit.request.address, device: Cookie.tablet.value(visit.request))
        if let wait = try await visit.secondsToWait(before: attempt) {
            return pinPage(visit, pin, name, typed, Problems("password_pin", "Too many tries. Wait \(wait.inWaitingWords), then try again."), status: 429)
        }
        guard try await visit.write({ try $0.countTry(at: pin) }) else { throw NotFound() }
        let kept = try await visit.read { try $0.value("SELECT kept FROM tablet_pin_secret WHERE pin_id = \(id)", as: PasswordHash.self) }
        guard try await gate.matches(typed["password_pin"], kept) else {
            let isOff = try await visit.write { try $0.noteWrongTry(at: pin) }
            return isOff ? pinIsOff(visit) : pinPage(visit, pin, name, typed, Problems("password_pin", "This is not your PIN. After five wrong tries it is switched off."), status: 422)
        }
        try await visit.write { writer in
            try writer.noteSuccess(of: attempt)
            try writer.execute("UPDATE tablet_pin_secret SET failures = 0 WHERE pin_id = \(id)")
        }
        return try await begin(pin.account, visit, way: "pin", shared: true, next: typed["next"], passed: true)
    }

    /// On an enrolled tablet: who has a PIN here; nil elsewhere, and where somebody asks for the password.
    func tabletSignIn(_ visit: Visit) async throws -> Answer? {
        if visit.request.query["with"] == "password" { return nil }
        let found = try await visit.read { [now = visit.now, today = visit.today] reader in
            try reader.tablet(visit.request, at: now).map { ($0, try reader.pins(on: $0.id, day: today)) }
        }
        guard let (tablet, pins) = found, !pins.isEmpty else { return nil }
        let next = visit.request.query["next"]
        let people: [HTML] = pins.map { "<li><a class=\"button second\" href=\"\(pinSignInPath($0.pin.id).asking(["next": next]))\">\($0.name.nameForTablet)</a></li>" }
        return visit.page("Sign in", """
            \(pageTitle("Who are you?", lead: "This is the tablet \(tablet.name)."))<ul class="choices">\(people)</ul>\
            <p><a href="\(signInPath().asking(["with": "password", "next": next]))">I have no PIN here. Sign in with my password</a></p>
            """)
    }
}

extension Reader {
    /// A PIN of the tablet at hand, and whose it is.
    fileprivate func pin(_ id: RowID, _ visit: Visit) throws -> (TabletPIN, String) {
        guard let tablet = try tablet(visit.request, at: visit.now), let found = try pins(on: tablet.id, day: visit.today).first(where: { $0.pin.id == id }) else { throw NotFound() }
        return found
    }
}

private func pinPage(_ visit: Visit, _ pin: TabletPIN, _ name: String, _ typed: FormValues, _ problems: Problems = Problems(), status: Int = 200) -> Answer {
    let write = FormWriter(FormValues([("next", typed["next"])]), problems), title = "Your PIN"
    return visit.page(status == 200 ? title : "Problem: \(title)", status: status, """
        \(write.summary)\(pageTitle("Hello \(name.nameForTablet)"))\
        <form method="post" action="\(pinSignInPath(pin.id))" novalidate>\(write.hidden("next"))\(write.pinField("password_pin", "Your PIN"))\
        <p class="actions"><button>Open Trellis</button> <a href="\(signInPath())">I am somebody else</a></p></form>\
        <p><a href="\(signInPath().asking(["with": "password", "next": typed["next"]]))">I do not know my PIN. Sign in with my password</a></p>
        """)
}

private func pinIsOff(_ visit: Visit) -> Answer {
    visit.page("This PIN is switched off", status: 422, """
        \(pageTitle("This PIN is switched off", lead: "It was wrong five times, so it no longer works on this tablet."))\
        <p>Sign in with your password. Then choose a new PIN under “Your sign-in”.</p>\
        <p class="actions">\(linkButton("Sign in with my password", signInPath().asking(["with": "password"])))</p>
        """)
}

extension FormWriter {
    /// Dots, and the pad of figures on a tablet.
    func pinField(_ name: String, _ label: String, hint: String? = nil) -> HTML { text(name, label, hint: hint, type: "password", autocomplete: "off") }
}
