import Access
import Basics
import Database
import Pages
@testable import People
import Plans
@testable import Provision
import Stage
import Testing

@Suite("Starting a provision on its page")
struct StartProvisionPageTests {
    private let path = "/provision/start"

    @Test("One chooses what it is, and finds what is usual filled in")
    func usual() async throws {
        let stage = try await ProvisionStage()
        let first = try await stage.stage.visit(.read, path, as: stage.amira)
        #expect(first.status == 200 && first.text.contains("Reading club") && first.text.contains("comes with Trellis and is new here"))
        let form = try await stage.stage.visit(.read, "\(path)?intervention=\(stage.club.id)&pupil=\(stage.sam.id)&origin=concern&row=7", as: stage.amira)
        #expect(form.status == 200 && form.hidden("origin") == "concern" && form.hidden("row") == "7" && form.hidden("school") == "\(stage.elm.id)")
        for words in ["value=\"2027-01-28\"", "10 weeks are usual", "Time 2", "value=\"30\"", "value=\"\(stage.sam.id)\" checked", "Ana Reed, Beech"] { #expect(form.text.contains(words), "\(words)") }
        #expect(!form.text.contains("Time 3") && !form.text.contains("Olga"))
    }

    @Test("A group of two with two times starts in one save, with its outcomes and where it came from", arguments: StageEngine.here)
    func starts(engine: StageEngine) async throws {
        let stage = try await ProvisionStage(engine), outcome = try await stage.outcome(of: stage.sam)
        let typed = stage.startForm(["outcomes-\(stage.sam.id)": "\(outcome.id)", "origin": "concern", "row": "7", "do_not_judge_before": "2027-01-15"])
        let saved = try await stage.stage.visit(.send, path, as: stage.amira, typed: typed), whole = try await stage.whole(stage.latest())
        #expect(saved.status == 303 && saved.next == "/provisions/\(whole.run.id)?saved=started")
        #expect(whole.run.name == "Reading club, Tuesday" && whole.run.doNotJudgeBefore == Day(2027, 1, 15) && whole.members.map(\.pupil) == [stage.sam.id, stage.ana.id])
        #expect(whole.outcomes.map(\.outcome) == [outcome.id])
        let week = try #require(whole.patterns.first)
        #expect(week.proof == .weekly && week.funding == "E2" && week.plannedSize == 3)
        #expect(week.times.map(\.weekday) == [2, 4] && week.times.allSatisfy { $0.adults == [SessionAdult("ta", stage.tess.id)] && $0.room == "Den" }, "a later time is as the first in what it leaves empty")
        #expect(try await stage.stage.read { try $0.column("SELECT v.reason FROM trail t JOIN trail_value v ON v.trail_id = t.id WHERE t.event = 'provision.started'", as: String?.self) } == ["Begun from concern 7"])
        let page = try await stage.stage.visit(.read, try #require(saved.next), as: stage.amira).text
        for words in ["Saved. The provision has started.", "Tuesday 09:15, 30 minutes, Tess Lowe (teaching assistant), in Den", "Reads forty words"] { #expect(page.contains(words), "\(words)") }
    }

    @Test("Pressed by a nervous finger it begins once, and each press is answered as the first", arguments: StageEngine.here)
    func sentTwice(engine: StageEngine) async throws {
        let stage = try await ProvisionStage(engine)
        let key = try #require(try await stage.stage.visit(.read, "\(path)?intervention=\(stage.club.id)", as: stage.amira).hidden("once"))
        let typed = stage.startForm(["once": key])
        let answers = try await withThrowingTaskGroup(of: Answer.self) { group in
            for _ in 0..<4 { group.addTask { try await stage.stage.visit(.send, path, as: stage.amira, typed: typed) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        let run = try await stage.latest()
        #expect(answers.map(\.status) == [303, 303, 303, 303] && Set(answers.map(\.next)) == ["/provisions/\(run.id)?saved=started"])
        #expect(try await stage.saved()[1] == 1)
        #expect(try await stage.events("provision.started").count == 1)
        var other = typed
        other.set("name", "Reading club, Friday")
        let changed = try await stage.stage.visit(.send, path, as: stage.amira, typed: other), fresh = try #require(changed.hidden("once"))
        #expect(changed.status == 422 && changed.text.contains("began “Reading club, Tuesday”") && changed.text.contains("Reading club, Friday") && fresh != key && !fresh.isEmpty, "other words are not lost")
        other.set("once", fresh)
        #expect(try await stage.stage.visit(.send, path, as: stage.amira, typed: other).status == 303)
        #expect(try await stage.saved()[1] == 2)
        #expect(try await stage.stage.visit(.send, path, as: stage.amira, typed: stage.startForm(["once": "short"])).text.contains("Open the form again"))
        #expect(try await stage.stage.visit(.send, path, as: stage.tom, typed: typed).status == 303, "a colleague’s browser may have kept the page")
    }

    @Test("A programme that comes with Trellis is adopted in the same act, once")
    func adopts() async throws {
        let stage = try await ProvisionStage(), key = try #require(ShippedIntervention.all.first { $0.intervention.kind == .targeted }).intervention.key
        for _ in 0..<2 { #expect(try await stage.stage.visit(.send, path, as: stage.amira, typed: stage.startForm(["intervention": key])).status == 303) }
        let entries = try await stage.stage.read { try $0.all(Intervention.self, "WHERE key = \(key)") }
        #expect(entries.map(\.school) == [stage.elm.id])
        #expect(try await stage.stage.visit(.send, path, as: stage.amira, typed: stage.startForm(["intervention": "precision-teaching", "ends": "2020-01-01"])).status == 422)
        #expect(try await stage.stage.read { try $0.all(Intervention.self, "WHERE key = 'precision-teaching'") }.isEmpty, "nothing half")
    }

    /// What bad input gets: beside which field, and which words.
    static let refused: [(typed: KeyValuePairs<String, String>, field: String, words: String)] = [
        (["ends": "2026-11-23"], "ends", "The last day comes before the first"), (["minutes_0": "-30"], "minutes_0", "minutes"), (["group_size": "0"], "group_size", "pupils in the group"),
        (["starts": "soon"], "starts", "is not a day we can read"), (["starts": ""], "starts", "Give a day"), (["pupils": "-"], "pupils", "Choose at least one pupil"), (["weekday_0": "", "starts_at_0": "9.65"], "starts_at_0", "Give the time"),
        (["staff_1": "Nobody Known"], "staff_1", "Nobody on this school’s list of staff"), (["role_0": "", "staff_0": ""], "staff_0", "Say who gives it"), (["intervention": "none-such"], "intervention", "Choose what it is"),
        (["group_size": "1"], "group_size", "You chose 2 pupils for a group of 1"), (["funding": "gold"], "funding", "Choose a funding stream"), (["session_price": "-5"], "session_price", "below zero"), (["session_price": "ten"], "session_price", "pounds and pence"),
        (["weekday_1": "2", "starts_at_1": "9:30"], "starts_at_1", "meets another time of the same provision"), (["proof": "none"], "proof", "Only what is there for everyone"),
        (["do_not_judge_before": "2026-11-01"], "do_not_judge_before", "before it starts"), (["section_f": "yes", "proof": "weekly"], "proof", "section F"),
    ]

    @Test("What is wrong stands beside its field, what was typed stays, and nothing is saved", arguments: refused.indices)
    func refuses(place: Int) async throws {
        let stage = try await ProvisionStage(), one = Self.refused[place], before = try await stage.saved()
        let answer = try await stage.stage.visit(.send, path, as: stage.amira, typed: stage.startForm(one.typed))
        #expect(answer.refuses(one.field, one.words), "\(one.field): \(answer.status)")
        if one.field != "intervention" { #expect(answer.text.contains("Reading club, Tuesday")) }
        #expect(try await stage.saved() == before)
    }

    @Test("A pupil who has left, one of another school and somebody else’s pupil are refused, each with words")
    func others() async throws {
        let stage = try await ProvisionStage(), yesterday = stage.stage.today - 1
        try await stage.stage.enrolments(of: stage.sam, at: stage.elm) { $0.spell = Spell(starts: $0.spell.starts, ends: yesterday) }
        #expect(try await stage.stage.visit(.send, path, as: stage.amira, typed: stage.startForm()).refuses("pupils", "Sam left this school on 19 November 2026"))
        #expect(try await stage.stage.visit(.send, path, as: .operator, typed: stage.startForm(["pupils": "\(stage.olga.id)"])).refuses("pupils", "Olga is not on this school’s roll"))
        let foreign = try await stage.stage.visit(.send, path, as: stage.amira, typed: stage.startForm(["pupils": "\(stage.olga.id)"]))
        #expect(foreign.refuses("pupils", "not among the pupils you work with") && !foreign.text.contains("Olga"))
        let cas = try await stage.stage.pupil("Cas", "Moss", at: stage.elm, provision: "K")
        #expect(try await stage.stage.visit(.send, path, as: stage.tom, typed: stage.startForm(["pupils": "\(cas.id)"])).refuses("pupils", "not among the pupils you work with"))
    }

    @Test("Who may not begin one does not find the form, and at another school nobody does")
    func notPermitted() async throws {
        let stage = try await ProvisionStage()
        for viewer in [stage.helen, stage.tessAtWork, stage.pat, stage.governor, .dev, .ruth] {
            #expect(try await stage.stage.visit(.read, path, as: viewer).status == 404, "\(viewer.name)")
            #expect(try await stage.stage.visit(.send, path, as: viewer, typed: stage.startForm()).status == 404, "\(viewer.name)")
        }
        #expect(try await stage.stage.visit(.send, path, as: stage.senco, typed: stage.startForm()).status == 404)
        #expect(try await stage.stage.visit(.read, "\(path)?school=\(stage.elm.id)", as: stage.senco).status == 404)
        #expect(try await stage.stage.visit(.read, "\(path)?pupil=\(stage.olga.id)", as: stage.amira).status == 404)
        #expect(try await stage.stage.visit(.send, path, as: stage.tom, typed: stage.startForm()).status == 303, "a teacher starts one for pupils of her own")
    }

    @Test("Buttons that help bring the form back as it was typed: one more time, other pupils, their outcomes")
    func helps() async throws {
        let stage = try await ProvisionStage(), dot = try await stage.stage.pupil("Dot", "Vane", at: stage.elm)
        try await stage.outcome(of: stage.sam)
        let before = try await stage.saved()
        let more = try await stage.stage.visit(.send, path, as: stage.amira, typed: stage.startForm(["more": "yes"]))
        #expect(more.status == 200 && more.text.contains("name=\"minutes_2\" value=\"30\"") && more.text.contains("value=\"9:15\"") && more.text.contains("Reads forty words"))
        #expect(!more.text.contains("Dot Vane"), "she has no support, so a class or her name brings her")
        let shown = try await stage.stage.visit(.send, path, as: stage.amira, typed: stage.startForm(["show": "yes", "pupil_words": "van"]))
        #expect(shown.text.contains("value=\"\(dot.id)\"") && shown.text.contains("value=\"\(stage.sam.id)\" checked") && !shown.text.contains("Ben Ashby"))
        let inClass = try await stage.stage.visit(.send, path, as: stage.amira, typed: stage.startForm(["show": "yes", "class": "\(stage.beech.id)"]))
        #expect(inClass.text.contains("Ben Ashby") && !inClass.text.contains("Dot Vane"))
        #expect(try await stage.saved() == before)
    }

    @Test("A form is not lost where a colleague takes the entry out of the catalogue meanwhile: another is chosen, and the rest stays")
    func retired() async throws {
        let stage = try await ProvisionStage(), (club, yesterday) = (stage.club, stage.stage.today - 1)
        let other = try await stage.stage.act { try $0.save(Change("intervention.added", to: Intervention(name: "Phonics club", kind: .targeted, areas: ["C&L"], groupSize: 3, minutes: 30, sessionsAWeek: 2, role: "ta"))) }
        try await stage.stage.act { try $0.execute("UPDATE intervention SET ends = \(yesterday) WHERE id = \(club.id)") }
        let refused = try await stage.stage.visit(.send, path, as: stage.amira, typed: stage.startForm())
        #expect(refused.refuses("intervention", "taken out of the catalogue meanwhile") && refused.text.contains("Reading club, Tuesday") && refused.text.contains("value=\"\(stage.sam.id)\" checked") && refused.text.contains("<select id=\"intervention\""))
        #expect(try await stage.stage.visit(.send, path, as: stage.amira, typed: stage.startForm(["intervention": "\(other.id)"])).status == 303)
    }

    @Test("What is there for everyone is for a class, or the school; a teacher plans for a class of her own alone")
    func universal() async throws {
        let stage = try await ProvisionStage()
        let all = try await stage.stage.act { try $0.save(Change("intervention.added", to: Intervention(name: "Word mats", kind: .universal, areas: ["C&L"], groupSize: 30, minutes: 15, sessionsAWeek: 1, role: "teacher"))) }
        let other = try await stage.stage.schoolClass("Oaken", at: stage.elm, of: [try await stage.stage.pupil("Dot", "Vane", at: stage.elm)])
        let typed = { (changed: KeyValuePairs<String, String>) in
            var form = stage.startForm(changed)
            for (name, text) in [("intervention", "\(all.id)"), ("group_size", "30"), ("weekday_0", ""), ("starts_at_0", ""), ("staff_0", ""), ("room_0", ""), ("weekday_1", ""), ("starts_at_1", "")] { form.set(name, text) }
            form.remove("pupils")
            return form
        }
        let form = try await stage.stage.visit(.read, "\(path)?intervention=\(all.id)", as: stage.tom)
        #expect(form.text.contains("The class Beech") && !form.text.contains("The class Oaken") && !form.text.contains("The whole school"))
        #expect(try await stage.stage.visit(.send, path, as: stage.tom, typed: typed([:])).refuses("school_class", "Choose your class"))
        #expect(try await stage.stage.visit(.send, path, as: stage.tom, typed: typed(["school_class": "\(other.id)"])).refuses("school_class", "Choose a class of the list"))
        #expect(try await stage.stage.visit(.send, path, as: stage.tom, typed: typed(["school_class": "\(stage.beech.id)"])).status == 303)
        let run = try await stage.latest()
        #expect(run.schoolClass == stage.beech.id && run.kind == .universal)
        #expect(try await stage.stage.visit(.read, "/provisions/\(run.id)", as: stage.tom).text.contains("the whole class Beech"))
        #expect(try await stage.stage.visit(.send, path, as: stage.amira, typed: typed([:])).status == 303)
        #expect(try await stage.stage.visit(.read, "/provisions/\(try await stage.latest().id)", as: stage.amira).text.contains("everyone at the school"))
    }
}
