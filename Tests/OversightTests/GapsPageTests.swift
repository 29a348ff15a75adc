import Access
import AreaKit
import Basics
import Database
import Pages
import People
import Stage
import Testing
@testable import Oversight

let people: [any Area] = [PeopleArea()]
let wholeHouse: [any Area] = people + [OversightArea(reading: people)]

@Suite("The page of the safety net")
struct GapsPageTests {
    @Test("lists what is found, with why, next step and answers", arguments: StageEngine.here)
    func lists(engine: StageEngine) async throws {
        let stage = try await Stage(engine, areas: wholeHouse), elm = try await stage.school()
        _ = try await stage.pupil(at: elm, provision: "K")
        let page = try await stage.visit(.read, gapsPath(), as: .amira(at: elm.id)).text
        #expect(page.contains("Sam Whitlock</a>: SEN support, and no need is recorded.") && page.contains("spring school census"))
        #expect(page.contains("Add a need") && page.contains("Ask me again on") && page.contains("<b>1</b> <a href=\"/gaps?school=1\">gap to mend</a>"))
    }

    @Test("is not there for teachers, governors and trustees; other schools’ findings are not there for anybody else")
    func permissions() async throws {
        let stage = try await Stage(areas: wholeHouse), elm = try await stage.school(), oak = try await stage.school("Oak", urn: "999002")
        let sam = try await stage.pupil(at: elm, provision: "K"), class4 = try await stage.schoolClass("4K", at: elm)
        let line = answerFindingPath("need-missing", elm.id, "\(sam.id)")
        for viewer in [Viewer.tom(of: class4.id, at: elm.id), .grace(at: elm.id), .peter] {
            #expect(try await stage.visit(.read, gapsPath(), as: viewer).status == 404)
            #expect(try await stage.visit(.send, line, as: viewer, form: ["answer": "right", "because": "x"]).status == 404)
            #expect(try await stage.visit(.read, "/api/v1/gaps", as: viewer).status == 404)
        }
        #expect(try await stage.visit(.read, line, as: .amira(at: oak.id)).status == 404)
        #expect(try await stage.visit(.read, "/gaps?school=\(elm.id)", as: .amira(at: oak.id)).status == 404)
        #expect(try await stage.visit(.read, "/gaps?rule=unheard-of", as: .dev).status == 404)
        #expect(try await stage.visit(.read, "/gaps/need-missing/\(elm.id)/99", as: .dev).status == 404)
        #expect(try await stage.visit(.read, gapsPath(), as: .amira(at: oak.id)).text.contains("Nothing is missed"))
    }

    @Test("sees at once what somebody changed")
    func atOnce() async throws {
        let stage = try await Stage(areas: wholeHouse), elm = try await stage.school(), amira = Viewer.amira(at: elm.id)
        _ = try await stage.pupil(at: elm, provision: "N")
        for _ in 0..<2 { #expect(try await stage.visit(.read, gapsPath(), as: amira).text.contains("Nothing is missed")) }
        _ = try await stage.pupil("Lily", "Ash", at: elm, provision: "K")
        #expect(try await stage.visit(.read, gapsPath(), as: amira).text.contains("Lily Ash</a>: SEN support, and no need is recorded."))
    }

    @Test("takes an answer, keeps quiet, and asks again when told to", arguments: StageEngine.here)
    func answers(engine: StageEngine) async throws {
        let stage = try await Stage(engine, areas: wholeHouse), elm = try await stage.school(), amira = Viewer.amira(at: elm.id)
        let sam = try await stage.pupil(at: elm, provision: "K"), line = answerFindingPath("need-missing", elm.id, "\(sam.id)")
        #expect(try await stage.visit(.read, line, as: amira).status == 200)
        let refused = try await stage.visit(.send, line, as: amira, form: ["answer": "later", "until": "2026-11-20", "because": "Waiting for the report"])
        #expect(refused.status == 422 && refused.text.contains("Give a day after today.") && refused.text.contains("Waiting for the report"))
        let sent = try await stage.visit(.send, line, as: amira, form: ["answer": "later", "until": "2026-12-01", "because": "Waiting for the report"])
        #expect(sent.status == 303 && sent.next == "/gaps?saved=later")
        #expect(try await !stage.visit(.read, gapsPath(), as: amira).text.contains("Whitlock"))
        #expect(try await stage.visit(.read, "/gaps?show=later", as: amira).text.contains("Amira Khan (SENCO) on 20 November 2026: “Waiting for the report”, ask again on 1 December 2026"))
        #expect(try await stage.visit(.send, askAgainPath("need-missing", elm.id, "\(sam.id)"), as: amira).status == 303)
        #expect(try await stage.visit(.read, gapsPath(), as: amira).text.contains("Whitlock"))
        #expect(try await stage.visit(.send, askAgainPath("need-missing", elm.id, "\(sam.id)"), as: amira).status == 404)
        let events = try await stage.read { try $0.column("SELECT event FROM trail WHERE pupil_id = \(sam.id) AND who = 'Amira Khan (SENCO)' ORDER BY id", as: String.self) }
        #expect(events == ["finding.putOff", "finding.askedAgain"])
    }

    @Test("answers a finding about the school itself")
    func school() async throws {
        let stage = try await Stage(areas: wholeHouse), elm = try await stage.school()
        _ = try await stage.pupil(at: elm, provision: nil)
        let line = answerFindingPath("roll-not-reconciled", elm.id, "school")
        #expect(try await stage.visit(.send, line, as: .dev, form: ["answer": "right", "because": "A pupil from abroad, status comes on Monday"]).status == 303)
        #expect(try await stage.visit(.read, "/gaps?show=right", as: .dev).text.contains("from abroad"))
    }

    @Test("an answer about one of several at a school leaves the others asked about", arguments: StageEngine.here)
    func subjects(engine: StageEngine) async throws {
        let groups: [any Area] = people + [GroupsForTests()], stage = try await Stage(engine, areas: groups + [OversightArea(reading: groups)]), elm = try await stage.school(), amira = Viewer.amira(at: elm.id)
        let path = "/gaps/group-for-tests/\(elm.id)/school"
        let page = try await stage.visit(.read, gapsPath(), as: amira).text
        #expect(page.contains("\(path)?about=run-1\"") && page.contains("\(path)?about=run-2\""))
        #expect(try await stage.visit(.send, "\(path)?about=run-1", as: amira, form: ["answer": "later", "until": "2026-12-01", "because": "The first is known"]).status == 303)
        let left = try await stage.visit(.read, gapsPath(), as: amira).text, later = try await stage.visit(.read, "/gaps?show=later", as: amira).text
        #expect(!left.contains("Group 1 has no week") && left.contains("Group 2 has no week") && later.contains("Group 1 has no week") && !later.contains("Group 2"))
        for wrong in [path, "\(path)?about=run-3"] { #expect(try await stage.visit(.read, wrong, as: amira).status == 404) }
        #expect(try await stage.visit(.send, "\(path)/again?about=run-2", as: amira).status == 404, "nobody answered it")
        #expect(try await stage.visit(.send, "\(path)/again?about=run-1", as: amira).status == 303)
        #expect(try await stage.visit(.read, gapsPath(), as: amira).text.contains("Group 1 has no week"))
    }

    @Test("folds what is from before go-live into one group, and the list for programs still has it")
    func older() async throws {
        let stage = try await Stage(areas: wholeHouse), elm = try await stage.school(rulesFrom: Day(2026, 9, 1))
        _ = try await stage.pupil(at: elm, provision: "K")
        let page = try await stage.visit(.read, gapsPath(), as: .dev).text
        #expect(page.contains("1 older finding") && !page.contains("Whitlock"))
        #expect(try await stage.visit(.read, "/gaps?show=older&rule=need-missing", as: .dev).text.contains("Whitlock"))
        #expect(try await stage.visit(.read, "/api/v1/gaps", as: .dev).text.contains("\"rule\":\"need-missing\",\"urn\":\"999001\""))
    }

    @Test("stays small with hundreds of findings, and leads to all of one kind")
    func many() async throws {
        let stage = try await Stage(areas: wholeHouse), elm = try await stage.school()
        for number in 0..<70 { _ = try await stage.pupil("Sam", "Whitlock \(number)", at: elm, year: "9", provision: number < 40 ? "K" : nil, responsible: false) }
        let page = try await stage.visit(.read, gapsPath(), as: .dev).text
        #expect(page.contains("See all 70") && page.contains("Answer this"))
        let rule = try await stage.visit(.read, "/gaps?rule=year-unexpected&page=3", as: .dev).text
        #expect(rule.contains("Page 3 of 3") && rule.contains("Answer this"))
    }

    @Test("gives programs six values of each and no name; a school is named by its URN")
    func api() async throws {
        let stage = try await Stage(areas: wholeHouse), elm = try await stage.school()
        let sam = try await stage.pupil(at: elm, provision: "K")
        let text = try await stage.visit(.read, "/api/v1/gaps?school=999001", as: .amira(at: elm.id)).text
        #expect(text == "{\"items\":[{\"rule\":\"need-missing\",\"urn\":\"999001\",\"upn\":\"\(sam.upn ?? "")\",\"since\":\"2025-09-03\",\"message\":\"SEN support, and no need is recorded.\",\"next\":\"Add a need\"}],\"next\":null}")
        #expect(try await stage.visit(.read, "/api/v1/gaps?school=999999", as: .dev).status == 404)
    }

    @Test("in numbers holds no name", arguments: [true, false])
    func numbers(governor: Bool) async throws {
        let stage = try await Stage(areas: wholeHouse), elm = try await stage.school()
        _ = try await stage.pupil(at: elm, provision: "K")
        let page = try await stage.visit(.read, gapNumbersPath(), as: governor ? .grace(at: elm.id) : .peter).text
        #expect(page.contains("SEN support or a plan without a need") && !page.contains("Whitlock") && !page.contains(Stage.upn(0)))
    }
}

/// An area with a rule that finds two groups at each school.
private struct GroupsForTests: Area {
    let name = "Groups for tests"
    var safetyRules: [SafetyRule] {
        [SafetyRule("group-for-tests", .gap, "A group without a week", why: "It is in a test.", who: "Nobody acts", next: "Look at it") { reader, question in
            try reader.schools(for: question.viewer).flatMap { school in
                (1...2).map { Finding(school: school.id, urn: school.urn, pupil: nil, subject: "run-\($0)", upn: "", name: "", since: question.day - 9, message: "Group \($0) has no week.", next: gapsPath()) }
            }
        }]
    }
}
