import Access
import Accounts
import AreaKit
import Basics
import Database
import Impact
import Oversight
import Pages
import People
import Provision

// Provision with two years of sessions behind it: its pages, and what it costs to log one.
extension Bench {
    mutating func measureProvision(_ server: BenchServer, _ premises: Premises, _ school: SchoolID, _ senco: (cookie: String, viewer: Viewer), _ place: Int) async throws {
        add("two years of provisions, sessions, parts of pupils in them", "", place, try await premises.store.read { try $0.sessionsInWords() })
        guard let assistant = try await Sessions(store: premises.store).beginDemonstration("teaching-assistant.\(school)", now: .fromClock()) else { throw BenchProblem("the school has no teaching assistant") }
        let day = Demonstration.today, here: KeyValuePairs<String, String?> = ["school": "\(school)"]
        let judged = try await premises.store.read { try $0.judged(at: school) }
        guard let most = judged.first else { throw BenchProblem("nothing has ended at the school that could be judged") }
        let middle = judged[judged.count / 2]
        for (name, address, cookie) in [
            ("provision map of a school", mapPath().asking(here), senco.cookie), ("a teaching assistant’s sessions of today", todaysSessionsPath().asking(["day": "\(day)"]), assistant.cookie),
            ("cost of a school’s year", costsPath().asking(here), senco.cookie), ("impact of one intervention over a school, \(middle.pupils) pupils", middle.page, senco.cookie),
            ("impact of the largest one of a school, \(most.pupils) pupils", most.page, senco.cookie),
        ] {
            let load = try await Load.on(server.pages + address.text, cookie: cookie, users: 1, seconds: max(1, seconds / 2))
            add("\(name), one user, median answer", BenchPage.aim, place, "\(fixed(load.median, 2)) ms")
        }
        try await measureLogging(premises, school, senco.viewer, place)
    }

    /// One after another, and fifty at once: each is logged on its own page's address, with its rule and the trail.
    private mutating func measureLogging(_ premises: Premises, _ school: SchoolID, _ viewer: Viewer, _ place: Int) async throws {
        let house = House(areas: premises.areas, store: premises.store, trust: "Bench", doors: FrameDoors(), search: nil), day = Demonstration.today
        let open = try await premises.store.read { try $0.openSlots(at: school, in: day - (day.weekday - 1)) }
        guard open.count >= 80 else { throw BenchProblem("the school has \(open.count) sessions to log, and 80 are needed") }
        var times: [Double] = []
        for slot in open.prefix(30) {
            times.append(try await timed { try await log(slot, house, viewer, day) })
        }
        add("logging a session, median", "< 5 ms", place, "\(fixed(times.sorted()[times.count / 2] * 1000, 2)) ms")
        let storm = try await timed {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for slot in open[30..<80] { group.addTask { try await log(slot, house, viewer, day) } }
                try await group.waitForAll()
            }
        }
        add("50 log a session at once, all together, without an error", "", place, "\(fixed(storm * 1000, 0)) ms")
        await house.sights.flush()
    }
}

/// A pupil’s time in an intervention, by the year in which it ended.
private struct Ended: Hashable {
    let intervention: InterventionID, year: AcademicYear
}

/// A session that nobody has logged.
private struct OpenSlot: Sendable {
    let time: RowID, day: Day, pupils: [PupilID]
}

/// Presses “Given”, with everybody there.
private func log(_ slot: OpenSlot, _ house: House, _ viewer: Viewer, _ today: Day) async throws {
    let fields = [("result", "given"), ("once", "bench-0123456789-\(slot.time)-\(slot.day)")] + slot.pupils.map { ("there-\(slot.time)", "\($0)") }
    let request = PageRequest(method: .send, path: "/provision/slots/\(slot.time)-\(slot.day)/log", form: FormValues(fields.map { (name: $0.0, text: $0.1) }))
    let answer = try await house.answer(request, for: viewer.visiting(), now: Instant(today, hour: 15))
    guard answer.status == 303 else { throw BenchProblem("a session could not be logged: \(answer.status)") }
}

extension Reader {
    fileprivate func sessionsInWords() throws -> String {
        let counts = try first("SELECT (SELECT COUNT(*) FROM provision_run), (SELECT COUNT(*) FROM session), (SELECT COUNT(*) FROM session_pupil)") { try ($0.next(Int.self), $0.next(Int.self), $0.next(Int.self)) } ?? (0, 0, 0)
        return "\(counts.0), \(counts.1), \(counts.2)"
    }

    /// The pages of interventions in the year in which most pupils left them, those of most pupils first.
    fileprivate func judged(at school: SchoolID) throws -> [(page: Address, pupils: Int)] {
        let ended = try rows("""
            SELECT r.intervention_id, r.ended_on FROM provision_run r JOIN provision_member m ON m.run_id = r.id \
            WHERE r.school_id = \(school) AND r.kind <> 'universal' AND r.ended_on <= \(Demonstration.today)
            """) { row in try Ended(intervention: row.next(), year: AcademicYear(containing: row.next())) }
        let counts = Dictionary(ended.map { ($0, 1) }, uniquingKeysWith: +)
        let largest = Dictionary(grouping: counts, by: \.key.intervention).compactMapValues { $0.max { ($0.value, $0.key.year.starting) < ($1.value, $1.key.year.starting) } }.values
        return largest.sorted { ($1.value, $0.key.intervention) < ($0.value, $1.key.intervention) }.map { one in
            (interventionImpactPath(one.key.intervention).asking(["school": "\(school)", "year": "\(one.key.year.starting)"]), one.value)
        }
    }

    /// Sessions of a week that is proved only at its end, up to its Friday.
    fileprivate func openSlots(at school: SchoolID, in monday: Day) throws -> [OpenSlot] {
        let times = try rows("""
            SELECT t.id, t.weekday, t.run_id FROM provision_time t JOIN provision_pattern q ON q.id = t.pattern_id JOIN provision_run r ON r.id = t.run_id \
            WHERE t.school_id = \(school) AND q.proof = 'weekly' AND q.ends IS NULL AND r.ended_on IS NULL AND r.planned_end >= \(monday + 4) AND r.starts <= \(monday) \
            AND NOT EXISTS (SELECT 1 FROM session n WHERE n.time_id = t.id AND n.time_id IS NOT NULL AND n.superseded_on IS NULL AND n.day >= \(monday)) ORDER BY t.id LIMIT 100
            """) { try (time: $0.next(RowID.self), weekday: $0.next(Int.self), run: $0.next(ProvisionID.self)) }
        let members = Dictionary(grouping: try rows("SELECT run_id, pupil_id FROM provision_member WHERE ends IS NULL AND run_id IN \(times.map(\.run).unique)") { try ($0.next(ProvisionID.self), $0.next(PupilID.self)) }, by: \.0)
        return times.map { OpenSlot(time: $0.time, day: monday + $0.weekday - 1, pupils: (members[$0.run] ?? []).map(\.1)) }
    }
}
