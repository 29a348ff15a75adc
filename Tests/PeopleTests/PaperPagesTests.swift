import Access
import AreaKit
import Basics
import Database
import Foundation
import Pages
import Papers
@testable import People
import Stage
import Testing

/// Papers on the pupil's page: add, look, download, withdraw.
struct PaperPagesTests {
    /// Elm and Oak, Sam at Elm, and a folder for papers.
    struct Desk {
        let stage: Stage, papers = StagePapers(), elm: School, oak: School, sam: Pupil
        var amira: Viewer { .amira(at: elm.id) }
        var base: String { "/pupils/\(sam.id)/papers/" }

        init(_ engine: StageEngine = .sqlite) async throws {
            stage = try await Stage(engine, areas: [PeopleArea(papers: papers.store)])
            (elm, oak) = (try await stage.school(), try await stage.school("Oak", urn: "999002"))
            sam = try await stage.pupil(at: elm, provision: "K")
        }

        func add(_ bytes: [UInt8], named name: String = "file", title: String = "Report of June", topic: String = "advice", as viewer: Viewer? = nil) async throws -> Answer {
            try await stage.visit(.send, base + "add", as: viewer ?? amira, form: ["title": title, "topic": topic], files: [try papers.file(bytes, named: name)])
        }

        func all() async throws -> [Paper] { try await stage.read { [sam] in try $0.papers(of: sam.id) } }
        func page(as viewer: Viewer? = nil) async throws -> String { try await stage.visit(.read, pupilPath(sam.id), as: viewer ?? amira).text }
    }

    static let pdf = Array("%PDF-1.7\n%%EOF\n".utf8)
    static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 2, 0, 0, 0, 2, 8, 2, 0, 0, 0, 1, 2, 3, 4,
                                0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82]

    @Test("A paper is added, shown on the page, and handed out as it came", arguments: StageEngine.here)
    func add(engine: StageEngine) async throws {
        let desk = try await Desk(engine)
        #expect(try await desk.stage.visit(.read, desk.base + "add", as: desk.amira).text.contains("enctype=\"multipart/form-data\""))
        let added = try await desk.add(Self.pdf, named: "Zoë’s report.html")
        #expect(added.status == 303 && added.next == "/pupils/\(desk.sam.id)?saved=paper#papers")
        let paper = try #require(try await desk.all().first)
        #expect(paper.school == desk.elm.id && desk.papers.stored == [paper.storedAs])
        let page = try await desk.page()
        #expect(page.contains("Report of June") && page.contains("PDF, 1 KB, added 20 November 2026") && !page.contains("/picture"))
        let file = try await desk.stage.visit(.read, desk.base + "\(paper.id)/file", as: desk.amira)
        #expect(try file.kept() == Self.pdf && file.header("Content-Type") == "application/pdf")
        #expect(file.header("Content-Disposition") == "attachment; filename=\"Zo__s report.pdf\"; filename*=UTF-8''Zo%C3%AB%E2%80%99s%20report.pdf")
        #expect(file.header("Content-Security-Policy")?.hasPrefix("sandbox; default-src 'none'") == true && file.header("X-Content-Type-Options") == "nosniff")
        #expect(try await desk.stage.visit(.read, desk.base + "\(paper.id)/picture", as: desk.amira).status == 404)
        #expect(try await desk.stage.visit(.read, pupilTrailPath(desk.sam.id), as: desk.amira).text.contains("Paper added"))
    }

    @Test("Only a plain picture may be looked at in the browser, and nothing may run there")
    func picture() async throws {
        let desk = try await Desk()
        #expect(try await desk.add(Self.png, named: "work.png").status == 303)
        let paper = try #require(try await desk.all().first), shown = try await desk.stage.visit(.read, desk.base + "\(paper.id)/picture", as: desk.amira)
        #expect(try shown.kept() == Self.png && shown.header("Content-Type") == "image/png")
        #expect(shown.header("Content-Disposition") == "inline; filename=\"work.png\"" && shown.header("Content-Security-Policy")?.contains("sandbox") == true)
        #expect(try await desk.page().contains("/picture"))
    }

    @Test("What is wrong stands beside its field, what was typed stays, and no file is left")
    func refusals() async throws {
        let desk = try await Desk()
        let nothing = try await desk.stage.visit(.send, desk.base + "add", as: desk.amira, form: ["topic": "family"])
        #expect(nothing.status == 422 && nothing.text.contains("href=\"#title\"") && nothing.text.contains("href=\"#file\"") && nothing.text.contains("value=\"family\" selected"))
        let page = try await desk.add(Array("<html>".utf8), title: "My title")
        #expect(page.status == 422 && page.text.contains("web page") && page.text.contains("value=\"My title\""))
        let untitled = try await desk.add(Self.pdf, title: "")
        #expect(untitled.status == 422 && untitled.text.contains("Choose the file again"))
        #expect(try await desk.add(Self.pdf).status == 303)
        let twice = try await desk.add(Self.pdf, title: "Another")
        #expect(twice.status == 422 && twice.text.contains("here already, as “Report of June”"))
        #expect(desk.papers.stored.count == 1)
        #expect(try await desk.all().count == 1)
    }

    @Test("Who may not see the pupil finds no paper; who may not keep the register neither adds nor withdraws")
    func permissions() async throws {
        let desk = try await Desk()
        #expect(try await desk.add(Self.pdf).status == 303)
        let paper = try #require(try await desk.all().first), file = desk.base + "\(paper.id)/file"
        for viewer in [Viewer.amira(at: desk.oak.id), .helen(at: desk.oak.id), .grace(at: desk.elm.id), .peter] {
            for path in [file, desk.base + "\(paper.id)/picture", desk.base + "\(paper.id)/withdraw", desk.base + "add"] {
                #expect(try await desk.stage.visit(.read, path, as: viewer).status == 404)
            }
            #expect(try await desk.add(Self.png, as: viewer).status == 404)
        }
        let helen = Viewer.helen(at: desk.elm.id)
        #expect(try await desk.stage.visit(.read, file, as: helen).status == 200)
        #expect(try await desk.page(as: helen).contains("Report of June"))
        #expect(try await !desk.page(as: helen).contains("Add a paper"))
        for path in ["add", "\(paper.id)/withdraw"] {
            #expect(try await desk.stage.visit(.read, desk.base + path, as: helen).status == 404)
            #expect(try await desk.stage.visit(.send, desk.base + path, as: helen, form: ["reason": "x", "understood": "yes"]).status == 404)
        }
        let class4 = try await desk.stage.schoolClass("4K", at: desk.elm, of: [desk.sam]), tom = Viewer.tom(of: class4.id, at: desk.elm.id)
        #expect(try await !desk.page(as: tom).contains("Report of June"))
        #expect(try await desk.stage.visit(.read, file, as: tom).status == 404)
        let alex = try await desk.stage.pupil("Alex", "Marsh", at: desk.elm)
        #expect(try await desk.stage.visit(.read, "/pupils/\(alex.id)/papers/\(paper.id)/file", as: desk.amira).status == 404)
        #expect(try await desk.stage.visit(.read, desk.base + "999/file", as: desk.amira).status == 404)
        #expect(desk.papers.stored.count == 1)
    }

    @Test("A paper is withdrawn with a reason: its file is gone, its title and the reason stay", arguments: StageEngine.here)
    func withdraw(engine: StageEngine) async throws {
        let desk = try await Desk(engine)
        #expect(try await desk.add(Self.pdf).status == 303)
        let paper = try #require(try await desk.all().first), path = desk.base + "\(paper.id)/withdraw"
        #expect(try await desk.stage.visit(.read, path, as: desk.amira).text.contains("no page brings it back"))
        let refused = try await desk.stage.visit(.send, path, as: desk.amira, form: ["reason": "About another child"])
        #expect(refused.status == 422 && refused.text.contains("href=\"#understood\"") && refused.text.contains("About another child") && desk.papers.stored.count == 1)
        #expect(try await desk.stage.visit(.send, path, as: desk.amira, form: ["reason": "About another child", "understood": "yes"]).status == 303)
        #expect(desk.papers.stored.isEmpty)
        #expect(try await desk.stage.visit(.read, desk.base + "\(paper.id)/file", as: desk.amira).status == 404)
        #expect(try await desk.stage.visit(.send, path, as: desk.amira, form: ["reason": "Again", "understood": "yes"]).status == 404)
        #expect(try await desk.page().contains("About another child"))
        #expect(try await !desk.page(as: .helen(at: desk.elm.id)).contains("About another child"))
        #expect(try await desk.papers.store.unsound(desk.stage.store, now: desk.stage.now).isEmpty)
    }

    @Test("A paper that was altered on the disk is not handed out, and the page says what to do")
    func damaged() async throws {
        let desk = try await Desk()
        #expect(try await desk.add(Self.pdf).status == 303)
        let paper = try #require(try await desk.all().first)
        var bytes = try desk.papers.bytes(of: paper.storedAs)
        bytes[bytes.count - 1] ^= 1
        try desk.papers.put(bytes, at: paper.storedAs)
        let answer = try await desk.stage.visit(.read, desk.base + "\(paper.id)/file", as: desk.amira)
        #expect(answer.status == 500 && answer.text.contains("Tell whoever runs Trellis") && !answer.text.contains("Sam Whitlock</h1>"))
    }

    @Test("When a record is sealed, papers from before are kept away; later ones are not")
    func sealed() async throws {
        let desk = try await Desk()
        #expect(try await desk.add(Self.pdf, title: "Under the old name").status == 303)
        let old = try #require(try await desk.all().first)
        #expect(try await desk.stage.visit(.send, "/pupils/\(desk.sam.id)/seal", as: desk.amira, form: ["reason": "Adoption order", "understood": "yes"]).status == 303)
        #expect(try await !desk.page().contains("Under the old name"))
        #expect(try await !desk.stage.visit(.read, pupilTrailPath(desk.sam.id), as: desk.amira).text.contains("Under the old name"))
        #expect(try await desk.stage.visit(.read, desk.base + "\(old.id)/file", as: desk.amira).status == 404)
    }

    @Test("Without a place for papers the page says nothing of them")
    func absent() async throws {
        let stage = try await Stage(areas: [PeopleArea()]), elm = try await stage.school(), sam = try await stage.pupil(at: elm)
        #expect(try await !stage.visit(.read, pupilPath(sam.id), as: .amira(at: elm.id)).text.contains("Papers"))
        #expect(try await stage.visit(.read, "/pupils/\(sam.id)/papers/add", as: .amira(at: elm.id)).status == 404)
    }

    static let names: [(name: String, header: String)] = [
        ("plain.pdf", "attachment; filename=\"plain.pdf\""),
        ("a\"; x=\"b\r\n.pdf", "attachment; filename=\"a__ x=_b.pdf\"; filename*=UTF-8''a%22%3B%20x%3D%22b.pdf"),
        ("字.txt", "attachment; filename=\"_.txt\"; filename*=UTF-8''%E5%AD%97.txt"),
    ]

    @Test("No name can end the header that carries it")
    func headers() {
        for (name, header) in Self.names {
            #expect(disposition(.attachment, name: name) == header)
        }
    }
}
