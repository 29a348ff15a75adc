import Access
import AreaKit
import Basics
import Database
import Files
import Foundation
import Pages
@testable import People
import Stage
@testable import Statutory
import Testing

/// A council's pack, its forms, and filling them for a request and for a review.
struct PackPagesTests {
    private let papers = StagePapers()

    private func upload(_ stage: StatutoryStage, _ bytes: [UInt8], kind: String = "request", title: String = "EHC request", council: String = "999") async throws -> Answer {
        try await stage.stage.visit(.send, "/packs/\(council)/forms/add", as: .dev, form: ["kind": kind, "title": title], files: [papers.file(bytes, named: "form.docx")])
    }

    private func path(_ answer: Answer) -> String { String((answer.next ?? "").split(separator: "?").first ?? "") }

    private func begin(_ stage: StatutoryStage, council: String = "999") async throws -> String {
        path(try await stage.stage.visit(.send, "/pupils/\(stage.sam.id)/ehc/requests/start", as: stage.amira, form: ["kind": "request", "asked_by": "school", "la": council, "reason": "Words are hard <b>", "officer": "Jo Hill", "child_views": "I like maps."]))
    }

    @Test("A pack is written, read by those who may, put right, and not overwritten unseen", arguments: StageEngine.here)
    func pack(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine), change = "/packs/999/change"
        #expect(try await stage.stage.visit(.read, "/packs", as: .dev).text.contains("Nothing written yet"))
        #expect(try await stage.stage.visit(.read, "/packs?la=123", as: .dev).next == "/packs/123/change")
        #expect(try await stage.stage.visit(.read, "/packs?la=12x", as: .dev).text.contains("Give three figures"))
        let refused = try await stage.stage.visit(.send, change, as: .dev, form: ["portal": "javascript:alert(1)", "office": "<b>Team"])
        #expect(refused.status == 422 && refused.text.contains("href=\"#portal\"") && refused.text.contains("&lt;b&gt;Team"))
        #expect(try await stage.stage.visit(.send, change, as: .ruth, form: ["seen": "", "office": "SEND team", "portal": "https://send.example.org", "file_mb": "10", "steps": "Hand it in\nWait", "checked_on": "2025-01-05"]).status == 303)
        let page = try await stage.stage.visit(.read, "/packs/999", as: stage.amira).text
        for words in ["SEND team", "<a href=\"https://send.example.org\" rel=\"noopener noreferrer\">", "10 MB", "<li>Hand it in</li>", "Over a year ago", "Ruth Adeyemi", "the annual review report"] { #expect(page.contains(words), "\(words)") }
        #expect(!page.contains("Change this page"))
        let second = try await stage.stage.visit(.send, change, as: .dev, form: ["seen": "", "office": "Mine"])
        #expect(second.status == 409 && second.text.contains("Ruth Adeyemi") && second.text.contains("Mine"))
        for viewer in [Viewer.grace(at: stage.elm.id), .peter] { #expect(try await stage.stage.visit(.read, "/packs", as: viewer).status == 404) }
        for (path, viewer) in [(change, stage.amira), ("/packs/9999", .dev), ("/packs/abc/change", .dev), ("/packs/998", .dev), ("/packs/999/forms/1", .dev), ("/packs/999/forms/1/file", .dev)] { #expect(try await stage.stage.visit(.read, path, as: viewer).status == 404, "\(path)") }
        let fields = try await stage.stage.visit(.read, "/packs/fields", as: .helen(at: stage.elm.id)).text
        #expect(fields.contains("{{reply.conditions.cost}}") && fields.utf8.count < 60_000)
        #expect(try await stage.stage.visit(.read, "/api/v1/packs", as: .dev).text.contains(#""file_mb":10"#))
    }

    @Test("A form is read, its faults are named with the nearest field, and it is used from a day", arguments: StageEngine.here)
    func form(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine)
        let faulty = StoredZip.word(StoredZip.line("{{pupil.fornam}} {{pupil.surname}} {{needs.words}}"))
        let form = path(try await upload(stage, faulty)), page = try await stage.stage.visit(.read, form, as: .dev).text
        for words in ["pupil.fornam is not a field", "Did you mean pupil.forename?", "Last name", "what it looks like in school", "Checked, not in use"] { #expect(page.contains(words), "\(words)") }
        #expect(try await stage.stage.visit(.send, "\(form)/use", as: .dev, form: ["use_from": "2026-11-20"]).status == 422)
        #expect(try await stage.stage.visit(.send, "\(form)/use", as: .dev, form: ["use_from": "20/11/2026", "seen_faults": "yes"]).next == "/packs/999?saved=used")
        #expect(try await upload(stage, faulty).text.contains("is here already"))
        let better = path(try await upload(stage, OurForm.assessmentRequest.bytes, title: "Better"))
        #expect(try await stage.stage.visit(.send, "\(better)/use", as: .ruth, form: ["use_from": "2026-11-20"]).status == 303)
        let pack = try await stage.stage.visit(.read, "/packs/999", as: stage.amira).text
        #expect(pack.contains("Earlier version") && pack.contains("In use"))
        let file = try await stage.stage.visit(.read, "\(better)/file", as: stage.amira)
        #expect(file.status == 200 && file.header("Content-Disposition")?.contains("999-request-") == true)
        if case .bytes(let bytes) = file.body { #expect(bytes == OurForm.assessmentRequest.bytes) }
        guard case .bytes(let tried) = try await stage.stage.visit(.read, "\(better)/try", as: stage.amira).body else { return }
        #expect(try "\(WordForm(tried).text())".contains("Robin"))
        #expect(try await stage.stage.visit(.send, "\(better)/end", as: .dev).status == 303)
        #expect(try await stage.stage.visit(.send, "\(better)/end", as: .dev).status == 422)
        #expect(try await stage.stage.visit(.send, "\(better)/use", as: stage.amira, form: ["use_from": "2026-11-20"]).status == 404)
    }

    static let hostile: [(name: String, bytes: [UInt8], reason: String)] = [
        ("a path in a name", StoredZip.word("", beside: [.init(name: "../../etc/passwd", bytes: [1])]), "leads outside"), ("a bomb", StoredZip.word("", beside: [.init(name: "word/x.xml", bytes: [1], claims: 3_000_000_000)]), "enormous"),
        ("a macro", StoredZip.word("", beside: [.init(name: "word/vbaProject.bin", bytes: [1])]), "macros"), ("a macro by its type", StoredZip.word("", type: "application/vnd.ms-word.document.macroEnabled.main+xml"), "macros"),
        ("an external entity", StoredZip.word("", beside: [.init(name: "customXml/item1.xml", bytes: Array("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>".utf8))]), "DOCTYPE"),
        ("broken XML", StoredZip.word("<w:p>"), "damaged"), ("a PDF", Array("%PDF-1.7".utf8), "PDF"), ("nothing", [], "empty"), ("text", Array("{{pupil.forename}}".utf8), "not a Word file"),
        ("too large", [0x50, 0x4B, 3, 4] + Array(repeating: 0, count: PackForm.mostBytes), "larger than 5 MB"), ("too long", StoredZip.word(String(repeating: StoredZip.line("x"), count: 4_001)), "too long"),
    ]

    @Test("A file that could harm, or is no form, is refused at the page with its reason, and nothing is kept", arguments: hostile)
    func refused(name: String, bytes: [UInt8], reason: String) async throws {
        let stage = try await StatutoryStage(), answer = try await upload(stage, bytes)
        #expect(answer.status == 422 && answer.text.contains(reason) && answer.text.contains("href=\"#file\"") && answer.text.contains("EHC request"), "\(name)")
        #expect(try await stage.stage.read { try $0.value("SELECT COUNT(*) FROM pack_form", as: Int.self) } == 0)
    }

    @Test("Words and file are both looked at; without a file nothing is kept")
    func both() async throws {
        let stage = try await StatutoryStage()
        #expect(try await stage.stage.visit(.send, "/packs/999/forms/add", as: .dev, form: ["kind": "request", "title": "X"]).text.contains("Choose the Word file"))
        let wordless = try await upload(stage, OurForm.assessmentRequest.bytes, kind: "nothing", title: "").text
        #expect(wordless.contains("Choose what the form is for") && wordless.contains("Choose the file again"))
        #expect(try await upload(stage, OurForm.assessmentRequest.bytes, council: "997").status == 404)
    }

    @Test("A request fills the council’s form: what is not known stands empty and is listed; the trail says that it was filled", arguments: StageEngine.here)
    func request(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine), request = try await begin(stage)
        #expect(try await stage.stage.visit(.read, request, as: stage.amira).text.contains("Fill Trellis’s own form"))
        let ours = try await stage.stage.visit(.read, "\(request)/form", as: stage.amira).text
        #expect(ours.contains("Trellis’s own form: no form of") && ours.contains("Words are hard &lt;b&gt;") && ours.contains("I like maps."))
        let form = path(try await upload(stage, StoredZip.word(StoredZip.line("{{pupil.forename}} {{request.reason}} {{request.care}} {{school.email}} {{council.email}} {{shoes}}")), title: "EHC1"))
        _ = try await stage.stage.visit(.send, "\(form)/use", as: .dev, form: ["use_from": "2026-11-20", "seen_faults": "yes"])
        #expect(try await stage.stage.visit(.read, request, as: stage.amira).text.contains("’s form"))
        let page = try await stage.stage.visit(.read, "\(request)/form", as: stage.amira).text
        for words in ["EHC1 for Sam", "<mark>[to fill in]</mark>", "What is known of social care needs", "Write it on the request", "write it into the Word file", "shoes, which is no field", "Where the council wants forms sent", "href=\"/packs/999\""] { #expect(page.contains(words), "\(words)") }
        let word = try await stage.stage.visit(.send, "\(request)/form", as: stage.amira, form: ["as": "word"])
        guard case .bytes(let bytes) = word.body else { return }
        #expect(word.status == 200)
        #expect(try WordForm(bytes).text() == [.line("Sam Words are hard <b> [to fill in] [to fill in] [to fill in] [to fill in]")])
        #expect(word.header("Content-Disposition")?.contains("Sam") == false)
        #expect(try await stage.stage.read { try $0.value("SELECT COUNT(*) FROM trail WHERE event = 'form.filled' AND pupil_id = \(stage.sam.id)", as: Int.self) } == 1)
        #expect(try await stage.stage.visit(.read, "\(request)/form", as: stage.amira).text.contains("4 fields empty"))
        for (path, viewer) in [("\(request)/form?form=99", stage.amira), ("\(request)/form?form=ours", stage.amira), ("\(request)/form", .amira(at: stage.oak.id)), ("\(request)/form", .grace(at: stage.elm.id)), ("/pupils/\(stage.sam.id)/ehc/requests/99/form", stage.amira)] {
            #expect(try await stage.stage.visit(.read, path, as: viewer).status == 404, "\(path)")
        }
        #expect(try await stage.stage.visit(.send, "\(request)/form", as: stage.amira, form: ["as": "paper"]).status == 404, "no papers in this house")
    }

    @Test("The filled file is kept with the papers once, and a second time the page says that it is there", arguments: StageEngine.here)
    func kept(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine, papers: papers), request = try await begin(stage)
        #expect(try await stage.stage.visit(.send, "\(request)/form", as: stage.amira, form: ["as": "paper"]).status == 303)
        #expect(papers.stored.count == 1)
        let again = try await stage.stage.visit(.send, "\(request)/form", as: stage.amira, form: ["as": "paper"])
        #expect(again.status == 422 && again.text.contains("here already") && papers.stored.count == 1)
        #expect(try await stage.stage.visit(.send, "\(request)/form", as: .helen(at: stage.elm.id), form: ["as": "paper"]).status == 404, "who may not add papers")
    }

    @Test("A review fills its report from the record of the meeting, without what is confidential", arguments: StageEngine.here)
    func review(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine)
        let review = try await stage.stage.act { writer in
            var contact = Contact(id: .new, pupil: stage.sam.id, position: 3)
            (contact.forename, contact.surname, contact.responsibility, contact.address, contact.addressConfidential) = ("Pat", "Whitlock", true, "12 Hidden Lane, Alderton", true)
            try writer.save(Change("contact.added", to: contact))
            var review = AnnualReview(pupil: stage.sam.id, school: stage.elm.id, council: "999", kind: .plan, dueOn: day("2026-12-18"))
            (review.heldOn, review.chair) = (day("2026-11-10"), "Helen Marsh")
            let held = try writer.save(Change("annualReview.started", to: review))
            try writer.save(Change("reviewPerson.asked", to: ReviewPerson(.agency, name: "Kim Reed", of: held)))
            var record = ReviewRecord(of: held)
            (record.pupilView, record.familyView, record.conclusion, record.changes) = ("I want more maps.", "We moved to 12 Hidden Lane.", .amend, "Therapy twice a week")
            try writer.save(Change("reviewRecord.written", to: record))
            try writer.save(Change("reviewOutcome.seen", to: ReviewOutcome("Reads signs alone", at: 0, of: held)))
            return held
        }
        let path = "/pupils/\(stage.sam.id)/reviews/\(review.id)/form", page = try await stage.stage.visit(.read, path, as: stage.amira).text
        for words in ["10 November 2026", "Kim Reed", "I want more maps.", "Therapy twice a week", "Reads signs alone", "Change it", Redaction.mark, "Travel to school", "/record"] { #expect(page.contains(words), "\(words)") }
        #expect(!page.contains("Hidden"))
        guard case .bytes(let bytes) = try await stage.stage.visit(.send, path, as: stage.amira, form: [:]).body else { return }
        #expect(try !"\(WordForm(bytes).text())".contains("Hidden"))
        #expect(try await stage.stage.visit(.read, path, as: .amira(at: stage.oak.id)).status == 404)
    }

    @Test("LibreOffice reads in a form filled from a record what stands in it, and it stands in our PDF", .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/soffice"), "LibreOffice is not installed"))
    func opens() async throws {
        let stage = try await StatutoryStage(), request = try await begin(stage), folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        guard case .bytes(let word) = try await stage.stage.visit(.send, "\(request)/form", as: stage.amira, form: ["as": "word"]).body else { return }
        try Data(word).write(to: folder.appending(path: "word.docx"))
        try run("/usr/bin/soffice", ["-env:UserInstallation=file://\(folder.path)/office", "--headless", "--convert-to", "pdf", "--outdir", folder.path, "\(folder.path)/word.docx"])
        let pdf = try await stage.stage.visit(.send, "\(request)/form", as: stage.amira, form: ["as": "pdf"])
        if pdf.status == 200, case .bytes(let own) = pdf.body { try Data(own).write(to: folder.appending(path: "own.pdf")) }
        for name in ["word"] + (pdf.status == 200 ? ["own"] : []) {
            try run("/usr/bin/pdftotext", ["\(folder.path)/\(name).pdf", "\(folder.path)/\(name).txt"])
            let text = try String(contentsOf: folder.appending(path: "\(name).txt"), encoding: .utf8).filter { !$0.isWhitespace }
            for words in ["Sam", "Words are hard <b>", "I like maps.", "Jo Hill", "Elm Primary School", "[to fill in]", "Request for an EHC needs assessment"] { #expect(text.contains(words.filter { !$0.isWhitespace }), "\(name): \(words)") }
        }
    }

    private func run(_ program: String, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(filePath: program)
        (process.arguments, process.standardOutput, process.standardError) = (arguments, FileHandle.nullDevice, FileHandle.nullDevice)
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }
}
