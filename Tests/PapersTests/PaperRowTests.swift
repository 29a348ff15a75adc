import AreaKit
import Basics
import Database
import Foundation
import Pages
@testable import Papers
import People
import Stage
import Testing

/// Rows and files together: all of a paper is there, or nothing.
struct PaperRowTests {
    /// A stage with a pupil, and one paper about them.
    struct Shelf {
        let stage: Stage, papers = StagePapers(), pupil: PupilID, school: SchoolID

        init(_ engine: StageEngine) async throws {
            stage = try await Stage(engine, areas: [PeopleArea()])
            let elm = try await stage.school()
            (pupil, school) = (try await stage.pupil(at: elm).id, elm.id)
        }

        func add(_ text: String) async throws -> Paper {
            let file = try papers.store.keep(try papers.file(text.utf8).path, named: "note.txt"), pupil = pupil, school = school, now = stage.now
            return try await stage.act { writer in
                try writer.save(try AddPaper(title: "Note", topic: "school").applied(file, about: pupil, at: school, papers: try writer.papers(of: pupil), at: now))
            }
        }

        func withdraw(_ paper: Paper) async throws {
            let now = stage.now
            try await stage.act { _ = try $0.save(try WithdrawPaper(reason: "Wrong child", understood: true).applied(to: paper, at: now)) }
        }
    }

    @Test("A paper's row comes back as it was saved, in the trail of its pupil and school", arguments: StageEngine.here)
    func row(engine: StageEngine) async throws {
        let shelf = try await Shelf(engine), paper = try await shelf.add("One")
        let found = try await shelf.stage.read { [pupil = shelf.pupil] in try $0.papers(of: pupil) }
        #expect(found == [paper] && paper.id.rawValue > 0)
        let trail = try await shelf.stage.read { reader in
            try reader.rows("SELECT event, pupil_id, school_id FROM trail WHERE subject = 'paper'") { row in
                "\(try row.next(String.self)) \(try row.next(PupilID.self)) \(try row.next(SchoolID.self))"
            }
        }
        #expect(trail == ["paper.added \(shelf.pupil) \(shelf.school)"])
        try await shelf.withdraw(paper)
        let again = try await shelf.stage.read { [pupil = shelf.pupil] in try $0.papers(of: pupil) }
        let after = try #require(again.first)
        #expect(after.isWithdrawn && after.withdrawnBecause == "Wrong child" && after.version == 2 && after.withdrawnAt == shelf.stage.now)
    }

    @Test("The schema refuses a paper about nobody, and one withdrawn without a reason", arguments: StageEngine.here)
    func guarantees(engine: StageEngine) async throws {
        let shelf = try await Shelf(engine), paper = try await shelf.add("One"), now = shelf.stage.now
        let aboutNobody = Paper(id: .new, pupil: nil, school: nil, title: "x", topic: .other, fileName: "x", kind: .text, bytes: 1,
                                sha256: paper.sha256, storedAs: String(repeating: "1", count: 32), addedAt: now)
        var silent = paper
        silent.withdrawnAt = now
        let changes = [Change("paper.added", to: aboutNobody), Change("paper.withdrawn", from: paper, to: silent)]
        for change in changes {
            await #expect(throws: StoreProblem.self) { try await shelf.stage.act { _ = try $0.save(change) } }
        }
    }

    @Test("All is sound, until a file is altered, lost or strange", arguments: StageEngine.here)
    func soundness(engine: StageEngine) async throws {
        let shelf = try await Shelf(engine), papers = shelf.papers, now = shelf.stage.now
        let (one, two, three) = (try await shelf.add("One"), try await shelf.add("Two"), try await shelf.add("Three"))
        #expect(try await papers.store.unsound(shelf.stage.store, now: now).isEmpty)
        var bytes = try papers.bytes(of: one.storedAs)
        bytes[90] ^= 1
        try papers.put(bytes, at: one.storedAs)
        papers.store.discard(two.storedAs)
        try papers.put([1, 2, 3], at: "strange.txt")
        let found = try await papers.store.unsound(shelf.stage.store, now: now)
        #expect(found.count == 3 && found[0].contains(one.storedAs) && found[1].contains(two.storedAs) && found[2].contains("strange.txt"))
        #expect(!found.joined().contains(three.storedAs) && !found.joined().contains("Sam"))
    }

    @Test("What a crash left is swept away: parts and files without a row after a day, withdrawn files at once", arguments: StageEngine.here)
    func sweep(engine: StageEngine) async throws {
        let shelf = try await Shelf(engine), papers = shelf.papers, (kept, gone) = (try await shelf.add("Kept"), try await shelf.add("Gone"))
        // Stored, and then the power went before its row was saved.
        let orphan = try papers.store.keep(try papers.file("Orphan".utf8).path, named: "x").storedAs
        let part = PaperStore.freshName() + ".12345678.part"
        try papers.put([1], at: part)
        try papers.put([1], at: "README")
        try await shelf.withdraw(gone)
        let clock = Instant(milliseconds: Int(Date().timeIntervalSince1970 * 1000))
        #expect(try await papers.store.sweep(shelf.stage.store, now: clock) == 1)
        #expect(Set(papers.stored) == [kept.storedAs, orphan, part, "README"])
        #expect(try await papers.store.sweep(shelf.stage.store, now: clock.adding(seconds: 25 * 3600)) == 2)
        #expect(Set(papers.stored) == [kept.storedAs, "README"])
        #expect(try papers.store.whole(kept) == Array("Kept".utf8))
    }

    @Test("A file that can't be written whole leaves nothing behind")
    func noHalves() throws {
        let papers = StagePapers(), source = try #require(FileHandle(forReadingAtPath: try papers.file(Array("x".utf8)).path))
        struct PowerCut: Error {}
        #expect(throws: PowerCut.self) {
            try papers.store.writeWhole(PaperStore.freshName()) { target in
                try target.write(contentsOf: try source.piece(1))
                throw PowerCut()
            }
        }
        #expect(papers.stored.isEmpty)
        let nowhere = PaperStore(folder: "/proc/papers") { papers.keys }
        #expect(throws: (any Error).self) { try nowhere.keep(try papers.file("x".utf8).path, named: "x") }
    }

    @Test("Rotation locks all it can, and says which it could not")
    func rotationWithDamage() throws {
        let papers = StagePapers(), (one, _) = try papers.keep(10), (two, text) = try papers.keep(20), (three, _) = try papers.keep(30)
        var bytes = try papers.bytes(of: one.storedAs)
        bytes[50] ^= 1
        try papers.put(bytes, at: one.storedAs)
        papers.rotate()
        #expect(throws: PaperProblem.damaged(one.storedAs)) { try papers.store.rewrap() }
        #expect(try papers.store.whole(two) == text)
        for paper in [two, three] { #expect(Data(try papers.bytes(of: paper.storedAs).prefix(24)).range(of: Data("k2".utf8)) != nil) }
    }

    @Test("No name leads out of the folder", arguments: ["../x", "", "/etc/passwd", "ABCDEF00112233445566778899aabbcc", String(repeating: "0", count: 33)])
    func names(name: String) throws {
        let papers = StagePapers(), paper = try StoredPaper(fileName: "x", kind: .text, bytes: 1, sha256: "", storedAs: name).paper()
        #expect(throws: PaperProblem.missing(name)) { try papers.store.whole(paper) }
        papers.store.discard(name)
    }
}
