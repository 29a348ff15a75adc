import ArgumentParser
import Plans

struct ExportPlansCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plans", abstract: "Writes the plans of pupils on roll, one row for each outcome, with how it went.",
        discussion: """
            The words are those of colleagues, pupils and families: keep the file as safe as the record itself.

            EXAMPLE
              trellis export plans --data ~/trellis --school 999001 --format xlsx -o plans.xlsx
            """)

    @OptionGroup var table: TableOptions

    func run() async throws { try await table.write(PlanTable.self) { try $0.notePlanExport(at: $1, $2, plans: $3) } }
}
