import Access
import AreaKit
import Basics
import Database
import Stage
import Testing
@testable import People

@Suite("Search for pupils")
struct PupilSearchTests {
    private func names(_ stage: Stage, _ words: String, as viewer: Viewer = .dev) async throws -> [String] {
        try await stage.read { try pupilSearch.find($0, viewer, words, stage.today).map(\.title) }
    }

    @Test("finds by the beginnings of names in any order, without accents and apostrophes", arguments: StageEngine.here)
    func words(engine: StageEngine) async throws {
        let stage = try await Stage(engine, areas: [PeopleArea()]), elm = try await stage.school()
        for name in [("Saoirse", "Ní Dhomhnaill-O’Hare"), ("Łukasz", "Zieliński"), ("Sam", "Whitlock"), ("Samira", "Khan")] {
            _ = try await stage.pupil(name.0, name.1, at: elm)
        }
        #expect(try await names(stage, "o'hare saoi") == ["Saoirse Ní Dhomhnaill-O’Hare"])
        #expect(try await names(stage, "ohare") == ["Saoirse Ní Dhomhnaill-O’Hare"])
        #expect(try await names(stage, "ZIEL luk") == ["Łukasz Zieliński"])
        #expect(try await names(stage, "sam") == ["Samira Khan", "Sam Whitlock"])
        #expect(try await names(stage, "sam whit khan").isEmpty)
        #expect(try await names(stage, "  ").isEmpty)
        #expect(try await names(stage, "amira").isEmpty)
    }

    @Test("finds by UPN, former UPN and admission number; a sealed pupil’s former ones find nobody", arguments: StageEngine.here)
    func numbers(engine: StageEngine) async throws {
        let stage = try await Stage(engine, areas: [PeopleArea()]), elm = try await stage.school()
        let sam = try await stage.pupil(at: elm)
        let formerName = FormerName(id: .new, pupil: sam.id, surname: "Oldname", forename: "Sam"), formerUPN = FormerUPN(id: .new, pupil: sam.id, upn: Stage.upn(500))
        try await stage.act { writer in
            try writer.save(Change("former.added", to: formerName))
            try writer.save(Change("former.added", to: formerUPN))
            try writer.saveSearchWords(of: sam)
        }
        for words in [sam.upn ?? "", (sam.upn ?? "").lowercased(), Stage.upn(500), "A0", "oldn"] {
            #expect(try await names(stage, words) == ["Sam Whitlock"], "\(words)")
        }
        try await stage.act { writer in
            var sealed = sam
            sealed.sealed = true
            try writer.saveSearchWords(of: try writer.save(Change("pupil.sealed", from: sam, to: sealed)))
        }
        #expect(try await names(stage, Stage.upn(500)).isEmpty)
        #expect(try await names(stage, "oldn").isEmpty)
        #expect(try await names(stage, "whitl") == ["Sam Whitlock"])
    }

    @Test("finds only who is in sight, and nobody for a governor")
    func sight() async throws {
        let stage = try await Stage(areas: [PeopleArea()]), elm = try await stage.school(), oak = try await stage.school("Oak", urn: "999002")
        let sam = try await stage.pupil(at: elm)
        let class4 = try await stage.schoolClass("4K", at: elm), class5 = try await stage.schoolClass("5K", at: elm, of: [sam])
        #expect(try await names(stage, "sam", as: .amira(at: elm.id)).count == 1)
        #expect(try await names(stage, "sam", as: .amira(at: oak.id)).isEmpty)
        #expect(try await names(stage, "sam", as: .tom(of: class5.id, at: elm.id)).count == 1)
        #expect(try await names(stage, "sam", as: .tom(of: class4.id, at: elm.id)).isEmpty)
        #expect(try await names(stage, "sam", as: .peter).isEmpty)
    }

    @Test("goes through the index of words")
    func plan() async throws {
        let stage = try await Stage(areas: [PeopleArea()])
        let plan = try await stage.read { reader in
            guard let condition = PupilWords("sam whitlock").condition(for: .dev) else { return "" }
            return try reader.plan(of: "SELECT p.id FROM pupil p WHERE \(condition)")
        }
        #expect(plan.contains("word>?") && !plan.contains("SCAN p"), "\(plan)")
    }
}
