import Access
import Accounts
import AreaKit
import Basics
import Database
import Foundation
import Hummingbird
import Logging
import Oversight
import Pages
import Papers
import People

/// Takes each request to the door of the house.
final class Responder: Sendable {
    private let door: Door
    private let server: PageServer

    init(store: Store, uploads: String, keys: KeyRing, papers: PaperStore? = nil, isDemonstration: Bool = false, reach: Reach = Reach(), journal: Logger? = nil) async throws {
        let trust = try await store.read { try $0.trustName() } ?? "", areas = Program.areas(keys: keys, papers: papers, isDemonstration: isDemonstration)
        let doors = areas.compactMap { ($0 as? AccountsArea)?.doors }.first ?? FrameDoors()
        let house = House(areas: areas, store: store, trust: trust, doors: doors, search: searchPath())
        door = Door(house: house, sessions: Sessions(store: store), isDemonstration: isDemonstration)
        let patterns = house.routes.map(\.pattern) + [assetPath.pattern]
        server = PageServer(uploads: uploads, reach: reach, journal: RequestJournal(log: journal ?? Logger(label: "trellis"), notesAll: journal != nil, patterns: patterns))
    }

    func respond(to request: Request, from peer: String) async -> Response {
        await server.respond(to: request, from: peer) { try await self.answer($0) }
    }

    private func answer(_ request: PageRequest) async throws -> Answer {
        let now = Instant.fromClock()
        if request.path.hasPrefix("/assets/") {
            return (try? Asset.answer(String(request.path.dropFirst("/assets/".count)), version: request.query["v"])) ?? Answer(status: 404, headers: [], body: .bytes([]))
        }
        return try await door.answer(request, now: now)
    }
}
