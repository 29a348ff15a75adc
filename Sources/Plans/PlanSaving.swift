import Basics
import Database

// What is saved together.

extension Writer {
    /// Saves what an act decided about plans: the plan before first, so that never two are live.
    /// - Returns: the plan that follows, where one does.
    @discardableResult
    public func save(_ change: PlanChange) throws -> Plan? {
        for part in change.plans.reversed() { try save(part) }
        if let answer = change.answer { try save(answer) }
        if let review = change.review { try save(review) }
        for layer in change.layers { try save(layer) }
        return try change.next.map { try save($0) }
    }

    /// Saves a plan that follows another, with all that it takes over.
    @discardableResult
    public func save(_ copy: PlanCopy, because reason: String? = nil) throws -> Plan {
        let plan = try save(Change("plan.begun", to: copy.plan, because: reason))
        for var section in copy.sections {
            section.plan = plan.id
            try save(Change("plan.written", to: section))
        }
        for var outcome in copy.outcomes {
            outcome.plan = plan.id
            try save(Change("outcome.added", to: outcome))
        }
        return plan
    }
}
