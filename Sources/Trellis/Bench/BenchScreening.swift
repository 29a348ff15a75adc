import Access
import Accounts
import Basics
import Database
import Identification
import Pages
import People

// A campaign over all schools: the trust's view, and one school's.
extension Bench {
    mutating func measureScreening(_ server: BenchServer, _ school: String, _ store: Store, _ place: Int) async throws {
        guard let widest = try await store.read({ try $0.rows("SELECT campaign_id, COUNT(*) FROM screening_place GROUP BY campaign_id ORDER BY 2 DESC, campaign_id DESC LIMIT 1") { try $0.next(RowID.self) } }).first else {
            throw BenchProblem("no screening campaign was made")
        }
        guard let lead = try await Sessions(store: store).beginDemonstration("trust-lead", now: .fromClock()) else { throw BenchProblem("the trust has no SEND lead") }
        for (name, cookie) in [("of the whole trust", lead.cookie), ("of one school", school)] {
            let load = try await Load.on(server.pages + screeningPath(widest).text, cookie: cookie, users: 1, seconds: seconds)
            add("screening campaign over 39 schools, page \(name), median answer", "< 30 ms", place, "\(fixed(load.median, 2)) ms")
        }
    }
}
