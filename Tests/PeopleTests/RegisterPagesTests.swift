import Access
import Basics
import Database
@testable import People
import Testing

struct RegisterPagesTests {
    @Test("The register shows its own school, its numbers and what may be done")
    func register() async throws {
        try await RegisterStage.with { stage in
            try await stage.pupil("Amara", "Okafor", provision: "K", need: "ASD", inBeech: true)
            try await stage.pupil("Olga", "Oak", at: stage.oak, provision: "K")
            let page = try await stage.open("/register", as: stage.amira)
            #expect(page.text.contains("Okafor") && !page.text.contains("Olga") && page.text.contains("the numbers agree"))
            #expect(page.text.contains("/register/file?") && page.text.contains("name=\"pupil\""))
            #expect(try await stage.open("/register?school=\(stage.oak.id)", as: stage.amira).status == 404)
            let teacher = try await stage.open("/register?on=2024-10-01", as: stage.teacher)
            #expect(teacher.text.contains("today") && !teacher.text.contains("/register/file") && !teacher.text.contains("name=\"pupil\""))
            #expect(try await stage.open("/register", as: stage.governor).status == 404)
            #expect(try await stage.open("/register?page=\(Int.max)", as: stage.amira).status == 200)
            #expect(try await stage.open("/register?page=2&status=all", as: stage.amira).text.contains("none on this page"))
            #expect(try await stage.open("/register?on=2024-01-01", as: stage.amira).text.contains("No pupils match"))
        }
    }

    @Test("Many are changed after a look at each, in one act")
    func bulk() async throws {
        try await RegisterStage.with { stage in
            let ada = try await stage.pupil("Ada", "Ash", provision: "N"), ben = try await stage.pupil("Ben", "Birch", provision: "K", need: "ASD")
            let olga = try await stage.pupil("Olga", "Oak", at: stage.oak)
            let both: [(name: String, text: String)] = [("pupil", "\(ada.id)"), ("pupil", "\(ben.id)")]
            let form: [(name: String, text: String)] = [("provision", "K"), ("need", "SLCN"), ("from", "2026-11-19"), ("reason", "Screening")]
            #expect(try await stage.open("/register/change?pupil=\(ada.id)&pupil=\(ben.id)", as: stage.amira).text.contains("Change 2 pupils together"))
            #expect(try await stage.open("/register/change?pupil=\(olga.id)", as: stage.amira).status == 404)
            #expect(try await stage.open("/register/change?pupil=\(ada.id)", as: stage.head).status == 404)
            #expect(try await stage.open("/register/change", as: stage.amira).status == 303)
            #expect(try await stage.send("/register/change", as: stage.amira, both + [("from", "2026-11-19")]).status == 422)
            let preview = try await stage.send("/register/change", as: stage.amira, both + form)
            #expect(preview.status == 200 && preview.text.contains("1 pupil, and 1 left out") && preview.text.contains("has this status already"))
            let seen = (name: "seen.\(ada.id)", text: preview.hidden("seen.\(ada.id)") ?? "")
            let saved = try await stage.send("/register/change/save", as: stage.amira, [("pupil", "\(ada.id)"), seen] + form)
            #expect(saved.location == "/register?changed=1")
            #expect(try await stage.events(of: ada.id).suffix(3) == ["status.ended", "status.started", "need.added"])
            let stale = try await stage.send("/register/change/save", as: stage.amira, [("pupil", "\(ada.id)"), seen, ("provision", "E")] + form.dropFirst())
            #expect(stale.status == 409 && stale.text.contains("Somebody else changed this"))
            #expect(try await stage.send("/register/change/save", as: stage.head, [("pupil", "\(ada.id)")] + form).status == 404)
        }
    }

    @Test("A file is written only for those who may, without a name in its own, and the trail knows")
    func file() async throws {
        try await RegisterStage.with { stage in
            try await stage.pupil("Amara", "Okafor", provision: "K", need: "ASD")
            try await stage.pupil("Ben", "Birch", provision: "N")
            let csv = try await stage.open("/register/file?format=csv", as: stage.amira)
            #expect(csv.text.contains("Okafor") && !csv.text.contains("Birch"))
            #expect(csv.headers["Content-Disposition"]?.contains("Okafor") == false)
            #expect(try await stage.open("/register/file?format=xlsx&status=all", as: stage.amira).status == 200)
            #expect(try await stage.open("/register/file?format=doc", as: stage.amira).status == 404)
            #expect(try await stage.open("/register/file?format=csv", as: stage.teacher).status == 404)
            #expect(try await stage.open("/register/file?format=csv&school=\(stage.oak.id)", as: stage.amira).status == 404)
            #expect(try await stage.open("/api/v1/register", as: stage.amira).text.contains("\"surname\":\"Birch\""))
            let events: [String] = try await stage.store.read { try $0.column("SELECT event FROM trail WHERE subject = 'register_export'") }
            #expect(events == ["register.exported", "register.exported", "register.exported"])
        }
    }

    @Test("What is decided where the MIS owns the status waits to be entered there, and is ticked off")
    func misTasks() async throws {
        try await RegisterStage.with(misOwnsRegister: true) { stage in
            let amara = try await stage.pupil("Amara", "Okafor", provision: "N")
            #expect(try await stage.send("/pupils/\(amara.id)/status", as: stage.amira, [("provision", "K"), ("need", "ASD"), ("from", "2026-11-19"), ("reason", "Agreed")]).status == 303)
            let list = try await stage.open("/mis-tasks", as: stage.amira)
            #expect(list.text.contains("SEN support (K) from 19 November 2026") && list.text.contains("Elm Primary School"))
            let tasks = try await stage.store.read { try $0.misTasks(for: stage.amira, on: RegisterStage.today) }
            #expect(tasks.count == 2)
            #expect(try await stage.send("/mis-tasks", as: stage.head, [("task", "\(tasks[0].task.id)")]).status == 404)
            #expect(try await stage.send("/mis-tasks", as: stage.amira, [("task", "\(tasks[0].task.id)"), ("entered", "yes")]).status == 303)
            #expect(try await stage.open("/mis-tasks", as: stage.amira).text.contains("Entered, not yet confirmed"))
            #expect(try await stage.events(of: amara.id).last == "mis_task.ticked")
            #expect(try await stage.open("/mis-tasks", as: stage.teacher).status == 404)
        }
    }

    @Test("A pupil is added once; a likely twin is asked about first")
    func add() async throws {
        try await RegisterStage.with { stage in
            try await stage.pupil("Olga", "Oak", at: stage.oak, born: Day(2019, 3, 2) ?? .distantPast)
            let form: [(name: String, text: String)] = [
                ("school", "\(stage.elm.id)"), ("surname", "Oak"), ("forename", "Otto"), ("birth", "02/03/2019"), ("entry", "2026-11-19"), ("class", "\(stage.beech.id)"), ("year", ""),
            ]
            #expect(try await stage.open("/pupils/add", as: stage.amira).status == 200)
            #expect(try await stage.open("/pupils/add", as: stage.dev).text.contains("At which school?"))
            #expect(try await stage.open("/pupils/add", as: stage.teacher).status == 404)
            let asked = try await stage.send("/pupils/add", as: stage.amira, form)
            #expect(asked.status == 422 && asked.text.contains("a school that you do not work with") && !asked.text.contains("Olga"))
            #expect(try await stage.send("/pupils/add", as: stage.amira, [("school", "\(stage.oak.id)")] + form.dropFirst()).status == 404)
            let nothing = try await stage.send("/pupils/add", as: stage.amira, [("school", "\(stage.elm.id)")])
            #expect(nothing.text.contains("#surname") && nothing.text.contains("#birth") && nothing.text.contains("#entry"))
            let saved = try await stage.send("/pupils/add", as: stage.amira, form + [("is_no_twin", "yes")])
            #expect(saved.status == 303)
            let page = try await stage.open(saved.location, as: stage.amira)
            #expect(page.text.contains("Otto Oak") && page.text.contains("class Beech") && page.text.contains("Year 3"))
        }
    }

    @Test("The trail tells who changed what in plain words, to those who answer for the records")
    func trail() async throws {
        try await RegisterStage.with { stage in
            let amara = try await stage.pupil("Amara", "Okafor", provision: "N", inBeech: true), path = "/pupils/\(amara.id)/trail"
            #expect(try await stage.send("/pupils/\(amara.id)/status", as: stage.amira, [("provision", "K"), ("need", "ASD"), ("from", "2026-11-19"), ("reason", "Agreed <b>")]).status == 303)
            let page = try await stage.open(path, as: stage.amira)
            #expect(page.text.contains("SEN status began") && page.text.contains("Status: SEN support") && page.text.contains("Amira Khan (SENCO)") && page.text.contains("Agreed &lt;b&gt;"))
            #expect(page.text.contains("Last day: 18 November 2026"))
            for viewer in [stage.teacher, stage.governor] { #expect(try await stage.open(path, as: viewer).status == 404) }
            #expect(try await stage.open(path, as: stage.head).status == 200)
        }
    }
}
