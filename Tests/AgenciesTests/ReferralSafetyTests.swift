import Access
@testable import Agencies
import AreaKit
import Basics
import Database
import Pages
import People
import Stage
import Testing

/// What the safety net says about referrals.
struct ReferralSafetyTests {
    @Test("A referral is found from the day after the agency's usual time, and no longer once it is answered", arguments: StageEngine.here)
    func unanswered(engine: StageEngine) async throws {
        let stage = try await AgenciesStage(engine), path = try await stage.drafted()
        try await stage.consent()
        #expect(try await stage.found("referral-unanswered", later: 200).isEmpty, "a draft waits for nobody")
        _ = try await stage.step(path, "sent")
        #expect(try await stage.found("referral-unanswered", later: 28).isEmpty)
        let found = try await stage.found("referral-unanswered", later: 29)
        #expect(found.map(\.pupil) == [stage.sam.id] && found.first?.next.text == path && found.first?.since == stage.stage.today + 29)
        #expect(try await stage.found("referral-unanswered", as: stage.amira, later: 29).count == 1)
        let ruths = try #require(try await stage.found("referral-unanswered", as: .ruth, later: 29).first)
        #expect(ruths.next.text == "/pupils/\(stage.sam.id)" && !ruths.message.contains("Larkshire") && found.first?.message.contains("Larkshire") == true, "which agency is for those who read the record")
        #expect(found.first?.subject.hasPrefix("referral-") == true, "each is answered by itself")
        #expect(try await stage.found("referral-unanswered", as: .amira(at: stage.oak.id), later: 29).isEmpty)
        _ = try await stage.step(path, "accepted", expected: "2027-01-10")
        #expect(try await stage.found("referral-unanswered", later: 40).isEmpty)
        #expect(try await stage.found("referral-unanswered", later: 52).first?.message.contains("was to see the pupil by 10 January 2027") == true)
    }

    @Test("A referral under way whose consent has ended is found; a draft and one that is over are not", arguments: StageEngine.here)
    func consent(engine: StageEngine) async throws {
        let stage = try await AgenciesStage(engine), path = try await stage.drafted()
        #expect(try await stage.found("referral-without-consent").isEmpty)
        try await stage.consent(until: "2026-12-01")
        _ = try await stage.step(path, "sent")
        #expect(try await stage.found("referral-without-consent", later: 11).isEmpty)
        let found = try await stage.found("referral-without-consent", later: 12)
        #expect(found.count == 1 && found.first?.message.contains("ended on 1 December 2026") == true)
        _ = try await stage.step(path, "withdrawn", words: "Moved away")
        #expect(try await stage.found("referral-without-consent", later: 12).isEmpty)
    }
}
