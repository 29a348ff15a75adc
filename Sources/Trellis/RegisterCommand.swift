import Access
import ArgumentParser
import Basics
import Database
import Files
import Foundation
import People

struct RegisterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "register", abstract: "Writes everybody on roll with their place on the SEND register, as CSV, JSON or a workbook.",
        discussion: """
            One row for each pupil on the roll of a school on the day; the status is empty where none is recorded.

            EXAMPLE
              trellis register --data ~/trellis --school 999001 --on 2026-10-01 -o register.csv
            """)

    @OptionGroup var table: TableOptions
    @Option(name: .long, help: ArgumentHelp("As things stood on this day, such as 2026-10-01; otherwise today.", valueName: "DATE"), transform: day) var on: Day?
    @Option(name: .long, help: ArgumentHelp("Only pupils whose record was changed on this day or later.", valueName: "DATE"), transform: day) var changedSince: Day?

    func run() async throws {
        try await failing {
            let store = try await table.options.openTrust()
            let act = Act.atCommandLine()
            var filter = RegisterFilter(school: try await schoolNamed(table.school, store), day: on ?? act.today)
            filter.status = .everybody
            filter.changedSince = changedSince
            let file = RegisterFile(filter, as: TableFormat(rawValue: table.format) ?? .csv), output = table.output
            let pupils = try await store.read { reader in
                guard let output else { return try file.write(for: .operator, reader, Self.print) }
                return try file.write(to: (output as NSString).expandingTildeInPath, for: .operator, reader)
            }
            try await store.write(act) { try $0.noteExport(file.filter, file.format, pupils: pupils) }
        }
    }

    /// Straight to standard output, so that nothing is held.
    private static func print(_ text: String) throws { try FileHandle.standardOutput.write(contentsOf: Data(text.utf8)) }
}

/// Reads `2026-10-01` on the command line.
func day(_ text: String) throws -> Day {
    guard let day = Day(text) else { throw ValidationError("“\(text)” is not a day. Write it as 2026-10-01.") }
    return day
}
