import Access
import ArgumentParser
import Basics
import Database
import Files
import Foundation
import Identification
import People

struct ExportScreeningCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "screening", abstract: "Writes the screening campaigns: one row for each pupil on roll and campaign, with what was found and what came of it.",
        discussion: """
            It holds what children scored and what colleagues wrote: keep the file as safe as the record itself.

            EXAMPLE
              trellis export screening --data ~/trellis --school 999001 --format xlsx -o screening.xlsx
            """)

    @OptionGroup var options: DataOptions
    @Option(name: .long, help: ArgumentHelp("Only the school with this URN.", valueName: "URN")) var school: String?
    @Option(name: .long, help: ArgumentHelp("csv, json or xlsx.", valueName: "FORMAT")) var format = "csv"
    @Option(name: .shortAndLong, help: ArgumentHelp("The file to write; otherwise it is printed.", valueName: "FILE")) var output: String?

    func validate() throws {
        guard let format = RegisterFile.Format(rawValue: format) else { throw ValidationError("The format is csv, json or xlsx.") }
        if format == .xlsx, output == nil { throw ValidationError("A workbook can't be printed. Say where to write it: -o screening.xlsx") }
    }

    func run() async throws {
        try await failing {
            let store = try await options.openTrust(), act = Act.atCommandLine(), school = try await schoolNamed(school, store)
            let format = RegisterFile.Format(rawValue: format) ?? .csv, file = ScreeningFile(school: school, day: act.today)
            let path = output.map { ($0 as NSString).expandingTildeInPath }
            let number = try await store.read { reader in
                if format == .xlsx, let path { return try file.writeWorkbook(to: path, for: .operator, reader) }
                return try file.write(format, for: .operator, reader) { try ExportConcernsCommand.put($0, path) }
            }
            try await store.write(act) { try $0.noteScreeningExport(of: school, format, pupils: number) }
        }
    }
}
