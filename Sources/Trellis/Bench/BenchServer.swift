import Basics
import Database
import Foundation
import Hummingbird
import Logging
import Subprocess
import Synchronization

/// The house and the bare framework, served by this process on free ports.
struct BenchServer: Sendable {
    let pages: String
    /// A bare route of the framework that answers a word: the baseline.
    let plain: String
    private let tasks: [Task<Void, any Error>]

    static func start(store: Store, uploads: String) async throws -> BenchServer {
        let responder = try await Responder(store: store, uploads: uploads)
        let (pages, first) = try await serve(CallbackResponder<BasicRequestContext> { request, _ in await responder.respond(to: request) })
        let router = Router()
        router.get("plain") { _, _ in "plain" }
        let (plain, second) = try await serve(router.buildResponder())
        return BenchServer(pages: pages, plain: plain, tasks: [first, second])
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

    /// How long `trellis serve` takes from its start until it has printed its address.
    static func timeToAddress(_ program: String, data: String) async throws -> Double {
        let clock = ContinuousClock(), start = clock.now
        let process = Process(), pipe = Pipe()
        process.executableURL = URL(filePath: program)
        process.arguments = ["serve", "--data", data, "--port", "0"]
        process.standardOutput = pipe
        try process.run()
        _ = pipe.fileHandleForReading.availableData
        let parts = (clock.now - start).components
        process.terminate()
        process.waitUntilExit()
        return Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
    }
}
