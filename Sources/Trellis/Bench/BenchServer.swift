import Basics
import Database
import Foundation
import Hummingbird
import Logging
import Pages
import Subprocess
import Synchronization

/// The house and the bare framework, served by this process on free ports.
struct BenchServer: Sendable {
    let pages: String
    /// A bare route of the framework that answers a word: the baseline.
    let plain: String
    private let tasks: [Task<Void, any Error>]

    static func start(store: Store, uploads: String) async throws -> BenchServer {
        let responder = try await Responder(Premises(store: store, uploads: uploads, keys: .fresh(), papers: nil, isDemonstration: true))
        let (pages, first) = try await serve(CallbackResponder<PageContext> { request, context in await responder.respond(to: request, from: context.peer) })
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
