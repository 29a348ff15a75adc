import ArgumentParser
import Foundation
import Hummingbird
import HummingbirdCore
import Logging
import Pages
import Papers
import People

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serves the trust's pages.",
        discussion: """
            Without more said, only this computer can open them. For a trust, a proxy with TLS stands in front: docs/deploy.md.

            EXAMPLE
              trellis serve --data ~/trellis --port 8080
              trellis serve --data /var/lib/trellis --public-address https://send.example.org
            """)

    @OptionGroup var options: DataOptions
    @OptionGroup var serving: ServeOptions

    func run() async throws {
        try await failing {
            let store = try await options.openTrust()
            try await Serving(options.premises(store), options: serving).run()
        }
    }
}

/// The server: HTTP before the house.
struct Serving: Sendable {
    let premises: Premises
    var bind = "127.0.0.1"
    var port = 8642
    var reach = Reach()
    var notesAll = ProcessInfo.processInfo.environment["TRELLIS_LOG"] == "requests"
    private let pace = Pace()

    init(_ premises: Premises, port: Int) {
        self.premises = premises
        self.port = port
    }

    init(_ premises: Premises, options: ServeOptions) {
        self.init(premises, port: options.port)
        bind = options.bind
        reach = options.reach
        notesAll = options.log == "requests"
    }

    func run() async throws {
        try await premises.papers?.sweep(premises.store, now: .fromClock())
        var log = Logger(label: "trellis")
        log.logLevel = notesAll ? .info : .error
        let responder = try await Responder(premises, reach: reach, log: log, notesAll: notesAll)
        var quiet = Logger(label: "http")
        quiet.logLevel = .error
        let application = Application(
            responder: CallbackResponder<PageContext> { request, context in await responder.respond(to: request, from: context.peer) },
            server: .guarded(pace, proxies: reach.proxies),
            configuration: ApplicationConfiguration(
                address: .hostname(bind, port: port), serverName: nil,
                availableConnectionsDelegate: MaximumAvailableConnections(pace.connections, logger: quiet)),
            onServerRunning: { channel in say(channel.localAddress?.port ?? port) },
            logger: quiet)
        let rounds = premises.seals.map { Rounds(premises: premises, seals: $0, log: log) }
        let turning = Task { await rounds?.run() }
        try await application.runService()
        turning.cancel()
        await turning.value
        await responder.writeSights()
    }

    private func say(_ port: Int) {
        let here = "http://\(bind.contains(":") ? "[\(bind)]" : bind):\(port)"
        let words = reach.publicAddress.map { "Trellis is open at \($0), listening at \(here)." }
            ?? "Trellis is open at \(here) for this computer."
        FileHandle.standardOutput.write(Data((words + "\n").utf8))
    }
}
