import Access
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

/// Takes each request to the house on behalf of the person whose role was chosen.
final class Responder: Sendable {
    private let house: House
    private let server: PageServer
    private let chooser: RoleChooser
    private let log = Logger(label: "trellis")

    init(store: Store, uploads: String, papers: PaperStore? = nil) async throws {
        let trust = try await store.read { try $0.trustName() } ?? ""
        house = House(areas: Program.areas(papers: papers), store: store, trust: trust, chooser: chooseRolePath(), search: searchPath())
        server = PageServer(uploads: uploads)
        chooser = RoleChooser(store: store)
    }

    func respond(to request: Request) async -> Response {
        do {
            try refuseOtherHosts(request)
            let asked = try await server.request(request)
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
        if request.path == chooseRolePath().text {
            return try await chooser.answer(request, house.frameForNobody(today: now.dayInEngland), now)
        }
        guard let viewer = try await chooser.viewer(request) else {
            return request.wantsJSON ? .json("{\"problem\":\"choose a role first\"}", status: 401) : .goTo(chooseRolePath())
        }
        return try await house.answer(request, for: viewer, now: now)
    }

    /// Only this computer may ask, by its own name: a page elsewhere can't point a name of its own at it.
    private func refuseOtherHosts(_ request: Request) throws {
        let host = (request.head.authority ?? "").split(separator: ":").first.map(String.init) ?? ""
        guard ["127.0.0.1", "localhost"].contains(host) else {
            throw PageServer.Refused(status: 421, "Trellis answers only at 127.0.0.1 until sign-in is set up.")
        }
    }
}
