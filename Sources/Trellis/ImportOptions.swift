import Access
import ArgumentParser
import Basics
import Database
import Files
import Foundation
import People

struct ImportOptions: ParsableArguments {
    @Flag(name: .long, help: "Only say what would happen; save nothing.") var dryRun = false
    @Flag(name: .long, help: "Answer as JSON, one object for each file.") var json = false
}

/// Reads files in, one transaction for each, and prints what came of them.
func importing(_ files: [String], _ options: DataOptions, _ asking: ImportOptions, school urn: String?, kind: (String) -> ImportRequest.Kind) async throws {
    try await failing {
        let store = try await options.openTrust()
        let school = try await schoolNamed(urn, store)
        for file in files {
            guard FileManager.default.isReadableFile(atPath: file) else { throw FileRefusal("There is no file \(file) that can be read.") }
            var request = ImportRequest(kind(file), path: file, name: URL(filePath: file).lastPathComponent, school: school)
            request.takers = Program.areas().reportTakers
            let result = try await store.importFile(request, as: .operator, .atCommandLine(), dryRun: asking.dryRun)
            print(asking.json ? result.json(file).text : result.words(file))
        }
    }
}

/// The school with this URN.
func schoolNamed(_ urn: String?, _ store: Store) async throws -> SchoolID? {
    guard let urn else { return nil }
    guard let school = try await store.read({ try $0.school(urn: urn) }) else {
        throw FileRefusal("No school of this trust has the URN \(urn). Read in the schools first: trellis import gias FILE --trust-id UID")
    }
    return school.id
}

extension ImportResult {
    /// `{"file","sha256","receipt","new","changed","unchanged","conflicts","refused","problems"}`.
    func json(_ file: String) -> JSON {
        .object([
            "file": .text(file), "sha256": .text(sha256), "receipt": receipt.map { .integer($0.rawValue) } ?? .null,
            "new": .integer(report.count(.new)), "changed": .integer(report.count(.changed)), "unchanged": .integer(report.count(.unchanged)),
            "conflicts": .integer(report.open), "refused": .integer(report.count(.refused)), "problems": report.problemsJSON,
        ])
    }

    func words(_ file: String) -> String {
        let head = receipt.map { "Read \(file). Receipt \($0)." } ?? "Dry run of \(file): nothing was saved."
        let numbers = "  \(report.count(.new)) new, \(report.count(.changed)) changed, \(report.count(.unchanged)) unchanged, \(report.open) in conflict, \(report.count(.refused)) refused"
        let changes = receipt == nil ? report.lines.filter { $0.outcome == .changed || $0.outcome == .new }.map(\.words) : []
        let problems = report.problems.map { "  \($0.row.map { "row \($0): " } ?? "")\($0.message)" }
        return ([head, numbers] + changes + problems + report.notes.map { "  Note: \($0)" }).joined(separator: "\n")
    }
}

extension ImportLine {
    /// `row 12: changed: Class 5A -> 5B`.
    fileprivate var words: String {
        let details = differences.map { "\($0.label): \($0.old.isEmpty ? "nothing" : $0.old) -> \($0.new)" }.joined(separator: "; ")
        return "  row \(row): \(outcome.label.lowercased())\(details.isEmpty ? "" : ": " + details)"
    }
}

extension DecodingError {
    /// What is wrong, without the names of Swift types.
    var words: String {
        switch self {
        case .keyNotFound(let key, _): "\(key.stringValue) is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            "\(context.codingPath.map(\.stringValue).joined(separator: "/")) \(context.debugDescription)"
        @unknown default: "it is not JSON of this shape"
        }
    }
}
