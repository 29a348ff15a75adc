import Basics
import Database

// A review round of thirty plans, which comes in three parts.
extension Bench {
    mutating func measureRound(_ server: BenchServer, _ cookie: String, _ school: SchoolID, _ store: Store, _ place: Int) async throws {
        let plans: [PlanID] = try await store.read { reader in
            try reader.column("SELECT n.id FROM plan n JOIN pupil p ON p.id = n.pupil_id WHERE n.school_id = \(school) AND n.state = 'live' ORDER BY p.sort_name, n.id LIMIT 30")
        }
        guard plans.count == 30 else { throw BenchProblem("the school has \(plans.count) live plans, and a round of 30 is measured") }
        var median = 0.0
        for part in ["", "&after=\(plans[9])", "&after=\(plans[19])"] {
            median += try await Load.on(server.pages + "/plans/round?by=all&school=\(school)\(part)", cookie: cookie, users: 1, seconds: max(1, seconds / 2)).median
        }
        add("review round of 30 plans, one user, median answers of its three parts together", "< 30 ms", place, "\(fixed(median, 2)) ms")
    }
}
