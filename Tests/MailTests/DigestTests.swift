import Basics
import Database
@testable import Mail
import Stage
import Testing

@Suite("The digest")
struct DigestTests {
    static let moments: [(hour: Int?, last: String?, now: String, due: Bool)] = [
        (7, nil, "2026-11-20T06:59:59Z", false), (7, nil, "2026-11-20T07:00:00Z", true), (7, "2026-11-20", "2026-11-20T09:00:00Z", false),
        (7, "2026-11-19", "2026-11-20T23:59:59Z", true), (nil, nil, "2026-11-20T12:00:00Z", false), (0, "2026-11-19", "2026-11-20T00:00:00Z", true),
        // Summer time: seven in England is six in UTC, and the day begins an hour before UTC's.
        (7, nil, "2026-07-01T05:59:59Z", false), (7, nil, "2026-07-01T06:00:00Z", true), (0, "2026-06-30", "2026-06-30T23:00:00Z", true),
        // 29 March 2026: the clocks skip from one to two. 25 October 2026: one comes twice.
        (1, "2026-03-28", "2026-03-29T00:59:59Z", false), (1, "2026-03-28", "2026-03-29T01:00:00Z", true),
        (1, "2026-10-24", "2026-10-25T00:00:00Z", true), (1, "2026-10-25", "2026-10-25T01:00:00Z", false),
    ]

    @Test("It is due from the hour on, once a day, by the clocks of England", arguments: moments)
    func due(_ moment: (hour: Int?, last: String?, now: String, due: Bool)) throws {
        let choice = DigestChoice(account: AccountID(1), hour: moment.hour, last: moment.last.flatMap { Day($0) })
        #expect(choice.isDue(try #require(Instant(moment.now))) == moment.due)
    }

    @Test("An hour that has gone by today begins tomorrow; one that no clock shows is refused")
    func choosing() throws {
        let now = Instant(Stage.november, hour: 10), never = DigestChoice(account: AccountID(1), hour: nil)
        #expect(try never.choosing(hour: 7, now: now).last == Stage.november)
        #expect(try never.choosing(hour: 11, now: now).last == nil)
        #expect(try never.choosing(hour: nil, now: now).hour == nil)
        for hour in [-1, 24] { #expect(throws: Problems.self) { try never.choosing(hour: hour, now: now) } }
    }

    @Test("Each person gets one a day, and nobody gets an empty one", arguments: StageEngine.here)
    func round(engine: StageEngine) async throws {
        let stage = try await MailStage(engine), amira = try MailStage.somebody()
        let round = DigestRound(store: stage.store, keys: stage.keys) { account, _ in
            switch account.rawValue {
            case 1: DailyDigest(to: amira, [DigestLine(2, one: "gap to mend", many: "gaps to mend", LetterLink("/gaps"))])
            case 2: DailyDigest(to: amira, [])
            default: nil
            }
        }
        try await stage.act { writer in for account in 1...3 { try writer.chooseDigest(hour: 11, for: AccountID(account)) } }
        try await stage.act { try $0.chooseDigest(hour: 10, for: AccountID(4)) }
        stage.pass(minutes: 60)
        #expect(try await round.postDue(now: stage.now) == 0)
        try await stage.setUp()
        #expect(try await round.postDue(now: stage.now) == 1)
        #expect(try await round.postDue(now: stage.now) == 0)
        #expect(try await stage.store.read { try $0.queuedLetters() }.map(\.kind) == ["digest"])
        stage.pass(minutes: 24 * 60)
        #expect(try await round.postDue(now: stage.now) == 1)
        try await stage.act { try $0.chooseDigest(hour: nil, for: AccountID(1)) }
        stage.pass(minutes: 24 * 60)
        #expect(try await round.postDue(now: stage.now) == 0)
        #expect(try await stage.store.read { try $0.digestChoice(of: AccountID(1)) }.hour == nil)
        #expect(try await stage.store.read { try $0.digestChoice(of: AccountID(9)) }.hour == nil)
    }
}
