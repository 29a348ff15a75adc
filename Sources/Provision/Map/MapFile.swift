import Access
import AreaKit
import Basics
import Database
import Files
import Foundation
import Pages
import People

/// What of provision can be taken along as a file.
enum MapFile: String, CaseIterable {
    case map, sessions

    var label: String { self == .map ? "The map of this school year" : "Sessions of this year and the last" }
    /// For those who hear the link.
    var words: String { self == .map ? "the map" : "the sessions" }
}

/// As people choose them.
let mapFormats: [TableFormat] = [.xlsx, .csv, .json]

let mapFilePath = PagePath< >("/provision/file")

let mapFileRoute: Route = .read(mapFilePath, .exportRegister) { visit in
    guard let format = TableFormat(rawValue: visit.request.query["format"]), let what = MapFile(rawValue: visit.request.query["of"]) else { throw NotFound() }
    // Files take both: the map in sight, and leave to write records to files.
    let viewer = visit.viewer.inStaffParts.doing(.seeProvision)
    guard viewer.findsMap else { throw NotFound() }
    let school = try await visit.read { try mapSchool(MapQuestion(visit), $0.schools(for: viewer))?.id }
    let file: Answer.Body = switch what {
    case .map: try await write(MapTable(school: school, day: visit.today), what, format, visit, viewer, school)
    case .sessions: try await write(SessionTable(school: school, day: visit.today), what, format, visit, viewer, school)
    }
    return .download(file, name: "provision-\(what.rawValue)\(school.map { "-school-\($0)" } ?? "")-\(visit.today).\(format.rawValue)", type: format.mediaType)
}

/// Writes the file, and into the trail that it was written; the file is removed once it has been sent.
private func write<Records: RecordTable>(_ records: Records, _ what: MapFile, _ format: TableFormat, _ visit: Visit, _ viewer: Viewer, _ school: SchoolID?) async throws -> Answer.Body {
    let path = FileManager.default.temporaryDirectory.appending(path: "provision-\(UUID().uuidString)").path
    do {
        let lines = try await visit.read { reader in
            if format == .xlsx { return try records.writeWorkbook(to: path, for: viewer, reader) }
            guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]), let file = FileHandle(forWritingAtPath: path) else { throw FileRefusal("The file can't be written.") }
            defer { try? file.close() }
            // A spreadsheet knows by the byte-order mark that names have their accents.
            if format == .csv { try file.write(contentsOf: Data("\u{FEFF}".utf8)) }
            return try records.write(format, for: viewer, reader) { try file.write(contentsOf: Data($0.utf8)) }
        }
        try await visit.write { try $0.noteProvisionExport(of: what.rawValue, at: school, format, lines: lines) }
    } catch {
        try? FileManager.default.removeItem(atPath: path)
        throw error
    }
    return .file(path: path)
}
