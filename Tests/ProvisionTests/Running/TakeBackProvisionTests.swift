import Access
import Basics
import Database
import Pages
@testable import People
import Plans
@testable import Provision
import Stage
import Testing

@Suite("Taking back a provision that was begun by mistake")
struct TakeBackProvisionTests {
    /// Its first and last day, when it was written down, the last day logged, the reason; and what is wrong.
    static let cases: [(starts: String, ended: String?, written: String, logged: String?, because: String, words: String?)] = [
        ("2026-11-24", nil, "2026-11-20", nil, "Begun twice", nil), ("2026-11-24", nil, "2026-09-01", nil, "Begun twice", nil), ("2026-09-01", nil, "2026-11-09", nil, "Wrong year", nil),
        ("2026-11-23", nil, "2026-11-08", nil, "Wrong", "written down on 8 November 2026"), ("2026-11-24", nil, "2026-11-20", nil, " ", "Say why"),
        ("2026-11-17", nil, "2026-11-20", "2026-11-19", "Wrong", "Sessions of it were logged, the last on 19 November 2026"), ("2026-11-17", "2026-11-19", "2026-11-20", nil, "Wrong", "ended on 19 November 2026"),
    ]

    @Test("What is to come, and what was written down these two weeks with nothing logged", arguments: cases)
    func rule(starts: String, ended: String?, written: String, logged: String?, because: String, words: String?) {
        var run = ProvisionRun(school: elm, intervention: precision.id, name: "Reading club", kind: .targeted, starts: day(starts))
        run.endedOn = ended.map(day)
        let found = problems { try WithdrawProvision(because: because).check(run, writtenOn: day(written), lastLogged: logged.map(day), today: today) }
        #expect(words.map { words in found.list.contains { $0.message.contains(words) } } ?? found.list.isEmpty, "\(found.list)")
        #expect(WithdrawProvision.isOpen(for: run, writtenOn: day(written), lastLogged: logged.map(day), today: today) == (words == nil || words == "Say why"))
    }

    @Test("It is gone with all that belongs to it, and the trail keeps it", arguments: StageEngine.here)
    func takesBack(engine: StageEngine) async throws {
        let stage = try await ProvisionStage(engine), run = try await stage.running([stage.sam, stage.ana]), path = "/provisions/\(run.id)/take-back", sam = stage.sam.id, today = stage.stage.today
        let outcome = try await stage.outcome(of: stage.sam)
        _ = try await stage.stage.visit(.send, "/provisions/\(run.id)/outcomes", as: stage.amira, form: ["outcomes-\(sam)": "\(outcome.id)"])
        _ = try await stage.stage.visit(.send, "/provisions/\(run.id)/cost", as: stage.amira, form: ["kind": "materials", "amount": "12.50", "day": "2026-11-19", "words": "Cards"])
        try await stage.stage.act { try $0.save(Change("line.added", to: OwedLine(pupil: sam, words: "Reads with an adult", minutes: 30, per: .week, isSectionF: false, spell: Spell(starts: today - 3), runs: [run.id]))) }
        #expect(try await stage.stage.visit(.read, "/provisions/\(run.id)", as: stage.amira).text.contains("href=\"\(path)\""))
        for viewer in [stage.tessAtWork, stage.pat, stage.helen, stage.governor, .dev, stage.senco] {
            #expect(try await stage.stage.visit(.read, path, as: viewer).status == 404, "\(viewer.name)")
            #expect(try await stage.stage.visit(.send, path, as: viewer, form: ["because": "Begun twice"]).status == 404, "\(viewer.name)")
        }
        #expect(try await stage.stage.visit(.read, path, as: stage.amira).text.contains("2 pupils in it"))
        #expect(try await stage.stage.visit(.send, path, as: stage.amira, form: ["because": ""]).refuses("because", "Say why"))
        let saved = try await stage.stage.visit(.send, path, as: stage.tom, form: ["because": "Begun twice"])
        #expect(saved.status == 303 && saved.next == "/provision?school=\(stage.elm.id)&saved=taken-back")
        let left = try await stage.stage.read { reader in
            try ["provision_run", "provision_pattern", "provision_time", "provision_member", "provision_outcome", "provision_cost", "owed_line_run"].map { (table: SQL) in try reader.value("SELECT COUNT(*) FROM \(table)", as: Int.self) ?? 0 }
        }
        #expect(left.allSatisfy { $0 == 0 }, "\(left)")
        #expect(try await stage.events("provision.withdrawn").count == 8, "the provision, its week with two times, two pupils, an outcome and a cost")
        #expect(try await stage.stage.read { try $0.column("SELECT DISTINCT v.reason FROM trail t JOIN trail_value v ON v.trail_id = t.id WHERE t.event = 'provision.withdrawn'", as: String?.self) } == ["Begun twice"])
        #expect(try await stage.stage.visit(.read, try #require(saved.next), as: stage.amira).text.contains("The provision is taken back"))
        #expect(try await stage.stage.visit(.read, path, as: stage.amira).status == 404)
    }

    @Test("What was logged, or ran for weeks, is ended instead; the page no longer offers it")
    func tooLate() async throws {
        let stage = try await ProvisionStage(), run = try await stage.running([stage.sam]), path = "/provisions/\(run.id)/take-back"
        try await stage.logged(run, on: Day(2026, 11, 19) ?? .distantPast, [stage.sam])
        let answer = try await stage.stage.visit(.send, path, as: stage.amira, form: ["because": "My own words"])
        #expect(answer.status == 422 && answer.text.contains("End it instead") && answer.text.contains("My own words"))
        #expect(try await !stage.stage.visit(.read, "/provisions/\(run.id)", as: stage.amira).text.contains(path))
        let club = stage.club, elm = stage.elm.id, today = stage.stage.today, ben = stage.ben.id
        let old = try await stage.stage.store.write(Act(who: "Stage", at: Instant(today - 20), way: .command)) { writer in
            let start = StartProvision(starts: today - 20, pattern: PatternForm(times: [timeForm(2, by: [SessionAdult("ta")])], plannedSize: 3), pupils: [JoiningPupil(ben, called: "Ben", rolls: [Spell(starts: .distantPast)])])
            return try writer.save(start.applied(to: club, at: elm, today: today - 20))
        }
        #expect(try await stage.stage.visit(.send, "/provisions/\(old.id)/take-back", as: stage.amira, form: ["because": "Wrong"]).text.contains("more than 14 days ago"))
        #expect(try await stage.whole(old).run.isRunning)
    }

    @Test("Of two who look at it, the second is told that it changed")
    func overtaken() async throws {
        let stage = try await ProvisionStage(), run = try await stage.running([stage.sam]), path = "/provisions/\(run.id)/take-back"
        let seen = try #require(try await stage.stage.visit(.read, path, as: stage.amira).hidden("seen"))
        _ = try await stage.stage.visit(.send, "/provisions/\(run.id)/join", as: stage.tom, form: ["from": "2026-11-20", "pupils": "\(stage.ana.id)"])
        let second = try await stage.stage.visit(.send, path, as: stage.amira, form: ["seen": seen, "because": "Begun twice"])
        #expect(second.status == 409 && second.text.contains("Begun twice"))
    }
}
