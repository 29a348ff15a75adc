import Basics
import Database
@testable import Mail
import Stage
import Testing

@Suite("A new key for what is kept of mail, and how mail is doing")
struct RelockMailTests {
    @Test("The password and letters that wait lie under the new key", arguments: StageEngine.here)
    func relock(engine: StageEngine) async throws {
        let stage = try await MailStage(engine), amira = try MailStage.somebody()
        try await stage.setUp(.startTLS, user: "trellis", password: "plum ladder")
        try await stage.post(to: amira)
        var ring = stage.keys
        ring.rotate()
        let both = ring
        #expect(try await stage.act { try $0.relockMail(both) } == Relocked(number: 2))
        #expect(try await stage.act { try $0.relockMail(both) } == Relocked())
        let names = try await stage.store.read { try $0.column("SELECT lock_name FROM mail_password UNION ALL SELECT lock_name FROM mail_letter", as: String.self) }
        #expect(names == ["k2", "k2"])
        #expect(try await stage.store.read { try $0.mailServer(both)?.password } == "plum ladder")
        let taken = try #require(try await stage.act { try $0.takeLetter() })
        #expect(try !taken.message(from: amira, both).text.plain.isEmpty)
    }

    static func health(_ stage: MailStage) async throws -> MailHealth {
        let now = stage.now
        return try await stage.store.read { try $0.mailHealth(at: now) }
    }

    @Test("Letters that failed in the last week, and those that wait too long, are counted", arguments: StageEngine.here)
    func health(engine: StageEngine) async throws {
        let stage = try await MailStage(engine)
        #expect(try await Self.health(stage) == MailHealth(isSetUp: false))
        try await stage.setUp()
        for result in [DeliveryResult.sent("250"), .refused("550"), .perhaps("gone")] {
            try await stage.post(to: try MailStage.somebody())
            let taken = try #require(try await stage.act { try $0.takeLetter() })
            try await stage.act { try $0.settle(taken, result) }
        }
        try await stage.post(to: try MailStage.somebody())
        #expect(try await Self.health(stage) == MailHealth(isSetUp: true, failed: 2))
        stage.pass(minutes: 121)
        #expect(try await Self.health(stage) == MailHealth(isSetUp: true, failed: 2, late: 1))
        stage.pass(minutes: 7 * 24 * 60)
        #expect(try await Self.health(stage) == MailHealth(isSetUp: true, failed: 0, late: 1))
    }
}
