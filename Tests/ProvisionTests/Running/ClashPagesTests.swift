import Access
import Basics
import Database
import Pages
@testable import People
@testable import Provision
import Stage
import Testing

@Suite("Times that meet others, on pages")
struct ClashPagesTests {
    @Test("Staff, pupil and room are warned of while they are typed, and nothing is forbidden", arguments: StageEngine.here)
    func typed(engine: StageEngine) async throws {
        let stage = try await ProvisionStage(engine)
        _ = try await stage.stage.visit(.send, "/provision/start", as: stage.amira, typed: stage.startForm(["name": "First"]))
        let words = ["Tess Lowe, Sam, Ana and the room “den” are also booked for “First” on Tuesday from 09:15 to 09:45.", "are also booked for “First” on Thursday from 09:15 to 09:45."]
        let typed = stage.startForm(["starts_at_0": "9:30", "room_0": "den", "name": "Second"])
        let asked = try await stage.stage.visit(.send, "/provision/clashes", as: stage.amira, typed: typed)
        #expect(asked.status == 200)
        for one in words { #expect(asked.text.contains(one), "\(one)") }
        var checked = typed
        checked.set("check", "yes")
        let again = try await stage.stage.visit(.send, "/provision/start", as: stage.amira, typed: checked)
        #expect(again.status == 200 && words.allSatisfy(again.text.contains) && again.text.contains("You may save all the same") && again.text.contains("value=\"9:30\""))
        let saved = try await stage.stage.visit(.send, "/provision/start", as: stage.amira, typed: typed)
        #expect(saved.status == 303)
        #expect(try await stage.stage.visit(.read, try #require(saved.next), as: stage.amira).text.contains("Clash:"))
    }

    @Test("What ends as the other begins, or runs at another time of year, meets nothing; a change does not meet itself")
    func none() async throws {
        let stage = try await ProvisionStage(), run = try await stage.running([stage.sam])
        let calm = "These times meet nothing else"
        for changed in [["starts_at_0": "9:45", "weekday_1": ""], ["starts": "2027-06-01", "ends": "2027-06-30"]] as [KeyValuePairs<String, String>] {
            var typed = stage.startForm(changed)
            if changed.count == 2, changed[0].key == "starts_at_0" { typed.set("starts_at_1", "") }
            #expect(try await stage.stage.visit(.send, "/provision/clashes", as: stage.amira, typed: typed).text.contains(calm))
        }
        let form = try await stage.stage.visit(.read, "/provisions/\(run.id)/change", as: stage.amira)
        #expect(form.text.contains(calm) && form.text.contains("data-asks=\"/provision/clashes\""))
        try await stage.running([stage.ana], "Other", weekdays: [5])
        for (weekday, meets) in [("5", true), ("3", false)] {
            let asked = try await stage.stage.visit(.send, "/provision/clashes", as: stage.amira, form: ["run": "\(run.id)", "from": "2026-11-23", "rows": "1", "weekday_0": weekday, "starts_at_0": "9:30", "minutes_0": "20", "staff_0": "Tess Lowe", "role_0": "ta"])
            #expect(asked.text.contains("is also booked for “Other” on Friday") == meets && asked.text.contains(calm) == !meets)
        }
    }

    @Test("A number larger than any is no time, and stops nothing")
    func huge() async throws {
        let stage = try await ProvisionStage(), run = try await stage.running([stage.sam]), typed = stage.startForm(["minutes_0": "9223372036854775807", "minutes_1": "-9223372036854775808"])
        #expect(try await stage.stage.visit(.send, "/provision/clashes", as: stage.amira, typed: typed).status == 200)
        #expect(try await stage.stage.visit(.send, "/provision/start", as: stage.amira, typed: typed).refuses("minutes_0", "from 1 to 360"))
        var change = typed
        change.set("from", "2026-11-23")
        #expect(try await stage.stage.visit(.send, "/provisions/\(run.id)/change", as: stage.amira, typed: change).refuses("minutes_1", "from 1 to 360"))
    }

    @Test("A child of another school can’t be asked about by number: nothing tells when they are busy")
    func probed() async throws {
        let stage = try await ProvisionStage(), (oak, club, olga, today) = (stage.oak, stage.club, stage.olga, stage.stage.today)
        try await stage.stage.act { writer in
            let start = StartProvision(name: "Oak group", starts: today - 30, pattern: PatternForm(times: [timeForm(2, room: "", by: [SessionAdult("ta")])], plannedSize: 3), pupils: [JoiningPupil(olga.id, called: "Olga", rolls: [Spell(starts: .distantPast)])])
            try writer.save(start.applied(to: club, at: oak.id, today: today))
        }
        for path in ["/provision/clashes", "/provision/start"] {
            let asked = try await stage.stage.visit(.send, path, as: stage.amira, typed: stage.startForm(["pupils": "\(olga.id)", "check": "yes"]))
            #expect(asked.status == 200 && asked.text.contains("These times meet nothing else"), "\(path)")
        }
    }

    @Test("A teacher is warned of a provision out of sight without its name, and nobody asks about another school")
    func sight() async throws {
        let stage = try await ProvisionStage(), cas = try await stage.stage.pupil("Cas", "Moss", at: stage.elm, provision: "K")
        try await stage.running([cas], "Secret group", weekdays: [2])
        let asked = try await stage.stage.visit(.send, "/provision/clashes", as: stage.tom, typed: stage.startForm())
        #expect(asked.text.contains("Tess Lowe and the room “Den” are also booked for another provision on Tuesday") && !asked.text.contains("Secret group"))
        for viewer in [stage.senco, stage.helen, stage.pat, stage.tessAtWork] {
            #expect(try await stage.stage.visit(.send, "/provision/clashes", as: viewer, typed: stage.startForm()).status == 404, "\(viewer.name)")
        }
    }
}
