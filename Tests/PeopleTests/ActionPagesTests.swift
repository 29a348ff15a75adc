import Access
import AreaKit
import Basics
import Database
import Pages
@testable import People
import Stage
import Testing

@Suite("The list of things to do")
struct ActionPagesTests {
    static func staff(_ name: String, at school: School, _ stage: Stage) async throws -> StaffMember {
        try await stage.act { try $0.save(Change("staff.added", to: StaffMember(id: .new, school: school.id, surname: name, forename: "Tia"))) }
    }

    @Test("Mine, ours, overdue and ended, each as far as one sees", arguments: StageEngine.here)
    func lists(engine: StageEngine) async throws {
        let (stage, elm, oak, sam, _) = try await NotePagesTests.trust(engine), amira = Viewer.amira(at: elm.id), today = stage.today
        let lowe = try await Self.staff("Lowe", at: elm, stage), beech = try await stage.read { try $0.classes(named: ["Beech"], at: elm.id) }
        let tia = Viewer(name: "Tia Lowe", account: AccountID(9), parts: [Part(.teacher, .classes(beech.map(\.id), at: elm.id), staff: lowe.id)])
        let ned = try await stage.pupil("Ned", "Hurst", at: elm)
        try await stage.store.write(Act(who: "Amira Khan (SENCO)", at: Instant(today - 20, hour: 9), way: .page)) { writer in
            for (what, owner, due, pupil) in [("Ring Sam’s home", ActionOwner(staff: lowe.id, name: "Tia Lowe"), today - 3, sam.id), ("Ask the nurse", ActionOwner(name: "The nurse"), today + 3, sam.id),
                                              ("About Ned", ActionOwner(staff: lowe.id, name: "Tia Lowe"), today + 1, ned.id)] {
                try writer.save(MakeAction(what: what, owner: owner, due: due), at: elm.id, about: pupil)
            }
            try writer.save(MakeAction(what: "Order the overlays", owner: ActionOwner(staff: lowe.id, name: "Tia Lowe"), due: today), at: elm.id)
        }
        let seen: (ActionList, Viewer) async throws -> [String] = { list, viewer in try await stage.read { try $0.actions(list, for: viewer, on: today).map(\.action.what) } }
        #expect(try await seen(.mine, tia) == ["Ring Sam’s home", "Order the overlays"], "Ned is not in her class")
        #expect(try await seen(.ours, tia) == ["Ring Sam’s home", "Order the overlays"])
        #expect(try await seen(.mine, amira) == [])
        #expect(try await seen(.ours, amira) == ["Ring Sam’s home", "Order the overlays", "About Ned", "Ask the nurse"])
        #expect(try await seen(.overdue, amira) == ["Ring Sam’s home"])
        #expect(try await seen(.ours, .amira(at: oak.id)) == [])
        #expect(try await seen(.ours, .grace(at: elm.id)) == [])
        for list in ActionList.allCases {
            let page = try await stage.visit(.read, "/actions?list=\(list.rawValue)", as: amira)
            #expect(page.status == 200 && page.text.contains("Ring Sam’s home") == [.ours, .overdue].contains(list))
            #expect(try await stage.read { try $0.actionCount(list, for: amira, on: today) } == (try await seen(list, amira).count))
        }
        #expect(try await stage.visit(.read, "/actions?list=nonsense", as: amira).status == 404)
        #expect(try await stage.visit(.read, "/actions", as: .grace(at: elm.id)).status == 404)
    }

    @Test("Today and programs note those whom they show, and nobody who stands further down the list", arguments: StageEngine.here)
    func seen(engine: StageEngine) async throws {
        let (stage, elm, _, _, _) = try await NotePagesTests.trust(engine), amira = Viewer.amira(at: elm.id), today = stage.today
        var pupils: [PupilID] = []
        for place in 0..<12 { pupils.append(try await stage.pupil("Pupil\(place)", "Ash", at: elm).id) }
        try await stage.store.write(Act(who: "Amira Khan (SENCO)", at: Instant(today - 40, hour: 9), way: .page)) { [pupils] writer in
            for (place, pupil) in pupils.enumerated() { try writer.save(MakeAction(what: "Ring", owner: .family, due: today - 30 + place), at: elm.id, about: pupil) }
            try writer.save(MakeAction(what: "In a week", owner: .family, due: today + 7), at: elm.id, about: pupils[0])
            try writer.save(MakeAction(what: "Later than that", owner: .family, due: today + 8), at: elm.id, about: pupils[11])
        }
        let viewer = amira.visiting(), html = try await stage.read { try actionsForToday($0, viewer, today, back: actionsPath()).string }
        #expect(html.contains("Overdue with others") && html.contains("In a week") && !html.contains("Later than that"))
        #expect(viewer.witness.seen == Array(pupils.prefix(8)))
        #expect(try await stage.read { try $0.actionCount(.overdue, ActionPart(ofOthers: true), for: amira, on: today) } == 12)
        let program = amira.visiting()
        let part = try await stage.house.answer(PageRequest(method: .read, path: "/api/v1/actions", query: FormValues([("list", "ours"), ("limit", "2")])), for: program, now: stage.now)
        #expect(part.text.contains("\"next\":\"") && program.witness.seen == Array(pupils.prefix(2)))
    }

    @Test("One press says that it is done, and leads back; it is changed, dropped with a reason and opened again", arguments: StageEngine.here)
    func done(engine: StageEngine) async throws {
        let (stage, elm, oak, sam, tom) = try await NotePagesTests.trust(engine), amira = Viewer.amira(at: elm.id)
        let made = try await stage.visit(.send, addActionPath(sam.id), as: amira, form: ["what": "Ring home", "owner": "other", "owner_words": "Dr Ahmed", "due": "27/11/2026"])
        #expect(made.status == 303)
        let id = try #require(try await stage.read { try $0.value("SELECT id FROM action", as: ActionID.self) }), path = actionPath(id)
        for viewer in [Viewer.amira(at: oak.id), tom, .grace(at: elm.id)] {
            #expect(try await stage.visit(.read, path, as: viewer).status == 404)
            #expect(try await stage.visit(.send, endActionPath(id), as: viewer, form: ["ending": "done"]).status == 404)
        }
        let page = try await stage.visit(.read, path, as: amira).text
        #expect(page.contains("Ring home") && page.contains("value=\"Dr Ahmed\"") && page.contains("Sam Whitlock") && page.contains("Hand this text to"))
        #expect(try await stage.visit(.send, path, as: amira, form: ["what": "", "owner": "me", "due": "soon", "version": "1"]).status == 422)
        #expect(try await stage.visit(.send, path, as: amira, form: ["what": "Write to them", "owner": "family", "due": "2026-12-01", "version": "1"]).status == 303)
        let second = try await stage.visit(.send, path, as: amira, form: ["what": "My words", "owner": "family", "due": "2026-12-01", "version": "1"])
        #expect(second.status == 409 && second.text.contains("Write to them") && second.text.contains("My words"))
        #expect(try await stage.visit(.send, endActionPath(id), as: amira, form: ["ending": "dropped", "result": " "]).text.contains("Say why it is no longer needed"))
        let done = try await stage.visit(.send, endActionPath(id), as: amira, form: ["ending": "done", "back": "\(pupilPath(sam.id))#actions"])
        #expect(done.next == "/pupils/\(sam.id)?saved=action")
        #expect(try await stage.visit(.read, pupilPath(sam.id), as: amira).text.contains("Done: Write to them"))
        #expect(try await stage.visit(.send, endActionPath(id), as: amira, form: ["ending": "done"]).status == 422)
        #expect(try await stage.visit(.read, path, as: amira).text.contains("Open it again"))
        #expect(try await stage.visit(.send, reopenActionPath(id), as: amira).status == 303)
        #expect(try await stage.visit(.send, endActionPath(id), as: amira, form: ["ending": "done", "back": "https://example.org/"]).next == "/actions/\(id)?saved=done")
        let events = try await stage.read { try $0.column("SELECT event FROM trail WHERE subject = 'action' ORDER BY id", as: String.self) }
        #expect(events == ["action.made", "action.changed", "action.done", "action.reopened", "action.done"])
    }

    @Test("A program writes a note with what the page asks, reads it, and ends what is to be done", arguments: StageEngine.here)
    func programs(engine: StageEngine) async throws {
        let (stage, elm, oak, sam, _) = try await NotePagesTests.trust(engine), amira = Viewer.amira(at: elm.id), path = "/api/v1/pupils/\(sam.id)/notes"
        let ask: (PageRequest.Method, String, Viewer, String) async throws -> Answer = { method, path, viewer, json in
            try await stage.house.answer(PageRequest(method: method, path: path, headers: ["content-type": "application/json"], body: Array(json.utf8)), for: viewer.visiting(), now: stage.now)
        }
        let note = #"{"note_way":"meeting","note_party":"family","note_who":"Pat, mother","note_words":"","note_offer":"declined"}"#
        #expect(try await ask(.send, path, .amira(at: oak.id), note).status == 404)
        #expect(try await ask(.send, path, amira, #"{"note_way":"call","note_party":"family","note_who":"Pat","note_words":"x","note_offer":"declined"}"#).status == 422)
        #expect(try await ask(.send, path, amira, note).status == 201)
        #expect(try await ask(.read, path, amira, "").text.contains(#""offer":"declined""#))
        try await stage.act { try $0.save(MakeAction(what: "Ring home", owner: .family, due: $0.act.today), at: elm.id, about: sam.id) }
        #expect(try await stage.house.answer(PageRequest(method: .read, path: "/api/v1/actions", query: FormValues([("list", "ours")])), for: amira.visiting(), now: stage.now).text.contains(#""what":"Ring home""#))
        let id = try #require(try await stage.read { try $0.value("SELECT id FROM action", as: ActionID.self) })
        #expect(try await ask(.send, "/api/v1/actions/\(id)/end", .amira(at: oak.id), #"{"ending":"done"}"#).status == 404)
        #expect(try await ask(.send, "/api/v1/actions/\(id)/end", amira, #"{"ending":"dropped"}"#).status == 422)
        #expect(try await ask(.send, "/api/v1/actions/\(id)/end", amira, #"{"ending":"done"}"#).text.contains(#""ending":"done""#))
        #expect(try await ask(.read, "/api/v1/pupils/\(sam.id)/counts", amira, "").text == #"{"attendance":[],"suspensions":[],"behaviour":[]}"#)
        #expect(try await ask(.read, "/api/v1/pupils/\(sam.id)/counts", .dev, "").status == 404)
    }

    @Test("Something to do for the school, by somebody of its staff and nobody else’s")
    func school() async throws {
        let (stage, elm, oak, _, _) = try await NotePagesTests.trust(), amira = Viewer.amira(at: elm.id)
        let lowe = try await Self.staff("Lowe", at: elm, stage), berg = try await Self.staff("Berg", at: oak, stage)
        #expect(try await stage.visit(.read, addSchoolActionPath(), as: amira).text.contains("Tia Lowe"))
        let foreign = try await stage.visit(.send, addSchoolActionPath(), as: amira, form: ["what": "Order", "owner": "\(berg.id)", "due": "2026-12-01"])
        #expect(foreign.status == 422 && foreign.text.contains("Choose who does it"))
        #expect(try await stage.visit(.send, addSchoolActionPath(), as: amira, form: ["what": "Order", "owner": "\(lowe.id)", "due": "2026-12-01"]).status == 303)
        #expect(try await stage.visit(.read, "/actions?list=ours", as: amira).text.contains("Tia Lowe, by 1 December 2026"))
        let both = Viewer(name: "Amira Khan", role: .senco, sight: .schools([elm.id, oak.id]))
        #expect(try await stage.visit(.read, addSchoolActionPath(), as: both).text.contains("At which school?"))
        #expect(try await stage.visit(.read, "/actions/add?school=\(oak.id)", as: both).text.contains("Tia Berg"))
    }
}
