import Access
import Basics
import Database
import People

/// A pupil in the story of the plans, and what is left undone about them on purpose.
struct PlanRole: Sendable {
    /// What the safety net must find; named as its rules are.
    enum Gap: String, CaseIterable, Sendable {
        case missing = "plan-missing", late = "plan-review-late", incomplete = "outcome-incomplete", stuck = "no-progress", unread = "plan-not-read", overlooked = "not-looked-at"

        /// How long the pupil must have had support for it.
        fileprivate var daysNeeded: Int {
            switch self {
            case .missing: 0
            case .late, .incomplete, .unread, .overlooked: 120
            case .stuck: 420
            }
        }
    }

    let pupil: Pupil
    let since: Day
    let area: String
    /// Which pupil of the school it is, so that not all have the same words.
    let order: Int
    var gap: Gap?
}

extension Reader {
    /// Of two rolls in the trust a plan is written at the main one.
    func isMain(_ day: Day) -> SQL {
        "NOT (e.kind = 'S' AND EXISTS (SELECT 1 FROM enrolment x WHERE x.pupil_id = e.pupil_id AND x.kind <> 'S' AND x.kind <> 'G' AND x.starts <= \(day) AND (x.ends IS NULL OR x.ends >= \(day))))"
    }

    /// Everybody with SEN support at a school in the order of their numbers; at every third school one for each gap.
    func planCast(at school: School, _ place: Int, on day: Day) throws -> [PlanRole] {
        let found = try rows("""
            SELECT p.id, ps.starts, e.starts, (SELECT n.area FROM pupil_need n WHERE n.pupil_id = p.id AND n.starts <= \(day) AND (n.ends IS NULL OR n.ends >= \(day)) ORDER BY n.rank, n.id LIMIT 1), \
            (SELECT COUNT(*) FROM enrolment x WHERE x.pupil_id = p.id) FROM enrolment e JOIN pupil p ON p.id = e.pupil_id JOIN provision_spell ps ON ps.pupil_id = p.id \
            WHERE e.school_id = \(school.id) AND e.kind <> 'G' AND \(isMain(day)) AND e.starts <= \(day) AND (e.ends IS NULL OR e.ends >= \(day)) \
            AND ps.provision = 'K' AND ps.starts <= \(day) AND (ps.ends IS NULL OR ps.ends >= \(day)) ORDER BY p.id
            """) { try (id: $0.next(PupilID.self), since: max($0.next(Day.self), $0.next(Day.self)), area: $0.next(String?.self) ?? "", rolls: $0.next(Int.self)) }
        let pupils = Dictionary(try all(Pupil.self, "WHERE id IN \(found.map(\.id))").map { ($0.id, $0) }) { $1 }
        var gaps = place % 3 == 0 && school.kind == .mainstream ? PlanRole.Gap.allCases : []
        return found.enumerated().compactMap { order, line in
            guard let pupil = pupils[line.id] else { return nil }
            var role = PlanRole(pupil: pupil, since: line.since, area: line.area, order: order)
            if line.rolls == 1, let next = gaps.firstIndex(where: { line.since <= day - $0.daysNeeded }) { role.gap = gaps.remove(at: next) }
            return role
        }
    }
}
