import Access
import Basics
import Database
import Foundation
import Pages

/// A file that was sent and waits until its preview is confirmed or dropped.
public struct ImportUpload: Sendable {
    public let id: RowID
    public let school: SchoolID
    /// ctf, census, a report's kind, or a word of another area.
    public let kind: String
    public let fileName: String
    public let path: String
    let map: ReportMap?

    /// What to read; a report must have its map.
    func request(_ takers: [ReportKind: ReportTaker] = [:]) throws -> ImportRequest {
        let kind: ImportRequest.Kind = switch kind {
        case "ctf": .ctf
        case "census": .census
        default: .report(try map ?? { throw Problems("", "Say first which column holds what.") }())
        }
        var request = ImportRequest(kind, path: path, name: fileName, school: school)
        request.takers = takers
        return request
    }
}

extension Reader {
    /// The waiting file, if it is for a school in sight.
    public func upload(_ id: RowID, for viewer: Viewer) throws -> ImportUpload {
        let found = try first("SELECT id, school_id, kind, file_name, path, map FROM import_upload WHERE id = \(id) AND \(viewer.sees(school: "school_id"))") { row in
            try ImportUpload(id: row.next(), school: row.next(), kind: row.next(), fileName: row.next(), path: row.next(), map: ReportMap(json: row.next()))
        }
        guard let found, FileManager.default.fileExists(atPath: found.path) else { throw NotFound() }
        return found
    }

    /// The map that this school's last report of the kind was read with.
    func savedMap(_ kind: String, of school: SchoolID) throws -> ReportMap? {
        let text: String? = try value("SELECT map FROM header_map WHERE school_id = \(school) AND kind = \(kind)")
        return ReportMap(json: text)
    }
}

extension Writer {
    /// Keeps a sent file until its preview is answered; what has waited for more than a day goes.
    public func keep(_ file: UploadedFile, kind: String, for school: SchoolID) throws -> RowID {
        let place = (file.path as NSString).deletingLastPathComponent + "/waiting-" + (file.path as NSString).lastPathComponent
        try FileManager.default.moveItem(atPath: file.path, toPath: place)
        for old in try column("SELECT path FROM import_upload WHERE at < \(act.at.adding(seconds: -86_400))", as: String.self) {
            try? FileManager.default.removeItem(atPath: old)
        }
        try execute("DELETE FROM import_upload WHERE at < \(act.at.adding(seconds: -86_400))")
        let rows: [RowID] = try column("""
            INSERT INTO import_upload (school_id, kind, file_name, path, at, who) \
            VALUES (\(school), \(kind), \(file.name), \(place), \(act.at), \(act.who)) RETURNING id
            """)
        return rows.first ?? .new
    }

    func save(_ map: ReportMap, of upload: ImportUpload) throws {
        let text = try map.json()
        try execute("UPDATE import_upload SET map = \(text) WHERE id = \(upload.id)")
    }

    /// Keeps the map for the school's next report of this kind.
    func remember(_ map: ReportMap, for school: SchoolID) throws {
        let text = try map.json()
        try execute("""
            INSERT INTO header_map (school_id, kind, map) VALUES (\(school), \(map.kind.rawValue), \(text)) \
            ON CONFLICT (school_id, kind) DO UPDATE SET map = excluded.map
            """)
    }

    public func drop(_ upload: ImportUpload) throws {
        try? FileManager.default.removeItem(atPath: upload.path)
        try execute("DELETE FROM import_upload WHERE id = \(upload.id)")
    }
}

extension ReportMap {
    init?(json text: String?) {
        guard let text, let map = try? JSONDecoder().decode(ReportMap.self, from: Data(text.utf8)) else { return nil }
        self = map
    }

    func json() throws -> String { String(decoding: try JSONEncoder().encode(self), as: UTF8.self) }
}
