import ArgumentParser
import Identification

struct ExportConcernsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "concerns", abstract: "Writes the concerns about pupils on roll, each with its latest decision.",
        discussion: """
            The words are those of colleagues and families: keep the file as safe as the record itself.

            EXAMPLE
              trellis export concerns --data ~/trellis --school 999001 --format xlsx -o concerns.xlsx
            """)

    @OptionGroup var table: TableOptions

    func run() async throws { try await table.write(ConcernFile.self) { try $0.noteConcernExport(of: $1, $2, concerns: $3) } }
}
