import Access
import Basics
import Database
import Files
import Foundation
@testable import Measures
import Pages
import People
import Stage
import Testing

@Suite("A file of results")
struct ResultFileTests {
    /// A file as somebody sends it, gone with the test.
    private final class Sent {
        let path = FileManager.default.temporaryDirectory.path + "/results_\(UUID().uuidString).csv"
        init(_ text: String) throws { try Data(text.utf8).write(to: URL(filePath: path)) }
        deinit { try? FileManager.default.removeItem(atPath: path) }
        var upload: UploadedFile { UploadedFile(field: "file", name: "scores.csv", path: path) }
    }

    private func send(_ stage: Stage, _ text: String, _ swst: Instrument, as viewer: Viewer) async throws -> String {
        let file = try Sent(text)
        let answer = try await stage.visit(.send, "/results/file", as: viewer, form: ["test": "\(swst.id)", "on": "2026-11-13"], files: [file.upload])
        #expect(answer.status == 303)
        return answer.next ?? ""
    }

    @Test("Shown first, then saved with a receipt, then taken back", arguments: StageEngine.here)
    func whole(engine: StageEngine) async throws {
        let (stage, elm, _, sam, mia) = try await Stage.withBeech(engine), amira = Viewer.amira(at: elm.id), swst = try await stage.instrument("swst")
        try await stage.result("80", of: mia, with: swst, at: elm, on: Day(2026, 11, 13))
        let text = "UPN,Name,Spelling,Spelling: age,Tested by\n\(sam.upn ?? ""),x,84,7:02,Tia Lowe\n,\"Abbott, Mia\",90,10:05:00,\n,Zoe Hart,90,,\n\(sam.upn ?? ""),x,84,,\n"
        let preview = try await send(stage, text, swst, as: amira), page = try await stage.visit(.read, preview, as: amira).text
        #expect(page.contains("Results of 2 rows will be saved.") && page.contains("<del>80</del> → <ins>90</ins>") && page.contains("time of day") && page.contains("Nobody on the school’s roll today"))
        #expect(try await stage.results(of: sam).isEmpty)

        let applied = try await stage.visit(.send, preview + "/apply", as: amira), receipt = try #require(applied.next)
        #expect(receipt.hasPrefix("/receipts/") && applied.status == 303)
        #expect(try await stage.results(of: sam).map(\.score) == [Score(84), Score(86)])
        #expect(try await stage.results(of: sam).first?.tester == "Tia Lowe")
        #expect(try await stage.results(of: mia).map(\.score) == [Score(90)])
        #expect(try await stage.visit(.read, receipt, as: amira).text.contains("Results of tests"))
        #expect(try await stage.visit(.send, receipt + "/undo", as: amira).status == 303)
        #expect(try await stage.results(of: sam).isEmpty)
        #expect(try await stage.results(of: mia).map(\.score) == [Score(80)])
        #expect(try await stage.visit(.read, preview, as: amira).status == 404)
    }

    @Test("A file without the headings is refused with their names; one is dropped on a press")
    func refused() async throws {
        let (stage, elm, _, sam, _) = try await Stage.withBeech(), amira = Viewer.amira(at: elm.id), swst = try await stage.instrument("swst")
        let wrong = try await stage.visit(.read, send(stage, "Child,Score\nSam,84\n", swst, as: amira), as: amira)
        #expect(wrong.status == 422 && wrong.text.contains("needs the headings UPN (or Forename and Surname) and “Spelling”, “Spelling: age”"))
        let waiting = try await send(stage, "Forename,Surname,Date of birth,Date,Spelling\nSam,Whitlock,10/03/2018,12/11/2026,84\nSam,Whitlock,10/03/2019,12/11/2026,84\nMia,Abbott,,soon,84\n", swst, as: amira)
        let page = try await stage.visit(.read, waiting, as: amira).text
        #expect(page.contains("Results of 1 row will be saved.") && page.contains("The day of the test is none that we can read"))
        #expect(try await stage.visit(.send, waiting + "/drop", as: amira).next == "/results/file")
        #expect(try await stage.visit(.send, waiting + "/apply", as: amira).status == 404)
        #expect(try await stage.results(of: sam).isEmpty)
    }

    @Test("What is missing from the form is said beside it; another school’s file is not there")
    func forms() async throws {
        let (stage, elm, _, _, _) = try await Stage.withBeech(), amira = Viewer.amira(at: elm.id), swst = try await stage.instrument("swst"), oak = try await stage.school("Oak Primary School", urn: "999002")
        let empty = try await stage.visit(.send, "/results/file", as: .dev, form: ["on": ""])
        #expect(empty.status == 422 && empty.text.contains("Choose the school.") && empty.text.contains("Choose the test.") && empty.text.contains("Choose a file."))
        let waiting = try await send(stage, "UPN,Spelling\nx,84\n", swst, as: amira)
        for path in ["", "/apply", "/drop"] { #expect(try await stage.visit(path.isEmpty ? .read : .send, waiting + path, as: .amira(at: oak.id)).status == 404) }
        #expect(try await stage.visit(.read, "/results/file", as: .helen(at: elm.id)).status == 404)
    }
}
