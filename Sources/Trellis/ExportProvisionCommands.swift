import ArgumentParser
import Impact
import Provision

struct ExportProvisionMapCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "provision-map", abstract: "Writes the provision map of this school year: one row for each pupil and provision, with minutes planned and given.",
        discussion: """
            EXAMPLE
              trellis export provision-map --data ~/trellis --school 999001 --format xlsx -o provision.xlsx
            """)

    @OptionGroup var table: TableOptions

    func run() async throws { try await table.write({ MapTable(school: $0, day: $1, effects: impactEffects) }) { try $0.noteProvisionExport(of: "map", at: $1, $2, lines: $3) } }
}

struct ExportSessionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sessions", abstract: "Writes the sessions of this school year and the last: one row for each session and pupil.",
        discussion: """
            Who logged a session is not among the columns: missed sessions are never added up by a named person.

            EXAMPLE
              trellis export sessions --data ~/trellis --school 999001 --format csv -o sessions.csv
            """)

    @OptionGroup var table: TableOptions

    func run() async throws { try await table.write(SessionTable.self) { try $0.noteProvisionExport(of: "sessions", at: $1, $2, lines: $3) } }
}
