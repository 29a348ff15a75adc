import Access
@testable import Agencies
import AreaKit
import Basics
import Database
import Foundation
import Pages
import Papers
import People
import Stage
import Testing

/// Papers are shared with one person outside the school, by a link and a code, and every look is kept.
struct SharingPagesTests {
    /// Elm with Sam, of whom there are two papers.
    private struct Sharing: Sendable {
        let stage: Stage
        let papers: StagePapers
        let elm: School
        let sam: Pupil
        let ids: [Int]
        var amira: Viewer { .amira(at: elm.id) }
        var shares: String { "/pupils/\(sam.id)/shares" }

        init(_ engine: StageEngine) async throws {
            let papers = StagePapers(), agencies = AgenciesArea(papers: papers.store)
            self.papers = papers
            stage = try await Stage(engine, areas: [PeopleArea(beside: AgenciesStage.upper(agencies), papers: papers.store)] + AgenciesStage.upper(agencies))
            elm = try await stage.school()
            sam = try await stage.pupil(at: elm)
            for title in ["Advice of the therapist", "Letter about health"] {
                let file = try papers.file(Array("\(title): words\n".utf8), named: "paper.txt")
                _ = try await stage.visit(.send, "/pupils/\(sam.id)/papers/add", as: .amira(at: elm.id), form: ["title": title, "topic": "advice"], files: [file])
            }
            let sam = sam
            ids = try await stage.read { try $0.column("SELECT id FROM paper WHERE pupil_id = \(sam.id) ORDER BY id", as: Int.self) }
        }

        func share(_ chosen: [Int]) async throws -> String {
            let form = chosen.map { (name: "papers", text: "\($0)") } + [(name: "name", text: "Priya Nair"), (name: "organisation", text: ""), (name: "because", text: "The mother agreed"), (name: "until", text: "2026-12-18"), (name: "is_read", text: "yes")]
            let answer = try await stage.visit(.send, "\(shares)/start", as: amira, typed: FormValues(form))
            #expect(answer.status == 303)
            return String((answer.next ?? "").split(separator: "?").first ?? "")
        }

        func link(_ share: String) async throws -> (link: String, code: String) {
            let made = try await stage.visit(.send, "\(share)/link", as: amira).text
            let codes = made.components(separatedBy: "<code class=\"link\">").dropFirst().map { String($0.prefix { $0 != "<" }) }
            return ("/papers/shared/\(codes.first?.components(separatedBy: "/papers/shared/").last ?? "")", codes.last ?? "")
        }
    }

    @Test("Link and number open the chosen papers and no other; each look stands on the share and in the trail", arguments: StageEngine.here)
    func whole(engine: StageEngine) async throws {
        let here = try await Sharing(engine), stage = here.stage, share = try await here.share([here.ids[0]]), (link, code) = try await here.link(share)
        let door = try await stage.visit(.read, link, as: .nobody)
        #expect(door.status == 200 && !door.text.contains("Sam") && !door.text.contains("therapist"))
        let list = try await stage.visit(.send, link, as: .nobody, form: ["share_code": code])
        #expect(list.text.contains("Advice of the therapist") && !list.text.contains("Letter about health") && !list.text.contains("Whitlock"))
        let file = try await stage.visit(.send, link, as: .nobody, form: ["share_code": code, "paper": "\(here.ids[0])"])
        #expect(file.status == 200 && file.headers.contains { $0.0 == "Content-Disposition" })
        #expect(try await stage.visit(.send, link, as: .nobody, form: ["share_code": code, "paper": "\(here.ids[1])"]).status == 404)
        #expect(try await stage.visit(.send, link, as: .nobody, form: ["share_code": code, "paper": "99999999999999999999"]).status == 404)
        let page = try await stage.visit(.read, share, as: here.amira).text
        #expect(page.contains("“Advice of the therapist”") && page.contains("the list"))
        #expect(try await stage.read { try $0.value("SELECT COUNT(*) FROM trail WHERE event = 'paperShare.looked' AND who = 'Priya Nair (by link)'", as: Int.self) } ?? 0 >= 2)
        #expect(try await stage.visit(.read, here.shares, as: here.amira).text.contains("Priya Nair"))
        #expect(try await stage.store.check().isEmpty)
    }

    @Test("Five wrong numbers, a newer link, an end or a withdrawn paper close it", arguments: StageEngine.here)
    func closed(engine: StageEngine) async throws {
        let here = try await Sharing(engine), stage = here.stage, share = try await here.share(here.ids), (first, code) = try await here.link(share), wrong = code == "000000" ? "111111" : "000000"
        for _ in 0..<5 { #expect(try await stage.visit(.send, first, as: .nobody, form: ["share_code": wrong]).status == 422) }
        #expect(try await stage.visit(.send, first, as: .nobody, form: ["share_code": code]).status == 404)
        let (second, fresh) = try await here.link(share)
        #expect(try await stage.visit(.read, first, as: .nobody).status == 404)
        _ = try await stage.visit(.send, "/pupils/\(here.sam.id)/papers/\(here.ids[1])/withdraw", as: here.amira, form: ["reason": "The wrong child", "understood": "yes"])
        let list = try await stage.visit(.send, second, as: .nobody, form: ["share_code": fresh]).text
        #expect(list.contains("Advice of the therapist") && !list.contains("Letter about health"))
        #expect(try await stage.visit(.send, "\(share)/end", as: here.amira).status == 303)
        #expect(try await stage.visit(.send, second, as: .nobody, form: ["share_code": fresh]).status == 404)
        #expect(try await stage.visit(.send, "\(share)/link", as: here.amira).status == 404, "what is over is not opened again")
    }

    @Test("Who does not refer this pupil shares nothing; a hostile form is refused and keeps what was typed", arguments: StageEngine.here)
    func refused(engine: StageEngine) async throws {
        let here = try await Sharing(engine), stage = here.stage, share = try await here.share([here.ids[0]])
        for viewer in [Viewer.amira(at: SchoolID(99)), .grace(at: here.elm.id), .nobody] {
            for path in [here.shares, "\(here.shares)/start", share] { #expect(try await stage.visit(.read, path, as: viewer).status == 404) }
            #expect(try await stage.visit(.send, "\(share)/link", as: viewer).status == 404)
            #expect(try await stage.visit(.send, "\(share)/end", as: viewer).status == 404)
        }
        let bad = try await stage.visit(.send, "\(here.shares)/start", as: here.amira, form: ["papers": "99", "name": "<b>Priya", "because": "", "until": "9999-12-31"])
        #expect(bad.status == 422 && bad.text.contains("&lt;b&gt;Priya") && bad.text.contains("Choose at least one paper") && bad.text.contains("within a year"))
        #expect(try await stage.visit(.read, "\(here.shares)/99999999999999999999", as: here.amira).status == 404)
    }

    @Test("One list over the school of what opens now; who never looked stands on Today in the last week", arguments: StageEngine.here)
    func allShares(engine: StageEngine) async throws {
        let here = try await Sharing(engine), stage = here.stage, share = try await here.share([here.ids[0]]), (link, code) = try await here.link(share)
        let list = try await stage.visit(.read, "/shares", as: here.amira).text
        #expect(list.contains("Priya Nair") && list.contains("Sam") && !list.contains("Nobody looked"))
        for viewer in [Viewer.amira(at: SchoolID(99))] { #expect(try await !stage.visit(.read, "/shares", as: viewer).text.contains("Priya")) }
        for viewer in [Viewer.grace(at: here.elm.id), .nobody] { #expect(try await stage.visit(.read, "/shares", as: viewer).status == 404) }
        func unread(_ words: String) async throws -> Int {
            let day = Day(words) ?? .distantPast
            return try await stage.read { try $0.openShares(for: here.amira, on: day).filter { $0.isUnread(on: day) }.count }
        }
        #expect(try await (unread("2026-12-10"), unread("2026-12-11"), unread("2026-12-19")) == (0, 1, 0))
        _ = try await stage.visit(.send, link, as: .nobody, form: ["share_code": code])
        #expect(try await unread("2026-12-11") == 0)
        #expect(try await stage.visit(.send, "\(share)/end", as: here.amira).status == 303)
        #expect(try await !stage.visit(.read, "/shares", as: here.amira).text.contains("Priya Nair"))
    }
}
