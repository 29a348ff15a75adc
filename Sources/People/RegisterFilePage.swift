import Access
import AreaKit
import Basics
import Database
import Files
import Foundation
import Pages

/// The present filter of the register as a file to keep.
let registerFilePath = PagePath< >("/register/file")

let registerFileRoutes: [Route] = [
    .read(registerFilePath, .exportRegister) { visit in
        guard let format = TableFormat(rawValue: visit.request.query["format"]) else { throw NotFound() }
        let (file, filter) = try await write(visit, RegisterQuestion(visit).filter, format)
        return .download(file, name: "\(filter.fileName).\(format.rawValue)", type: format.mediaType)
    },
]

/// Writes the file and that it was written; the file is removed once it has been sent.
private func write(_ visit: Visit, _ filter: RegisterFilter, _ format: TableFormat) async throws -> (Answer.Body, RegisterFilter) {
    let path = FileManager.default.temporaryDirectory.appending(path: "register-\(UUID().uuidString)").path
    do {
        let pupils = try await visit.read { reader in
            if let school = filter.school, try reader.school(school, for: visit.viewer) == nil { throw NotFound() }
            return try RegisterFile(filter, as: format, forSpreadsheets: true).write(to: path, for: visit.viewer, reader)
        }
        try await visit.write { try $0.noteExport(filter, format, pupils: pupils) }
    } catch {
        try? FileManager.default.removeItem(atPath: path)
        throw error
    }
    return (.file(path: path), filter)
}

extension Writer {
    /// Puts into the trail that the register left the house.
    public func noteExport(_ filter: RegisterFilter, _ format: TableFormat, pupils: Int) throws {
        let export = RegisterExport(id: .new, school: filter.school, day: filter.day, format: format.rawValue, filter: filter.inWords, pupils: pupils)
        try save(Change("register.exported", to: export))
    }
}

extension RegisterFilter {
    /// Without anybody's name.
    fileprivate var fileName: String { "send-register\(school.map { "-school-\($0)" } ?? "")-\(day)" }

    /// What was asked for, such as `status E, year 4`.
    fileprivate var inWords: String {
        let words = switch status {
        case .onRegister: "on the register"
        case .code(let code): "status \(code)"
        case .notRecorded: "status not recorded"
        case .watched: "watch list"
        case .everybody: "everybody on roll"
        }
        let rest = [
            year.nonEmpty.map { "year \($0)" }, schoolClass.map { "class \($0)" }, need.nonEmpty.map { "need \($0)" }, flag.nonEmpty.map { "flag \($0)" },
            changedSince.map { "changed since \($0)" },
        ]
        return ([words] + rest.compactMap { $0 }).joined(separator: ", ")
    }
}
