import Access
import AreaKit
import ArgumentParser
import Basics
import Database
import Foundation
import Hummingbird
import Logging
import Pages
import Papers
import People

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serves the trust's pages on this computer.",
        discussion: "EXAMPLE\n  trellis serve --data ~/trellis --port 8080")

    @OptionGroup var options: DataOptions
    @Option(name: .long, help: ArgumentHelp("The port on 127.0.0.1; 0 takes any free one.", valueName: "N")) var port = 8642

    func run() async throws {
        try await failing {
            let store = try await options.openTrust()
            try await Serving(store: store, uploads: options.folder.uploads, keys: options.keyRing(), papers: options.papers()).run(port: port)
        }
    }
}

/// The server: HTTP on loopback before the house.
struct Serving: Sendable {
    let store: Store
    let uploads: String
    let keys: KeyRing
    let papers: PaperStore
    var isDemonstration = false

    func run(port: Int) async throws {
        try await papers.sweep(store, now: .fromClock())
        var logger = Logger(label: "trellis")
        logger.logLevel = .error
        let responder = try await Responder(store: store, uploads: uploads, keys: keys, papers: papers, isDemonstration: isDemonstration)
        let application = Application(
            responder: CallbackResponder<PageContext> { request, context in await responder.respond(to: request, from: context.peer) },
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port), serverName: nil),
            onServerRunning: { channel in
                let bound = channel.localAddress?.port ?? port
                FileHandle.standardOutput.write(Data("Trellis is open at http://127.0.0.1:\(bound) for this computer.\n".utf8))
            },
            logger: logger)
        try await application.runService()
    }
}
