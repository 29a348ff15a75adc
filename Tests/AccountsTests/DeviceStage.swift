import Access
@testable import Accounts
import AreaKit
import Basics
import Database
import Mail
import Pages
import People
import Stage
import Testing

/// The tables of mail, which the program adds beside the areas.
private struct MailTables: Area {
    let name = "Mail"
    let migrations = mailMigrations
}

/// Elm and Oak with their people, behind the real door.
struct DeviceStage {
    let stage: Stage
    let keys = KeyRing.fresh()
    let door: Door
    let elm: School, oak: School
    /// Sam is at Elm, Nora at Oak.
    let sam: Pupil, nora: Pupil

    init(_ engine: StageEngine) async throws {
        let accounts = AccountsArea(keys: keys)
        stage = try await Stage(engine, areas: [PeopleArea(beside: [accounts]), accounts, MailTables()])
        elm = try await stage.school()
        oak = try await stage.school("Oak Primary School", urn: "999002")
        sam = try await stage.pupil(at: elm, upn: Stage.upn(1), provision: "K")
        nora = try await stage.pupil("Nora", "Quill", at: oak, upn: Stage.upn(2), provision: "K")
        door = Door(house: stage.house, sessions: Sessions(store: stage.store))
    }

    /// Somebody with one role.
    func person(_ name: String, _ role: Role, at school: School? = nil, password: String? = nil) async throws -> Account {
        let hash = try password.map { try PasswordHash.made(of: $0) }, classes: [ClassID] = role.reach == .taught ? [ClassID(1)] : []
        return try await stage.act { writer in
            let account = try writer.add(AddAccount(name: name, email: "\(name.folded.replacing(" ", with: "."))@example.org"))
            try writer.give(GiveRole(role: role.rawValue, school: school?.id, classes: classes, starts: Stage.september), to: account, by: RoleGiver(.operator))
            if let hash { try writer.keepPassword(hash, of: account.id) }
            return account
        }
    }

    func amira() async throws -> Account { try await person("Amira Khan", .senco, at: elm) }

    func viewer(_ account: Account) async throws -> Viewer {
        let now = stage.now, today = stage.today
        let found = try await stage.read { reader in try reader.viewer(of: account.id, on: today, at: now) }
        return try #require(found)
    }

    func events(_ name: String) async throws -> Int {
        try await stage.read { try $0.value("SELECT COUNT(*) FROM trail WHERE event = \(name)", as: Int.self) ?? 0 }
    }
}

/// One browser, with its cookies and its own clock.
final class Seat {
    private let here: DeviceStage
    var cookies: [String: String] = [:]
    var secondsLater = 0
    private let isPhone: Bool

    init(_ here: DeviceStage, isPhone: Bool = false) { (self.here, self.isPhone) = (here, isPhone) }

    /// Sits down as somebody who has shown password and code.
    convenience init(_ here: DeviceStage, as account: Account, on tablet: [String: String] = [:], secondsLater: Int = 0) async throws {
        self.init(here)
        self.secondsLater = secondsLater
        cookies = tablet
        let now = now
        let token = try await here.stage.store.write(Act(who: account.name, account: account.id, at: now, way: .page)) { writer in
            try writer.begin(SignIn(id: .new, account: account.id, way: "password", place: "", device: "A browser", shared: false, at: now), waitsFor: .nothing)
        }
        cookies["trellis"] = token.text
    }

    var now: Instant { here.stage.now.adding(seconds: secondsLater) }
    /// What a tablet keeps when its reader signs out.
    var tablet: [String: String] { cookies.filter { $0.key == "trellis-tablet" } }

    @discardableResult
    func open(_ path: String) async throws -> Answer { try await ask(.read, path, FormValues()) }

    /// Sends a form, with the key that its page carried.
    @discardableResult
    func send(_ path: String, _ form: KeyValuePairs<String, String> = [:]) async throws -> Answer {
        if cookies["trellis"] == nil, cookies["trellis-door"] == nil { try await open("/sign-in?with=password") }
        let request = PageRequest(method: .send, path: path, cookies: cookies)
        let session = try await here.stage.read { [cookies, now] reader in try cookies["trellis"].flatMap { try reader.session(SecretToken(text: $0), at: now) } }
        return try await ask(.send, path, FormValues([("form_key", FormKeys(request, session).text)] + form.map { ($0.key, $0.value) }))
    }

    private func ask(_ method: PageRequest.Method, _ path: String, _ form: FormValues) async throws -> Answer {
        let halves = path.split(separator: "?", maxSplits: 1)
        let agent = isPhone ? "Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile Safari/537.36" : "Mozilla/5.0 Chrome/140.0"
        let request = PageRequest(method: method, path: String(halves[0]), query: FormValues(encoded: halves.count > 1 ? String(halves[1]) : ""), form: form,
                                  cookies: cookies, headers: ["user-agent": agent], address: "192.0.2.7")
        let answer = try await here.door.answer(request, now: now)
        for (name, value) in answer.cookies { cookies[name] = value.isEmpty ? nil : value }
        if answer.isPage { try PageCheck(answer.text).check(path) }
        return answer
    }
}
