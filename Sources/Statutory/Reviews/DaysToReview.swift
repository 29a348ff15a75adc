import Access
import Basics
import Database
import People

/// From which day the next review of a pupil's plan is reckoned.
struct DaysToReview: Sendable {
    let pupil: PupilID
    let council: String
    /// The day on which the plan was first made: section 44(1)(a). Later versions don't move it.
    let madeOn: Day?
    /// The meeting of its last review: section 44(1)(b).
    let metOn: Day?

    /// What opens the review.
    var start: StartReview { StartReview(.plan, finalOn: metOn == nil ? madeOn : nil, metOn: metOn) }
    /// The last day for the council's decision, and for the meeting before it.
    var dueOn: Day? { start.due?.day }
    var latestMeeting: Day? { dueOn.map { $0 - 28 } }

    /// A review is begun twelve weeks before the last day for its meeting.
    static let aheadOfMeeting = 84

    /// What is read of a plan `k`. What was held of top-up funding, ended without a decision, or belonged to a plan before this one,
    /// is another matter.
    static let columns: SQL = """
        k.pupil_id, k.la_code, k.final_on, k.met_on, (SELECT MIN(v.dated_on) FROM ehc_version v WHERE v.plan_id = k.id AND v.kind = 'final'), \
        (SELECT COUNT(*) FROM ehc_version v WHERE v.plan_id = k.id AND v.kind IN ('final', 'amended')), \
        (SELECT MIN(v.happened_on) FROM statutory_event v WHERE v.matter = 'plan' AND v.matter_id = k.id AND v.event = 'first-plan' AND v.replaced_by IS NULL), \
        (SELECT MAX(r.held_on) FROM annual_review r WHERE r.pupil_id = k.pupil_id AND r.kind = 'plan' AND r.decided_on IS NOT NULL)
        """

    init(_ row: inout Row) throws {
        (pupil, council) = try (row.next(), row.next())
        let (final, met, first): (Day?, Day?, Day?) = try (row.next(), row.next(), row.next())
        let (versions, begun, held): (Int, Day?, Day?) = try (row.next(), row.next(), row.next())
        // The plan's own day is that of the version in force, and the first one only where nothing changed it.
        let made = [first, begun].compactMap(\.self).min() ?? (versions == 0 ? final : nil)
        madeOn = made
        metOn = [met, held.flatMap { day in made.map { day >= $0 } ?? true ? day : nil }].compactMap(\.self).max()
    }

    /// True for a plan `k` in force of whose pupil no review is open.
    static let waits: SQL = "k.ended_on IS NULL AND NOT EXISTS (SELECT 1 FROM annual_review o WHERE o.pupil_id = k.pupil_id AND o.finished_on IS NULL AND o.ended_on IS NULL)"
}

extension Reader {
    /// Of the plan in force; nil without one. Whoever asks has the record in sight.
    func daysToReview(_ pupil: PupilID) throws -> DaysToReview? { try daysToReview(of: [pupil])[pupil] }

    /// The same for many.
    func daysToReview(of pupils: [PupilID]) throws -> [PupilID: DaysToReview] {
        let found = try rows("SELECT \(DaysToReview.columns) FROM ehc_plan k WHERE k.pupil_id IN \(pupils) AND k.ended_on IS NULL") { try DaysToReview(&$0) }
        return Dictionary(found.map { ($0.pupil, $0) }) { $1 }
    }

    /// Whether the review of a pupil's plan should have begun, and none is open.
    func isReviewToBegin(_ days: DaysToReview?, on day: Day) throws -> Bool {
        guard let days, let latest = days.latestMeeting, latest <= day + DaysToReview.aheadOfMeeting else { return false }
        return try value("SELECT COUNT(*) FROM ehc_plan k WHERE k.pupil_id = \(days.pupil) AND \(DaysToReview.waits)", as: Int.self) ?? 0 > 0
    }

    /// The plans in force at a school of which no review is open.
    func plansToReview(at school: SchoolID, for viewer: Viewer, on day: Day) throws -> [(name: String, days: DaysToReview)] {
        let sight = viewer.inStaffParts.doing(.seeRecord)
        let found: [(name: String, days: DaysToReview)] = try rows("""
            SELECT \(CalledName.whole), \
            \(DaysToReview.columns) FROM ehc_plan k JOIN pupil p ON p.id = k.pupil_id \
            JOIN enrolment e ON e.id = (SELECT x.id FROM enrolment x WHERE x.pupil_id = p.id AND x.starts <= \(day) AND (x.ends IS NULL OR x.ends >= \(day)) \
            AND x.kind <> 'G' ORDER BY CASE x.kind WHEN 'S' THEN 1 ELSE 0 END, x.id LIMIT 1) \
            WHERE e.school_id = \(school) AND e.kind <> 'S' AND \(DaysToReview.waits) AND \(sight.seesEnrolment(on: day)) ORDER BY p.id LIMIT 400
            """) { try (name: $0.next(), days: DaysToReview(&$0)) }.filter { $0.days.dueOn != nil }
        viewer.witness.saw(found.map { $0.days.pupil })
        return found
    }
}
