import Access
import AreaKit
import Basics
import Database
import Foundation
@testable import People
@testable import Plans
import Stage
import Testing

@Suite("The demonstration trust’s plans")
struct PlanStoryTests {
    @Test("Everybody with SEN support has a plan with its history; the safety net finds what was left undone, and nothing else", arguments: StageEngine.here)
    func story(engine: StageEngine) async throws {
        let stage = try await Stage(engine, areas: PlansStage.areas)
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let files = try DemonstrationTrust(shape: .small, seed: 2026, today: stage.today).write(to: folder)
        try await stage.take(.schools(trustUID: files.trustUID, urns: []), files.gias, nil)
        for school in files.schools {
            let id = try await stage.read { try $0.school(urn: school.urn)?.id }
            try await stage.take(.ctf, school.transferFile, id)
            try await stage.take(.census, school.census, id)
        }
        try await plansChapter(asking: []).tell(stage.store, stage.today)

        let found = try await stage.read { reader in
            let question = SafetyQuestion(viewer: .operator, day: stage.today)
            return try plansSafetyRules(asking: []).flatMap { rule in try rule.find(reader, question).map { PlantedGap(rule: rule.id, urn: $0.urn, upn: $0.upn) } }
        }
        let planted = try await stage.read { try plansChapter(asking: []).planted($0, stage.today) }
        #expect(Set(planted.map(\.rule)).count == 6, "one for each rule")
        #expect(Set(found).subtracting(planted).isEmpty, "found and not planted")
        #expect(Set(planted).subtracting(found).isEmpty, "planted and not found")
        #expect(found.count == planted.count)
        let cycles = try await stage.read { try $0.value("SELECT MAX(cycle) FROM plan", as: Int.self) ?? 0 }
        #expect(cycles >= 5)
        #expect(try await stage.store.check().isEmpty)
    }
}

extension Stage {
    /// Reads one file of the trust in.
    fileprivate func take(_ kind: ImportRequest.Kind, _ path: String, _ school: SchoolID?) async throws {
        let request = ImportRequest(kind, path: path, name: URL(filePath: path).lastPathComponent, school: school)
        _ = try await store.importFile(request, as: .operator, Act(who: "Dev Patel", at: now, way: .command), dryRun: false)
    }
}
