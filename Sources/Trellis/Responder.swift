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
    private let sights: SightLog
    private let server: PageServer

    init(_ premises: Premises, reach: Reach = Reach(), log: Logger = Logger(label: "trellis"), notesAll: Bool = false) async throws {
        let store = premises.store, trust = try await store.read { try $0.trustName() } ?? "", areas = premises.areas
        let doors = areas.compactMap { ($0 as? AccountsArea)?.doors }.first ?? FrameDoors()
        let house = House(areas: areas, store: store, trust: trust, doors: doors, search: searchPath())
        sights = house.sights
        let door = Door(house: house, sessions: Sessions(store: store), isDemonstration: premises.isDemonstration)
        let patterns = house.routes.map(\.pattern) + [assetPath.pattern]
        server = PageServer(uploads: premises.uploads, reach: reach, journal: RequestJournal(log: log, notesAll: notesAll, patterns: patterns),
                            admitsFiles: { try await door.isSignedIn($0, now: .fromClock()) }, allowed: house.allowed)
        self.door = door
    }

    func respond(to request: Request, from peer: String) async -> Response {
        await server.respond(to: request, from: peer) { try await self.answer($0) }
    }

    /// Writes whom the last pages showed, before the program ends.
    func writeSights() async { await sights.flush() }

    private func answer(_ request: PageRequest) async throws -> Answer {
        let now = Instant.fromClock()
        if request.path.hasPrefix("/assets/") {
            return (try? Asset.answer(String(request.path.dropFirst("/assets/".count)), version: request.query["v"])) ?? Answer(status: 404, headers: [], body: .bytes([]))
        }
        return try await door.answer(request, now: now)
    }
}
