import ArgumentParser
import Basics
import Database
import Foundation
import Papers

/// The keys of a trust.
struct KeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "Keeps the keys that lock what is stored.", subcommands: [RotateKeyCommand.self])
}

struct RotateKeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate", abstract: "Makes a new key and locks every paper with it.",
        discussion: """
            The old keys stay in the key file: they open backups made before. The server may run meanwhile. If this is broken off, \
            give --resume: papers that are still locked with an older key are locked anew, and no further key is made.

            EXAMPLE
              trellis key rotate --data ~/trellis
            """)

    @OptionGroup var options: DataOptions
    @Flag(name: .long, help: "Finish an earlier run, without a new key.") var resume = false

    func run() async throws {
        try await failing {
            _ = try await options.openTrust()
            var ring = try options.keyRing()
            if !resume {
                ring.rotate()
                try ring.write(to: options.keyPath)
            }
            let papers = try options.papers().rewrap()
            print("The key in use is \(ring.current.name). Locked anew: \(count(papers, "paper")). Copy \(options.keyPath) to where you keep your copy of it.")
        }
    }
}
