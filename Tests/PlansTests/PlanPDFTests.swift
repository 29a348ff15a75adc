import Access
import Basics
import Database
import Foundation
import Pages
import People
@testable import Plans
import Stage
import Testing

/// Plans and profiles as PDF, read by other software than what made them.
@Suite("A plan as PDF")
struct PlanPDFTests {
    @Test("A plan says in its PDF what its page says")
    func plan() async throws {
        let stage = try await PlansStage(), plan = try await stage.plan(.live, outcomes: 2)
        let words = try await words(of: "/plans/\(plan.id)/pdf", as: stage.amira, stage)
        for part in ["SEN support plan, cycle 1", "Sam Whitlock", "Words of strengths", "Words of barriers", "Outcome number 2", "Counted"] { #expect(words.contains(part), "\(part)") }
        #expect(try await stage.stage.visit(.read, "/plans/\(plan.id)", as: stage.amira).text.contains("/plans/\(plan.id)/pdf"))
    }

    @Test("A profile takes one side of A4, with the emergency line, in usual letters and in small ones", arguments: [1, 48])
    func profile(lines: Int) async throws {
        let stage = try await PlansStage(), plan = try await stage.plan(.live, kind: "profile")
        try await stage.stage.emergency(of: stage.sam)
        let long = Array(repeating: "Say it once, wait, and then show it with a picture from the ring on the desk, please.", count: lines).joined(separator: "\n")
        try await stage.stage.act { writer in
            let section = try #require(try writer.all(PlanSection.self, "WHERE plan_id = \(plan.id) AND part = 'help'").first)
            var after = section
            after.words = long
            try writer.save(Change("plan.written", from: section, to: after))
        }
        let words = try await words(of: "/pupils/\(stage.sam.id)/profile/pdf", as: stage.jo, stage)
        #expect(words.contains("How to help Sam") && words.contains("Cushion the head") && words.contains("Say it once") && words.contains("1 of 1"))
        #expect(!words.contains("Words of pupil_view"))
    }

    @Test("Whoever does not see the plan or the profile finds no PDF; a plan that came as a file has none")
    func notFound() async throws {
        let stage = try await PlansStage(), draft = try await stage.plan()
        for viewer in [stage.otherTeacher, stage.pat, .dev] { #expect(try await stage.stage.visit(.read, "/plans/\(draft.id)/pdf", as: viewer).status == 404) }
        #expect(try await stage.stage.visit(.read, "/pupils/\(stage.sam.id)/profile/pdf", as: .dev).status == 404)
    }

    private func words(of path: String, as viewer: Viewer, _ stage: PlansStage) async throws -> String {
        let answer = try await stage.stage.visit(.read, path, as: viewer)
        #expect(answer.status == 200 && answer.header("Content-Type") == "application/pdf")
        let folder = URL.temporaryDirectory.appending(path: "plan-pdf-\(UInt64.random(in: 0 ... .max))")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(answer.kept()).write(to: folder.appending(path: "a.pdf"))
        let reader = Process()
        reader.executableURL = URL(filePath: "/usr/bin/pdftotext")
        reader.arguments = ["-layout", folder.appending(path: "a.pdf").path(), folder.appending(path: "a.txt").path()]
        try reader.run()
        reader.waitUntilExit()
        return try String(contentsOf: folder.appending(path: "a.txt"), encoding: .utf8)
    }
}
