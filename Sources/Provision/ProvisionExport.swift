import Access
import Basics
import Database
import Files
import Foundation
import Pages
import People

/// That provision was written to a file. Who did it and when stand in the trail.
struct ProvisionExport: Hashable, Sendable {
    var id = RowID.new
    var version = 1
    /// Nil for every school in sight.
    var school: SchoolID?
    /// Which table it was, such as `map`, `sessions` or `costs`.
    var what: String
    var format: String
    var lines: Int
}

extension ProvisionExport: Recorded {
    typealias Identity = Mark.Row

    static let table = Table("provision_export", "school_id", "what", "format", "lines")

    var cells: [SQLValue] { Database.cells(school, what, format, lines) }

    init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), school: row.next(), what: row.next(), format: row.next(), lines: row.next())
    }

    var recordAt: SchoolID? { school }
}

extension Writer {
    /// Puts into the trail that provision left the house.
    /// - Parameter what: which table it was, such as `map`, `sessions` or `costs`.
    public func noteProvisionExport(of what: String, at school: SchoolID?, _ format: TableFormat, lines: Int) throws {
        try save(Change("provision.exported", to: ProvisionExport(school: school, what: what, format: format.rawValue, lines: lines)))
    }
}

extension Visit {
    /// Writes a table to a file, and into the trail that it was written; the file is removed once it has been sent.
    func file(of records: some RecordTable, _ what: String, _ format: TableFormat, _ viewer: Viewer, _ school: SchoolID?) async throws -> Answer.Body {
        let path = FileManager.default.temporaryDirectory.appending(path: "provision-\(UUID().uuidString)").path
        do {
            let lines = try await read { reader in
                if format == .xlsx { return try records.writeWorkbook(to: path, for: viewer, reader) }
                guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]), let file = FileHandle(forWritingAtPath: path) else { throw FileRefusal("The file can't be written.") }
                defer { try? file.close() }
                // A spreadsheet knows by the byte-order mark that names have their accents.
                if format == .csv { try file.write(contentsOf: Data("\u{FEFF}".utf8)) }
                return try records.write(format, for: viewer, reader) { try file.write(contentsOf: Data($0.utf8)) }
            }
            try await write { try $0.noteProvisionExport(of: what, at: school, format, lines: lines) }
        } catch {
            try? FileManager.default.removeItem(atPath: path)
            throw error
        }
        return .file(path: path)
    }
}
