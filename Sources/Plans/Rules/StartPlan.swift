import Basics
import People

/// Begins a plan for a pupil.
public struct StartPlan: Sendable {
    public let kind: String
    /// Empty for what the kind's rule says.
    public let rhythm: String
    /// The school keeps its own plan beside the EHC plan.
    public let isBesideEHCPlan: Bool

    public init(kind: String, rhythm: String = "", isBesideEHCPlan: Bool = false) {
        (self.kind, self.rhythm, self.isBesideEHCPlan) = (kind, rhythm, isBesideEHCPlan)
    }

    /// - Parameters:
    ///   - plans: all that the pupil has.
    ///   - kinds: those that are known; all, but for tests.
    public func applied(to record: RegisterRecord, at school: SchoolID, plans: [Plan], kinds: [PlanKind] = PlanKind.all, today: Day) throws -> Change<Plan> {
        var problems = Problems()
        let chosen = kinds.first { $0.key == kind }
        problems.require(chosen != nil, "kind", "Choose what kind of plan it is.")
        problems.require(chosen?.isRetired != true, "kind", "Your trust no longer begins plans of this kind. Choose another.")
        problems.require(chosen?.isProposal != true, "kind", "This kind of plan is only proposed by the government. Choose another.")
        if let open = plans.first(where: { $0.kind == kind && $0.isOpen }) {
            problems.add("kind", "\(record.pupil.calledName) has one of these already: \(open.state.label.lowercased()). Go on with that one.")
        }
        if chosen?.isSupportPlan == true, CodeList.censusProvision(record.provision(on: today)?.provision ?? "") == "E" {
            problems.require(isBesideEHCPlan, "beside", "\(record.pupil.calledName) has an EHC plan, and that is the plan. Tick the box if the school keeps its own beside it.")
        }
        let rhythm = self.rhythm.isEmpty ? chosen?.rhythm(on: today) : ReviewRhythm.named(self.rhythm)
        problems.require(rhythm != nil || chosen == nil, "rhythm", "Choose how often it is looked at.")
        try problems.check()
        var plan = Plan(pupil: record.pupil.id, school: school, kind: kind, scheme: NeedScheme.current(on: today).key, rhythm: rhythm?.key ?? "", begunOn: today)
        plan.take(nameAndVersionOf: chosen)
        return Change("plan.begun", to: plan)
    }
}
