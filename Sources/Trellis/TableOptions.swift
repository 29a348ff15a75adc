import Access
import ArgumentParser
import Basics
import Database
import Files
import Foundation
import People

/// Which school's table, in which form, and where to.
struct TableOptions: ParsableArguments {
    @OptionGroup var options: DataOptions
    @Option(name: .long, help: ArgumentHelp("Only the school with this URN.", valueName: "URN")) var school: String?
    @Option(name: .long, help: ArgumentHelp("csv, json or xlsx.", valueName: "FORMAT")) var format = "csv"
    @Option(name: .shortAndLong, help: ArgumentHelp("The file to write; otherwise it is printed.", valueName: "FILE")) var output: String?

    func validate() throws {
        guard let format = TableFormat(rawValue: format) else { throw ValidationError("The format is csv, json or xlsx.") }
        if format == .xlsx, output == nil { throw ValidationError("A workbook can't be printed. Say where to write it: -o FILE.xlsx") }
    }

    /// Writes a table of records and puts into the trail that it left the house.
    func write<Records: RecordTable>(_: Records.Type, noting: @escaping @Sendable (Writer, SchoolID?, TableFormat, Int) throws -> Void) async throws {
        try await write({ Records(school: $0, day: $1) }, noting: noting)
    }

    /// The same of records that are asked for in another way.
    func write(_ records: @escaping @Sendable (SchoolID?, Day) -> some RecordTable, noting: @escaping @Sendable (Writer, SchoolID?, TableFormat, Int) throws -> Void) async throws {
        try await failing {
            let store = try await options.openTrust(), act = Act.atCommandLine(), school = try await schoolNamed(school, store)
            let format = TableFormat(rawValue: format) ?? .csv, file = records(school, act.today)
            let path = output.map { ($0 as NSString).expandingTildeInPath }
            let number = try await store.read { reader in
                if format == .xlsx, let path { return try file.writeWorkbook(to: path, for: .operator, reader) }
                let output = try TextOutput(path)
                return try file.write(format, for: .operator, reader) { try output.put($0) }
            }
            try await store.write(act) { try noting($0, school, format, number) }
        }
    }
}

/// A file that only its owner can read, or standard output: what is put into it piece by piece.
struct TextOutput {
    private let handle: FileHandle

    init(_ path: String?) throws {
        guard let path else {
            handle = FileHandle.standardOutput
            return
        }
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]), let file = FileHandle(forWritingAtPath: path) else {
            throw FileRefusal("\(path) can't be written.")
        }
        handle = file
    }

    func put(_ text: String) throws { try handle.write(contentsOf: Data(text.utf8)) }
}

/// Text to a file that only its owner can read, or to standard output.
func put(_ text: String, _ path: String?) throws { try TextOutput(path).put(text) }
