import Access
import ArgumentParser
import Basics
import Database
import Files
import Foundation
import Identification
import People

struct ExportConcernsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "concerns", abstract: "Writes the concerns about pupils on roll, each with its latest decision.",
        discussion: """
            The words are those of colleagues and families: keep the file as safe as the record itself.

            EXAMPLE
              trellis export concerns --data ~/trellis --school 999001 --format xlsx -o concerns.xlsx
            """)

    @OptionGroup var options: DataOptions
    @Option(name: .long, help: ArgumentHelp("Only the school with this URN.", valueName: "URN")) var school: String?
    @Option(name: .long, help: ArgumentHelp("csv, json or xlsx.", valueName: "FORMAT")) var format = "csv"
    @Option(name: .shortAndLong, help: ArgumentHelp("The file to write; otherwise it is printed.", valueName: "FILE")) var output: String?

    func validate() throws {
        guard let format = RegisterFile.Format(rawValue: format) else { throw ValidationError("The format is csv, json or xlsx.") }
        if format == .xlsx, output == nil { throw ValidationError("A workbook can't be printed. Say where to write it: -o concerns.xlsx") }
    }

    func run() async throws {
        try await failing {
            let store = try await options.openTrust(), act = Act.atCommandLine(), school = try await schoolNamed(school, store)
            let format = RegisterFile.Format(rawValue: format) ?? .csv, file = ConcernFile(school: school, day: act.today)
            let path = output.map { ($0 as NSString).expandingTildeInPath }
            let number = try await store.read { reader in
                if format == .xlsx, let path { return try file.writeWorkbook(to: path, for: .operator, reader) }
                return try file.write(format, for: .operator, reader) { try Self.put($0, path) }
            }
            try await store.write(act) { try $0.noteConcernExport(of: school, format, concerns: number) }
        }
    }

    /// To a file that only its owner can read, or to standard output.
    static func put(_ text: String, _ path: String?) throws {
        guard let path else { return try FileHandle.standardOutput.write(contentsOf: Data(text.utf8)) }
        guard FileManager.default.createFile(atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600]) else { throw FileRefusal("\(path) can't be written.") }
    }
}
