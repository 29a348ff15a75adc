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
        discussion: "Until sign-in is set up, only this computer can open the pages.\n\nEXAMPLE\n  trellis serve --data ~/trellis --port 8080")

    @OptionGroup var options: DataOptions
    @Option(name: .long, help: ArgumentHelp("The port on 127.0.0.1; 0 takes any free one.", valueName: "N")) var port = 8642

    func run() async throws {
        try await failing {
            let store = try await options.openTrust()
            try await Serving(store: store, uploads: options.folder.uploads, papers: options.papers()).run(port: port)
        }
    }
}

/// The server: HTTP on loopback before the house.
struct Serving: Sendable {
    let store: Store
    let uploads: String
    let papers: PaperStore

    func run(port: Int) async throws {
        try await papers.sweep(store, now: .fromClock())
        var logger = Logger(label: "trellis")
        logger.logLevel = .error
        let responder = try await Responder(store: store, uploads: uploads, papers: papers)
        let application = Application(
            responder: CallbackResponder<BasicRequestContext> { request, _ in await responder.respond(to: request) },
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port), serverName: nil),
            onServerRunning: { channel in
                let bound = channel.localAddress?.port ?? port
                FileHandle.standardOutput.write(Data("Trellis is open at http://127.0.0.1:\(bound) for this computer only: there is no sign-in yet.\n".utf8))
            },
            logger: logger)
        try await application.runService()
    }
}
