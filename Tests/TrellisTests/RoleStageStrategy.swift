import Access
import Basics
import Database
import People
import Stage
@testable import Statutory

extension Stage {
    /// A strategy with an activity, and an edition of it; one for each school, however many pupils.
    func strategy(at school: School) async throws -> [String: Int] {
        let today = today
        return try await act { writer in
            let held = try writer.heldStrategy(of: school, on: today)
            let strategy = try writer.beginStrategy(held)
            if held.activities.isEmpty { try writer.save(KeepActivity(name: "Language groups", barrier: "Words are missing", cost: "100"), in: writer.heldStrategy(of: school, on: today)) }
            let whole = try writer.heldStrategy(of: school, on: today)
            let edition = try whole.published ?? writer.save(Change("inclusionStrategy.published", to: StrategyEdition(whole.text(), of: strategy, number: 1, on: today, by: "Headteacher")))
            return ["activities": whole.activities.first?.id.rawValue ?? 0, "editions": edition.id.rawValue]
        }
    }
}
