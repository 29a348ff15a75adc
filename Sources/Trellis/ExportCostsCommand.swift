import ArgumentParser
import Provision

struct ExportCostsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "costs", abstract: "Writes what provision costs in this academic year, one line for each pupil and provision.",
        discussion: """
            The lines of a provision, with the one for places not filled, add up to its cost.

            EXAMPLE
              trellis export costs --data ~/trellis --school 999001 --format xlsx -o costs.xlsx
            """)

    @OptionGroup var table: TableOptions

    func run() async throws { try await table.write(CostTable.self) { try $0.noteProvisionExport(of: "costs", at: $1, $2, lines: $3) } }
}
