import Access
import Basics
import Database
import Foundation
import Pages
import People
import Stage
@testable import Statutory
import Testing

/// How councils keep their days, and what they are asked for.
struct CouncilTests {
    private static func kept(_ council: String, _ matter: Int, of pupil: Int? = nil, due: String, done: String? = nil) -> CouncilFigures.Kept {
        CouncilFigures.Kept(council: council, matter: "case \(matter)", pupil: PupilID(pupil ?? matter), due: day(due), done: done.map { day($0) })
    }

    @Test("What is done or past counts, late by its days; the middle is of the late ones; ten cases are enough")
    func figures() {
        let kept = [Self.kept("999", 1, due: "2026-10-01", done: "2026-10-11"), Self.kept("999", 1, due: "2026-11-10"), Self.kept("999", 2, due: "2026-12-24"), Self.kept("999", 3, due: "2026-12-24", done: "2026-11-01"),
                    Self.kept("999", 4, due: "2026-10-19", done: "2026-10-20")]
        let found = CouncilFigures.all(kept, on: day("2026-11-20"))
        #expect(found == [CouncilFigures(council: "999", cases: 3, children: 3, duties: 4, late: 3, middle: 10)] && !found[0].isEnough)
        #expect(CouncilFigures.all((1...10).map { Self.kept("998", $0, due: "2026-10-01") }, on: day("2026-11-20"))[0].isEnough)
        let four = CouncilFigures.all((1...12).map { Self.kept("998", $0, of: $0 % 4, due: "2026-10-01") }, on: day("2026-11-20"))[0]
        #expect(four.cases == 12 && four.children == 4 && !four.isEnough, "figures about four children are figures about children")
    }

    /// So many requests at Elm in September, of which one day was estimated, one only told by a family, and one excused.
    private func full(_ cases: Int, _ engine: StageEngine = .sqlite) async throws -> StatutoryStage {
        let stage = try await StatutoryStage(engine), (sam, elm) = (stage.sam.id, stage.elm.id)
        for row in 1...(cases + 3) {
            let pupil = row == 1 ? stage.sam : try await stage.stage.pupil("Ana\(row)", "Fenn", at: stage.elm)
            let matter = Matter(.case, row: RowID(row), pupil: pupil.id, school: elm, council: "999"), source: DateSource = row == cases + 1 ? .estimated : row == cases + 2 ? .family : .council
            try await stage.record(.needsAssessment, on: "2026-09-07", of: matter, stated: source)
        }
        let excused = Matter(.case, row: RowID(cases + 3), pupil: sam, school: elm, council: "999"), today = stage.stage.today
        try await stage.stage.act { writer in
            for owed in try writer.duties(of: excused) {
                let exemption = try RecordExemption(ground: .personal, evidence: "Letter").applied(to: owed.duty, today: today)
                try writer.save(Change("exemption.recorded", to: DutyExemption(exemption, for: owed, by: "Amira Khan")))
            }
        }
        return stage
    }

    @Test("Fewer than ten cases show no figures; ten do, without what is estimated, told by a family or excused", arguments: StageEngine.here)
    func page(engine: StageEngine) async throws {
        let few = try await full(9, engine)
        let shown = try await few.stage.visit(.read, "/duties/councils", as: .ruth).text
        #expect(shown.contains("fewer than 10 cases") && !shown.contains("Of them late") && !shown.contains("Agree that"))
        #expect(try await few.stage.visit(.send, "/duties/councils/999/agree", as: .ruth).status == 422)
        let stage = try await full(10, engine), text = try await stage.stage.visit(.read, "/duties/councils", as: .ruth).text
        #expect(text.contains("<dt>Cases</dt><dd>10</dd>") && text.contains("<dt>Children</dt><dd>10</dd>") && text.contains("10 (100 %)") && text.contains("32 days") && text.contains("Larkshire") && !text.contains("Whitlock"))
        for viewer in [Viewer.grace(at: stage.elm.id), Viewer(name: "Tom Reed", role: .teacher, sight: .schools([stage.elm.id]))] { #expect(try await stage.stage.visit(.read, "/duties/councils", as: viewer).status == 404, "\(viewer.name)") }
    }

    @Test("It takes a head and the trust's SEND lead, two people, before figures may be published; either may take it back", arguments: StageEngine.here)
    func agreement(engine: StageEngine) async throws {
        let stage = try await full(10, engine), helen = Viewer.helen(at: stage.elm.id), page = "/duties/councils", agree = "\(page)/999/agree"
        #expect(try await stage.stage.visit(.send, agree, as: stage.amira).status == 404)
        #expect(try await stage.stage.visit(.send, agree, as: .ruth).next == "\(page)?saved=agreed")
        #expect(try await stage.stage.visit(.send, agree, as: .ruth).status == 303)
        #expect(try await stage.stage.visit(.read, page, as: helen).text.contains("Not to be published."))
        let both = Viewer(name: "Ruth Adeyemi", role: .head, sight: .schools([stage.elm.id]))
        let same = try await stage.stage.visit(.send, agree, as: both)
        #expect(same.status == 422 && same.text.contains("It takes two people"))
        #expect(try await stage.stage.visit(.send, agree, as: helen).status == 303)
        let open = try await stage.stage.visit(.read, page, as: stage.amira).text
        #expect(open.contains("These figures may be published,") && open.contains("Helen Marsh, head") && open.contains("Ruth Adeyemi, trust SEND lead"))
        #expect(try await stage.stage.visit(.send, "\(page)/999/withdraw", as: helen).status == 303)
        #expect(try await stage.stage.visit(.read, page, as: .ruth).text.contains("Not to be published."))
        #expect(try await stage.stage.read { try $0.column("SELECT event FROM trail WHERE event LIKE 'figures.%' ORDER BY id", as: String.self) } == ["figures.agreed", "figures.agreed", "figures.withdrawn"])
    }

    @Test("The week's summary says what is owed and since when, calls nothing estimated late, and goes to an officer once a week", arguments: StageEngine.here)
    func summary(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine), path = "/duties/councils/999/summary"
        #expect(try await stage.stage.visit(.read, path, as: stage.amira).text.contains("nothing to send"))
        try await stage.record(.needsAssessment, on: "2026-09-07")
        try await stage.record(.reassessment, on: "2026-10-20", of: Matter(.case, row: RowID(2), pupil: stage.sam.id, school: stage.elm.id, council: "999"), stated: .estimated)
        let text = try await stage.stage.visit(.read, path, as: stage.amira).text
        #expect(text.contains("S. W., UPN") && text.contains("by 19 October 2026. 32 days late.") && text.contains("as you told us") && text.contains("estimated by us") && text.contains("only estimated this day and do not call it late"))
        #expect(!text.contains("Whitlock") && text.components(separatedBy: "which we have not read ourselves").count == 2)
        for viewer in [Viewer.ruth, .dev, .grace(at: stage.elm.id)] { #expect(try await stage.stage.visit(.read, path, as: viewer).status == 404, "\(viewer.name)") }
        #expect(try await stage.stage.visit(.read, "/duties/councils/123/summary", as: stage.amira).status == 404)
        #expect(try await stage.stage.visit(.read, "\(path)?school=\(stage.oak.id)", as: stage.amira).status == 404)
        let empty = try await stage.stage.visit(.send, path, as: stage.amira, form: ["school": "\(stage.elm.id)", "officer": "", "sent_on": "2026-11-20"])
        #expect(empty.status == 422 && empty.text.contains("href=\"#officer\""))
        let send: KeyValuePairs = ["school": "\(stage.elm.id)", "officer": "Joan Fyfe", "sent_on": "2026-11-20"]
        #expect(try await stage.stage.visit(.send, path, as: stage.amira, form: send).status == 303)
        let again = try await stage.stage.visit(.send, path, as: .helen(at: stage.elm.id), form: send)
        #expect(again.status == 422 && again.text.contains("send the next from 27 November 2026 on"))
        #expect(try await stage.stage.visit(.send, path, as: .helen(at: stage.elm.id), form: ["school": "\(stage.elm.id)", "officer": "Ravi Menon", "sent_on": "2026-11-20"]).status == 303)
        #expect(try await stage.stage.visit(.read, path, as: stage.amira).text.contains("to Joan Fyfe, by Amira Khan; 2 things"))
    }
}
