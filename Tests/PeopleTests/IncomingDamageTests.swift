import Basics
import Files
import Foundation
@testable import People
import Testing

/// Damaged files: they are refused in words or read in part, and never end the program.
struct IncomingDamageTests {
    /// The same damage in every run.
    private struct Seeded: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    private func damaged(_ data: Data, _ chance: inout Seeded) -> Data {
        var bytes = [UInt8](data)
        for _ in 0..<Int.random(in: 1...8, using: &chance) {
            let place = Int.random(in: 0..<bytes.count, using: &chance)
            switch Int.random(in: 0..<4, using: &chance) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &chance)
            case 1: bytes.remove(at: place)
            case 2: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 40)], at: place)
            default: bytes[place] = [60, 62, 38, 34, 44, 10, 0, 255].randomElement(using: &chance) ?? 0
            }
            if bytes.count < 2 { break }
        }
        return Data(bytes)
    }

    private func survives(_ name: String, _ read: (String) throws -> Void) throws {
        let data = try Data(contentsOf: URL(fileURLWithPath: IncomingFiles.fixture(name)))
        var chance = Seeded(state: 20_261_122)
        for _ in 0..<40 {
            do {
                try IncomingFiles.with(damaged(data, &chance), read)
            } catch let refusal as FileRefusal {
                #expect(!refusal.message.isEmpty)
            }
        }
    }

    @Test("Damaged transfer files")
    func transferFile() throws { try survives("9991001_CTF_9992002_001.xml") { _ = try CTFReader.all($0) } }

    @Test("Damaged census returns")
    func census() throws { try survives("census-spring.xml") { _ = try CensusReader.all($0) } }

    @Test("Damaged reports", arguments: ["arbor-sen-register.csv", "sims-report.csv"])
    func report(name: String) throws {
        try survives(name) { path in
            guard let map = ReportMap.proposed(for: try ReportReader.opening(path), kind: .pupils),
                  (try? map.check()) != nil else { return }
            _ = try ReportReader.all(path, map)
        }
    }

    @Test("Damaged GIAS files")
    func gias() throws { try survives("edubasealldata20261101.csv") { _ = try GIASReader.read($0, trustUID: "99001", urns: ["999003"]) } }

    @Test("A file with a document type is refused before it is read", arguments: ["CTfile", "Message"])
    func documentType(root: String) throws {
        let text = "<!DOCTYPE \(root) [<!ENTITY a \"b\">]><\(root)><Header/></\(root)>"
        #expect(throws: FileRefusal.self) { try IncomingFiles.with(text, CTFReader.all) }
        #expect(throws: FileRefusal.self) { try IncomingFiles.with(text, CensusReader.all) }
    }
}
