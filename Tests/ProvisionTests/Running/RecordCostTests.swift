import Access
import Basics
import Database
import Pages
@testable import People
@testable import Provision
import Stage
import Testing

@Suite("Writing down what was bought")
struct RecordCostTests {
    private func costs(_ stage: ProvisionStage) async throws -> [ProvisionCost] { try await stage.stage.read { try $0.all(ProvisionCost.self, "ORDER BY id") } }

    @Test("Sent twice it is noted once; sent again with other words it is asked about, and then noted beside it", arguments: StageEngine.here)
    func once(engine: StageEngine) async throws {
        let stage = try await ProvisionStage(engine), run = try await stage.running([stage.sam, stage.ana]), path = "/provisions/\(run.id)/cost", today = stage.stage.today
        let key = try #require(try await stage.stage.visit(.read, path, as: stage.amira).hidden("once"))
        let form = { (key: String, amount: String) -> KeyValuePairs<String, String> in ["once": key, "kind": "materials", "amount": amount, "day": "\(today)", "pupil": "", "words": "Word cards"] }
        let wrong = try await stage.stage.visit(.send, path, as: stage.amira, form: form(key, "much"))
        #expect(wrong.status == 422 && wrong.hidden("once") == key)
        for _ in 0..<2 { #expect(try await stage.stage.visit(.send, path, as: stage.amira, form: form(key, "12.50")).status == 303) }
        #expect(try await costs(stage).map(\.amount) == [Pence(1_250)])
        #expect(try await stage.events("provision.costAdded") == ["provision.costAdded"])
        let other = try await stage.stage.visit(.send, path, as: stage.amira, form: form(key, "20")), fresh = try #require(other.hidden("once"))
        #expect(other.status == 409 && other.text.contains("noted £12.50 for materials") && other.text.contains("value=\"20\"") && fresh != key)
        #expect(try await stage.stage.visit(.send, path, as: stage.amira, form: form(fresh, "20")).status == 303)
        #expect(try await stage.stage.visit(.send, path, as: stage.amira, form: form("short", "20")).status == 422)
        #expect(try await costs(stage).map(\.amount) == [Pence(1_250), Pence(2_000)])
    }

    @Test("Two that were bought alike are two, and a program sends no key")
    func twice() async throws {
        let stage = try await ProvisionStage(), run = try await stage.running([stage.sam]), path = "/provisions/\(run.id)/cost", today = stage.stage.today
        for _ in 0..<2 { #expect(try await stage.stage.visit(.send, path, as: stage.amira, form: ["kind": "other", "amount": "5", "day": "\(today)"]).status == 303) }
        #expect(try await costs(stage).count == 2)
    }
}
