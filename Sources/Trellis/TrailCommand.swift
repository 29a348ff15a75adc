import ArgumentParser
import Basics
import Database
import Foundation

struct TrailCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trail", abstract: "Proves, seals or hands out the trail: who changed what, and who looked at whom.",
        discussion: "EXAMPLE\n  trellis trail verify --data ~/trellis\n  trellis trail export --data ~/trellis --from 2026-09-01 --to 2026-11-30 -o trail.csv",
        subcommands: [VerifyTrailCommand.self, SealTrailCommand.self, ExportTrailCommand.self])
}

struct VerifyTrailCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Proves that nobody altered, took out or put in an entry, and names the first that is wrong.",
        discussion: "Where the key file is not there, each seal is held against the key that it names itself.\n\nEXAMPLE\n  trellis trail verify --data ~/trellis")

    @OptionGroup var options: DataOptions

    func run() async throws {
        try await failing {
            let store = try await options.openTrust(), ring = try options.keyRingIfThere()
            let proof = try await store.verify(with: ring, seals: options.folder.seals)
            guard proof.findings.isEmpty else { throw TrailIsBroken(proof: proof) }
            print(proof.inWords)
            if ring == nil { print("There is no key file at \(options.keyPath), so it was not asked whether the seals are this trust's own.") }
        }
    }
}

struct SealTrailCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seal", abstract: "Signs the ends of the trail for today, once a day, and prints the seal.",
        discussion: "The seal is also added to seals.txt in the data folder. Send a copy of each to somebody who does not run the server.\n\nEXAMPLE\n  trellis trail seal --data ~/trellis")

    @OptionGroup var options: DataOptions

    func run() async throws {
        try await failing {
            let store = try await options.openTrust(), now = Instant.fromClock()
            print(try await store.seal(day: now.dayInEngland, at: now, with: options.keyRing(), file: options.folder.seals).line)
        }
    }
}

/// What verifying found, for standard error.
private struct TrailIsBroken: Error, CustomStringConvertible {
    let proof: TrailProof

    var description: String {
        let first = proof.firstBroken.map { "The first that is wrong is \($0.chain == .trail ? "trail entry" : "sight") \($0.id)." }
        let lines = (first.map { [$0] } ?? []) + proof.findings + ["Keep this database and seals.txt as they are, and tell the data protection officer."]
        return "the trail is not as it was written.\n  " + lines.joined(separator: "\n  ")
    }
}

extension TrailProof {
    fileprivate var inWords: String {
        "All is as it was written: \(count(changes, "change")), \(count(sights, "sight")) and \(count(seals, "seal"))."
    }
}
