import Access
import Basics
import Database
import Foundation
import Stage
import Testing
@testable import People

@Suite("Imports taken back")
struct ImportUndoTests {
    @Test("Everything is as it was before", arguments: StageEngine.here)
    func whole(engine: StageEngine) async throws {
        let (stage, elm) = try await ImportStoreTests.open(engine)
        _ = try await stage.pupil("Ada", "Other", at: elm, upn: Stage.upn(2))
        let empty = try await stage.wholeRecord()
        let first = try await stage.importing(.ctf, ImportStoreTests.whole, at: elm)
        let filled = try await stage.wholeRecord()
        let changed = ImportStoreTests.whole.replacing("Whitlock", with: "Brook").replacing("<SENtype>ASD", with: "<SENtype>MLD").replacing("2024-09-03", with: "2024-10-01")
        let second = try await stage.importing(.ctf, changed, at: elm)
        #expect(second.report.count(.changed) == 1)
        try await stage.undo(second)
        #expect(unlike(filled, try await stage.wholeRecord()).isEmpty)
        try await stage.undo(first)
        #expect(unlike(empty, try await stage.wholeRecord()).isEmpty)
        #expect(try await stage.store.check().isEmpty)
        let receipts = try await stage.read { try $0.all(ImportReceipt.self, "ORDER BY id") }
        #expect(receipts.count == 2 && receipts.allSatisfy { $0.undoneBy == "Dev Patel" })
    }

    @Test("Not after later work, which is told in plain words; nor twice", arguments: StageEngine.here)
    func laterWork(engine: StageEngine) async throws {
        let (stage, elm) = try await ImportStoreTests.open(engine)
        let read = try await stage.importing(.ctf, ImportStoreTests.whole, at: elm)
        let pupils = try await stage.read { try $0.all(Pupil.self, "ORDER BY id") }
        let spell = try await stage.act { try $0.save(Change("arrangement.started", to: Arrangement(id: .new, pupil: pupils[0].id, school: elm.id, kind: .partTime, spell: Spell(starts: stage.today)))) }
        let record = try await stage.wholeRecord()
        await #expect { try await stage.undo(read) } throws: { error in
            let words = "\(error)"
            return words.contains("Arrangement began (1 pupil)") && !words.contains("arrangement.started") && !words.contains("_")
        }
        #expect(unlike(record, try await stage.wholeRecord()).isEmpty)
        try await stage.act { try $0.withdraw(spell, event: "arrangement.withdrawn", because: nil) }
    }

    @Test("A file read later is named as what stands in the way")
    func laterFile() async throws {
        let (stage, elm) = try await ImportStoreTests.open(.sqlite)
        let first = try await stage.importing(.ctf, ImportStoreTests.whole, at: elm)
        let second = try await stage.importing(.ctf, ImportStoreTests.whole.replacing("Whitlock", with: "Brook"), at: elm)
        await #expect { try await stage.undo(first) } throws: { "\($0)".contains("Details of the pupil changed (1 pupil, by reading another file)") }
        try await stage.undo(second)
        try await stage.undo(first)
        await #expect(throws: Problems.self) { try await stage.undo(first) }
    }

    @Test("The schools can go once what was read in for them has gone", arguments: StageEngine.here)
    func schools(engine: StageEngine) async throws {
        let stage = try await Stage(engine, areas: Stage.importAreas)
        let empty = try await stage.wholeRecord()
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let files = try DemonstrationTrust(shape: .small, seed: 3, today: stage.today).write(to: folder)
        let gias = try await stage.importFile(.schools(trustUID: files.trustUID, urns: []), files.gias, at: nil)
        let school = try #require(try await stage.read { try $0.school(urn: files.schools[0].urn) })
        let ctf = try await stage.importFile(.ctf, files.schools[0].transferFile, at: school)
        await #expect { try await stage.undo(gias) } throws: { "\($0)".contains("A file was read in") && !"\($0)".contains("import_receipt") }
        try await stage.undo(ctf)
        try await stage.undo(gias)
        #expect(unlike(empty, try await stage.wholeRecord()).isEmpty)
        let receipts = try await stage.read { try $0.all(ImportReceipt.self, "ORDER BY id") }
        #expect(receipts.count == 2 && receipts.allSatisfy { $0.undoneAt != nil })
        #expect(try await stage.store.check().isEmpty)
    }

    @Test("The whole of a school's files can be taken back, newest first", arguments: StageEngine.here)
    func everyFile(engine: StageEngine) async throws {
        let stage = try await Stage(engine, areas: Stage.importAreas)
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let files = try DemonstrationTrust(shape: .small, seed: 3, today: stage.today).write(to: folder)
        try await stage.importFile(.schools(trustUID: files.trustUID, urns: []), files.gias, at: nil)
        let sent = files.schools[0], school = try #require(try await stage.read { try $0.school(urn: sent.urn) })
        var done: [(ImportResult, [String: [String]])] = []
        let kinds: [(ImportRequest.Kind, String)] = try [(.ctf, sent.transferFile), (.census, sent.census)] + sent.reports.map {
            (.report(try JSONDecoder().decode(ReportMap.self, from: Data(contentsOf: URL(filePath: $0.map)))), $0.file)
        }
        for (kind, path) in kinds {
            let before = try await stage.wholeRecord()
            done.append((try await stage.importFile(kind, path, at: school), before))
            let again = try await stage.importFile(kind, path, at: school, dryRun: true).report
            #expect(again.count(.new) == 0 && again.count(.changed) == 0, "\(path)")
        }
        for (result, before) in done.reversed() {
            try await stage.undo(result)
            #expect(unlike(before, try await stage.wholeRecord()).isEmpty)
        }
    }
}
