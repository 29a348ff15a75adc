import AreaKit
import ArgumentParser
import Basics
import Database
import Foundation
import Pages
import Papers

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Proves that the record is sound, and says what is weak in the set-up.",
        discussion: """
            Sound is: the database is whole, nobody altered the trail, and every paper opens.
            Status 0: nothing is wrong. Status 1: something is, or with --strict something is weak.

            EXAMPLE
              trellis check --data ~/trellis
              trellis check --data /var/lib/trellis --public-address https://send.example.org --strict
            """)

    @OptionGroup var options: DataOptions
    @Option(name: .long, help: ArgumentHelp("What people type to reach Trellis; it is asked for its front door. (TRELLIS_PUBLIC_ADDRESS)", valueName: "ADDRESS"))
    var publicAddress: String?
    @Option(name: .long, help: ArgumentHelp("The port at which Trellis listens.", valueName: "N")) var port = 8642
    @Flag(name: .long, help: "End with status 1 where something is weak, too.") var strict = false

    func validate() throws {
        if let publicText, PublicAddress(publicText) == nil { throw ValidationError("“\(publicText)” is not an address people can type. Write it as https://send.example.org") }
    }

    func run() async throws {
        try await failing {
            let store = try await options.openTrust()
            let ring = try options.keyRingIfThere()
            let damage = try await store.check(with: ring, seals: options.folder.seals) + options.papers().unsound(store, now: .fromClock())
            guard damage.isEmpty else { throw StoreProblem.failed(damage.joined(separator: "\n  ")) }
            print("All is sound: the database is whole, the trail is as it was written, and every paper opens.")
            let findings = try await look(store)
            findings.forEach { print($0) }
            if findings.contains(where: { $0.weight == .wrong || strict && $0.weight == .weak }) { throw ExitCode(1) }
        }
    }

    private var publicText: String? { publicAddress ?? ProcessInfo.processInfo.environment["TRELLIS_PUBLIC_ADDRESS"] }

    /// What is fine first, what is worst last, where it is still on the screen.
    private func look(_ store: Store) async throws -> [SetupFinding] {
        let place = Installation(
            store: store, folder: options.folder.path, key: options.keyPath,
            publicAddress: publicText.flatMap { PublicAddress($0) }, port: port, now: .fromClock())
        var findings: [SetupFinding] = []
        for check in Program.setupChecks { findings += try await check.look(place) }
        return [.fine, .weak, .wrong].flatMap { weight in findings.filter { $0.weight == weight } }
    }
}

extension Program {
    /// The machine's own checks, then the areas'.
    static var setupChecks: [SetupCheck] {
        [.folderIsPrivate, .keyIsApart, .notRoot, .diskHasRoom, .backupIsFresh, .drillIsFresh, .portIsHidden, .frontDoorIsEncrypted, .mailLeaves, .trailIsSealed]
            + areas().flatMap(\.setupChecks)
    }
}
