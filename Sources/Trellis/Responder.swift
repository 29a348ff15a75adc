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
    private let log = Logger(label: "trellis")

    init(store: Store, uploads: String, keys: KeyRing, papers: PaperStore? = nil, isDemonstration: Bool = false) async throws {
        let trust = try await store.read { try $0.trustName() } ?? "", areas = Program.areas(keys: keys, papers: papers, isDemonstration: isDemonstration)
        let doors = areas.compactMap { ($0 as? AccountsArea)?.doors }.first ?? FrameDoors()
        let house = House(areas: areas, store: store, trust: trust, doors: doors, search: searchPath())
        door = Door(house: house, sessions: Sessions(store: store), isDemonstration: isDemonstration)
        server = PageServer(uploads: uploads)
    }

    func respond(to request: Request, from peer: String) async -> Response {
        do {
            try refuseOtherHosts(request)
            let asked = try await server.request(request, from: peer)
            defer { asked.files.forEach { try? FileManager.default.removeItem(atPath: $0.path) } }
            return server.response(try await answer(asked))
        } catch let refused as PageServer.Refused {
            return server.refusal(refused)
        } catch {
            // No names here: an address holds numbers only, and the error is the store's own.
            log.error("\(request.method) \(request.uri.path): \(error)")
            return server.refusal(.init(status: 500, "Something went wrong on our side. Nothing was saved. Try again; if it happens again, tell whoever runs Trellis, with the time."))
        }
    }

    private func answer(_ request: PageRequest) async throws -> Answer {
        let now = Instant.fromClock()
        if request.path.hasPrefix("/assets/") {
            return (try? Asset.answer(String(request.path.dropFirst("/assets/".count)))) ?? Answer(status: 404, headers: [], body: .bytes([]))
        }
        return try await door.answer(request, now: now)
    }

    /// Only this computer may ask, by its own name: a page elsewhere can't point a name of its own at it.
    private func refuseOtherHosts(_ request: Request) throws {
        let host = (request.head.authority ?? "").split(separator: ":").first.map(String.init) ?? ""
        guard ["127.0.0.1", "localhost"].contains(host) else {
            throw PageServer.Refused(status: 421, "Trellis answers only at 127.0.0.1 until sign-in is set up.")
        }
    }
}
