import Access
@testable import Accounts
import AreaKit
import Basics
import Database
import Pages
import Stage
import Testing
@testable import Trellis

/// The house does what docs/roles.md says: every route, for every role.
struct RoleTableTests {
    @Test("The table has one line for each route, each with a mark for each role, and none besides")
    func whole() async throws {
        let routes = try await RoleStage().stage.house.routes.map(\.name)
        let table = try RoleTable.read(), names = table.lines.map(\.route)
        #expect(table.faults == [])
        #expect(Set(names).count == names.count, "a route stands there twice")
        for name in Set(routes).subtracting(names).sorted() { Issue.record("docs/roles.md has no line for \(name)") }
        for name in Set(names).subtracting(routes).sorted() { Issue.record("docs/roles.md has a line for \(name), which is no route") }
        for line in table.lines { #expect(line.cells.count == RoleTable.columns.count, "\(line.route)") }
    }

    @Test("Each role finds what the table says, and of the rest not even that it is there", arguments: RoleTable.columns)
    func marks(role: Role) async throws {
        let table = try RoleTable.read(), stage = try await RoleStage(), viewer = try await stage.person(role)
        for route in stage.stage.house.routes {
            guard let said = table.line(route)?.cells[role] else { continue }
            let found: RoleTable.Cell
            do { found = try await stage.mark(route, viewer, role) } catch is NoExample {
                // What its row is like, its own area's tests show; here, who may ask at all.
                #expect(viewer.may(route.permission) == (said != .no), "\(route.name) for \(role.label): the table says \(said.rawValue)")
                continue
            }
            #expect(found == said, "\(route.name) for \(role.label): the table says \(said.rawValue), the house does \(found.rawValue)")
        }
    }

    @Test("Who has not signed in is asked to, by a page or in JSON, but for the few pages that are for anybody")
    func strangers() async throws {
        let table = try RoleTable.read(), stage = try await RoleStage()
        let door = Door(house: stage.stage.house, sessions: Sessions(store: stage.stage.store))
        for route in stage.stage.house.routes {
            let path = (try? await stage.address(route.pattern, in: stage.own)) ?? route.pattern.replacing("*", with: "1")
            let request = PageRequest(method: .read, path: path)
            let opens = route.permission == .arrive
            #expect(table.line(route)?.anybody == (opens ? .yes : .no), "\(route.name)")
            guard !opens, stage.stage.house.route(request)?.permission != .arrive else { continue }
            let answer = try await door.answer(request, now: stage.stage.now)
            if request.wantsJSON { #expect(answer.status == 401, "\(route.name)") } else { #expect(answer.status == 303 && answer.next?.hasPrefix("/sign-in") == true, "\(route.name)") }
        }
    }
}

extension RoleStage {
    /// What the house does: found everywhere, only what is in sight, or not at all.
    func mark(_ route: Route, _ viewer: Viewer, _ role: Role) async throws -> RoleTable.Cell {
        if try await status(route, viewer, in: own) == 404 { return .no }
        if !route.pattern.contains("*") { return .yes }
        if try await status(route, viewer, in: far) == 404 { return try await nearIsRight(route, viewer, role) ? .own : .yes }
        return .yes
    }

    /// Whether those who see only their own pupils do not find another pupil of the same school.
    private func nearIsRight(_ route: Route, _ viewer: Viewer, _ role: Role) async throws -> Bool {
        if role.reach == .school || !route.pattern.contains("/pupils/*") { return true }
        return try await status(route, viewer, in: near) == 404
    }
}
