import Basics
import Database
import People
@testable import Provision
import Stage
import Testing

@Suite("Sessions saved together")
struct SaveSessionsTests {
    @Test("A week that is proved leaves what sessions saved one by one leave", arguments: StageEngine.here)
    func week(engine: StageEngine) async throws {
        var left: [[[String?]]] = []
        for together in [false, true] {
            let stage = try await ProvisionStage(engine), elm = stage.elm.id, ana = stage.ana.id
            let whole = try await stage.whole(stage.running([stage.sam, stage.ana], proof: .weekly)), monday = stage.stage.today - stage.stage.today.weekday - 6
            let sessions = whole.sessions(on: (0..<5).map { monday + $0 }), setting = LogSession.Setting(school: elm, isSchoolDay: true, who: "Tess Lowe", today: stage.stage.today)
            let changes = try ProveWeek(away: [sessions[0].slot: [ana: .absent]], sendKey: key).applied(to: sessions, standing: [], in: setting)
            let saved = try await stage.stage.act { writer in together ? try writer.saveTogether(changes) : try changes.map { try writer.save($0) } }
            #expect(saved.count == 2 && saved[0].pupils.count == 2)
            #expect(try await stage.stage.read { try $0.sessionLogs("ORDER BY id") } == saved)
            left.append(try await stage.stage.read { reader in
                try reader.rows("SELECT event, subject, subject_id, pupil_id, after FROM trail JOIN trail_value ON trail_id = id WHERE subject IN ('session', 'session_pupil') ORDER BY subject, subject_id") { row in
                    try (0..<5).map { _ in try row.next(String?.self) }
                }
            })
        }
        #expect(left[0] == left[1] && left[0].count == 6)
    }

    @Test("Fifty who log at once: each session is logged once, and nobody gets an error that the rule does not know", arguments: StageEngine.here)
    func storm(engine: StageEngine) async throws {
        let stage = try await ProvisionStage(engine), today = stage.stage.today, elm = stage.elm.id
        var wholes: [WholeProvision] = []
        for place in 0..<25 { wholes.append(try await stage.whole(stage.running([stage.sam], "Club \(place)", size: 1, weekdays: [today.weekday]))) }
        let said = await withTaskGroup(of: String.self) { group in
            for place in 0..<50 {
                let session = wholes[place / 2].sessions(on: [today])[0]
                group.addTask { await log(session, by: "TA \(place)", place, at: elm, in: stage.stage) }
            }
            return await group.reduce(into: [String]()) { $0.append($1) }
        }
        #expect(said.count { $0 == "saved" } == 25 && said.count { $0 == "logged already" } == 25, "\(Set(said))")
        #expect(try await stage.stage.read { try $0.column("SELECT COUNT(*) FROM session WHERE superseded_on IS NULL", as: Int.self) } == [25])
    }

    /// As a page does it: what stands is looked up in the same act; where two came at once the second reads again.
    private func log(_ session: PlannedSession, by who: String, _ place: Int, at school: SchoolID, in stage: Stage) async -> String {
        let setting = LogSession.Setting(school: school, isSchoolDay: true, who: who, today: stage.today)
        for _ in 0..<2 {
            do {
                return try await stage.act { writer in
                    let standing = try writer.sessionLogs("WHERE time_id = \(session.time.id) AND day = \(session.day) AND superseded_on IS NULL")
                    guard let change = try LogSession(.given, sendKey: "storm-0123456789-\(place)").applied(to: session, standing: standing, in: setting) else { return "sent before" }
                    try writer.save(change)
                    return "saved"
                }
            } catch is Problems { return "logged already" } catch StoreProblem.refused { continue } catch { return "\(error)" }
        }
        return "refused twice"
    }
}
