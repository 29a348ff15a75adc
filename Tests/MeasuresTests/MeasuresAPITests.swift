import Access
import AreaKit
import Basics
import Database
@testable import Measures
import Pages
import People
import Stage
import Testing

@Suite("Tests and results for programs")
struct MeasuresAPITests {
    private func send(_ stage: Stage, _ path: String, as viewer: Viewer, _ json: String) async throws -> Answer {
        let request = PageRequest(method: .send, path: path, headers: ["content-type": "application/json"], body: Array(json.utf8))
        return try await stage.house.answer(request, for: viewer.visiting(), now: stage.now)
    }

    @Test("The catalogue is listed part by part with its scales")
    func instruments() async throws {
        let (stage, elm, _, _, _) = try await Stage.withBeech()
        let text = try await stage.visit(.read, "/api/v1/instruments?limit=1", as: .amira(at: elm.id)).text
        #expect(text.contains(#""key":"wellcomm-early""#) && text.contains(#""words":["Red","Amber","Green"]"#) && text.contains(#""next":""#))
    }

    @Test("A result is added by a program, put right by another, and listed with what it means", arguments: StageEngine.here)
    func results(engine: StageEngine) async throws {
        let (stage, elm, _, sam, mia) = try await Stage.withBeech(engine), amira = Viewer.amira(at: elm.id), swst = try await stage.instrument("swst"), path = "/api/v1/pupils/\(sam.id)/results"
        let json = { (score: String) in #"{"instrument":\#(swst.id),"scale":"spelling","taken_on":"2026-11-13","score":"\#(score)","tester":"Tia Lowe"}"# }
        let added = try await send(stage, path, as: amira, json("84"))
        #expect(added.status == 201 && added.text.hasPrefix(#"{"result":"#))
        #expect(try await send(stage, path, as: amira, json("<70")).text == added.text)
        try await stage.result("101", of: mia, with: swst, at: elm)
        let list = try await stage.visit(.read, "/api/v1/results?school=999001&since=2026-11-13&instrument=\(swst.id)", as: amira).text
        #expect(list.contains(#""school":"999001","instrument":\#(swst.id),"scale":"spelling","taken_on":"2026-11-13","score":"<70","number":70,"bound":"<","band":"Very low","concern":"act","tester":"Tia Lowe"}"#))
        #expect(list.contains(#""pupil":\#(mia.id)"#) && list.hasSuffix(#""next":null}"#))
        #expect(try await stage.visit(.read, "/api/v1/results?since=2026-11-14", as: amira).text.contains(#""pupil":\#(sam.id)"#) == false)
        let oak = try await stage.school("Oak Primary School", urn: "999002")
        #expect(try await stage.visit(.read, "/api/v1/results", as: .amira(at: oak.id)).text == #"{"items":[],"next":null}"#)
        #expect(try await stage.visit(.read, "/api/v1/results", as: .helen(at: elm.id)).status == 404)
    }

    @Test("What is wrong is said by its field")
    func refuses() async throws {
        let (stage, elm, _, sam, _) = try await Stage.withBeech(), amira = Viewer.amira(at: elm.id), swst = try await stage.instrument("swst"), path = "/api/v1/pupils/\(sam.id)/results"
        let high = try await send(stage, path, as: amira, #"{"instrument":\#(swst.id),"scale":"spelling","taken_on":"2026-11-13","score":"184"}"#)
        #expect(high.status == 422 && high.text.contains("above 160"))
        let scale = try await send(stage, path, as: amira, #"{"instrument":\#(swst.id),"scale":"rate","taken_on":"2026-11-13","score":"84"}"#)
        #expect(scale.status == 422 && scale.text.contains("spelling, spelling-age"))
        #expect(try await send(stage, path, as: amira, #"{"instrument":99999,"scale":"rate","taken_on":"2026-11-13","score":"84"}"#).status == 422)
        #expect(try await send(stage, "/api/v1/pupils/99999/results", as: amira, #"{"instrument":\#(swst.id),"scale":"spelling","taken_on":"2026-11-13","score":"84"}"#).status == 404)
    }
}
