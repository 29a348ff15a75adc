import Files
import Foundation
@testable import People

/// Files for the tests of what comes in: our own, the shared ones where they lie beside the checkout, and
/// some written on the spot.
enum IncomingFiles {
    private static let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

    static func fixture(_ name: String) -> String { here.appendingPathComponent("Fixtures/\(name)").path }

    static func shared(_ path: String) -> String {
        here.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("shared/data/\(path)").path
    }

    static var hasShared: Bool { FileManager.default.fileExists(atPath: shared("examples")) }

    /// Writes a file, lets `use` read it, and takes it away again.
    static func with<Result>(_ bytes: Data, named name: String = "file", _ use: (String) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent(name)
        try bytes.write(to: file)
        return try use(file.path)
    }

    static func with<Result>(_ text: String, named name: String = "file", _ use: (String) throws -> Result) throws -> Result {
        try with(Data(text.utf8), named: name, use)
    }
}

extension CTFReader {
    static func all(_ path: String) throws -> (pupils: [IncomingPupil], summary: IncomingSummary) {
        var pupils: [IncomingPupil] = []
        let summary = try read(path, header: { _ in }, pupil: { pupils.append($0) })
        return (pupils, summary)
    }

    /// A file with one pupil whose inner elements are given.
    static func pupil(_ inner: String) throws -> (pupils: [IncomingPupil], summary: IncomingSummary) {
        try IncomingFiles.with(file(pupils: "<Pupil>\(inner)</Pupil>"), all)
    }

    static func file(version: String = "26.0", pupils: String) -> String {
        """
        <CTfile><Header><CTFversion>\(version)</CTFversion><SourceSchool><LEA>999</LEA><Estab>1001</Estab></SourceSchool>\
        <DestSchool><LEA>999</LEA><Estab>2002</Estab></DestSchool></Header><CTFpupilData>\(pupils)</CTFpupilData></CTfile>
        """
    }
}

extension CensusReader {
    static func all(_ path: String) throws -> (pupils: [IncomingPupil], summary: IncomingSummary) {
        var pupils: [IncomingPupil] = []
        let summary = try read(path, header: { _ in }, pupil: { pupils.append($0) })
        return (pupils, summary)
    }
}

extension ReportReader {
    static func all(_ path: String, _ map: ReportMap) throws -> (pupils: [IncomingPupil], summary: IncomingSummary) {
        var list: [IncomingPupil] = []
        let summary = try pupils(path, map) { list.append($0) }
        return (list, summary)
    }

    /// Reads a text with the map that is proposed for it.
    static func proposed(_ text: String, change: (inout ReportMap) -> Void = { _ in }) throws -> (pupils: [IncomingPupil], summary: IncomingSummary) {
        try IncomingFiles.with(text, named: "report.csv") { path in
            guard var map = ReportMap.proposed(for: try opening(path), kind: .pupils) else { throw FileRefusal("no map") }
            change(&map)
            return try all(path, map)
        }
    }
}
