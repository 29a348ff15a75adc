import Access
@testable import Accounts
import AreaKit
import Basics
import Database
import Pages
import People
import Stage
import Testing

/// A house whose people come from a provider.
struct OpenIDStage {
    let stage: Stage
    let acted = ActedProvider()
    let keys = KeyRing.fresh()
    let provider: SignInProvider
    let elm: School
    let door: Door

    init(_ engine: StageEngine, asksSecondFactor: Bool = true) async throws {
        let area = AccountsArea(keys: keys, fetch: acted.fetch)
        stage = try await Stage(engine, areas: [PeopleArea(), area])
        elm = try await stage.school()
        provider = try await stage.act { [keys, acted] writer in
            try writer.add(AddSignInProvider(name: "Here", issuer: acted.issuer, clientID: "trellis", domains: "elm.example.org", asksSecondFactor: asksSecondFactor), secret: "between us", keys)
        }
        door = Door(house: stage.house, sessions: Sessions(store: stage.store))
    }

    func ask(_ path: String, cookies: [String: String] = [:], secondsLater: Int = 0) async throws -> Answer {
        let halves = path.split(separator: "?", maxSplits: 1)
        let request = PageRequest(method: .read, path: String(halves[0]), query: FormValues(encoded: halves.count > 1 ? String(halves[1]) : ""), cookies: cookies, headers: ["host": "send.example.org"], address: "192.0.2.1", isSecure: true)
        return try await door.answer(request, now: stage.now.adding(seconds: secondsLater))
    }

    /// Goes to the provider: what it was asked, and the cookie.
    func leave(next: String = "", secondsLater: Int = 0) async throws -> (query: FormValues, cookie: [String: String]) {
        let answer = try await ask("/sign-in/with/\(provider.id)?next=\(next)", secondsLater: secondsLater)
        let away = try #require(answer.next)
        #expect(answer.status == 303 && away.hasPrefix("https://id.example.org/authorize?"))
        return (FormValues(encoded: String(away.split(separator: "?")[1])), answer.cookies)
    }

    /// Goes there and comes back as the person whom these claims describe.
    func signIn(_ claims: [String: ClaimValue] = [:], secondsLater: Int = 0, daysLater: Int = 0, state: String? = nil, nonce: String? = nil, cookie: [String: String]? = nil) async throws -> Answer {
        let day = daysLater * 86_400, secondsLater = day + secondsLater
        let away = try await leave(secondsLater: day)
        let seconds = (stage.now.milliseconds / 1000) + secondsLater
        let usual: [String: ClaimValue] = [
            "iss": .text(acted.issuer), "aud": .text("trellis"), "sub": .text("person-7"), "iat": .number(seconds), "exp": .number(seconds + 600), "nonce": .text(nonce ?? away.query["nonce"]),
            "email": .text("amira.khan@elm.example.org"), "email_verified": .flag(true), "name": .text("Amira Khan"),
        ]
        acted.says(usual.merging(claims) { $1 })
        return try await ask("/sign-in/callback?code=a-code&state=\(state ?? away.query["state"])", cookies: cookie ?? away.cookie, secondsLater: secondsLater)
    }

    /// Each of these groups makes people SENCO of Elm.
    func rules(_ groups: [String]) async throws {
        try await stage.act { [provider, elm, today = stage.today] writer in
            for group in groups { try writer.add(AddSignInRule(domain: "elm.example.org", group: group, role: "senco", school: elm.id), to: provider.id, by: RoleGiver(.operator), on: today) }
        }
    }

    /// The roles of the one account there is.
    func roles() async throws -> [Appointment] { try await stage.read { try $0.all(Appointment.self, "ORDER BY id") } }

    func accounts() async throws -> [Account] { try await stage.read { try $0.all(Account.self, "ORDER BY id") } }

    func amira() async throws -> Account {
        try await stage.act { [elm] writer in
            let account = try writer.add(AddAccount(name: "Amira Khan", email: "amira.khan@elm.example.org"))
            try writer.give(GiveRole(role: "senco", school: elm.id, starts: Stage.september), to: account, by: RoleGiver(.operator))
            return account
        }
    }
}

extension Answer {
    var cookies: [String: String] {
        Dictionary(headers.filter { $0.0 == "Set-Cookie" }.map { header in
            let pair = header.1.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
            return (String(pair[0]), pair.count > 1 ? String(pair[1]) : "")
        }) { $1 }
    }

    var signsIn: Bool { status == 303 && cookies["__Host-trellis"].map { !$0.isEmpty } == true }
}

@Suite("Signing in through a provider")
struct SignInWithTests {
    @Test("The journey there carries a challenge, a state and a nonce, and a cookie that ties it to this browser", arguments: StageEngine.here)
    func leaving(engine: StageEngine) async throws {
        let here = try await OpenIDStage(engine), first = try await here.leave(), second = try await here.leave()
        #expect(first.query["response_type"] == "code" && first.query["client_id"] == "trellis" && first.query["code_challenge_method"] == "S256")
        #expect(first.query["redirect_uri"] == "https://send.example.org/sign-in/callback" && first.query["scope"].contains("openid"))
        for name in ["state", "nonce", "code_challenge"] { #expect(first.query[name].count == 43 && first.query[name] != second.query[name]) }
        #expect(first.cookie["__Host-trellis-errand"]?.count == 43)
        let kept = try await here.stage.read { try $0.column("SELECT state FROM sign_in_errand", as: String.self) }
        #expect(kept.count == 2 && !kept.contains(first.query["state"]))
    }

    @Test("Somebody with an account comes in, again and again, even under a new address", arguments: StageEngine.here)
    func known(engine: StageEngine) async throws {
        let here = try await OpenIDStage(engine), amira = try await here.amira()
        #expect(try await here.signIn().signsIn)
        #expect(try await here.signIn(["email": .text("a.marsh@elm.example.org")]).signsIn)
        #expect(try await here.accounts() == [amira])
        let token = try #require(here.acted.asked.last { $0.form != nil })
        #expect(token.form?.contains("code_verifier=") == true && token.authorization?.hasPrefix("Basic ") == true && token.form?.contains("between") == false)
        let signIns = try await here.stage.read { try $0.all(SignIn.self, "ORDER BY id") }
        #expect(signIns.map(\.way) == ["openid", "openid"] && signIns.allSatisfy { $0.account == amira.id })
        let trail = try await here.stage.read { try $0.column("SELECT event FROM trail", as: String.self) }
        #expect(trail.contains("signInSubject.linked") && trail.contains("provider.added"))
    }

    @Test("Another person with the same address does not get the account", arguments: StageEngine.here)
    func reused(engine: StageEngine) async throws {
        let here = try await OpenIDStage(engine)
        _ = try await here.amira()
        #expect(try await here.signIn().signsIn)
        let second = try await here.signIn(["sub": .text("person-8")])
        #expect(second.status == 403 && !second.signsIn && second.text.contains("Another person"))
    }

    @Test("Without an account and without a rule nobody comes in, and no account is made", arguments: StageEngine.here)
    func noRule(engine: StageEngine) async throws {
        let here = try await OpenIDStage(engine), answer = try await here.signIn()
        #expect(answer.status == 403 && !answer.signsIn && answer.text.contains("invite you"))
        #expect(try await here.accounts().isEmpty)
        try PageCheck(answer.text).check("callback")
    }

    @Test("A rule makes an account with its role, once", arguments: StageEngine.here)
    func rule(engine: StageEngine) async throws {
        let here = try await OpenIDStage(engine), elm = here.elm, today = here.stage.today
        try await here.stage.act { [provider = here.provider] in
            try $0.add(AddSignInRule(domain: "elm.example.org", group: "sencos", role: "senco", school: elm.id), to: provider.id, by: RoleGiver(.operator), on: today)
        }
        #expect(try await !here.signIn(["groups": .list(["cooks"])]).signsIn)
        #expect(try await here.signIn(["groups": .list(["sencos"])]).signsIn)
        #expect(try await here.signIn(["groups": .list(["sencos"])]).signsIn)
        let account = try #require(try await here.accounts().first)
        let appointments = try await here.stage.read { try $0.appointments(of: account.id) }
        #expect(try await here.accounts().count == 1 && account.name == "Amira Khan" && appointments.map(\.role) == ["senco"] && appointments.first?.school == elm.id)
    }

    @Test("Two groups that give the same role give it once", arguments: StageEngine.here)
    func twoGroups(engine: StageEngine) async throws {
        let here = try await OpenIDStage(engine)
        try await here.rules(["sencos", "leads"])
        #expect(try await here.signIn(["groups": .list(["sencos", "leads"])]).signsIn)
        #expect(try await here.roles().map(\.role) == ["senco"])
        #expect(try await here.signIn(["groups": .list(["leads"])], daysLater: 1).signsIn)
        #expect(try await here.roles().first?.spell.ends == nil, "the other group still gives it")
    }

    @Test("Whoever has left a group loses the role that it gave at the next sign-in, and no other", arguments: StageEngine.here)
    func leftGroup(engine: StageEngine) async throws {
        let here = try await OpenIDStage(engine), today = here.stage.today
        try await here.rules(["sencos"])
        #expect(try await here.signIn(["groups": .list(["sencos"])]).signsIn)
        let account = try #require(try await here.accounts().first)
        try await here.stage.act { [elm = here.elm.id] in
            try $0.give(GiveRole(role: "exams-officer", school: elm, starts: today), to: account, by: RoleGiver(.operator))
        }
        #expect(try await here.signIn(["groups": .list(["sencos"])], daysLater: 1).signsIn)
        #expect(try await here.roles().allSatisfy { $0.spell.ends == nil })
        #expect(try await here.signIn(["_claim_names": .names(["groups": "src1"])], daysLater: 1).signsIn)
        #expect(try await here.roles().allSatisfy { $0.spell.ends == nil }, "too many groups to name is not none")
        #expect(try await here.signIn(["groups": .list(["cooks"])], daysLater: 1).signsIn)
        #expect(try await here.roles().map(\.spell.ends) == [today, nil])
        let viewer = try await here.stage.read { try $0.viewer(of: account.id, on: today + 1, at: here.stage.now.adding(seconds: 86_400)) }
        #expect(viewer?.parts.map(\.role) == [.examsOfficer])
        let trail = try await here.stage.read { try $0.column("SELECT t.who FROM trail t JOIN trail_value v ON v.trail_id = t.id WHERE t.event = 'appointment.ended' AND v.reason = \(LeaveGroups.reason)", as: String.self) }
        #expect(trail == ["Sign-in with Here"])
        #expect(try await here.signIn(daysLater: 1).signsIn)
        #expect(try await here.stage.read { try $0.value("SELECT COUNT(*) FROM trail WHERE event = 'appointment.ended'", as: Int.self) } == 1, "once")
    }

    @Test("A role given and lost on one day is gone at once", arguments: StageEngine.here)
    func leftOnTheSameDay(engine: StageEngine) async throws {
        let here = try await OpenIDStage(engine)
        try await here.rules(["sencos"])
        #expect(try await here.signIn(["groups": .list(["sencos"])]).signsIn)
        #expect(try await here.signIn(["groups": .list([])]).signsIn)
        #expect(try await here.roles().isEmpty)
        #expect(try await here.stage.read { try $0.value("SELECT COUNT(*) FROM trail WHERE event = 'appointment.withdrawn'", as: Int.self) } == 1)
    }

    @Test("What is wrong lets nobody in", arguments: ["state", "cookie", "no cookie", "nonce", "aud", "iss", "exp", "late", "sub", "error"])
    func refused(fault: String) async throws {
        let here = try await OpenIDStage(.sqlite)
        _ = try await here.amira()
        let now = here.stage.now.milliseconds / 1000
        let answer: Answer = switch fault {
        case "state": try await here.signIn(state: String(repeating: "A", count: 43))
        case "cookie": try await here.signIn(cookie: ["__Host-trellis-errand": String(repeating: "B", count: 43)])
        case "no cookie": try await here.signIn(cookie: [:])
        case "nonce": try await here.signIn(nonce: "another")
        case "aud": try await here.signIn(["aud": .text("another")])
        case "iss": try await here.signIn(["iss": .text("https://another.example.org")])
        case "exp": try await here.signIn(["exp": .number(now - 100)])
        case "late": try await here.signIn(secondsLater: 601)
        case "sub": try await here.signIn(["sub": .text("")])
        default: try await {
            let away = try await here.leave()
            return try await here.ask("/sign-in/callback?error=access_denied&error_description=%3Cb%3Eread+me%3C/b%3E&state=\(away.query["state"])", cookies: away.cookie)
        }()
        }
        #expect(answer.status == 403 && !answer.signsIn && !answer.text.contains("read me"), "\(fault)")
        #expect(try await here.stage.read { try $0.value("SELECT COUNT(*) FROM sign_in", as: Int.self) } == 0)
    }

    @Test("Nobody comes back twice from one journey", arguments: StageEngine.here)
    func replay(engine: StageEngine) async throws {
        let here = try await OpenIDStage(engine)
        _ = try await here.amira()
        let away = try await here.leave(), seconds = here.stage.now.milliseconds / 1000
        here.acted.says(["iss": .text(here.acted.issuer), "aud": .text("trellis"), "sub": .text("person-7"), "iat": .number(seconds), "exp": .number(seconds + 600), "nonce": .text(away.query["nonce"]),
                         "email": .text("amira.khan@elm.example.org"), "email_verified": .flag(true)])
        let back = "/sign-in/callback?code=a-code&state=\(away.query["state"])"
        #expect(try await here.ask(back, cookies: away.cookie).signsIn)
        #expect(try await here.ask(back, cookies: away.cookie).status == 403)
    }

    @Test("A turned key is asked for once, and strangers can't make us ask again and again")
    func rotation() async throws {
        let here = try await OpenIDStage(.sqlite)
        _ = try await here.amira()
        #expect(try await here.signIn().signsIn)
        here.acted.turnKey()
        #expect(try await !here.signIn(secondsLater: 5).signsIn, "asked for a moment ago")
        #expect(try await here.signIn(secondsLater: 11).signsIn)
        here.acted.signsAs("forged")
        for second in 12..<20 { #expect(try await !here.signIn(secondsLater: second).signsIn) }
        #expect(here.acted.asked.count { $0.address.hasSuffix("/keys") } == 2)
        #expect(here.acted.asked.count { $0.address.hasSuffix("configuration") } == 1)
    }

    @Test("Where the provider asks for no second factor, Trellis does", arguments: [(true, "/"), (false, "/sign-in/second-factor")])
    func secondFactor(asks: Bool, next: String) async throws {
        let here = try await OpenIDStage(.sqlite, asksSecondFactor: asks)
        _ = try await here.amira()
        #expect(try await here.signIn().next == next)
    }

    @Test("A provider that names itself otherwise, or unsafe addresses, is not asked further", arguments: [
        #"{"issuer":"https://other.example.org","authorization_endpoint":"https://id.example.org/a","token_endpoint":"https://id.example.org/t","jwks_uri":"https://id.example.org/k"}"#,
        #"{"issuer":"https://id.example.org","authorization_endpoint":"javascript:alert(1)","token_endpoint":"https://id.example.org/t","jwks_uri":"https://id.example.org/k"}"#,
        #"{"issuer":"https://id.example.org","authorization_endpoint":"https://id.example.org/a","token_endpoint":"http://id.example.org/t","jwks_uri":"https://id.example.org/k"}"#,
        #"{"issuer":"https://id.example.org"}"#, "<html>", "",
    ])
    func badDiscovery(words: String) async throws {
        let client = ProviderClient { _ in WebAnswer(status: 200, body: Array(words.utf8)) }
        await #expect(throws: OpenIDRefusal.unreachable) {
            try await client.authorization(at: IDTokenTests.provider, .fresh(), redirect: "https://send.example.org/sign-in/callback", now: IDTokenTests.now)
        }
    }

    @Test("The challenge is the one of RFC 7636's method: the digest of the verifier")
    func challenge() {
        let errand = SignInErrand.fresh()
        #expect(errand.verifier.count == 43 && errand.challenge.count == 43 && Set([errand.state, errand.nonce, errand.verifier, errand.challenge, errand.secret.text]).count == 5)
    }
}
