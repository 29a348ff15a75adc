import Basics

/// Opens a review: of what, and by which day it must be complete.
public struct StartReview: Sendable {
    public let kind: AnnualReview.Kind?
    /// Of the first review of a plan: the day of the final plan.
    public var finalOn: Day?
    /// Of each later one: the day of the last meeting.
    public var metOn: Day?
    /// Of top-up funding: the council's own day.
    public var ownDay: Day?

    public init(_ kind: AnnualReview.Kind?, finalOn: Day? = nil, metOn: Day? = nil, ownDay: Day? = nil) {
        (self.kind, self.finalOn, self.metOn, self.ownDay) = (kind, finalOn, metOn, ownDay)
    }

    /// - Parameter hasOpen: whether another review of the pupil is open.
    public func applied(about pupil: PupilID, at school: SchoolID, council: String, isLookedAfter: Bool, hasOpen: Bool, today: Day) throws -> Change<AnnualReview> {
        try problems(hasOpen: hasOpen, today: today).check()
        guard let kind, let due else { throw Problems("kind", "Choose what is reviewed.") }
        var review = AnnualReview(pupil: pupil, school: school, council: council, kind: kind, dueOn: due.day)
        (review.basis, review.isFirst, review.isLookedAfter) = (due.basis, kind == .plan && metOn == nil, isLookedAfter)
        return Change("annualReview.started", to: review)
    }

    /// The last day for the council's decision, and how it is reckoned.
    var due: (day: Day, basis: String)? {
        switch kind {
        case .plan:
            let timetable = metOn.map { Timetable(.annualReview, on: $0) } ?? finalOn.map { Timetable(.firstPlan, on: $0) }
            return timetable?.duties.first { ["AR-1", "AR-2"].contains($0.id) }.map { ($0.due, "\($0.basis) \($0.citation).") }
        case .topUp: return ownDay.map { ($0, "The council’s own day.") }
        case nil: return nil
        }
    }

    private func problems(hasOpen: Bool, today: Day) -> Problems {
        var problems = Problems()
        problems.require(!hasOpen, "", "A review of this pupil is open already. Finish or end it first.")
        problems.require(kind != nil, "kind", "Choose what is reviewed.")
        if kind == .plan {
            problems.require(finalOn != nil || metOn != nil, "met_on", "Give the day of the last review meeting; for a first review the day of the final plan.")
            for (field, day) in [("final_on", finalOn), ("met_on", metOn)] { if let day, day > today { problems.add(field, "This day is still to come.") } }
        }
        if kind == .topUp { problems.require(ownDay != nil, "own_day", "Give the day by which the council wants the review.") }
        return problems
    }
}
