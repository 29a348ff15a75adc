import Accounts
import ArgumentParser
import Basics
import Database
import Foundation
import Mail
import Papers

/// The keys of a trust.
struct KeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "Keeps the keys that lock what is stored.", subcommands: [RotateKeyCommand.self])
}

struct RotateKeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate", abstract: "Makes a new key and locks every paper and every kept secret with it.",
        discussion: """
            Kept secrets are those of code apps, recovery codes, other systems to sign in with, and mail. The old keys stay in the key \
            file: they open backups made before. The server may run meanwhile. If this is broken off, give --resume: what is still \
            locked with an older key is locked anew, and no further key is made.

            EXAMPLE
              trellis key rotate --data ~/trellis
            """)

    @OptionGroup var options: DataOptions
    @Flag(name: .long, help: "Finish an earlier run, without a new key.") var resume = false

    func run() async throws {
        try await failing {
            let store = try await options.openTrust()
            var ring = try options.keyRing()
            if !resume {
                ring.rotate()
                try ring.write(to: options.keyPath)
            }
            let keys = ring, secrets = try await store.write(.atCommandLine()) { try $0.relockSignInSecrets(keys) + $0.relockMail(keys) }
            let papers = try options.papers().rewrap()
            print("The key in use is \(ring.current.name). Locked anew: \(count(papers, "paper")), \(count(secrets.number, "secret")). Copy \(options.keyPath) to where you keep your copy of it.")
            if secrets.closed > 0 { throw StoreProblem.failed("No key of \(options.keyPath) opens \(count(secrets.closed, "kept secret")). They stay as they are. Is this the key file of this trust?") }
        }
    }
}
