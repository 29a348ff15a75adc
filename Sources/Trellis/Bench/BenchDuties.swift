import Access
import Basics
import Database
import People
import Statutory

// What is due over all schools, with a year of legal events behind each plan.
extension Bench {
    mutating func measureDuties(_ store: Store, _ place: Int) async throws {
        let today = Demonstration.today
        try await store.write(Act(who: "Bench", at: Instant(today, hour: 9), way: .command)) { try $0.fillDuties(today) }
        let number = try await store.read { try $0.value("SELECT COUNT(*) FROM statutory_duty", as: Int.self) ?? 0 }
        var length = 0
        let listing = {
            length = try await store.read { JSON.list(try $0.openDuties(.next(30, from: today), for: .operator, on: today).map { $0.json(on: today) }).text.utf8.count }
        }
        try await listing()
        let time = try await timed { try await listing() }
        add("what is due over all schools, \(number) duties, \(length / 1024) kB of JSON", "< 200 ms", place, "\(fixed(time * 1000, 0)) ms")
    }
}

extension Writer {
    /// A request and a review for each pupil with a plan, on days that differ.
    fileprivate func fillDuties(_ today: Day) throws {
        let plans = try rows("""
            SELECT e.pupil_id, e.school_id, s.la_code FROM enrolment e JOIN school s ON s.id = e.school_id JOIN provision_spell ps ON ps.pupil_id = e.pupil_id AND ps.ends IS NULL AND ps.provision = 'E' \
            WHERE e.ends IS NULL AND e.kind = 'C' ORDER BY e.pupil_id
            """) { try ($0.next(PupilID.self), $0.next(SchoolID.self), $0.next(String.self)) }
        for (order, (pupil, school, council)) in plans.enumerated() {
            let review = Matter(.review, row: RowID(1_000_000 + order), pupil: pupil, school: school, council: council), day = today - order % 330
            try record(.annualReview, on: day, of: review, stated: .council)
            try meet(["AR-5", "AR-6", "AR-8"], of: review, on: day + 10)
            if order % 6 == 0 { try record(.reassessment, on: day, of: Matter(.case, row: RowID(1_000_000 + order), pupil: pupil, school: school, council: council), stated: .council) }
        }
    }
}
