import Access
import AreaKit
import Basics
import Database
import Pages
import Stage
import Testing
@testable import People

@Suite("The page of a school")
struct SchoolPageTests {
    let areas: [any Area] = [PeopleArea()]

    @Test("shows numbers, classes and what the school has set", arguments: StageEngine.here)
    func shows(engine: StageEngine) async throws {
        let stage = try await Stage(engine, areas: areas), elm = try await stage.school(unit: true)
        let sam = try await stage.pupil(at: elm, provision: "K")
        _ = try await stage.schoolClass("4K", at: elm, of: [sam])
        let page = try await stage.visit(.read, schoolPath(elm.id), as: .amira(at: elm.id)).text
        #expect(page.contains("4K") && page.contains("<b>1</b> <a href=\"/register?school=1&amp;status=K\">SEN support</a>") && page.contains("Recognised"))
    }

    @Test("holds no name and no class for a governor, and is not found by a teacher or from another school")
    func permissions() async throws {
        let stage = try await Stage(areas: areas), elm = try await stage.school(), oak = try await stage.school("Oak", urn: "999002")
        let sam = try await stage.pupil(at: elm)
        let class4 = try await stage.schoolClass("4K", at: elm, of: [sam])
        let page = try await stage.visit(.read, schoolPath(elm.id), as: .grace(at: elm.id)).text
        #expect(!page.contains("Whitlock") && !page.contains("4K") && !page.contains("/terms"))
        for viewer in [Viewer.tom(of: class4.id, at: elm.id), .amira(at: oak.id), .grace(at: oak.id)] {
            #expect(try await stage.visit(.read, schoolPath(elm.id), as: viewer).status == 404)
        }
        for path in [addTermPath(elm.id), addClosurePath(elm.id), setRulesFromPath(elm.id)] {
            #expect(try await stage.visit(.read, path, as: .grace(at: elm.id)).status == 404)
            #expect(try await stage.visit(.send, path, as: .amira(at: oak.id)).status == 404)
            #expect(try await stage.visit(.read, path, as: .amira(at: elm.id)).status == 200)
        }
    }

    @Test("takes a term, and refuses one that meets it", arguments: StageEngine.here)
    func term(engine: StageEngine) async throws {
        let stage = try await Stage(engine, areas: areas), elm = try await stage.school(), amira = Viewer.amira(at: elm.id)
        let empty = try await stage.visit(.send, addTermPath(elm.id), as: amira, form: ["name": "Autumn", "starts": "x", "ends": ""])
        #expect(empty.status == 422 && empty.text.contains("id=\"starts-problem\"") && empty.text.contains("value=\"Autumn\""))
        let sent = try await stage.visit(.send, addTermPath(elm.id), as: amira, form: ["name": "Autumn term", "starts": "2026-09-02", "ends": "2026-12-18"])
        #expect(sent.status == 303)
        let page = try await stage.visit(.read, sent.next ?? "", as: amira).text
        #expect(page.contains("Autumn term (2026/27)") && page.contains("Saved."))
        let again = try await stage.visit(.send, addTermPath(elm.id), as: amira, form: ["name": "Winter", "starts": "2026-12-18", "ends": "2027-02-01"])
        #expect(again.status == 422 && again.text.contains("This meets another term: Autumn term"))
        #expect(try await stage.read { try $0.value("SELECT COUNT(*) FROM trail WHERE event = 'term.added' AND who = 'Amira Khan (SENCO)'", as: Int.self) } == 1)
    }

    @Test("takes an INSET day of one day, and refuses it twice")
    func closure() async throws {
        let stage = try await Stage(areas: areas), elm = try await stage.school(), amira = Viewer.amira(at: elm.id)
        let form: KeyValuePairs = ["kind": "inset", "name": "", "starts": "2026-11-30", "ends": ""]
        #expect(try await stage.visit(.send, addClosurePath(elm.id), as: amira, form: form).status == 303)
        #expect(try await stage.visit(.send, addClosurePath(elm.id), as: amira, form: form).status == 422)
        #expect(try await stage.visit(.read, schoolPath(elm.id), as: amira).text.contains("30 November 2026"))
    }

    @Test("sets the day from which the safety net speaks; a day to come is refused")
    func rulesFrom() async throws {
        let stage = try await Stage(areas: areas), elm = try await stage.school()
        #expect(try await stage.visit(.send, setRulesFromPath(elm.id), as: .dev, form: ["rules_from": "2027-01-01"]).text.contains("still to come"))
        #expect(try await stage.visit(.send, setRulesFromPath(elm.id), as: .dev, form: ["rules_from": "2026-09-01"]).status == 303)
        #expect(try await stage.read { try $0.one(elm.id, of: School.self)?.rulesFrom } == Day(2026, 9, 1))
        #expect(try await stage.visit(.send, setRulesFromPath(elm.id), as: .dev, form: ["rules_from": ""]).status == 303)
        #expect(try await stage.read { try $0.one(elm.id, of: School.self)?.rulesFrom } == nil)
    }
}
