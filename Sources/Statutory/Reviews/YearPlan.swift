import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// One meeting of the planner: of an open review, or of a plan of which no review is begun. A pupil has one of them.
struct MeetingToPlan: Sendable {
    let pupil: PupilID
    let name: String
    let council: String
    let review: AnnualReview?
    /// What opens the review where none is.
    let start: StartReview?
    /// The last day for the meeting, so that the council can decide in time.
    let latest: Day
    /// The pupil changes school, and by this day the council must have named the next place (regulation 18).
    let movesBy: Day?

    var id: RowID { RowID(pupil.rawValue) }
    var field: String { "day_\(pupil)" }
    var seenField: String { "was_\(pupil)" }
    /// What somebody who looks at it has seen.
    var seen: String { review.map { "\($0.version)" } ?? "" }

    /// The day that somebody typed, where it is another than is planned.
    func changed(_ typed: FormValues) throws -> Day? {
        let day = try typed.dayIfAny(field)
        if day == review?.meetingOn { return nil }
        let wasSeen = !typed.has(seenField) || typed[seenField] == seen
        if !wasSeen { throw Problems(field, "Somebody else changed this meeting meanwhile. \(review?.meetingOn.map { "It is on \($0.inWords) now." } ?? "Its review is begun.") Look again, then save.") }
        guard let day else { throw Problems(field, "A meeting that is planned can be moved, and not be emptied. Give another day, or end the review.") }
        return day
    }
}

/// The meetings of a school with a proposed day for each that has none.
struct YearPlan: Sendable {
    let lines: [MeetingToPlan]
    let proposal: [RowID: Day]
    let today: Day
    let isSchoolDay: @Sendable (Day) -> Bool
    fileprivate let asked: [RowID: Set<String>]
    fileprivate let names: [String: String]

    /// Who is asked to another meeting on the same day, here or at another school.
    func clashes(_ line: MeetingToPlan) -> [String] { (asked[line.id] ?? []).compactMap { names[$0] }.unique.sorted() }
}

extension Reader {
    /// Reviews of a school whose meeting is still to come, and plans whose review is to be begun, those with the least time first.
    func meetingsToPlan(at school: School, _ visit: Visit) throws -> [MeetingToPlan] {
        let moves = Dictionary(try phaseMoves(at: school.id, for: visit.viewer, on: visit.today).compactMap { move in move.move.duties.first.map { (move.plan.pupil, $0.due) } }) { $1 }
        func line(_ pupil: PupilID, _ name: String, _ council: String, _ review: AnnualReview?, _ start: StartReview?, _ latest: Day) -> MeetingToPlan {
            // A meeting this winter that leaves the council its four weeks before the next place must be named.
            let moving = moves[pupil].flatMap { by in by - 28 < latest && by - 28 > visit.today + 14 ? by : nil }
            return MeetingToPlan(pupil: pupil, name: name, council: council, review: review, start: start, latest: moving.map { $0 - 28 } ?? latest, movesBy: moving)
        }
        let open = try reviewLines(at: school.id, since: visit.today, for: visit.viewer, on: visit.today).filter { $0.review.isOpen && $0.review.heldOn == nil }
        let begun = open.map { line($0.review.pupil, $0.pupil, $0.review.council, $0.review, nil, $0.review.latestMeeting) }
        let rest = try plansToReview(at: school.id, for: visit.viewer, on: visit.today).compactMap { plan in plan.days.latestMeeting.map { line(plan.days.pupil, plan.name, plan.days.council, nil, plan.days.start, $0) } }
        return (begun + rest).sorted { ($0.latest, $0.pupil) < ($1.latest, $1.pupil) }
    }

    func yearPlan(of school: School, most: Int, _ visit: Visit) throws -> YearPlan {
        let lines = try meetingsToPlan(at: school, visit), busy = try busyPeople(at: school.id, from: visit.today), days = try schoolDays(of: school.id, around: visit.today)
        let here = Dictionary(grouping: busy.filter(\.isHere), by: \.review).mapValues { $0.reduce(into: Set<String>()) { $0.formUnion($1.keys) } }
        func keys(_ line: MeetingToPlan) -> Set<String> { line.review.flatMap { here[$0.id] } ?? [] }
        let planned = lines.compactMap { line in line.review?.meetingOn.map { ReviewPlanner.Planned(id: line.id, day: $0, people: keys(line)) } }
        // Meetings at other schools bind people and fill no week here.
        let elsewhere = busy.filter { !$0.isHere }.compactMap { person in person.day.map { ReviewPlanner.Planned(id: .new, day: $0, people: person.keys) } }
        let asks = lines.filter { $0.review?.meetingOn == nil }.map { ReviewPlanner.Ask(id: $0.id, latest: $0.latest, people: keys($0)) }
        let proposal = ReviewPlanner(today: visit.today, mostAWeek: most) { days.contains($0) }.proposal(asks, beside: planned, elsewhere: elsewhere)
        let all = planned + lines.compactMap { line in proposal[line.id].map { ReviewPlanner.Planned(id: line.id, day: $0, people: keys(line)) } }
        return YearPlan(lines: lines, proposal: proposal, today: visit.today, isSchoolDay: { days.contains($0) }, asked: ReviewPlanner.clashes(all + elsewhere), names: Dictionary(busy.flatMap { person in person.keys.map { ($0, person.name) } }) { first, _ in first })
    }
}
