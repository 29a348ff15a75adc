import Basics
import People

/// Takes in a plan that was written elsewhere, as a paper with its review date or as rows of a file: live from that day.
public struct BringPlan: Sendable {
    public let kind: String
    public let starts: Day
    public let reviewBy: Day

    public init(kind: String, starts: Day, reviewBy: Day) { (self.kind, self.starts, self.reviewBy) = (kind, starts, reviewBy) }

    /// What is wrong with the words, before any file is looked at.
    public func problems(_ record: RegisterRecord, plans: [Plan], kinds: [PlanKind] = PlanKind.all, today: Day) -> Problems {
        var problems = Problems()
        problems.require(kinds.open.named(kind) != nil, "kind", "Choose what kind of plan it is.")
        problems.require(starts > record.pupil.birth, "starts", "This day is before \(record.pupil.calledName) was born.")
        problems.require(starts <= today, "starts", "This day is in the future. Give the day from which the plan is used.")
        problems.require(reviewBy > starts, "review_by", "The review must come after the plan starts.")
        problems.require(reviewBy <= starts.adding(years: 2), "review_by", "This day is more than two years after the plan starts. Check both days.")
        if let open = plans.first(where: { $0.kind == kind && $0.isOpen }) {
            problems.add("kind", "\(record.pupil.calledName) has one of these already: \(open.state.label.lowercased()). Close that one first.")
        }
        return problems
    }

    public func applied(to record: RegisterRecord, at school: SchoolID, paper: PaperID? = nil, plans: [Plan], kinds: [PlanKind] = PlanKind.all, today: Day) throws -> Change<Plan> {
        try problems(record, plans: plans, kinds: kinds, today: today).check()
        var plan = Plan(pupil: record.pupil.id, school: school, kind: kind, scheme: NeedScheme.current(on: today).key, rhythm: "", begunOn: min(starts, today))
        plan.take(kinds.named(kind), on: today)
        (plan.state, plan.starts, plan.reviewBy, plan.paper) = (.live, starts, reviewBy, paper)
        return Change("plan.brought", to: plan)
    }
}
