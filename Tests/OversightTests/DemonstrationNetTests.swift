import Access
import AreaKit
import Basics
import Database
import Files
import Foundation
import Stage
import Testing
@testable import Oversight
@testable import People

@Suite("The demonstration trust in the safety net")
struct DemonstrationNetTests {
    @Test("Its files, read by the importer, give exactly the planted answers and no more", arguments: StageEngine.here)
    func answers(engine: StageEngine) async throws {
        let stage = try await Stage(engine, areas: wholeHouse)
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let files = try DemonstrationTrust(shape: .small, seed: 2026, today: stage.today).write(to: folder)
        try await stage.read(in: files)

        let expected = try JSONDecoder().decode([DemonstrationAnswer].self, from: Data(contentsOf: URL(filePath: files.answers)))
        let found = try await stage.read { reader in
            try SafetyNet(rules: stage.house.areas.flatMap(\.safetyRules)).open(SafetyQuestion(viewer: .operator, day: stage.today), reader)
                .map { DemonstrationAnswer(rule: $0.rule.id, urn: $0.finding.urn, upn: $0.finding.upn) }
        }
        #expect(!expected.isEmpty && Set(expected).count == expected.count)
        #expect(Set(found).subtracting(expected).isEmpty, "found and not planted")
        #expect(Set(expected).subtracting(found).isEmpty, "planted and not found")
        #expect(found.count == expected.count)
        #expect(try await stage.store.check().isEmpty)
    }

    @Test("Once its years are told, the net finds what the story leaves undone as well, and still no more")
    func chapters() async throws {
        let stage = try await Stage(areas: wholeHouse), today = stage.today
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let files = try DemonstrationTrust(shape: .small, seed: 2026, today: today).write(to: folder)
        try await stage.read(in: files)
        let chapters = stage.house.areas.flatMap(\.chapters)
        for chapter in chapters { try await chapter.tell(stage.store, today) }
        let planted = try await stage.read { reader in try chapters.flatMap { try $0.planted(reader, today) } }
        try files.add(planted)
        let expected = try JSONDecoder().decode([DemonstrationAnswer].self, from: Data(contentsOf: URL(filePath: files.answers)))
        let found = try await stage.read { reader in
            try SafetyNet(rules: stage.house.areas.flatMap(\.safetyRules)).open(SafetyQuestion(viewer: .operator, day: today), reader)
                .map { DemonstrationAnswer(rule: $0.rule.id, urn: $0.finding.urn, upn: $0.finding.upn) }
        }
        #expect(!planted.isEmpty && Set(found).subtracting(expected).isEmpty, "found and not planted")
        #expect(Set(expected).subtracting(found).isEmpty, "planted and not found")
        #expect(try await stage.read { try $0.actionCount(.overdue, for: .operator, on: today) } > 0)
    }
}

extension Stage {
    /// Reads a trust's files in, in their order, as a data manager would.
    func read(in files: DemonstrationFiles) async throws {
        try await take(.schools(trustUID: files.trustUID, urns: []), files.gias, nil)
        for school in files.schools {
            let id = try await read { try $0.school(urn: school.urn)?.id }
            try await take(.ctf, school.transferFile, id)
            try await take(.census, school.census, id)
            for report in school.reports {
                try await take(.report(try JSONDecoder().decode(ReportMap.self, from: Data(contentsOf: URL(filePath: report.map)))), report.file, id)
            }
        }
    }

    private func take(_ kind: ImportRequest.Kind, _ path: String, _ school: SchoolID?) async throws {
        let request = ImportRequest(kind, path: path, name: URL(filePath: path).lastPathComponent, school: school)
        _ = try await store.importFile(request, as: .operator, Act(who: "Dev Patel", at: now, way: .command), dryRun: false)
    }
}
