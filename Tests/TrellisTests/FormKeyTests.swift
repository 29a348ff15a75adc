import Access
@testable import Accounts
import AreaKit
import Basics
import Database
import Foundation
import Pages
import Stage
import Testing
@testable import Trellis

/// No other site sends a form in its reader's name: every route that changes something, without exception.
struct FormKeyTests {
    /// A browser of somebody who is signed in.
    struct Signed: Sendable {
        let cookie: String
        /// What stands in the forms of this browser.
        let key: String
    }

    private func sign(_ stage: RoleStage, _ door: Door, _ person: Viewer) async throws -> Signed {
        let account = try #require(person.account), now = stage.stage.now
        let signIn = SignIn(id: .new, account: account, way: "password", place: "192.0.2.1", device: "A browser", shared: false, at: now)
        let cookie = try await door.sessions.begin(signIn, waitsFor: .nothing, as: person.name).text
        let page = try await door.answer(PageRequest(method: .read, path: "/me", cookies: ["trellis": cookie]), now: now)
        let key = try #require(page.text.firstMatch(of: /name="form_key" value="([^"]+)"/)?.1)
        return Signed(cookie: cookie, key: String(key))
    }

    @Test("Without its key, or with somebody else's, no form is taken and nothing changes", arguments: [Role.senco, .administrator])
    func refused(role: Role) async throws {
        let stage = try await RoleStage(), door = Door(house: stage.stage.house, sessions: Sessions(store: stage.stage.store))
        let mine = try await sign(stage, door, stage.person(role)), other = try await sign(stage, door, stage.person(.head))
        #expect(mine.key != other.key)
        let unsafe = stage.stage.house.routes.filter { !$0.method.isSafe }
        #expect(unsafe.count > 50)
        for route in unsafe {
            let path = try await stage.someAddress(route), before = try await rows(stage)
            for (key, cookie) in [("", mine.cookie), (other.key, mine.cookie), (mine.cookie, mine.cookie), (mine.key, other.cookie), (mine.key, "")] {
                let request = PageRequest(method: route.method, path: path, form: FormValues([("form_key", key)]), cookies: cookie.isEmpty ? [:] : ["trellis": cookie])
                let answer = try await door.answer(request, now: stage.stage.now)
                #expect(answer.status == (request.wantsJSON ? 401 : 403), "\(route.name)")
            }
            #expect(try await rows(stage) == before, "\(route.name)")
        }
    }

    @Test("With the key of its own browser each of them is heard")
    func heard() async throws {
        let stage = try await RoleStage(), door = Door(house: stage.stage.house, sessions: Sessions(store: stage.stage.store)), amira = try await stage.person(.senco)
        for route in stage.stage.house.routes where !route.method.isSafe && !route.pattern.hasPrefix("/api/") {
            // Anew for each, for some of them end it.
            let mine = try await sign(stage, door, amira)
            let path = try await stage.someAddress(route)
            let answer = try await door.answer(PageRequest(method: route.method, path: path, form: FormValues([("form_key", mine.key)]), cookies: ["trellis": mine.cookie]), now: stage.stage.now)
            #expect(answer.status != 403, "\(route.name)")
        }
    }

    @Test("Each form that sends gets the key, wherever in its tag it says so; one that asks gets none", arguments: [
        ("<form method=\"post\" action=\"/a\">x</form>", 1), ("<form class=\"no-print\" method=\"post\" action=\"/a\">x</form>", 1),
        ("<form method=\"get\" action=\"/a\"></form><p>method=\"post\"</p>", 0), ("<form class=\"c\" method=\"post\"></form><form method=\"get\"></form><form method=\"post\"></form>", 2),
    ])
    func everyForm(page: String, forms: Int) {
        let keyed = FormKeys.put("KEY", behindEachFormOf: Array(page.utf8)).map { String(decoding: $0, as: UTF8.self) }
        #expect((keyed ?? page).components(separatedBy: "KEY").count - 1 == forms && (keyed ?? page).replacing("KEY", with: "") == page)
        #expect(keyed == nil || keyed?.contains("method=\"post\" action=\"/a\">KEY") == true || forms == 2)
    }

    /// All that a form could have changed leaves an entry; signing in does, too.
    private func rows(_ stage: RoleStage) async throws -> [Int] {
        try await stage.stage.read { reader in
            let tables: [SQL] = ["trail", "session_key", "sign_in_try", "import_upload"]
            return try tables.map { try reader.value("SELECT COUNT(*) FROM \($0)", as: Int.self) ?? 0 }
        }
    }
}

extension RoleStage {
    /// An address of this route: a real one where there is an example.
    fileprivate func someAddress(_ route: Route) async throws -> String {
        do { return try await address(route.pattern, in: own) } catch is NoExample { return route.pattern.replacing("*", with: "1") }
    }
}
