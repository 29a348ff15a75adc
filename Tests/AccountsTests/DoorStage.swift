import Access
@testable import Accounts
import AreaKit
import Basics
import Database
import Mail
import Pages
import People
import Stage

/// A trust with its door, at which browsers knock; time stands still until a test moves it.
final class DoorStage: Sendable {
    let stage: Stage
    let door: Door
    let keys = KeyRing.fresh()
    let elm: School

    static let password = "otter lantern gravel"

    init(_ engine: StageEngine = .sqlite) async throws {
        stage = try await Stage(engine, areas: [PeopleArea(), AccountsArea(keys: keys)], below: mailMigrations)
        door = Door(house: stage.house, sessions: Sessions(store: stage.store))
        elm = try await stage.school()
    }

    var start: Instant { stage.now }

    func browser(at address: String = "192.0.2.1") -> Browser { Browser(door, at: address, start) }

    /// Somebody with an account, a password and perhaps a code app.
    func person(_ name: String = "Amira Khan", _ role: Role? = .senco, factor: Bool = true) async throws -> Person {
        let hash = try await Self.kept.value, today = stage.today, keys = keys, elm = elm.id
        return try await stage.act { writer in
            let account = try writer.add(AddAccount(name: name, email: "\(name.folded.replacing(" ", with: "."))@example.org"))
            if let role { try writer.give(GiveRole(role: role.rawValue, school: role.needsSchool ? elm : nil, starts: today - 30), to: account, by: RoleGiver(.operator)) }
            try writer.keepPassword(hash, of: account.id)
            guard factor else { return Person(account: account.id, email: account.email, seed: nil) }
            let seed = try writer.seedToEnrol(account.id, keys)
            // Set up half an hour ago, so that the code of this moment is fresh.
            try writer.execute("UPDATE account_secret SET second_factor = second_factor_new, second_factor_new = NULL WHERE account_id = \(account.id)")
            guard let before = try writer.one(account.id, of: Account.self) else { throw NotFound() }
            var after = before
            after.secondFactorSince = today
            try writer.save(Change("account.secondFactorSet", from: before, to: after))
            return Person(account: account.id, email: account.email, seed: seed)
        }
    }

    struct Person: Sendable {
        let account: AccountID
        let email: String
        let seed: OneTimeCode?

        func code(at now: Instant) -> String { seed?.code(step: OneTimeCode.step(at: now)) ?? "" }
    }

    /// A browser in which this person is signed in.
    func signedIn(_ person: Person, shared: Bool = false, remember: Bool = false, at address: String = "192.0.2.1", now: Instant? = nil) async throws -> Browser {
        let browser = browser(at: address)
        if let now { browser.now = now }
        try await browser.signIn(person, shared: shared, remember: remember)
        return browser
    }

    func end(_ account: AccountID, on day: Day) async throws {
        try await stage.act { writer in
            guard let before = try writer.one(account, of: Account.self) else { throw NotFound() }
            try writer.close(before, on: day)
        }
    }

    func count(_ table: SQL) async throws -> Int { try await stage.read { try $0.value("SELECT COUNT(*) FROM \(table)", as: Int.self) ?? 0 } }

    /// Computed once for all tests: it takes its time on purpose.
    private static let kept = Task { try PasswordHash.made(of: password) }
}

/// A browser: keeps its cookies, and sends the key that stood in the form of the last page.
final class Browser {
    let door: Door
    let address: String
    var cookies: [String: String] = [:]
    var formKey = ""
    var now: Instant

    init(_ door: Door, at address: String, _ now: Instant) { (self.door, self.address, self.now) = (door, address, now) }

    var key: String? { cookies["trellis"] }

    func later(_ seconds: Int) { now = now.adding(seconds: seconds) }

    @discardableResult
    func read(_ path: String) async throws -> Answer {
        let halves = path.split(separator: "?", maxSplits: 1), query = FormValues(encoded: halves.count > 1 ? String(halves[1]) : "")
        return try await ask(PageRequest(method: .read, path: String(halves[0]), query: query, cookies: cookies, address: address))
    }

    /// - Parameter key: what stands in the form; nil for what the last page put there.
    @discardableResult
    func send(_ path: String, _ form: KeyValuePairs<String, String> = [:], key: String? = nil) async throws -> Answer {
        let pairs = form.map { (name: $0.key, text: $0.value) } + [(name: "form_key", text: key ?? formKey)]
        return try await ask(PageRequest(method: .send, path: path, form: FormValues(pairs.map { ($0.name, $0.text) }), cookies: cookies, address: address))
    }

    private func ask(_ request: PageRequest) async throws -> Answer {
        let answer = try await door.answer(request, now: now)
        for (name, value) in answer.headers where name == "Set-Cookie" { keep(value) }
        if let found = answer.text.firstMatch(of: /name="form_key" value="([^"]*)"/) { formKey = String(found.1) }
        return answer
    }

    private func keep(_ cookie: String) {
        let pair = cookie.split(separator: ";")[0].split(separator: "=", maxSplits: 1).map(String.init)
        cookies[pair[0]] = cookie.contains("Max-Age=0") ? nil : pair.count > 1 ? pair[1] : ""
    }

    /// Mail address and password; where the house then asks for a code, that too.
    @discardableResult
    func signIn(_ person: DoorStage.Person, shared: Bool = false, remember: Bool = false, next: String = "") async throws -> Answer {
        let answer = try await password(person.email, DoorStage.password, shared: shared, next: next)
        guard answer.next?.hasPrefix("/sign-in/code") == true else { return answer }
        return try await code(person.code(at: now), remember: remember, next: next)
    }

    func password(_ email: String, _ password: String, shared: Bool = false, next: String = "") async throws -> Answer {
        try await read("/sign-in")
        return try await send("/sign-in", ["email": email, "password": password, "shared": shared ? "yes" : "", "next": next])
    }

    func code(_ code: String, remember: Bool = false, next: String = "") async throws -> Answer {
        try await read("/sign-in/code")
        return try await send("/sign-in/code", ["code": code, "remember": remember ? "yes" : "", "next": next])
    }

    /// Whether this browser opens a page of its person.
    var isIn: Bool {
        get async throws { try await read("/me").status == 200 }
    }
}
