import Access
@testable import Accounts
import AreaKit
import Basics
import Database
@testable import Mail
import Pages
import People
import Stage
import Testing

/// What people, and those who look after them, do about a sign-in (OWASP ASVS 5.0, chapters 6 and 7).
struct OwnSignInTests {
    static let fresh = "velvet harbour spoon"

    @Test("A password is changed with the old one; every other browser is out, this one stays", arguments: StageEngine.here)
    func changePassword(engine: StageEngine) async throws {
        let house = try await DoorStage(engine), amira = try await house.person()
        let here = try await house.signedIn(amira), there = try await house.signedIn(amira, now: house.start.adding(seconds: 60))
        try await here.read("/me/password")
        let wrong = try await here.send("/me/password", ["password_old": "not the old one", "password": Self.fresh, "password_again": Self.fresh])
        #expect(wrong.status == 422 && wrong.text.contains("id=\"password_old-problem\""))
        #expect(try await there.isIn)
        here.later(70)
        #expect(try await here.send("/me/password", ["password_old": DoorStage.password, "password": Self.fresh, "password_again": Self.fresh]).next == "/me?saved=password")
        #expect(try await here.isIn)
        there.later(80)
        #expect(try await !there.isIn)
        #expect(try await house.browser(at: "192.0.2.9").password(amira.email, Self.fresh).next == "/sign-in/code")
    }

    @Test("Fields hide passwords and name them for password managers, and no page repeats a secret that was typed")
    func nothingRepeated() async throws {
        let house = try await DoorStage(), amira = try await house.person(), browser = house.browser()
        let door = try await browser.read("/sign-in").text
        #expect(door.contains(/<input[^>]*name="password"[^>]*type="password"[^>]*autocomplete="current-password"/) || door.contains(/<input[^>]*type="password"[^>]*name="password"[^>]*autocomplete="current-password"/))
        try await browser.signIn(amira)
        let page = try await browser.read("/me/password").text
        #expect(page.matches(of: /type="password"/).count == 3 && page.matches(of: /autocomplete="new-password"/).count == 2)
        #expect(!page.contains("onpaste"))
        let old = try await browser.send("/me/password", ["password_old": DoorStage.password, "password": Self.fresh, "password_again": Self.fresh, "code": "123456", "secret": "of a provider"], key: "grown old")
        #expect(old.status == 403 && old.text.contains("Please send this again"))
        for secret in [DoorStage.password, Self.fresh, "123456", "of a provider"] { #expect(!old.text.contains(secret)) }
    }

    @Test("New recovery codes want a code, so that an open browser is no way in for later", arguments: StageEngine.here)
    func freshCodes(engine: StageEngine) async throws {
        let house = try await DoorStage(engine), amira = try await house.person(), browser = try await house.signedIn(amira)
        #expect(try await browser.read("/me/recovery-codes").status == 200)
        #expect(try await browser.send("/me/recovery-codes").status == 422)
        #expect(try await house.count("recovery_code") == 0)
        browser.later(60)
        let made = try await browser.send("/me/recovery-codes", ["code": amira.code(at: browser.now)])
        #expect(made.status == 200 && made.text.matches(of: /<code>[0-9A-Z]{5}-[0-9A-Z]{5}<\/code>/).count == 10)
        #expect(made.text.contains("the codes of <b>Amira Khan</b>"), "a printed sheet says whose it is")
        #expect(try await house.count("recovery_code") == 10)
        let grace = try await house.person("Grace Obi", .governor, factor: false), without = try await house.signedIn(grace)
        #expect(try await without.read("/me/recovery-codes").next == "/me")
        try await without.read("/me")
        #expect(try await without.send("/me/recovery-codes", ["code": "123456"]).next == "/me")
    }

    @Test("Signing out stands on every page of a signed-in person, and Your sign-in lists where one is signed in")
    func signOutEverywhere() async throws {
        let house = try await DoorStage(), amira = try await house.person(), accounts = AccountsArea(keys: house.keys)
        let whole = House(areas: [PeopleArea(), accounts], store: house.stage.store, trust: "Larkfield", doors: accounts.doors, search: nil)
        let browser = Browser(Door(house: whole, sessions: Sessions(store: house.stage.store)), at: "192.0.2.1", house.start)
        try await browser.signIn(amira)
        for path in ["/me", "/me/password", "/register", "/accounts", "/tablets", "/no-such-page"] { #expect(try await browser.read(path).text.contains("action=\"/sign-out\""), "\(path)") }
        let page = try await browser.read("/me").text
        #expect(page.contains("This browser") && page.contains("192.0.2.1") && page.contains("Sign out everywhere else"))
    }

    @Test("Signing in anew in the same browser ends what was open there", arguments: StageEngine.here)
    func anew(engine: StageEngine) async throws {
        let house = try await DoorStage(engine), amira = try await house.person(), browser = try await house.signedIn(amira)
        let before = browser.key, thief = house.browser()
        browser.later(60)
        try await browser.signIn(amira)
        #expect(browser.key != before)
        #expect(try await browser.isIn)
        thief.cookies["trellis"] = before
        thief.now = browser.now
        #expect(try await !thief.isIn)
    }

    @Test("Keys and remembered devices that open nothing any more are not kept")
    func deadKeys() async throws {
        let house = try await DoorStage(), amira = try await house.person()
        _ = try await house.signedIn(amira, remember: true)
        let kept = try await house.count("session_key")
        _ = try await house.signedIn(amira, now: house.start.adding(seconds: 31 * 86_400))
        #expect(try await house.count("session_key") == kept)
        #expect(try await house.count("remembered_device") == 0)
    }

    @Test("On a full disk a session goes on unnoted, so that records can be read; any other fault is heard")
    func fullDisk() async throws {
        #expect(try await Sessions.unlessDiskIsFull { 1 } == 1)
        #expect(try await Sessions.unlessDiskIsFull { throw StoreProblem.diskFull } as Int? == nil)
        await #expect(throws: StoreProblem.self) { try await Sessions.unlessDiskIsFull { throw StoreProblem.failed("broken") } as Int? }
    }

    @Test("A key has 256 bits that nobody guesses")
    func keys() {
        let keys = (0..<100).map { _ in SecretToken.fresh().text }
        #expect(Set(keys).count == 100)
        for key in keys { #expect([UInt8](base64url: key)?.count == 32) }
    }

    @Test("A picture that another sign-in has seen never becomes the second factor", arguments: StageEngine.here)
    func seenSeed(engine: StageEngine) async throws {
        let house = try await DoorStage(engine), amira = try await house.person(factor: false)
        let thief = house.browser(at: "203.0.113.5"), own = house.browser()
        var seeds: [OneTimeCode] = []
        for browser in [thief, own] {
            _ = try await browser.password(amira.email, DoorStage.password)
            let typed = try #require(try await browser.read("/sign-in/second-factor").text.firstMatch(of: /into the app: <code>([A-Z2-7 ]+)</))
            seeds.append(try #require(OneTimeCode(base32: String(typed.1))))
        }
        #expect(seeds[0] != seeds[1])
        #expect(try await thief.read("/sign-in/second-factor").next == "/sign-in")
        let step = OneTimeCode.step(at: own.now)
        #expect(try await own.send("/sign-in/second-factor", ["code": seeds[0].code(step: step)]).status == 422)
        #expect(try await own.send("/sign-in/second-factor", ["code": seeds[1].code(step: step)]).status == 200)
        #expect(try await own.isIn)
    }

    @Test("A new password does not pass by the second factor")
    func forgotten() async throws {
        let house = try await DoorStage(), amira = try await house.person(), browser = house.browser()
        let token = try await house.stage.act { try $0.invite(amira.account).text }
        try await browser.read("/invitation/\(token)")
        #expect(try await browser.send("/invitation/\(token)", ["password": Self.fresh, "password_again": Self.fresh]).next == "/sign-in/code")
        #expect(try await !browser.isIn)
    }

    @Test("Who asks for a new password gets a letter that says how long its link lasts: a day")
    func letter() async throws {
        let house = try await DoorStage(), amira = try await house.person(), keys = house.keys, browser = house.browser()
        try await house.stage.act { writer in
            _ = try writer.setUpMail(SetUpMail(host: "127.0.0.1", security: .none, sender: "trellis@example.org", publicAddress: "https://trellis.example.org").applied(to: nil), password: nil, keys)
        }
        try await browser.read("/sign-in/forgotten")
        #expect(try await browser.send("/sign-in/forgotten", ["email": amira.email]).status == 200)
        try await LinkRequests(store: house.stage.store, keys: keys).answer(now: house.start)
        let letter = try await house.stage.act { writer in
            try writer.takeLetter()?.message(from: MailAddress("trellis@example.org"), keys).text.plain
        }
        #expect(try #require(letter).contains("until \(house.start.adding(seconds: 86_400).inWords)"))
    }

    @Test("At the door nothing is looked up of who asks for a new password; afterwards only an account gets a letter", arguments: StageEngine.here)
    func strangers(engine: StageEngine) async throws {
        let house = try await DoorStage(engine), amira = try await house.person(), keys = house.keys, store = house.stage.store
        try await house.stage.act { writer in
            _ = try writer.setUpMail(SetUpMail(host: "127.0.0.1", security: .none, sender: "trellis@example.org", publicAddress: "https://trellis.example.org").applied(to: nil), password: nil, keys)
        }
        for (place, email) in [amira.email, "nobody@example.org"].enumerated() {
            let browser = house.browser(at: "192.0.2.\(20 + place)")
            try await browser.read("/sign-in/forgotten")
            #expect(try await browser.send("/sign-in/forgotten", ["email": email]).status == 200)
        }
        let waiting = { try await house.stage.read { try ($0.value("SELECT COUNT(*) FROM link_request", as: Int.self) ?? 0, $0.value("SELECT COUNT(*) FROM invitation", as: Int.self) ?? 0) } }
        let before = try await waiting()
        #expect(before.0 == 2)
        try await LinkRequests(store: store, keys: keys).answer(now: house.start)
        let after = try await waiting()
        #expect(after.0 == 0 && after.1 == before.1 + 1)
        #expect(try await house.stage.act { try $0.takeLetter() != nil })
        #expect(try await house.stage.act { try $0.takeLetter() == nil })
    }

    @Test("Who looks after accounts ends somebody's sign-ins, and takes off a code app that is lost: it is set up anew", arguments: StageEngine.here)
    func byOthers(engine: StageEngine) async throws {
        let house = try await DoorStage(engine), amira = try await house.person(), olive = try await house.person("Olive Penn", .administrator)
        let office = try await house.signedIn(olive), browser = try await house.signedIn(amira)
        try await office.read("/accounts/\(amira.account)")
        #expect(try await office.send("/accounts/\(amira.account)/sign-out").next?.contains("saved=out") == true)
        #expect(try await !browser.isIn)
        #expect(try await office.send("/accounts/\(amira.account)/second-factor").next?.contains("saved=factor") == true)
        let again = house.browser(at: "192.0.2.8")
        #expect(try await again.password(amira.email, DoorStage.password).next == "/sign-in/second-factor")
        #expect(try await !again.isIn)
    }
}

/// Who somebody is, as the door finds it.
struct AccountViewerTests {
    @Test("Whoever has the address of a pupil's contact is family, however its letters are written", arguments: StageEngine.here)
    func family(engine: StageEngine) async throws {
        let house = try await DoorStage(engine), amira = try await house.person(), sam = try await house.stage.pupil(at: house.elm), browser = try await house.signedIn(amira)
        #expect(try await browser.read("/pupils/\(sam.id)").status == 200)
        try await house.stage.act { try $0.execute("UPDATE contact SET email = 'AMIRA.Khan@Example.org' WHERE pupil_id = \(sam.id)") }
        browser.later(6)
        #expect(try await browser.read("/pupils/\(sam.id)").status == 404)
    }
}
