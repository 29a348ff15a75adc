import ArgumentParser
import Basics
import Database
import Files
import Foundation
import Mail
import Papers

struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Writes a whole copy of the trust to one file, while people go on working.",
        discussion: "The key is never in a backup: keep a copy of it elsewhere.\n\nEXAMPLE\n  trellis backup /mnt/safe/trellis-20261120.backup --data ~/trellis")

    @Argument(help: "The file to write.") var file: String
    @OptionGroup var options: DataOptions

    func run() async throws {
        try await failing {
            let store = try await options.openTrust()
            try await Backup(folder: options.folder).write(store, to: file, at: .fromClock())
            print("Wrote \(file).")
        }
    }
}

struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Puts a backup in place of an empty folder, after proving it.",
        discussion: "EXAMPLE\n  trellis restore /mnt/safe/trellis-20261120.backup --data ~/trellis-restored")

    @Argument(help: "The backup.") var file: String
    @OptionGroup var options: DataOptions

    func run() async throws {
        try await failing {
            try options.refuseKeyInside()
            try await Backup(folder: options.folder).restore(file, address: options.database)
            try await options.openTrust().write(.atCommandLine()) { try $0.holdRestoredLetters() }
            print("Proved \(file) and put it in place in \(options.data).")
        }
    }
}

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Proves that the database is sound, that nobody altered the trail, and that every paper opens.",
        discussion: "EXAMPLE\n  trellis check --data ~/trellis")

    @OptionGroup var options: DataOptions

    func run() async throws {
        try await failing {
            let store = try await options.openTrust()
            let findings = try await store.check() + options.papers().unsound(store, now: .fromClock())
            guard findings.isEmpty else { throw StoreProblem.failed(findings.joined(separator: "\n  ")) }
            print("All is sound: the database is whole, the trail is as it was written, and every paper opens.")
        }
    }
}
