import Access
import Basics
import Database
import Pages
@testable import People
@testable import Plans
import Stage
import Testing

@Suite("Plans, for programs")
struct PlansAPITests {
    private func ask(_ path: String, _ stage: PlansStage, as viewer: Viewer) async throws -> (status: Int, json: JSON) {
        let answer = try await stage.stage.visit(.read, path, as: viewer)
        return (answer.status, (try? JSON(reading: Array(answer.text.utf8))) ?? .null)
    }

    @Test("A list by numbers with what is in sight, and one plan whole", arguments: StageEngine.here)
    func plans(engine: StageEngine) async throws {
        let stage = try await PlansStage(engine)
        let first = try await stage.plan(.live, outcomes: 2), second = try await stage.plan(.draft, kind: "profile"), far = try await stage.plan(.live, of: stage.olga)
        #expect(numbers(try await ask("/api/v1/plans", stage, as: stage.amira).json) == [first.id, second.id])
        #expect(numbers(try await ask("/api/v1/plans?kind=profile", stage, as: stage.amira).json) == [second.id])
        #expect(numbers(try await ask("/api/v1/plans?school=999002", stage, as: .ruth).json) == [far.id])
        #expect(numbers(try await ask("/api/v1/plans", stage, as: .ruth).json) == [first.id, far.id], "no drafts for those who neither write nor see the record")
        #expect(try await ask("/api/v1/plans?school=999002", stage, as: stage.amira).status == 404)
        #expect(try await ask("/api/v1/plans?state=lost", stage, as: stage.amira).status == 422)
        #expect(try await ask("/api/v1/plans", stage, as: .dev).status == 404)
        let whole = try await ask("/api/v1/plans/\(first.id)", stage, as: stage.amira)
        guard case .object(let plan) = whole.json, case .list(let outcomes)? = plan["outcomes"], case .list(let parts)? = plan["parts"] else { throw NotFound() }
        #expect(whole.status == 200 && outcomes.count == 2 && parts.count == 7 && plan["state"] == .text("live"))
        for hidden in ["/api/v1/plans/\(far.id)", "/api/v1/plans/999"] { #expect(try await ask(hidden, stage, as: stage.amira).status == 404) }
        #expect(try await ask("/api/v1/plans/\(second.id)", stage, as: .ruth).status == 404)
    }

    private func numbers(_ json: JSON) -> [PlanID] {
        guard case .object(let values) = json, case .list(let items)? = values["items"] else { return [] }
        return items.compactMap { item in
            guard case .object(let plan) = item, case .integer(let number)? = plan["plan"] else { return nil }
            return PlanID(number)
        }
    }
}
