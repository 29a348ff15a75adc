import Access
import Basics
import Database
@testable import Measures
import Pages
import People
import Stage
import Testing

@Suite("The pages of the catalogue")
struct CataloguePagesTests {
    private let form: KeyValuePairs<String, String> = ["name": "Elm phonics check", "domain": "reading", "progress": "yes", "scale.0": "Sounds known", "kind.0": "raw", "highest.0": "44", "youngest": "4", "oldest": "7"]

    @Test("Everybody who signs in reads the catalogue; a school’s own tests stand in its own", arguments: StageEngine.here)
    func reads(engine: StageEngine) async throws {
        let (stage, elm, _, _, _) = try await Stage.withBeech(engine), oak = try await stage.school("Oak Primary School", urn: "999002")
        #expect(try await stage.visit(.read, "/instruments", as: .amira(at: elm.id)).text.contains("WellComm Early Years"))
        let made = try await stage.visit(.send, addInstrumentPath(), as: .amira(at: elm.id), form: form)
        #expect(made.status == 303)
        let id = try #require(made.next?.split(separator: "/").last?.split(separator: "?").first.flatMap { InstrumentID($0) })
        #expect(try await stage.visit(.read, "/instruments", as: .amira(at: elm.id)).text.contains("Elm phonics check"))
        #expect(try await stage.visit(.read, "/instruments", as: .amira(at: oak.id)).text.contains("Elm phonics check") == false)
        #expect(try await stage.visit(.read, instrumentPath(id), as: .amira(at: oak.id)).status == 404)
        #expect(try await stage.visit(.read, instrumentPath(id), as: .amira(at: elm.id)).text.contains("A whole number from 0 to 44."))
    }

    @Test("Cut-offs that nobody could hold against the publisher’s say so, until a school sets its own")
    func checkLocally() async throws {
        let (stage, elm, _, _, _) = try await Stage.withBeech(), amira = Viewer.amira(at: elm.id)
        let (teacher, own) = try await stage.read { try ($0.instrument(key: "sdq-teacher"), $0.instrument(key: "sdq-self")) }
        let path = instrumentPath(try #require(own).id), marks = { (text: String) in text.split(separator: "Check locally").count - 1 }
        #expect(try await marks(stage.visit(.read, instrumentPath(try #require(teacher).id), as: amira).text) == 0)
        #expect(try await marks(stage.visit(.read, path, as: amira).text) == 6)
        try await stage.act { writer in
            guard let own, let total = own.scale("total") else { throw NotFound() }
            let lines = [SetCutOffs.Line(from: "0", name: "Close to average", concern: "none"), .init(from: "18", name: "High", concern: "act")]
            try writer.save(try SetCutOffs(lines, starts: writer.act.today).applied(to: total, of: own, at: elm.id, today: writer.act.today))
        }
        #expect(try await marks(stage.visit(.read, path, as: amira).text) == 5)
    }

    @Test("A test of one’s own is changed, taken out of the list and put back")
    func keeps() async throws {
        let (stage, elm, beech, _, _) = try await Stage.withBeech(), amira = Viewer.amira(at: elm.id)
        let wrong = try await stage.visit(.send, addInstrumentPath(), as: amira, form: ["name": "Check", "domain": "reading", "scale.0": "Total", "kind.0": "raw"])
        #expect(wrong.status == 422 && wrong.text.contains("Give the most points that can be scored.") && wrong.text.contains("value=\"Check\""))
        _ = try await stage.visit(.send, addInstrumentPath(), as: amira, form: form)
        let made = try #require(try await stage.read { try $0.instruments(for: amira) }.first { $0.name == "Elm phonics check" })
        #expect(made.school == elm.id)
        #expect(try await stage.visit(.read, changeInstrumentPath(made.id), as: amira).text.contains("value=\"Sounds known\""))
        let changed = try await stage.visit(.send, changeInstrumentPath(made.id), as: amira, form: ["seen": "1", "name": "Elm sounds", "domain": "reading", "scale.0": "Sounds known", "kind.0": "raw", "highest.0": "50"])
        #expect(changed.status == 303)
        #expect(try await stage.visit(.send, changeInstrumentPath(made.id), as: amira, form: ["seen": "1", "name": "Other", "domain": "reading", "scale.0": "Sounds known", "kind.0": "raw", "highest.0": "50"]).text.contains("Somebody else changed this"))
        #expect(try await stage.visit(.send, offerInstrumentPath(made.id), as: amira, form: ["offered": "no"]).status == 303)
        #expect(try await stage.visit(.read, resultsPath(), as: amira).text.contains("Elm sounds") == false)
        #expect(try await stage.visit(.send, offerInstrumentPath(made.id), as: amira, form: ["offered": "yes"]).status == 303)
        #expect(try await stage.visit(.read, classResultsPath(beech.id, made.id), as: amira).status == 200)
    }

    @Test("What Trellis brings keeps its name; only those who keep the trust take it out of the list")
    func shipped() async throws {
        let (stage, elm, _, _, _) = try await Stage.withBeech(), swst = try await stage.instrument("swst")
        for viewer in [Viewer.amira(at: elm.id), .dev] { #expect(try await stage.visit(.read, changeInstrumentPath(swst.id), as: viewer).status == 404) }
        #expect(try await stage.visit(.send, offerInstrumentPath(swst.id), as: .amira(at: elm.id), form: ["offered": "no"]).status == 404)
        #expect(try await stage.visit(.send, offerInstrumentPath(swst.id), as: .dev, form: ["offered": "no"]).status == 303)
        for viewer in [Viewer.helen(at: elm.id), .grace(at: elm.id)] { #expect(try await stage.visit(.read, addInstrumentPath(), as: viewer).status == 404) }
    }

    @Test("A school sets its cut-offs; another school keeps the trust’s; the past keeps its meaning", arguments: StageEngine.here)
    func cutOffs(engine: StageEngine) async throws {
        let (stage, elm, _, sam, mia) = try await Stage.withBeech(engine), amira = Viewer.amira(at: elm.id), swst = try await stage.instrument("swst"), path = setCutOffsAddress(swst.id, swst.scales[0])
        try await stage.result("88", of: sam, with: swst, at: elm, on: stage.today - 1)
        try await stage.result("88", of: mia, with: swst, at: elm)
        #expect(try await stage.visit(.read, path, as: amira).text.contains("value=\"Low average\""))
        let wrong = try await stage.visit(.send, path, as: amira, form: ["scale": "spelling", "starts": "2026-11-20", "from.0": "400", "name.0": "High"])
        #expect(wrong.status == 422 && wrong.text.contains("“400” is above 160"))
        let saved = try await stage.visit(.send, path, as: amira, form: ["scale": "spelling", "starts": "2026-11-20", "from.0": "40", "name.0": "Help now", "concern.0": "act", "from.1": "90", "name.1": "Fine", "concern.1": "none"])
        #expect(saved.status == 303)
        #expect(try await stage.visit(.read, pupilResultsPath(sam.id), as: amira).text.contains(">Low average</span>"))
        #expect(try await stage.visit(.read, pupilResultsPath(mia.id), as: amira).text.contains(">Help now</span>"))
        let set = try await stage.read { try $0.cutOffs(of: [swst.id]) }
        #expect(set.map(\.school) == [elm.id])
        #expect(try await stage.visit(.read, instrumentPath(swst.id), as: amira).text.contains("Elm Primary School"))
        #expect(try await stage.visit(.read, setCutOffsAddress(swst.id, Scale("nothing", "Nothing", .raw)), as: amira).status == 404)
        #expect(try await stage.visit(.read, path, as: .helen(at: elm.id)).status == 404)
    }
}
