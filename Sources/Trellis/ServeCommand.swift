import ArgumentParser
import Database
import Foundation
import Hummingbird
import HummingbirdCore
import Logging
import Pages
import Papers

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
            let keys = try options.keyRing()
            try await Serving(store: store, uploads: options.folder.uploads, keys: keys, papers: options.papers(), options: serving).run()
        }
    }
}

/// The server: HTTP before the house.
struct Serving: Sendable {
    let store: Store
    let uploads: String
    let keys: KeyRing
    let papers: PaperStore
    var isDemonstration = false
    private var bind = "127.0.0.1"
    private let port: Int
    private var reach = Reach()
    private var notesAll = false
    private let pace = Pace()

    init(store: Store, uploads: String, keys: KeyRing, papers: PaperStore, isDemonstration: Bool = false, port: Int) {
        self.store = store
        self.uploads = uploads
        self.keys = keys
        self.papers = papers
        self.isDemonstration = isDemonstration
        self.port = port
    }

    init(store: Store, uploads: String, keys: KeyRing, papers: PaperStore, options: ServeOptions) {
        self.init(store: store, uploads: uploads, keys: keys, papers: papers, port: options.port)
        bind = options.bind
        reach = options.reach
        notesAll = options.log == "requests"
    }

    func run() async throws {
        try await papers.sweep(store, now: .fromClock())
        let responder = try await Responder(store: store, uploads: uploads, keys: keys, papers: papers, isDemonstration: isDemonstration,
                                            reach: reach, journal: notesAll ? Logger(label: "trellis") : nil)
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
        try await application.runService()
    }

    private func say(_ port: Int) {
        let here = "http://\(bind.contains(":") ? "[\(bind)]" : bind):\(port)"
        let words = reach.publicAddress.map { "Trellis is open at \($0), listening at \(here)." }
            ?? "Trellis is open at \(here) for this computer."
        FileHandle.standardOutput.write(Data((words + "\n").utf8))
    }
}
