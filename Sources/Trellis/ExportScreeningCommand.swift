import ArgumentParser
import Identification

struct ExportScreeningCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "screening", abstract: "Writes the screening campaigns: one row for each pupil on roll and campaign, with what was found and what came of it.",
        discussion: """
            It holds what children scored and what colleagues wrote: keep the file as safe as the record itself.

            EXAMPLE
              trellis export screening --data ~/trellis --school 999001 --format xlsx -o screening.xlsx
            """)

    @OptionGroup var table: TableOptions

    func run() async throws { try await table.write(ScreeningFile.self) { try $0.noteScreeningExport(of: $1, $2, pupils: $3) } }
}
