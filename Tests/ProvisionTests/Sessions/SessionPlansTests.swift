import Basics
import Database
@testable import Provision
import Stage
import Testing

/// What is asked at each press and on each page of sessions must not walk through all that was ever logged.
@Suite("How sessions are looked up")
struct SessionPlansTests {
    private static let hot: [(String, SQL)] = [
        ("the time of a slot", "SELECT run_id FROM provision_time WHERE id = \(RowID(1))"),
        ("what stands for a slot", "SELECT id FROM session WHERE time_id = \(RowID(1)) AND day = \(today) AND superseded_on IS NULL AND send_key <> \(key)"),
        ("what was sent by a key", "SELECT id FROM session WHERE send_key = \(key)"),
        ("the entries of some provisions", "SELECT id FROM session WHERE run_id IN \([ProvisionID(1), ProvisionID(2)]) AND day BETWEEN \(today - 30) AND \(today) AND superseded_on IS NULL ORDER BY day, starts_at, id"),
        ("their pupils", "SELECT id FROM session_pupil WHERE run_id IN \([ProvisionID(1), ProvisionID(2)]) AND day BETWEEN \(today - 30) AND \(today) AND stands ORDER BY pupil_id"),
        ("what was offered by lines", "SELECT run_id, pupil_id, day, SUM(offered) FROM session_pupil WHERE run_id IN \([ProvisionID(1)]) AND day >= \(today - 90) AND stands GROUP BY run_id, pupil_id, day"),
        ("what makes them up", "SELECT id FROM session WHERE makes_up_id IN \([SessionID(1)]) AND superseded_on IS NULL"),
        ("the pupils of an entry", "SELECT id FROM session_pupil WHERE session_id IN \([SessionID(1)]) ORDER BY pupil_id"),
        ("the times of a weekday", "SELECT t.run_id FROM provision_time t JOIN provision_pattern w ON w.id = t.pattern_id WHERE t.school_id IN \([SchoolID(1)]) AND t.weekday = \(5) AND w.proof <> 'none'"),
        ("what somebody gives", "SELECT t.run_id FROM provision_time t WHERE t.staff_id IN \([StaffID(1)]) UNION SELECT t.run_id FROM provision_time t WHERE t.second_staff_id IN \([StaffID(1)])"),
    ]

    @Test("By an index, never by a walk", arguments: hot.indices)
    func indexed(place: Int) async throws {
        let stage = try await ProvisionStage(), (what, sql) = Self.hot[place]
        let plan = try await stage.stage.read { try $0.plan(of: sql) }
        for walk in ["SCAN session", "SCAN session_pupil", "SCAN t", "SCAN provision_time"] { #expect(!plan.contains("\(walk) ") && !plan.hasSuffix(walk), "\(what): \(plan)") }
    }
}
