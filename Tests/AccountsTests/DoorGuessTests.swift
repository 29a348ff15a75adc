import Access
@testable import Accounts
import Basics
import Database
import Pages
import Stage
import Testing

/// Who guesses: passwords, codes, links. And what each of them is good for, once.
struct DoorGuessTests {
    /// A page without what differs by what was typed and by the key of its form.
    private func plain(_ answer: Answer, without email: String) -> String {
        answer.text.replacing(email, with: "").replacing(/name="form_key" value="[^"]*"/, with: "")
    }

    @Test("An unknown account, a wrong password, an ended account and one without password are answered alike")
    func alike() async throws {
        let house = try await DoorStage(), amira = try await house.person(), gone = try await house.person("Olive Penn")
        try await house.end(gone.account, on: house.stage.today - 1)
        try await house.stage.act { _ = try $0.add(AddAccount(name: "Ivy Moss", email: "ivy.moss@example.org")) }
        var heard: Set<String> = [], states: Set<Int> = []
        for email in [amira.email, "nobody@example.org", gone.email, "ivy.moss@example.org"] {
            let answer = try await house.browser(at: "192.0.2.\(heard.count + 1)").password(email, "not the password")
            heard.insert(plain(answer, without: email))
            states.insert(answer.status)
        }
        #expect(heard.count == 1 && states == [422])
    }

    @Test("Who guesses a password waits longer and longer; its owner comes in from elsewhere", arguments: StageEngine.here)
    func bruteForce(engine: StageEngine) async throws {
        let house = try await DoorStage(engine), amira = try await house.person()
        let own = try await house.signedIn(amira, at: "192.0.2.7")
        let thief = house.browser(at: "203.0.113.5")
        var waited = 0, tries = 0
        while tries < 6 {
            if try await thief.password(amira.email, "guess number \(tries)").status == 429 { thief.later(1); waited += 1 } else { tries += 1 }
        }
        // 1, 2, 4, 8 and 16 seconds between six tries.
        #expect((26...31).contains(waited))
        #expect(try await thief.password(amira.email, DoorStage.password).status == 429)
        let again = house.browser(at: own.address)
        again.now = thief.now
        #expect(try await again.password(amira.email, DoorStage.password).next == "/sign-in/code")
    }

    @Test("Who guesses codes waits too, and the right code then counts")
    func guessedCodes() async throws {
        let house = try await DoorStage(), amira = try await house.person(), browser = house.browser()
        _ = try await browser.password(amira.email, DoorStage.password)
        #expect(try await browser.code("000000").status == 422)
        #expect(try await browser.code(amira.code(at: browser.now)).status == 429)
        browser.later(2)
        #expect(try await browser.code(amira.code(at: browser.now)).next == "/")
    }

    @Test("A code counts once, in one browser", arguments: StageEngine.here)
    func replay(engine: StageEngine) async throws {
        let house = try await DoorStage(engine), amira = try await house.person(), code = amira.code(at: house.start)
        #expect(try await house.signedIn(amira).isIn)
        let thief = house.browser(at: "203.0.113.5")
        _ = try await thief.password(amira.email, DoorStage.password)
        #expect(try await thief.code(code).status == 422)
        #expect(try await !thief.isIn)
    }

    @Test("A recovery code takes the place of the phone, once")
    func recovery() async throws {
        let house = try await DoorStage(), amira = try await house.person(), keys = house.keys
        let codes = try await house.stage.act { try $0.freshRecoveryCodes(amira.account, keys).map(\.description) }
        let first = house.browser(at: "192.0.2.1"), second = house.browser(at: "192.0.2.2")
        _ = try await first.password(amira.email, DoorStage.password)
        #expect(try await first.code(codes[0].lowercased()).next == "/")
        #expect(try await first.isIn)
        _ = try await second.password(amira.email, DoorStage.password)
        #expect(try await second.code(codes[0]).status == 422)
        second.later(2)
        #expect(try await second.code(codes[1]).next == "/")
        #expect(try await house.count("recovery_code") == codes.count - 2)
    }

    @Test("A remembered device asks for no code for thirty days, for its own account alone")
    func rememberedDevice() async throws {
        let house = try await DoorStage(), amira = try await house.person(), other = try await house.person("Bea Holt")
        let device = try #require(try await house.signedIn(amira, remember: true).cookies["trellis-device"])
        for (person, days, next) in [(amira, 29, "/"), (amira, 30, "/sign-in/code"), (other, 1, "/sign-in/code")] {
            let browser = house.browser(at: "192.0.2.\(days)")
            browser.cookies["trellis-device"] = device
            browser.later(days * 86_400)
            #expect(try await browser.password(person.email, DoorStage.password).next == next, "\(days) days")
        }
    }

    @Test("A computer that others use is never remembered")
    func sharedIsNotRemembered() async throws {
        let house = try await DoorStage(), amira = try await house.person()
        let browser = try await house.signedIn(amira, shared: true, remember: true)
        #expect(try await browser.isIn)
        #expect(browser.cookies["trellis-device"] == nil)
        #expect(try await house.count("remembered_device") == 0)
    }

    @Test("An invitation lets its person in once, and the password must be good", arguments: StageEngine.here)
    func invitation(engine: StageEngine) async throws {
        let house = try await DoorStage(engine), amira = try await house.person(factor: false)
        let token = try await house.stage.act { try $0.invite(amira.account).text }, browser = house.browser()
        #expect(try await browser.read("/invitation/\(token)").text.contains("Welcome, Amira Khan."))
        for bad in ["short", "password1234", "amira khan walks", DoorStage.password] {
            #expect(try await browser.send("/invitation/\(token)", ["password": bad, "password_again": bad + (bad == DoorStage.password ? "x" : "")]).status == 422, "\(bad)")
        }
        #expect(try await browser.send("/invitation/\(token)", ["password": "velvet harbour spoon", "password_again": "velvet harbour spoon"]).next == "/sign-in/second-factor")
        let again = house.browser()
        #expect(try await again.read("/invitation/\(token)").status == 404)
        try await again.read("/sign-in")
        #expect(try await again.send("/invitation/\(token)", ["password": "velvet harbour spoon", "password_again": "velvet harbour spoon"]).status == 404)
        #expect(try await again.password(amira.email, DoorStage.password).status == 422)
    }

    enum Spoilt: CaseIterable { case expired, withdrawn, replaced, ended, changed }

    @Test("A link that is old, withdrawn, replaced, altered or for an ended account opens nothing", arguments: Spoilt.allCases)
    func spoiltInvitation(how: Spoilt) async throws {
        let house = try await DoorStage(), amira = try await house.person(), browser = house.browser()
        var token = try await house.stage.act { try $0.invite(amira.account).text }
        #expect(try await browser.read("/invitation/\(token)").status == 200)
        switch how {
        case .expired: browser.later(7 * 86_400)
        case .withdrawn: try await house.stage.act { try $0.withdrawInvitations(of: amira.account) }
        case .replaced: _ = try await house.stage.act { try $0.invite(amira.account) }
        case .ended: try await house.end(amira.account, on: house.stage.today - 1)
        case .changed: token = String(token.dropLast()) + (token.hasSuffix("A") ? "B" : "A")
        }
        #expect(try await browser.read("/invitation/\(token)").status == 404)
        #expect(try await browser.send("/invitation/\(token)", ["password": "velvet harbour spoon", "password_again": "velvet harbour spoon"]).status == 404)
    }

    @Test("A taken-up link ends every other sign-in of its account")
    func invitationEndsOthers() async throws {
        let house = try await DoorStage(), amira = try await house.person(), old = try await house.signedIn(amira)
        let token = try await house.stage.act { try $0.invite(amira.account).text }, browser = house.browser()
        try await browser.read("/invitation/\(token)")
        try await browser.send("/invitation/\(token)", ["password": "velvet harbour spoon", "password_again": "velvet harbour spoon"])
        old.later(6)
        #expect(try await !old.isIn)
    }

    @Test("No secret stands in the database as it is typed, nor in the trail")
    func nothingPlain() async throws {
        let house = try await DoorStage(), amira = try await house.person(), browser = try await house.signedIn(amira, remember: true)
        let token = try await house.stage.act { try $0.invite(amira.account).text }
        let secrets = [DoorStage.password, token, browser.key, browser.cookies["trellis-device"], amira.seed?.base32].compactMap { $0 }
        let texts = try await house.stage.read { reader in
            try reader.column("SELECT COALESCE(before, '') || COALESCE(after, '') FROM trail_value", as: String.self)
                + reader.column("SELECT digest FROM session_key UNION ALL SELECT digest FROM remembered_device UNION ALL SELECT digest FROM invitation_key", as: String.self)
                + reader.column("SELECT COALESCE(password, '') || COALESCE(second_factor, '') FROM account_secret", as: String.self)
        }
        #expect(texts.count > 5)
        for secret in secrets { #expect(!texts.contains { $0.contains(secret) }) }
    }
}
