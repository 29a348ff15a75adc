import Access
import Basics
import Database
import Pages
import People

// Which plans a viewer may see, and how much of each. Every lookup of plans goes through here.

/// A plan that a viewer has in sight.
public struct SeenPlan: Sendable {
    public let whole: WholePlan
    public let record: RegisterRecord
    /// What the viewer may do about this pupil.
    public let powers: Set<Permission>

    public var plan: Plan { whole.plan }
    public var pupil: Pupil { record.pupil }
    /// Whether the viewer may write in it.
    public var writes: Bool { powers.contains(.workOnPlans) && plan.isOpen }
    /// Whether the viewer decides: makes live, ends a review, amends, closes.
    public var decides: Bool { powers.contains(.workOnPlans) && powers.contains(.changeRegister) }
    /// Whether the viewer reads it as one of the staff.
    public var isStaff: Bool { !powers.isDisjoint(with: [.raiseConcern, .workOnPlans, .seeRecord, .exportRegister]) }
}

/// The plans of one pupil, as a question that a page and its history ask.
private struct PlansOf: Hashable { let pupil: PupilID }

extension WholePlan {
    /// As a family reads a live plan: how outcomes go is told once the review is finished.
    fileprivate var beforeReview: WholePlan { WholePlan(plan: plan, kind: kind, sections: sections, outcomes: outcomes, answers: answers, readings: readings) }
}

extension Set<Permission> {
    /// Drafts are for those who write plans or see the whole record; a family reads what was shared with it.
    public func reads(_ plan: Plan) -> Bool {
        contains(.seePlans) && (plan.wasShown || contains(.workOnPlans) || contains(.seeRecord))
    }
}

extension Reader {
    /// One plan with all that stands in it.
    /// - Parameter needed: what the viewer must be allowed to do about the pupil, beyond seeing plans.
    /// - Throws: `NotFound` where it is not in sight, or not shared yet.
    public func plan(_ id: PlanID, for viewer: Viewer, who needed: Permission = .seePlans, on day: Day) throws -> SeenPlan {
        guard let plan = try one(id, of: Plan.self) else { throw NotFound() }
        let record = try registerRecord(plan.pupil, for: viewer, on: day)
        let powers = try powers(of: viewer, over: plan.pupil, on: day)
        guard powers.reads(plan), powers.contains(needed) else { throw NotFound() }
        let seen = SeenPlan(whole: try whole([plan])[0], record: record, powers: powers)
        return seen.isStaff || plan.state != .live ? seen : SeenPlan(whole: seen.whole.beforeReview, record: record, powers: powers)
    }

    /// All plans of a pupil that the viewer may read, the latest first.
    /// - Throws: `NotFound` where the pupil is not in sight.
    public func plans(of pupil: PupilID, for viewer: Viewer, on day: Day) throws -> [Plan] {
        _ = try self.pupil(pupil, for: viewer, on: day)
        let powers = try powers(of: viewer, over: pupil, on: day)
        return try plans(of: pupil).filter(powers.reads)
    }

    /// What the plans in sight say of a pupil's strengths, from the latest that says anything: so that no form asks for it again.
    public func strengths(of pupil: PupilID, for viewer: Viewer, on day: Day) throws -> String {
        try whole(plans(of: pupil, for: viewer, on: day)).map { $0.words(.strengths) }.first { !$0.isEmpty } ?? ""
    }

    /// All plans of a pupil, the latest first. Whoever calls this has made sure that the pupil is in sight.
    func plans(of pupil: PupilID) throws -> [Plan] {
        try once(PlansOf(pupil: pupil)) { try all(Plan.self, "WHERE pupil_id = \(pupil) ORDER BY id DESC") }
    }

    /// What stands in plans, with few queries for many of them. Whoever calls this has made sure that they are in sight.
    func whole(_ plans: [Plan]) throws -> [WholePlan] {
        let ids = plans.map(\.id)
        let sections = Dictionary(grouping: try all(PlanSection.self, "WHERE plan_id IN \(ids) ORDER BY id"), by: \.plan)
        let outcomes = Dictionary(grouping: try all(Outcome.self, "WHERE plan_id IN \(ids) ORDER BY position, id"), by: \.plan)
        let results = Dictionary(grouping: try all(OutcomeReview.self, "WHERE plan_id IN \(ids) ORDER BY id"), by: \.plan)
        let answers = Dictionary(grouping: try all(FamilyAnswer.self, "WHERE plan_id IN \(ids) ORDER BY answered_on, id"), by: \.plan)
        let reviews = Dictionary(grouping: try all(PlanReview.self, "WHERE plan_id IN \(ids)"), by: \.plan)
        let readings = Dictionary(grouping: try all(PlanReading.self, "WHERE plan_id IN \(ids) ORDER BY read_on, id"), by: \.plan)
        let kinds = try planKinds(of: plans)
        return plans.map { plan in
            WholePlan(plan: plan, kind: plan.kindVersion.flatMap { kinds[$0] }, sections: sections[plan.id] ?? [], outcomes: outcomes[plan.id] ?? [], results: results[plan.id] ?? [],
                      answers: answers[plan.id] ?? [], review: reviews[plan.id]?.first, readings: readings[plan.id] ?? [])
        }
    }

    /// The plan that follows this one and is open; nil where none does.
    func follower(of plan: PlanID) throws -> Plan? { try all(Plan.self, "WHERE follows_id = \(plan) AND state <> 'closed' ORDER BY id DESC LIMIT 1").first }

    /// The layers of support that a pupil has been on, in their order.
    func layers(of pupil: PupilID) throws -> [LayerSpell] { try all(LayerSpell.self, "WHERE pupil_id = \(pupil) ORDER BY starts, id") }

    /// When a plan that starts on a day is looked at, by its rhythm and the school's year.
    public func reviewBy(_ rhythm: String, from day: Day, at school: SchoolID) throws -> Day {
        let year = AcademicYear(containing: day)
        return (ReviewRhythm.named(rhythm) ?? .yearly).reviewBy(from: day, terms: try terms(of: school, from: year), closures: try closures(of: school, from: year))
    }

    /// The school at which a plan for the pupil is written: the main roll of two.
    /// - Throws: `Problems` where the pupil is on no roll today: who has left gets no new plan here.
    func schoolForPlans(of pupil: Pupil, on day: Day) throws -> SchoolID {
        let school = try value("""
            SELECT school_id FROM enrolment WHERE pupil_id = \(pupil.id) AND starts <= \(day) AND (ends IS NULL OR ends >= \(day)) \
            ORDER BY CASE kind WHEN 'S' THEN 1 WHEN 'G' THEN 2 ELSE 0 END, starts DESC, id LIMIT 1
            """, as: SchoolID.self)
        guard let school else { throw Problems("", "\(pupil.calledName) is on no roll of the trust today. A plan can only be written for a pupil who is.") }
        return school
    }
}
