import Access
import ArgumentParser
import Basics
import Database
import Files
import Foundation
import Measures
import People

/// The words after `export` name what is written; a folder alone means all of it. The options belong to each of these, for a
/// command with options of its own would take those of the words after it.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Writes a trust's records to files: all of them to a folder, or its concerns, plans, provision, sessions, costs, impact or screening as a table.",
        subcommands: [ExportRecordsCommand.self, ExportConcernsCommand.self, ExportPlansCommand.self, ExportScreeningCommand.self, ExportProvisionMapCommand.self, ExportSessionsCommand.self, ExportCostsCommand.self,
                      ExportImpactCommand.self], defaultSubcommand: ExportRecordsCommand.self)
}

struct ExportRecordsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "records", abstract: "Writes all of a trust's records to a folder, one CSV file for each table, for another system or for safe keeping.",
        discussion: """
            Of sealed pupils the former names, former UPNs and contacts are left out. The files hold children's data: keep them as safe as the record itself.

            EXAMPLE
              trellis export trust-records --data ~/trellis
            """)

    @Argument(help: "The folder to write; it must not be there yet.") var folder: String
    @OptionGroup var options: DataOptions

    func run() async throws {
        if FileManager.default.fileExists(atPath: folder) { throw ValidationError("\(folder) is there already. Name a folder that is not.") }
        try await failing {
            let store = try await options.openTrust(), folder = folder
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            let rows = try await store.read { reader in
                try (PeopleExport.tables + measuresExport).map { ($0.name, try write($0, to: "\(folder)/\($0.name).csv", reader)) }
            }
            for (name, number) in rows { print("\(name).csv: \(count(number, "row"))") }
        }
    }

    private func write(_ table: PeopleExport.Table, to path: String, _ reader: Reader) throws -> Int {
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]), let file = FileHandle(forWritingAtPath: path) else {
            throw FileRefusal("\(path) can't be written.")
        }
        defer { try? file.close() }
        try file.write(contentsOf: Data(("\u{FEFF}" + DelimitedText.line(table.columns)).utf8))
        var number = 0, held = ""
        try table.each(reader) { cells in
            number += 1
            held += DelimitedText.line(cells)
            if held.utf8.count > 1 << 16 { try file.write(contentsOf: Data(held.utf8)); held = "" }
        }
        try file.write(contentsOf: Data(held.utf8))
        return number
    }
}
