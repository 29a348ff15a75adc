import Access
@testable import Accounts
import Basics
import Database
import Pages
import Stage
import Testing

/// Keys of browsers: when they are given, changed and taken away (OWASP ASVS 5.0, chapter 7).
struct DoorSessionTests {
    @Test("Who is not signed in is sent to sign in and then goes on to where they wanted", arguments: StageEngine.here)
    func arrival(engine: StageEngine) async throws {
        let house = try await DoorStage(engine), amira = try await house.person(), browser = house.browser()
        #expect(try await browser.read("/me/password").next == "/sign-in?next=%2Fme%2Fpassword")
        #expect(try await browser.signIn(amira, next: "/me/password").next == "/me/password")
        #expect(try await browser.isIn)
    }

    @Test("A key that was in the browser before is never the key after, and opens nothing")
    func fixation() async throws {
        let house = try await DoorStage(), amira = try await house.person(), browser = house.browser()
        browser.cookies["trellis"] = "planted-by-somebody-else"
        #expect(try await browser.password(amira.email, DoorStage.password).status == 303)
        let half = try #require(browser.key)
        #expect(half != "planted-by-somebody-else")
        #expect(try await browser.code(amira.code(at: browser.now)).next == "/")
        let whole = try #require(browser.key)
        #expect(whole != half)
        for old in ["planted-by-somebody-else", half] {
            let thief = house.browser()
            thief.cookies["trellis"] = old
            #expect(try await !thief.isIn)
        }
    }

    @Test("The key of a form in one's browser before signing in is of no use after")
    func formKeyChanges() async throws {
        let house = try await DoorStage(), amira = try await house.person(), browser = house.browser()
        try await browser.read("/sign-in")
        let before = browser.formKey
        try await browser.signIn(amira)
        try await browser.read("/me")
        #expect(browser.formKey != before && browser.cookies["trellis-door"] == nil)
        #expect(try await browser.send("/me/sign-out-elsewhere", key: before).status == 403)
    }

    @Test("After an hour the browser gets a new key; the old one is good for a minute more, then for nothing")
    func rotation() async throws {
        let house = try await DoorStage(), amira = try await house.person(), browser = try await house.signedIn(amira)
        let first = try #require(browser.key), old = house.browser()
        old.cookies["trellis"] = first
        for _ in 0..<2 { browser.later(1500); #expect(try await browser.isIn && browser.key == first) }
        browser.later(700)
        #expect(try await browser.isIn)
        let second = try #require(browser.key)
        #expect(second != first)
        old.now = browser.now.adding(seconds: SessionTerms.oldKeyLasts - 1)
        #expect(try await old.isIn)
        old.later(2)
        old.cookies["trellis"] = first
        #expect(try await !old.isIn)
        #expect(try await browser.isIn && browser.key == second)
    }

    static let idle: [(shared: Bool, seconds: Int)] = [(false, 30 * 60), (true, 10 * 60)]

    @Test("Who leaves a browser alone is signed out: sooner on a computer that others use", arguments: idle)
    func leftAlone(shared: Bool, seconds: Int) async throws {
        let house = try await DoorStage(), amira = try await house.person()
        let stays = try await house.signedIn(amira, shared: shared)
        stays.later(seconds - 1)
        #expect(try await stays.isIn)
        stays.later(seconds)
        #expect(try await !stays.isIn)
        #expect(try await stays.read("/me").next?.hasPrefix("/sign-in") == true)
    }

    static let longest: [(shared: Bool, hours: Int)] = [(false, 12), (true, 2)]

    @Test("However busy, a sign-in ends after a working day, or two hours on a computer that others use", arguments: longest)
    func absolute(shared: Bool, hours: Int) async throws {
        let house = try await DoorStage(), amira = try await house.person(), browser = try await house.signedIn(amira, shared: shared)
        for _ in 1..<(hours * 12) {
            browser.later(300)
            #expect(try await browser.isIn)
        }
        browser.later(300)
        #expect(try await !browser.isIn)
    }

    @Test("Half a sign-in sees nothing and does nothing", arguments: [true, false])
    func half(enrolled: Bool) async throws {
        let house = try await DoorStage(), amira = try await house.person(factor: enrolled), browser = house.browser()
        let next = try await browser.password(amira.email, DoorStage.password).next
        let waiting = enrolled ? "/sign-in/code" : "/sign-in/second-factor"
        #expect(next == waiting)
        for path in ["/me", "/me/password", "/register", "/pupils/1", "/accounts", "/"] { #expect(try await browser.read(path).next == waiting, "\(path)") }
        try await browser.read(waiting)
        let trail = try await house.count("trail")
        for path in ["/me/recovery-codes", "/me/sign-out-elsewhere", "/accounts/add"] { #expect(try await browser.send(path, ["name": "Eve"]).next == waiting, "\(path)") }
        #expect(try await browser.read("/sign-in/\(enrolled ? "second-factor" : "code")").next == "/sign-in")
        #expect(try await house.count("trail") == trail)
    }

    @Test("Signing out ends the key and asks the browser to forget")
    func signOut() async throws {
        let house = try await DoorStage(), amira = try await house.person(), browser = try await house.signedIn(amira)
        let key = browser.key
        try await browser.read("/me")
        let answer = try await browser.send("/sign-out")
        #expect(answer.next == "/sign-in" && answer.header("Clear-Site-Data") == "\"cache\", \"storage\"" && browser.key == nil)
        browser.cookies["trellis"] = key
        #expect(try await !browser.isIn)
    }

    @Test("Signing out everywhere else ends the other browsers at once, and keeps this one", arguments: StageEngine.here)
    func everywhere(engine: StageEngine) async throws {
        let house = try await DoorStage(engine), amira = try await house.person()
        let here = try await house.signedIn(amira), there = try await house.signedIn(amira, remember: true, now: house.start.adding(seconds: 60))
        #expect(try await there.isIn)
        try await here.read("/me")
        #expect(try await here.send("/me/sign-out-elsewhere").next == "/me?saved=out")
        #expect(try await here.isIn)
        #expect(try await !there.isIn)
        #expect(try await house.count("remembered_device") == 0)
    }

    @Test("An account that ends today is out at once; one that ended yesterday does not come in")
    func endedAccount() async throws {
        let house = try await DoorStage(), amira = try await house.person(), browser = try await house.signedIn(amira)
        try await house.end(amira.account, on: house.stage.today - 1)
        browser.later(6)
        #expect(try await !browser.isIn)
        let again = house.browser()
        #expect(try await again.password(amira.email, DoorStage.password).status == 422)
    }

    @Test("The day after a role's last day, nothing of it is in sight")
    func endedRole() async throws {
        let house = try await DoorStage(), amira = try await house.person(), browser = try await house.signedIn(amira)
        #expect(try await browser.read("/register").status == 200)
        let today = house.stage.today
        try await house.stage.act { writer in
            for before in try writer.appointments(of: amira.account) {
                var after = before
                after.spell = Spell(starts: before.spell.starts, ends: today - 1)
                try writer.save(Change("appointment.ended", from: before, to: after))
            }
        }
        browser.later(6)
        #expect(try await browser.read("/register").status == 404)
    }

    static let elsewhere = ["//evil.example.org", "/\\evil.example.org", "\\\\evil.example.org", "https://evil.example.org", "http:evil.example.org", "javascript:alert(1)",
                            "evil.example.org", "/\tevil", "/%0d%0aX: 1\r\nX: 2", " /me", "/me\nX: 1", "///evil.example.org", "/\u{2028}x", ""]

    @Test("Signing in leads nowhere else", arguments: elsewhere)
    func openRedirect(next: String) async throws {
        let house = try await DoorStage(), grace = try await house.person("Grace Obi", .governor, factor: false)
        let answer = try await house.browser().signIn(grace, next: next)
        #expect(answer.status == 303)
        #expect(answer.next == "/")
    }

    @Test("Programs never come in by a browser's cookie")
    func programs() async throws {
        let house = try await DoorStage(), amira = try await house.person(), browser = try await house.signedIn(amira)
        #expect(try await browser.read("/api/v1/register").status == 401)
    }

    @Test("Under TLS the cookies bear the name that no other host can set, and are Secure")
    func cookies() async throws {
        let house = try await DoorStage()
        let request = PageRequest(method: .read, path: "/sign-in", isSecure: true)
        let cookie = try #require(try await house.door.answer(request, now: house.start).header("Set-Cookie"))
        #expect(cookie.hasPrefix("__Host-trellis-door=") && cookie.contains("; Secure") && cookie.contains("; HttpOnly") && cookie.contains("; SameSite=Lax") && cookie.contains("; Path=/"))
        #expect(!cookie.contains("Domain"))
    }
}
