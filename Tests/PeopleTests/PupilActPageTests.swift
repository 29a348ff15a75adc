import Access
import Basics
import Database
@testable import People
import Testing

/// Every form about a pupil follows the same litany.
struct PupilActPageTests {
    /// An act: where it is, what saves it, and what the trail then says.
    struct Case: Sendable, CustomTestStringConvertible {
        let path: String
        let form: [(name: String, text: String)]
        let event: String
        /// A field that is empty when nothing is typed.
        let needed: String
        var testDescription: String { path }
    }

    static let cases = [
        Case(path: "status", form: [("provision", "E"), ("from", "2026-11-19"), ("reason", "The plan came")], event: "status.started", needed: "from"),
        Case(path: "needs/add", form: [("need", "HI"), ("rank", "2"), ("from", "2026-11-19")], event: "need.added", needed: "from"),
        Case(path: "flags/add", form: [("flag", "pupil_premium"), ("from", "2026-11-19")], event: "flag.started", needed: "from"),
        Case(path: "bases/add", form: [("base", "RP"), ("from", "2026-11-19")], event: "base.joined", needed: "from"),
        Case(path: "arrangements/add", form: [("kind", "part_time"), ("hours", "12"), ("from", "2026-11-19"), ("reason", "Anxiety")], event: "arrangement.started", needed: "from"),
        Case(path: "diagnoses/add", form: [("name", "Dyslexia")], event: "diagnosis.recorded", needed: "name"),
        Case(path: "contacts/add", form: [("surname", "Okafor"), ("relationship", "PAM"), ("position", "1")], event: "contact.added", needed: "surname"),
        Case(path: "details", form: [("surname", "Okafor"), ("forename", "Amara"), ("birth", "2018-05-04"), ("health_body", "Marlshire ICB"), ("reason", "A letter")], event: "pupil.changed", needed: "birth"),
        Case(path: "seal", form: [("reason", "Adoption order"), ("understood", "yes")], event: "pupil.sealed", needed: "reason"),
    ]

    @Test("A form opens, refuses with words by the field, keeps what was typed, and saves with its trail", arguments: cases)
    func litany(_ act: Case) async throws {
        try await RegisterStage.with { stage in
            let amara = try await stage.pupil("Amara", "Okafor", provision: "K", need: "SLCN", inBeech: true)
            let olga = try await stage.pupil("Olga", "Oak", at: stage.oak, provision: "K")
            let path = "/pupils/\(amara.id)/\(act.path)"
            for viewer in [stage.head, stage.teacher, stage.governor, stage.dev] { #expect(try await stage.open(path, as: viewer).status == 404) }
            for viewer in [stage.head, stage.teacher, stage.governor, stage.dev] { #expect(try await stage.send(path, as: viewer, act.form).status == 404) }
            #expect(try await stage.open("/pupils/\(olga.id)/\(act.path)", as: stage.amira).status == 404)
            #expect(try await stage.send("/pupils/\(olga.id)/\(act.path)", as: stage.amira, act.form).status == 404)
            #expect(try await stage.open("/pupils/999/\(act.path)", as: stage.amira).status == 404)
            let form = try await stage.open(path, as: stage.amira)
            #expect(form.status == 200)
            let before = try await stage.events(of: amara.id)
            let refused = try await stage.send(path, as: stage.amira, [("seen", form.hidden("seen") ?? ""), ("note", "x")])
            #expect(refused.status == 422)
            #expect(refused.text.contains("href=\"#\(act.needed)\"") && refused.text.contains("id=\"\(act.needed)\""))
            #expect(try await stage.events(of: amara.id) == before)
            let saved = try await stage.send(path, as: stage.amira, act.form + [("seen", form.hidden("seen") ?? "")])
            #expect(saved.status == 303)
            #expect(try await stage.events(of: amara.id).contains(act.event))
            #expect(try await stage.open(saved.location, as: stage.amira).text.contains("Saved."))
        }
    }

    @Test("A form that comes second is shown the first's words beside its own", arguments: cases.dropLast())
    func overtaken(_ act: Case) async throws {
        try await RegisterStage.with { stage in
            let amara = try await stage.pupil("Amara", "Okafor", provision: "K", need: "SLCN")
            let path = "/pupils/\(amara.id)/\(act.path)"
            let form = try await stage.open(path, as: stage.amira)
            let seen = [(name: "seen", text: form.hidden("seen") ?? "")]
            #expect(try await stage.send(path, as: stage.amira, act.form + seen).status == 303)
            let words = act.form.map { $0.name == "reason" || $0.name == "name" || $0.name == "surname" ? ($0.name, "My own words") : $0 }
            let second = try await stage.send(path, as: stage.amira, words + seen)
            #expect(second.status == 409)
            #expect(second.text.contains("Somebody else changed this") && second.text.contains("Amira Khan (SENCO)"))
            if words.contains(where: { $0.1 == "My own words" }) { #expect(second.text.contains("My own words")) }
            #expect(second.hidden("seen") != form.hidden("seen"))
        }
    }

    @Test("What runs is ended, corrected and withdrawn from the pupil's page")
    func endings() async throws {
        try await RegisterStage.with { stage in
            let amara = try await stage.pupil("Amara", "Okafor", provision: "K", need: "SLCN")
            let base = "/pupils/\(amara.id)/"
            for act in Self.cases where !["status", "seal"].contains(act.path) { #expect(try await stage.send(base + act.path, as: stage.amira, act.form).status == 303) }
            let record = try await stage.record(amara.id)
            let end: [(name: String, text: String)] = [("last_day", "2026-11-20"), ("reason", "Over")]
            let rows: [(String, [(name: String, text: String)], String)] = [
                ("flags/\(record.flags[0].id)/end", end, "flag.ended"), ("bases/\(record.bases[0].id)/end", end, "base.left"),
                ("arrangements/\(record.arrangements[0].id)/end", end, "arrangement.ended"),
                ("needs/\(record.register.needs[0].id)/area", [("area", "SEMH")], "need.area_chosen"),
                ("needs/\(record.register.needs[1].id)/end", end, "need.ended"),
                ("status/\(record.register.provisions[0].id)/correct", [("provision", "E"), ("starts", "2024-10-01"), ("reason", "Typing")], "status.corrected"),
                ("diagnoses/\(record.diagnoses[0].id)/correct", [("name", "Developmental language disorder")], "diagnosis.corrected"),
                ("diagnoses/\(record.diagnoses[0].id)/withdraw", [("reason", "Wrong child")], "diagnosis.withdrawn"),
                ("contacts/\(record.contacts[0].id)/change", [("surname", "Okafor"), ("relationship", "PAF"), ("position", "1")], "contact.changed"),
                ("contacts/\(record.contacts[0].id)/end", end, "contact.ended"),
            ]
            for (path, form, event) in rows {
                #expect(try await stage.open(base + path, as: stage.amira).status == 200, "\(path)")
                let empty = try await stage.send(base + path, as: stage.amira, [("seen", ""), ("area", "Nonsense")])
                #expect(empty.status == 422, "\(path)")
                #expect(try await stage.send(base + path, as: stage.amira, form).status == 303, "\(path)")
                #expect(try await stage.events(of: amara.id).contains(event))
            }
            #expect(try await stage.open(base + "flags/9999/end", as: stage.amira).status == 404)
            #expect(try await stage.open(base + "contacts/\(record.contacts[0].id)/change", as: stage.amira).status == 404)
            #expect(try await stage.open("/pupils/\(amara.id)", as: stage.amira).status == 200)
        }
    }

    @Test("Needs move up and down by buttons, and not under somebody's hands")
    func order() async throws {
        try await RegisterStage.with { stage in
            let amara = try await stage.pupil("Amara", "Okafor", provision: "K", need: "SLCN")
            #expect(try await stage.send("/pupils/\(amara.id)/needs/add", as: stage.amira, [("need", "ASD"), ("rank", "2"), ("from", "2026-11-19")]).status == 303)
            let page = try await stage.open("/pupils/\(amara.id)", as: stage.amira)
            let second = try #require(try await stage.record(amara.id).register.openNeeds(on: RegisterStage.today).last)
            let up = "/pupils/\(amara.id)/needs/\(second.id)/move/up", seen = [(name: "seen", text: page.hidden("seen") ?? "")]
            #expect(try await stage.send(up, as: stage.amira, seen).status == 303)
            #expect(try await stage.record(amara.id).register.openNeeds(on: RegisterStage.today).map(\.need) == ["ASD", "SLCN"])
            #expect(try await stage.send(up, as: stage.amira, seen).status == 409)
            #expect(try await stage.send("/pupils/\(amara.id)/needs/\(second.id)/move/sideways", as: stage.amira).status == 404)
            #expect(try await stage.send(up, as: stage.teacher).status == 404)
        }
    }

    @Test("The watch list is put on and taken off, and lies apart from the register")
    func watch() async throws {
        try await RegisterStage.with { stage in
            let amara = try await stage.pupil("Amara", "Okafor", provision: "N"), path = "/pupils/\(amara.id)/watch"
            #expect(try await stage.open(path + "/end", as: stage.amira).status == 404)
            #expect(try await stage.send(path, as: stage.amira, [("reason", "Reading"), ("look_again", "30/01/2027")]).status == 303)
            #expect(try await stage.open("/register?status=watch", as: stage.amira).text.contains("Okafor"))
            #expect(try await !stage.open("/register", as: stage.amira).text.contains("Okafor"))
            #expect(try await stage.send(path, as: stage.amira, [("reason", "Again"), ("look_again", "30/01/2027")]).status == 422)
            #expect(try await stage.send(path + "/end", as: stage.amira, [("reason", "Fine now")]).status == 303)
            #expect(try await stage.events(of: amara.id).suffix(2) == ["watch.started", "watch.stopped"])
        }
    }

    @Test("A program is told what is wrong, that it was overtaken, and that it saved")
    func program() async throws {
        try await RegisterStage.with { stage in
            let amara = try await stage.pupil("Amara", "Okafor", provision: "K", need: "SLCN"), path = "/api/v1/pupils/\(amara.id)/status"
            let json = #"{"provision":"E","from":"2026-11-19","reason":"Plan"}"#
            #expect(try await stage.post(path, as: stage.head, json).status == 404)
            #expect(try await stage.post(path, as: stage.amira, #"{"provision":"E","from":"2026-11-19"}"#).text.contains("\"field\":\"reason\""))
            #expect(try await stage.post(path, as: stage.amira, json, ["if-match": "\"old\""]).status == 412)
            #expect(try await stage.send(path, as: stage.amira, [("provision", "E"), ("from", "2026-11-19"), ("reason", "Plan")]).status == 415)
            #expect(try await stage.post(path, as: stage.amira, json).status == 200)
            #expect(try await stage.post(path, as: stage.amira, json).status == 422)
        }
    }

    @Test("A program reads of a pupil what its person may see")
    func read() async throws {
        try await RegisterStage.with { stage in
            let amara = try await stage.pupil("Amara", "Okafor", provision: "K", need: "SLCN", inBeech: true), path = "/api/v1/pupils/\(amara.id)"
            let whole = try await stage.open(path, as: stage.amira).text
            #expect(whole.contains(#""needs":[{"need":"SLCN","area":"","rank":1,"since":"2024-09-03"}]"#) && whole.contains(#""record":{"#))
            #expect(try await stage.open(path, as: stage.dev).text.contains(#""record":null"#))
            for viewer in [stage.teacher, stage.governor] { #expect(try await stage.open(path, as: viewer).status == 404) }
            #expect(try await stage.open("/api/v1/pupils/999", as: stage.amira).status == 404)
        }
    }
}
