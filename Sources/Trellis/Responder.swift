import Access
import AreaKit
import Basics
import Database
import Foundation
import Hummingbird
import Logging
import Oversight
import Pages
import People

/// Takes each request to the house on behalf of the person whose role was chosen.
final class Responder: Sendable {
    private let house: House
    private let server: PageServer
    private let chooser: RoleChooser

    init(store: Store, uploads: String, reach: Reach = Reach(), log: Logger = Logger(label: "trellis"), notesAll: Bool = false) async throws {
        let trust = try await store.read { try $0.trustName() } ?? ""
        house = House(areas: Program.areas, store: store, trust: trust, chooser: chooseRolePath(), search: searchPath())
        let patterns = house.routes.map(\.pattern) + [chooseRolePath().text, assetPath.pattern]
        server = PageServer(uploads: uploads, reach: reach, journal: RequestJournal(log: log, notesAll: notesAll, patterns: patterns))
        chooser = RoleChooser(store: store)
    }

    func respond(to request: Request, from peer: String) async -> Response {
        await server.respond(to: request, from: peer) { try await self.answer($0) }
    }

    private func answer(_ request: PageRequest) async throws -> Answer {
        let now = Instant.fromClock()
        if request.path.hasPrefix("/assets/") {
            return (try? Asset.answer(String(request.path.dropFirst("/assets/".count)), version: request.query["v"])) ?? Answer(status: 404, headers: [], body: .bytes([]))
        }
        if request.path == chooseRolePath().text {
            return try await chooser.answer(request, house.frameForNobody(today: now.dayInEngland), now)
        }
        guard let viewer = try await chooser.viewer(request) else {
            return request.wantsJSON ? .json("{\"problem\":\"choose a role first\"}", status: 401) : .goTo(chooseRolePath())
        }
        return try await house.answer(request, for: viewer, now: now)
    }
}
