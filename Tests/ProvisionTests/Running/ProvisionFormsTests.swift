import Access
import Basics
import Database
import Pages
@testable import People
import Plans
@testable import Provision
import Stage
import Testing

@Suite("Forms about one provision")
struct ProvisionFormsTests {
    /// A form: where, what saves it, what then is in the trail, and what is refused beside which field.
    struct Case: Sendable, CustomTestStringConvertible {
        let path: String
        let form: KeyValuePairs<String, String>
        let event: String
        let refused: [(typed: KeyValuePairs<String, String>, field: String, words: String)]
        /// Whether teachers and assistant SENCOs, too, may send it; else those who keep costs.
        var isOfWork = true
        var testDescription: String { path }
    }

    private static let week: KeyValuePairs<String, String> = ["from": "2026-11-23", "rows": "1", "weekday_0": "3", "starts_at_0": "10:00", "minutes_0": "20", "role_0": "ta", "group_size": "3"]

    static let cases = [
        Case(path: "change", form: week, event: "provision.changed", refused: [
            (["from": "2026-01-01", "group_size": "3"], "from", "before it started"), (["from": "x"], "from", "not a day"), (["from": "2026-11-23", "weekday_0": "3", "starts_at_0": "10:00", "minutes_0": "-1", "role_0": "ta", "group_size": "3"], "minutes_0", "minutes"),
            (["from": "2026-11-23", "group_size": "0"], "group_size", "pupils in the group"), (["from": "2026-11-23", "group_size": "1"], "group_size", "take part"), (["from": "2026-11-23", "group_size": "3"], "times", "at least one time"),
            (["from": "2026-11-23", "rows": "1", "weekday_0": "3", "starts_at_0": "10:00", "minutes_0": "20", "role_0": "ta", "group_size": "3", "proof": "none"], "proof", "Only what is there for everyone goes without proof"),
        ]),
        Case(path: "end", form: ["last_day": "2026-11-20", "reason": "The programme is finished"], event: "provision.ended", refused: [
            (["last_day": "2026-11-20", "reason": ""], "reason", "Say why"), (["last_day": "2026-11-21", "reason": "Done"], "last_day", "in the future"), (["last_day": "2020-01-01", "reason": "Done"], "last_day", "comes before the first"), (["last_day": "", "reason": "Done"], "last_day", "Give a day"),
        ]),
        Case(path: "join", form: ["from": "2026-11-20", "pupils": "3"], event: "provision.joined", refused: [
            (["from": "2026-11-20"], "pupils", "Tick at least one pupil"), (["from": "2026-11-20", "pupils": "1"], "pupils", "takes part already"), (["from": "2026-11-20", "pupils": "4"], "pupils", "not among the pupils you work with"), (["from": "2020-01-01", "pupils": "3"], "from", "It starts on"),
        ]),
        Case(path: "members/1/leave", form: ["last_day": "2026-11-20", "reason": "Reads well now"], event: "provision.left", refused: [
            (["last_day": "2026-11-20", "reason": " "], "reason", "Say why"), (["last_day": "2026-11-23", "reason": "Moved"], "last_day", "in the future"), (["last_day": "2019-11-23", "reason": "Moved"], "last_day", "comes before the first"),
        ]),
        Case(path: "outcomes", form: ["outcomes-1": "1"], event: "provision.outcomeLinked", refused: [([:], "outcomes", "Tick at least one outcome"), (["outcomes-1": "999"], "outcomes", "Tick at least one outcome")]),
        Case(path: "cost", form: ["kind": "materials", "amount": "£12.50", "day": "2026-11-19", "words": "Word cards"], event: "provision.costAdded", refused: [
            (["kind": "", "amount": "12", "day": "2026-11-19"], "kind", "Choose what it is"), (["kind": "materials", "amount": "-3", "day": "2026-11-19"], "amount", "Give pounds and pence"), (["kind": "materials", "amount": "12", "day": ""], "day", "Give a day"),
            (["kind": "materials", "amount": "12", "day": "2027-11-19"], "day", "in the future"), (["kind": "materials", "amount": "12", "day": "2026-11-19", "pupil": "4"], "pupil", "does not take part"),
        ], isOfWork: false),
    ]

    @Test("A form opens, refuses with words by the field, keeps what was typed, and saves with its trail", arguments: cases)
    func litany(_ act: Case) async throws {
        let stage = try await ProvisionStage(), run = try await stage.running([stage.sam, stage.ana])
        try await stage.outcome(of: stage.sam)
        let path = "/provisions/\(run.id)/\(act.path)", strangers = [stage.tessAtWork, stage.pat, stage.governor, .dev, stage.senco] + (act.isOfWork ? [stage.helen, .ruth] : [stage.tom])
        for viewer in strangers {
            #expect(try await stage.stage.visit(.read, path, as: viewer).status == 404, "\(viewer.name)")
            #expect(try await stage.stage.visit(.send, path, as: viewer, form: act.form).status == 404, "\(viewer.name)")
        }
        #expect(try await stage.stage.visit(.read, "/provisions/999/\(act.path)", as: stage.amira).status == 404)
        #expect(try await stage.stage.visit(.send, "/provisions/999/\(act.path)", as: stage.amira, form: act.form).status == 404)
        #expect(try await stage.stage.visit(.read, path, as: stage.amira).status == 200)
        let before = try await stage.saved()
        for one in act.refused {
            let answer = try await stage.stage.visit(.send, path, as: stage.amira, form: one.typed)
            #expect(answer.refuses(one.field, one.words), "\(one.field): \(one.words)")
        }
        #expect(try await stage.saved() == before)
        let saved = try await stage.stage.visit(.send, path, as: act.isOfWork ? stage.tom : stage.helen, form: act.form)
        #expect(saved.status == 303)
        #expect(try await stage.events(act.event).isEmpty == false)
        #expect(try await stage.stage.visit(.read, try #require(saved.next), as: stage.amira).text.contains("Saved."))
    }

    @Test("Of two who change a provision at once, the second is shown it once more with what was typed")
    func overtaken() async throws {
        let stage = try await ProvisionStage(), run = try await stage.running([stage.sam]), path = "/provisions/\(run.id)/end"
        let seen = try #require(try await stage.stage.visit(.read, path, as: stage.amira).hidden("seen"))
        _ = try await stage.stage.visit(.send, "/provisions/\(run.id)/change", as: stage.tom, form: Self.week)
        let second = try await stage.stage.visit(.send, path, as: stage.amira, form: ["seen": seen, "last_day": "2026-11-20", "reason": "My own words"])
        #expect(second.status == 409 && second.text.contains("Somebody else changed this provision") && second.text.contains("My own words"))
        #expect(try await stage.whole(run).run.isRunning)
        #expect(try await stage.stage.visit(.send, path, as: stage.amira, form: ["seen": second.hidden("seen") ?? "", "last_day": "2026-11-20", "reason": "My own words"]).status == 303)
    }

    @Test("What has ended is neither changed nor joined nor ended again")
    func ended() async throws {
        let stage = try await ProvisionStage(), run = try await stage.running([stage.sam])
        _ = try await stage.stage.visit(.send, "/provisions/\(run.id)/end", as: stage.amira, form: ["last_day": "2026-11-19", "reason": "Done"])
        for (path, form) in [("change", Self.week), ("join", ["from": "2026-11-20", "pupils": "2"]), ("end", ["last_day": "2026-11-20", "reason": "Again"])] as [(String, KeyValuePairs<String, String>)] {
            let answer = try await stage.stage.visit(.send, "/provisions/\(run.id)/\(path)", as: stage.amira, form: form)
            #expect(answer.status == 422 && answer.text.contains("This provision ended on 19 November 2026"), "\(path)")
        }
        let page = try await stage.stage.visit(.read, "/provisions/\(run.id)", as: stage.amira).text
        #expect(page.contains("Ended") && !page.contains("Change the week") && !page.contains("/end\""))
    }

    @Test("What is logged stays: neither the week nor the last day goes behind it")
    func logged() async throws {
        let stage = try await ProvisionStage(), run = try await stage.running([stage.sam, stage.ana])
        try await stage.logged(run, on: Day(2026, 11, 19) ?? .distantPast, [stage.sam, stage.ana])
        #expect(try await stage.stage.visit(.send, "/provisions/\(run.id)/end", as: stage.amira, form: ["last_day": "2026-11-18", "reason": "Done"]).refuses("last_day", "A session is logged on 19 November 2026"))
        #expect(try await stage.stage.visit(.send, "/provisions/\(run.id)/members/1/leave", as: stage.amira, form: ["last_day": "2026-11-18", "reason": "Done"]).refuses("last_day", "A session with the pupil is logged"))
        let form = try await stage.stage.visit(.read, "/provisions/\(run.id)/change", as: stage.amira)
        #expect(form.text.contains("name=\"from\" value=\"2026-11-20\"") && form.text.contains("value=\"Tess Lowe\"") && form.text.contains("value=\"09:15\""))
    }

    @Test("A full group and a pupil who has left are refused; several join at once")
    func joining() async throws {
        let stage = try await ProvisionStage(), run = try await stage.running([stage.sam], size: 2), path = "/provisions/\(run.id)/join"
        var both = FormValues([("from", "2026-11-20"), ("pupils", "\(stage.ana.id)"), ("pupils", "\(stage.ben.id)")])
        #expect(try await stage.stage.visit(.send, path, as: stage.amira, typed: both).refuses("pupils", "The group is full"))
        #expect(try await stage.whole(run).members.count == 1, "nothing half")
        let yesterday = stage.stage.today - 1
        try await stage.stage.enrolments(of: stage.ben, at: stage.elm) { $0.spell = Spell(starts: $0.spell.starts, ends: yesterday) }
        both.set("pupils", "\(stage.ben.id)")
        #expect(try await stage.stage.visit(.send, path, as: stage.amira, typed: both).refuses("pupils", "Ben left this school on 19 November 2026"))
        both.set("pupils", "\(stage.ana.id)")
        #expect(try await stage.stage.visit(.send, path, as: stage.amira, typed: both).status == 303)
        #expect(try await stage.whole(run).members.map(\.pupil) == [stage.sam.id, stage.ana.id])
    }

    @Test("An outcome is unlinked with a reason; of a pupil out of sight nobody finds the link")
    func unlinking() async throws {
        let stage = try await ProvisionStage(), run = try await stage.running([stage.sam]), outcome = try await stage.outcome(of: stage.sam)
        _ = try await stage.stage.visit(.send, "/provisions/\(run.id)/outcomes", as: stage.amira, form: ["outcomes-1": "\(outcome.id)"])
        let path = "/provisions/\(run.id)/outcomes/1/unlink"
        #expect(try await stage.stage.visit(.read, "/provisions/\(run.id)/outcomes/9/unlink", as: stage.amira).status == 404)
        #expect(try await stage.stage.visit(.read, path, as: stage.amira).text.contains("Reads forty words"))
        #expect(try await stage.stage.visit(.send, path, as: stage.amira, form: ["reason": ""]).refuses("reason", "Say why"))
        #expect(try await stage.stage.visit(.send, path, as: stage.amira, form: ["reason": "Met already"]).status == 303)
        #expect(try await stage.whole(run).outcomes.isEmpty)
        #expect(try await stage.stage.read { try $0.column("SELECT v.reason FROM trail t JOIN trail_value v ON v.trail_id = t.id WHERE t.event = 'provision.outcomeUnlinked'", as: String?.self) } == ["Met already"])
    }
}
