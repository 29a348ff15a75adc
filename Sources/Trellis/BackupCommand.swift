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
            try Stamp.backup.set(in: options.folder.path, at: .fromClock())
            print("Wrote \(file).")
        }
    }
}

struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Puts a backup in place of an empty folder, after proving it.",
        discussion: """
            Try it once a term, into another folder: --drill-for says whose backup was proved, and `trellis check` knows of it.

            EXAMPLE
              trellis restore /mnt/safe/trellis-20261120.backup --data /tmp/drill --drill-for ~/trellis
            """)

    @Argument(help: "The backup.") var file: String
    @OptionGroup var options: DataOptions
    @Option(name: .long, help: ArgumentHelp("This is a drill: note in this data folder that its backup could be restored.", valueName: "DIR")) var drillFor: String?

    func run() async throws {
        try await failing {
            try options.refuseKeyInside()
            try await Backup(folder: options.folder).restore(file, address: options.database)
            try await options.openTrust().write(.atCommandLine()) { try $0.holdRestoredLetters() }
            if let drillFor { try Stamp.drill.set(in: (drillFor as NSString).expandingTildeInPath, at: .fromClock()) }
            print("Proved \(file) and put it in place in \(options.data).")
        }
    }
}
