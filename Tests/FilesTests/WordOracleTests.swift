import Foundation
import Testing
@testable import Files

/// Forms made and read by other software than ours: `Tests/Oracles/word_forms.py`.
@Suite struct WordOracleTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    private static let python = root.appending(path: ".venv/bin/python").path
    private static let isReady = (try? run("-c", "import docx"))?.status == 0

    @Test("What python-docx cut into runs, it reads filled and otherwise unchanged", .enabled(if: isReady, "python-docx is not installed; ./trellis test installs it"))
    func filledAsWanted() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(try Self.run(script, "make", folder.path).status == 0)
        let cases = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(cases.count == 12)
        for name in cases {
            let filled = try WordForm(path: folder.appending(path: name).path).filled(values)
            #expect(Set(filled.unfilled).isSubset(of: ["plan.date", "provision.minutes"]))
            try Data(filled.bytes).write(to: folder.appending(path: name.replacing("case", with: "filled")))
        }
        let outcome = try Self.run(script, "check", folder.path)
        #expect(outcome.status == 0 && outcome.words.isEmpty, "\(outcome.words)")
    }

    private var script: String { Self.root.appending(path: "Tests/Oracles/word_forms.py").path }

    private let values: WordValues = [
        "pupil.forename": "Sam", "pupil.surname": "O’Hare & <Sons>", "school.name": "Ash\ngrove",
        "provision": .rows([["what": "Reading", "minutes": "60"], ["what": "Speech & talk", "minutes": "20"], ["what": "Zoë’s group"]]),
    ]

    private static func run(_ arguments: String...) throws -> (status: Int32, words: String) {
        let process = Process(), pipe = Pipe()
        process.executableURL = URL(filePath: python)
        process.arguments = arguments
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let words = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: words, as: UTF8.self))
    }
}
