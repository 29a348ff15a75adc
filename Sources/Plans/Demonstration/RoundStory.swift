import Access
import AreaKit
import Basics
import Database
import People

/// What a school of the demonstration trust booked for rounds over two years, and that its SENCO looked at everybody
/// with support this half-term, but for those who are left out on purpose.
struct RoundStory: Sendable {
    let school: School, senco: String, today: Day
    /// Whom nobody looks at.
    let overlooked: Set<PupilID>

    /// When rounds were held, as days before today, and how long they took.
    private static let held: [(kind: BookedRound.Kind, daysAgo: Int, minutes: Int, room: String)] = [
        (.plans, 700, 150, "No break duty that week"), (.data, 620, 75, ""), (.plans, 560, 130, "The assembly was taken by the deputy"), (.map, 500, 95, ""), (.plans, 430, 125, ""),
        (.data, 390, 60, "No club on that day"), (.plans, 310, 110, "One staff meeting was left out"), (.map, 250, 80, ""), (.plans, 190, 100, ""), (.data, 130, 55, "No lesson cover on that afternoon"),
        (.plans, 70, 95, "No lesson cover on that afternoon"), (.plans, 8, 90, "The newsletter came a week later"),
    ]

    func tell(_ store: Store) async throws {
        for round in Self.held {
            let ago = today - (try await schoolDay(round.daysAgo, store))
            let booked = try await act(store, ago + 14) { try book(round.kind, today - ago, minutes: 120, room: round.room, $0) }
            try await act(store, ago) { writer in
                try writer.save(try EndRound(on: writer.act.today, minutes: round.minutes, madeRoom: round.room).applied(to: booked, today: writer.act.today))
            }
        }
        try await act(store, 10) { writer in
            try book(.plans, today + 6, minutes: 90, room: "No break duty that week", writer)
            try book(.map, today + 20, minutes: 60, room: "", writer)
        }
        try await act(store, 8, lookAtEverybody)
    }

    /// The first day on which pupils are in, so many days ago or later.
    private func schoolDay(_ daysAgo: Int, _ store: Store) async throws -> Day {
        let about = today - daysAgo
        return try await store.read { [school] in min(try $0.schoolDays(of: school.id, around: about).day(1, after: about - 1), about + daysAgo) }
    }

    @discardableResult
    private func act<T: Sendable>(_ store: Store, _ daysAgo: Int, _ body: @escaping @Sendable (Writer) throws -> T) async throws -> T {
        try await store.write(Act(who: "\(senco) (SENCO)", at: Instant(today - daysAgo, hour: 14, minute: 5), way: .demonstration), body)
    }

    @discardableResult
    private func book(_ kind: BookedRound.Kind, _ day: Day, minutes: Int, room: String, _ writer: Writer) throws -> BookedRound {
        let booking = BookRound(kind: kind, on: day, beginsAt: kind == .data ? "15:45" : "13:30", minutes: minutes, who: senco, madeRoom: room)
        return try writer.save(try booking.applied(at: school.id, today: writer.act.today))
    }

    @Sendable private func lookAtEverybody(_ writer: Writer) throws {
        let day = writer.act.today
        for pupil in try writer.supportedPupils(at: school.id, on: day) where !overlooked.contains(pupil) {
            let plan = try writer.all(Plan.self, "WHERE pupil_id = \(pupil) AND kind = 'support' AND state = 'live'").first
            try writer.save(try LookAtSupport().applied(to: pupil, at: school.id, plan: plan, earlier: nil, by: writer.act.who, today: day))
        }
    }
}

extension Reader {
    /// Everybody on a school's roll who has SEN support or a plan on a day.
    fileprivate func supportedPupils(at school: SchoolID, on day: Day) throws -> [PupilID] {
        try column("""
            SELECT DISTINCT e.pupil_id FROM enrolment e JOIN provision_spell ps ON ps.pupil_id = e.pupil_id WHERE e.school_id = \(school) AND e.kind <> 'G' AND \(isMain(day)) \
            AND e.starts <= \(day) AND (e.ends IS NULL OR e.ends >= \(day)) AND ps.provision IN ('K', 'E', 'A', 'P', 'Q', 'S') AND ps.starts <= \(day) AND (ps.ends IS NULL OR ps.ends >= \(day)) \
            ORDER BY e.pupil_id
            """)
    }
}
