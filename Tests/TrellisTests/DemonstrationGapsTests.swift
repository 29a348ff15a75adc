import Access
import AreaKit
import Basics
import Database
import Foundation
import People
import Stage
import Testing
@testable import Trellis

@Suite("The demonstration trust as it is served")
struct DemonstrationGapsTests {
    @Test("With all its chapters, the safety net finds what is planted in it, and nothing else")
    func gaps() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let data = DataFolder(path: folder), store = try await data.open(nil)
        defer { try? store.close() }
        try await Demonstration(store: store, folder: data).make(.small)
        let answers = try JSONDecoder().decode([DemonstrationAnswer].self, from: Data(contentsOf: URL(filePath: folder + "/demonstration-files/answers.json")))
        let found = try await store.read { reader in
            try Program.areas().flatMap(\.safetyRules).flatMap { rule in
                try rule.find(reader, SafetyQuestion(viewer: .operator, day: Demonstration.today)).map { DemonstrationAnswer(rule: rule.id, urn: $0.urn, upn: $0.upn) }
            }
        }
        #expect(Set(found).subtracting(answers).sorted() == [], "found and not planted")
        #expect(Set(answers).subtracting(found).sorted() == [], "planted and not found")
        #expect(found.count == answers.count)
        #expect(Set(Program.areas().flatMap(\.safetyRules).map(\.id)).subtracting(answers.map(\.rule)) == [], "every rule has something planted for it")
        #expect(try await store.check().isEmpty)
        #expect(try await store.read(kindsOfEvidence) == Set(EvidenceSource.Kind.allCases), "each part of a request finds something in the record")
    }

    @Sendable private func kindsOfEvidence(_ reader: Reader) throws -> Set<EvidenceSource.Kind> {
        let today = Demonstration.today, senco = Viewer(name: "The SENCO", role: .senco, sight: .schools(try reader.schools(for: .operator).map(\.id)))
        let pupils = try reader.column("SELECT pupil_id FROM ehc_case UNION SELECT pupil_id FROM advice ORDER BY 1", as: PupilID.self)
        return Set(try Program.areas().flatMap(\.evidence).filter { source in
            try pupils.contains { try !source.find(reader, EvidenceQuestion(of: $0, from: today.adding(years: -2), to: today, for: senco)).isEmpty }
        }.map(\.kind))
    }
}

extension DemonstrationAnswer: Comparable {
    public static func < (a: DemonstrationAnswer, b: DemonstrationAnswer) -> Bool { (a.rule, a.urn, a.upn) < (b.rule, b.urn, b.upn) }
}
