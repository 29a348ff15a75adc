import Access
import Basics
import Database
import Foundation
import Pages
@testable import People
import Stage
import Testing

@Suite("What to do in an emergency")
struct EmergencyTests {
    private static let form: KeyValuePairs<String, String> = [
        "kind": "allergy", "look_for": "Lips swell, wheezing", "what_to_do": "Pen into the thigh. Call 999.", "medicine": "Yellow bag by the door",
        "who_to_call": "999, then the office", "from": "2026-11-19",
    ]

    static let refusals: [(KeepEmergencyLine, String)] = [
        (KeepEmergencyLine(kind: nil, lookFor: "a", whatToDo: "b", from: Stage.november), "kind"),
        (KeepEmergencyLine(kind: .asthma, lookFor: "", whatToDo: "b", from: Stage.november), "look_for"),
        (KeepEmergencyLine(kind: .asthma, lookFor: "a", whatToDo: " ", from: Stage.november), "what_to_do"),
        (KeepEmergencyLine(kind: .asthma, lookFor: "a", whatToDo: String(repeating: "b", count: 301), from: Stage.november), "what_to_do"),
        (KeepEmergencyLine(kind: .asthma, lookFor: "a", whatToDo: "b", from: Stage.november + 1), "from"),
        (KeepEmergencyLine(kind: .asthma, lookFor: "a", whatToDo: "b", from: Stage.inYear4 - 1), "from"),
    ]

    @Test("A line that could not be followed in a hurry is refused", arguments: refusals)
    func refused(act: KeepEmergencyLine, field: String) {
        let sam = Pupil(id: PupilID(1), surname: "Whitlock", forename: "Sam", birth: Stage.inYear4)
        #expect(performing: { _ = try act.applied(to: sam, today: Stage.november) }, throws: { ($0 as? Problems)?.message(for: field) != nil })
    }

    @Test("Leaving the building needs no sign to look for")
    func evacuation() throws {
        let sam = Pupil(id: PupilID(1), surname: "Whitlock", forename: "Sam", birth: Stage.inYear4)
        let act = KeepEmergencyLine(kind: .evacuation, lookFor: "", whatToDo: "Use the evacuation chair by the lift.", from: Stage.november)
        #expect(try act.applied(to: sam, today: Stage.november).event == "emergency.added")
    }

    @Test("It is added, changed and ended by those who keep the register, and stands at the top of the page", arguments: StageEngine.here)
    func acts(engine: StageEngine) async throws {
        let stage = try await Stage(engine, areas: [PeopleArea()]), elm = try await stage.school(), amira = Viewer.amira(at: elm.id)
        let sam = try await stage.pupil(at: elm, provision: "K"), page = "/pupils/\(sam.id)"
        #expect(try await stage.visit(.read, "\(page)/emergency/add", as: .helen(at: elm.id)).status == 404)
        #expect(try await stage.visit(.send, "\(page)/emergency/add", as: amira).status == 422)
        #expect(try await stage.visit(.send, "\(page)/emergency/add", as: amira, form: Self.form).status == 303)
        let shown = try await stage.visit(.read, page, as: amira).text
        let card = try #require(shown.range(of: "Pen into the thigh")), who = try #require(shown.range(of: "id=\"who\""))
        #expect(card.lowerBound < who.lowerBound && shown.contains("Emergency</span> What to do for Sam"))
        #expect(try await stage.visit(.read, "\(page)/emergency/1/change", as: amira).text.contains("Yellow bag"))
        #expect(try await stage.visit(.send, "\(page)/emergency/1/change", as: amira, form: ["kind": "allergy", "look_for": "Rash", "what_to_do": "Call 999.", "from": "2026-11-19"]).status == 303)
        #expect(try await stage.visit(.read, "/register?status=all", as: amira).text.contains("Emergency: Allergy"))
        #expect(try await stage.visit(.send, "\(page)/emergency/1/end", as: amira, form: ["last_day": "2026-11-19", "reason": "Outgrown"]).status == 303)
        #expect(try await !stage.visit(.read, page, as: amira).text.contains("Call 999."))
        let events = try await stage.read { try $0.column("SELECT event FROM trail WHERE subject = 'emergency_line' ORDER BY id", as: String.self) }
        #expect(events == ["emergency.added", "emergency.changed", "emergency.ended"])
    }

    @Test("Every adult of the school finds every child of it, by class, their own child too, and nobody of another school", arguments: StageEngine.here)
    func list(engine: StageEngine) async throws {
        let stage = try await Stage(engine, areas: [PeopleArea()]), elm = try await stage.school(), oak = try await stage.school("Oak Primary School", urn: "999002")
        let sam = try await stage.pupil(at: elm), lily = try await stage.pupil("Lily", "Ash", at: elm), olga = try await stage.pupil("Olga", "Oak", at: oak)
        let beech = try await stage.schoolClass("Beech", at: elm, of: [sam]), cedar = try await stage.schoolClass("Cedar", at: elm)
        for pupil in [sam, lily, olga] { try await stage.emergency(of: pupil, doing: "Help \(pupil.forename)") }
        let tom = Viewer.tom(of: cedar.id, at: elm.id)
        let page = try await stage.visit(.read, "/emergencies", as: tom)
        #expect(page.text.contains("Help Sam") && page.text.contains("Help Lily") && !page.text.contains("Help Olga"))
        #expect(page.text.contains("Class Beech") && page.text.contains("Without a class") && !page.text.contains("href=\"/pupils/"))
        let mother = Viewer(name: "Pat", role: .teacher, sight: .classes([beech.id], at: elm.id), family: [sam.id])
        #expect(try await stage.visit(.read, "/emergencies", as: mother).text.contains("Help Sam"))
        #expect(try await stage.visit(.read, "/pupils/\(sam.id)", as: mother).status == 404)
        #expect(try await stage.visit(.read, "/emergencies", as: .tom(of: beech.id, at: elm.id)).text.contains("href=\"/pupils/\(sam.id)\""))
        #expect(try await stage.visit(.read, "/emergencies?school=\(oak.id)", as: tom).status == 404)
        #expect(try await stage.visit(.read, "/emergencies", as: .ruth).text.contains("Oak Primary School"))
        #expect(try await stage.visit(.read, "/emergencies?school=\(oak.id)", as: .ruth).text.contains("Help Olga"))
        for viewer in [Viewer.grace(at: elm.id), .peter, Viewer(name: "Pat", role: .parent, sight: .pupils([sam.id]), family: [sam.id])] {
            #expect(try await stage.visit(.read, "/emergencies", as: viewer).status == 404)
        }
    }

    @Test("A large school shows one class at a time, so that the page stays small")
    func large() async throws {
        let stage = try await Stage(areas: [PeopleArea()]), elm = try await stage.school()
        var pupils: [Pupil] = []
        for number in 0..<45 { pupils.append(try await stage.pupil("Child\(number)", "Whitlock", at: elm)) }
        for pupil in pupils { try await stage.emergency(of: pupil, doing: "Help \(pupil.forename)") }
        _ = try await stage.schoolClass("Beech", at: elm, of: Array(pupils.prefix(20)))
        let page = try await stage.visit(.read, "/emergencies", as: .amira(at: elm.id)).text
        #expect(page.contains("Choose a class") && !page.contains("Help Child3"))
        #expect(try await stage.visit(.read, "/emergencies?school=\(elm.id)&class=Beech", as: .amira(at: elm.id)).text.contains("Help Child3<"))
        #expect(try await stage.visit(.read, "/emergencies?school=\(elm.id)&class=-", as: .amira(at: elm.id)).text.contains("Help Child44<"))
    }
}
