import Access
import Accounts
import Basics
import Database
import Identification
import Pages
import People

// A campaign over all schools: the trust's view, and one school's.
extension Bench {
    mutating func measureScreening(_ server: BenchServer, _ senco: String, _ school: SchoolID, _ store: Store, _ place: Int) async throws {
        guard let widest = try await store.read({ try $0.widestCampaign(with: school) }) else { throw BenchProblem("no screening campaign was made at the school") }
        guard let lead = try await Sessions(store: store).beginDemonstration("trust-lead", now: .fromClock()) else { throw BenchProblem("the trust has no SEND lead") }
        for (name, cookie) in [("of the whole trust", lead.cookie), ("of one school", senco)] {
            let load = try await Load.on(server.pages + screeningPath(widest).text, cookie: cookie, users: 1, seconds: seconds)
            add("screening campaign over 39 schools, page \(name), median answer", "< 30 ms", place, "\(fixed(load.median, 2)) ms")
        }
    }
}

extension Reader {
    /// The campaign of the most schools, among those that a school takes part in.
    fileprivate func widestCampaign(with school: SchoolID) throws -> RowID? {
        try first("""
            SELECT campaign_id, COUNT(*) FROM screening_place WHERE campaign_id IN (SELECT campaign_id FROM screening_place WHERE school_id = \(school)) \
            GROUP BY campaign_id ORDER BY 2 DESC, campaign_id DESC LIMIT 1
            """) { try $0.next(RowID.self) }
    }
}
