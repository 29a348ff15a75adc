import Access
import Basics
import Database
import Pages
import People
@testable import Provision
import Stage
import Testing

@Suite("Provision in the store")
struct ProvisionStorageTests {
    @Test("A provision comes back as it was begun, changed and ended", arguments: StageEngine.here)
    func life(engine: StageEngine) async throws {
        let stage = try await ProvisionStage(engine), today = stage.stage.today
        let run = try await stage.running([stage.sam, stage.ana])
        let begun = try await stage.whole(run)
        #expect(begun.run.name == "Reading club" && begun.members.count == 2)
        #expect(begun.patterns.map(\.times.count) == [2] && begun.patterns[0].times[0].adults == [SessionAdult("ta", stage.tess.id)])
        let change = ChangeProvision(from: today, pattern: PatternForm(times: [timeForm(3, by: [SessionAdult("ta", stage.tess.id)])], plannedSize: 4))
        try await stage.stage.act { try $0.save(change.applied(to: begun, lastLogged: nil, today: today), of: run) }
        let changed = try await stage.whole(run)
        #expect(changed.pattern(on: today - 1)?.times.map(\.weekday) == [2, 4] && changed.pattern(on: today)?.times.map(\.weekday) == [3])
        let again = ChangeProvision(from: today, pattern: PatternForm(times: [timeForm(1, by: [SessionAdult("ta", nil)]), timeForm(5, by: [SessionAdult("ta", nil)])], plannedSize: 4))
        try await stage.stage.act { try $0.save(again.applied(to: changed, lastLogged: nil, today: today), of: run) }
        #expect(try await stage.whole(run).pattern(on: today)?.times.map(\.weekday) == [1, 5])
        let whole = try await stage.whole(run)
        try await stage.stage.act { try $0.save(EndProvision(lastDay: today, reason: "Done").applied(to: whole, lastLogged: nil, today: today), of: run) }
        let ended = try await stage.whole(run)
        #expect(ended.run.endedOn == today && ended.members.allSatisfy { $0.spell.ends == today } && ended.patterns.allSatisfy { $0.spell.ends != nil })
        #expect(try await stage.events("provision.ended") == ["provision.ended"])
    }

    @Test("A session is kept with each pupil’s part, and a correction leaves the first entry", arguments: StageEngine.here)
    func session(engine: StageEngine) async throws {
        let stage = try await ProvisionStage(engine), today = stage.stage.today, elm = stage.elm.id, ana = stage.ana.id
        let whole = try await stage.whole(stage.running([stage.sam, stage.ana], weekdays: [today.weekday]))
        let session = try #require(whole.sessions(on: [today]).first), setting = LogSession.Setting(school: elm, isSchoolDay: true, who: "Tess Lowe", today: today)
        let log = try #require(try LogSession(.given, away: [ana: .partTime], sendKey: key).applied(to: session, standing: [], in: setting))
        let saved = try await stage.stage.act { try $0.save(log) }
        let read = try await stage.stage.read { try $0.sessionLogs("WHERE id = \(saved.id)") }
        #expect(read == [saved])
        let fresh = try CorrectSession(LogSession(.partly, minutes: 10, sendKey: key + "2"), because: "It was shorter").applied(to: read[0], of: session, in: setting)
        try await stage.stage.act { writer in for part in fresh { try writer.save(part) } }
        let both = try await stage.stage.read { try $0.sessionLogs("WHERE run_id = \(whole.run.id) ORDER BY id") }
        #expect(both.map(\.stands) == [false, true] && both[0].pupils == read[0].pupils && both[1].corrects == saved.id)
        let standing = try await stage.stage.read { try $0.column("SELECT minutes FROM session_pupil WHERE run_id = \(whole.run.id) AND stands ORDER BY pupil_id", as: Int.self) }
        #expect(standing == [10, 10])
    }

    @Test("Who sees which provision, and whose names in it", arguments: StageEngine.here)
    func sight(engine: StageEngine) async throws {
        let stage = try await ProvisionStage(engine), today = stage.stage.today
        let run = try await stage.running([stage.sam, stage.ana])
        let names = { (viewer: Viewer) in
            try await stage.stage.read { reader in try reader.provision(run.id, for: viewer, on: today).pupils.values.map(\.called).sorted() }
        }
        #expect(try await names(stage.amira) == ["Ana", "Sam"])
        #expect(try await names(stage.tom) == ["Ana", "Sam"])
        #expect(try await names(stage.tessAtWork) == ["Ana", "Sam"], "whoever gives it sees who is in it")
        #expect(try await names(stage.pat) == ["Sam"], "a family sees its own child and no other")
        for viewer in [stage.senco, stage.governor] { await #expect(throws: NotFound.self) { try await names(viewer) } }
        await #expect(throws: NotFound.self) { try await stage.stage.read { _ = try $0.provision(run.id, for: stage.tessAtWork, who: .workOnProvision, on: today) } }
    }
}
