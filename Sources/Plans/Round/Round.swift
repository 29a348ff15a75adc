import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// One part of a review round, as its page shows it.
struct Round: Sendable {
    let rows: [RoundRow]
    /// How many plans there are, and how many of them somebody has looked at today.
    let count: Int, done: Int
    /// The last plan of this part, where another part follows.
    let followedAfter: PlanID?
}

/// One plan of a round with what one must know to review it.
struct RoundRow: Sendable {
    let whole: WholePlan
    let pupil: Pupil
    let className: String
    /// Whether an adult of their own supports this pupil; nil where nothing tells.
    let hasOneToOne: Bool?
    /// That somebody looked at it today.
    let look: SupportLook?
    /// The plan that follows it.
    let next: PlanID?
    /// When it would be looked at again, by its rhythm.
    let reviewBy: Day

    var plan: Plan { whole.plan }
    var isReviewed: Bool { plan.state != .live }
    /// `Sam W`: whom it is about, without the whole name.
    var name: String { [pupil.calledName, String((pupil.preferredSurname.nonEmpty ?? pupil.surname).prefix(1))].filter { !$0.isEmpty }.joined(separator: " ") }
}

extension Reader {
    /// The part of a round that is asked for, with few queries for all of its rows.
    func round(_ ask: RoundQuestion, _ oneToOne: [OneToOneSource], for viewer: Viewer) throws -> Round {
        let places = try roundPlaces(ask, for: viewer), start = places.firstIndex { $0.plan == ask.after }.map { $0 + 1 } ?? 0
        let part = places.dropFirst(start).prefix(RoundQuestion.size), isLast = start + part.count >= places.count
        return Round(rows: try roundRows(part.map(\.plan), ask, oneToOne, for: viewer), count: places.count, done: places.count(where: \.isDone), followedAfter: isLast ? nil : part.last?.plan)
    }

    private func roundRows(_ ids: [PlanID], _ ask: RoundQuestion, _ oneToOne: [OneToOneSource], for viewer: Viewer) throws -> [RoundRow] {
        let plans = Dictionary(try all(Plan.self, "WHERE id IN \(ids)").map { ($0.id, $0) }) { $1 }, whole = try whole(ids.compactMap { plans[$0] })
        let pupils = Dictionary(try all(Pupil.self, "WHERE id IN \(whole.map(\.plan.pupil))").map { ($0.id, $0) }) { $1 }
        viewer.witness.saw(whole.map(\.plan.pupil))
        let looks = Dictionary(try all(SupportLook.self, "WHERE plan_id IN \(ids) AND looked_on = \(ask.day) ORDER BY id").map { ($0.plan, $0) }) { $1 }
        let next = Dictionary(try rows("SELECT follows_id, id FROM plan WHERE follows_id IN \(ids) AND state <> 'closed' ORDER BY id") { try ($0.next(PlanID.self), $0.next(PlanID.self)) }) { $1 }
        let classes = try classNames(ids, ask.day), years = try schoolYears(whole.map(\.plan.school).unique, ask.day)
        let alone = try oneToOne.isEmpty ? nil : pupilsWithOneToOne(oneToOne, on: ask.day)
        return whole.compactMap { whole in
            let plan = whole.plan, rhythm = ReviewRhythm.named(plan.rhythm) ?? .yearly, year = years[plan.school]
            return pupils[plan.pupil].map {
                RoundRow(whole: whole, pupil: $0, className: classes[plan.id] ?? "", hasOneToOne: alone?.contains(plan.pupil) ?? whole.saysOneToOne, look: looks[plan.id], next: next[plan.id],
                         reviewBy: rhythm.reviewBy(from: ask.day, terms: year?.terms ?? [], closures: year?.closures ?? []))
            }
        }
    }

    private func classNames(_ plans: [PlanID], _ day: Day) throws -> [PlanID: String] {
        let found = try rows("""
            SELECT n.id, c.name FROM plan n JOIN class_member m ON m.pupil_id = n.pupil_id JOIN school_class c ON c.id = m.class_id WHERE n.id IN \(plans) AND c.school_id = n.school_id \
            AND c.kind = 'class' AND m.starts <= \(day) AND (m.ends IS NULL OR m.ends >= \(day)) ORDER BY m.starts
            """) { try ($0.next(PlanID.self), $0.next(String.self)) }
        return Dictionary(found) { $1 }
    }

    /// Terms and closures of schools, as far as the half-term and the next review need them.
    func schoolYears(_ schools: [SchoolID], _ day: Day) throws -> [SchoolID: (terms: [Term], closures: [Closure])] {
        let year = AcademicYear(containing: day - 120)
        let terms = Dictionary(grouping: try all(Term.self, "WHERE school_id IN \(schools) AND academic_year >= \(year.starting) ORDER BY starts"), by: \.school)
        let closures = Dictionary(grouping: try all(Closure.self, "WHERE school_id IN \(schools) AND ends >= \(year.firstDay) ORDER BY starts, id"), by: \.school)
        return Dictionary(schools.map { ($0, (terms[$0] ?? [], closures[$0] ?? [])) }) { $1 }
    }
}

extension WholePlan {
    /// Where no area tells: whether the plan’s provision says that a part of it is for this pupil alone; nil where it has none.
    fileprivate var saysOneToOne: Bool? { kind.part(PlanPart.provision.key).map { _ in OneToOne.isSaid(in: words(.provision)) } }
}
