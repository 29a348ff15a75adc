import Access
import AreaKit
import Basics
import Database
import Foundation
import Hummingbird
import Logging
import Oversight
import Pages
import Subprocess
import Synchronization

/// The house, the same house without its guards, and the bare framework, served by this process on free ports.
struct BenchServer: Sendable {
    let pages: String
    /// The same pages for one viewer, without sign-in and without the trail of sights: what guarding costs.
    let unguarded: String
    /// The same pages for one viewer, without sign-in, with the trail.
    let watched: String
    /// A bare route of the framework that answers a word: the baseline.
    let plain: String
    private let tasks: [Task<Void, any Error>]

    static func start(_ premises: Premises, viewer: Viewer) async throws -> BenchServer {
        let responder = try await Responder(premises), router = Router()
        router.get("plain") { _, _ in "plain" }
        let served = [
            try await serve(CallbackResponder<PageContext> { request, context in await responder.respond(to: request, from: context.peer) }),
            try await serve(house(premises, viewer, notesSights: false)), try await serve(house(premises, viewer, notesSights: true)),
            try await serve(router.buildResponder()),
        ]
        return BenchServer(pages: served[0].0, unguarded: served[1].0, watched: served[2].0, plain: served[3].0, tasks: served.map(\.1))
    }

    /// The house without its door: whoever asks is the one viewer.
    private static func house(_ premises: Premises, _ viewer: Viewer, notesSights: Bool) -> CallbackResponder<PageContext> {
        let house = House(areas: premises.areas, store: premises.store, trust: "Bench", doors: FrameDoors(), search: searchPath(), notesSights: notesSights)
        let server = PageServer(uploads: premises.uploads)
        return CallbackResponder { request, context in
            await server.respond(to: request, from: context.peer) { try await house.answer($0, for: viewer.visiting(), now: .fromClock()) }
        }
    }

    func stop() { tasks.forEach { $0.cancel() } }

    private static func serve<Served: HTTPResponder>(_ responder: Served) async throws -> (String, Task<Void, any Error>) where Served.Context: InitializableFromSource, Served.Context.Source == ApplicationRequestContextSource {
        let (ports, heard) = AsyncStream.makeStream(of: Int.self)
        var logger = Logger(label: "bench")
        logger.logLevel = .error
        let application = Application(
            responder: responder, configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0), serverName: nil),
            onServerRunning: { heard.yield($0.localAddress?.port ?? 0) }, logger: logger)
        let task = Task { try await application.run() }
        for await port in ports { return ("http://127.0.0.1:\(port)", task) }
        throw BenchProblem("the server did not start")
    }

}

/// `trellis serve` as a process of its own, as people run it.
struct ServedProcess {
    /// Seconds from its start until it printed its address.
    let start: Double
    let address: String
    private let process: Process

    init(_ program: String, data: String) throws {
        let clock = ContinuousClock(), began = clock.now, pipe = Pipe()
        process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = ["serve", "--data", data, "--port", "0"]
        process.standardOutput = pipe
        try process.run()
        let line = String(decoding: pipe.fileHandleForReading.availableData, as: UTF8.self)
        let parts = (clock.now - began).components
        start = Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
        guard let word = line.split(whereSeparator: \.isWhitespace).first(where: { $0.hasPrefix("http://") }) else { throw BenchProblem("the server printed no address: \(line)") }
        address = String(word)
    }

    /// Resident memory of the server now, in MB.
    var residentMB: Double { Usage.residentMB(of: "\(process.processIdentifier)") }

    func stop() {
        process.terminate()
        process.waitUntilExit()
    }
}
