import AreaKit
import Foundation
import Testing
@testable import Trellis

@Suite("Who tells of what is kept about a pupil")
struct SubjectTablesTests {
    @Test("Every table about a pupil is told of by some area, or named here with the reason why not")
    func covered() throws {
        let told = Set((Program.areas().flatMap(\.subjectSources)).flatMap(\.tables))
        let excused = [
            "trail": "told of as changes", "sight_pupil": "told of as who looked; numbers alone", "disposal_line": "the certificate: numbers alone, kept to prove the disposal",
            "request_pause": "goes with its request", "item_mark": "goes with its request", "released_copy": "goes with its request",
        ]
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")
        let scripts = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String }.filter { $0.hasSuffix(".sql") } ?? []
        var seen = 0
        for script in scripts {
            let text = try String(contentsOf: root.appending(path: script), encoding: .utf8)
            for match in text.matches(of: /CREATE TABLE (\w+) \(([^;]*)\)/) where match.2.contains(/\n\s+pupil_id \{/) {
                seen += 1
                let table = String(match.1)
                #expect(told.contains(table) || excused[table] != nil, "\(script): \(table)")
            }
        }
        #expect(seen > 25)
    }
}
