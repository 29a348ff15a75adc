@testable import Accounts
import Basics
import Database
import People
import Stage
import Testing

@Suite("Waiting after wrong tries")
struct SignInDelayTests {
    static let noon = Instant(Stage.november, hour: 12)

    static func tally(_ failures: Int, _ secondsAgo: Int = 0, first: Int? = nil) -> SignInDelay.Tally {
        SignInDelay.Tally(failures: failures, firstAt: noon.adding(seconds: -(first ?? secondsAgo)), lastAt: noon.adding(seconds: -secondsAgo))
    }

    static let cases: [(SignInDelay, Int?)] = [
        (SignInDelay(), nil),
        (SignInDelay(here: tally(0)), nil),
        (SignInDelay(here: tally(1)), 1), (SignInDelay(here: tally(2)), 2), (SignInDelay(here: tally(3)), 4), (SignInDelay(here: tally(4)), 8),
        (SignInDelay(here: tally(10)), 512), (SignInDelay(here: tally(11)), 900), (SignInDelay(here: tally(5000)), 900),
        (SignInDelay(here: tally(4, 7)), 1), (SignInDelay(here: tally(4, 8)), nil),
        (SignInDelay(here: tally(10), free: 10), nil), (SignInDelay(here: tally(11), free: 10), 1), (SignInDelay(here: tally(13), free: 10), 4), (SignInDelay(here: tally(5000), free: 10), 900),
        // What strangers do counts less, and not at all where the right password was given before.
        (SignInDelay(everywhere: tally(10)), nil), (SignInDelay(everywhere: tally(11)), 1), (SignInDelay(everywhere: tally(5000)), 60),
        (SignInDelay(everywhere: tally(5000), isKnown: true), nil), (SignInDelay(here: tally(3), everywhere: tally(5000), isKnown: true), 4),
        // Twenty a minute from one place.
        (SignInDelay(place: tally(19, 0, first: 30)), nil), (SignInDelay(place: tally(20, 0, first: 30)), 30), (SignInDelay(place: tally(20, 0, first: 60)), nil),
        // The longest counts.
        (SignInDelay(here: tally(2), everywhere: tally(14), place: tally(20, 0, first: 55)), 8),
    ]

    @Test("So many seconds", arguments: cases)
    func seconds(delay: SignInDelay, wait: Int?) { #expect(delay.seconds(at: Self.noon) == wait) }

    @Test("Wrong tries of long ago are forgotten")
    func forgotten() {
        let old: SignInDelay.Tally? = Self.tally(9, SignInDelay.forgottenAfter)
        #expect(old.failing(at: Self.noon, within: SignInDelay.forgottenAfter).failures == 1)
        let fresh: SignInDelay.Tally? = Self.tally(9, SignInDelay.forgottenAfter - 1)
        #expect(fresh.failing(at: Self.noon, within: SignInDelay.forgottenAfter).failures == 10)
        let minute: SignInDelay.Tally? = Self.tally(9, 5, first: 60)
        #expect(minute.failing(at: Self.noon, within: 60).failures == 1)
    }
}

@Suite("Wrong tries as they are kept")
struct SignInTryTests {
    static func store(_ engine: StageEngine) async throws -> Stage { try await Stage(engine, areas: [PeopleArea(), AccountsArea()]) }

    static func wait(_ stage: Stage, _ attempt: SignInTry, after seconds: Int) async throws -> Int? {
        try await stage.store.write(act(stage, seconds)) { try $0.secondsToWait(before: attempt) }
    }

    static func act(_ stage: Stage, _ seconds: Int) -> Act { Act(who: "Stage", at: stage.now.adding(seconds: seconds), way: .page) }

    @Test("Each wrong try doubles the wait; the right one ends it", arguments: StageEngine.here)
    func doubling(engine: StageEngine) async throws {
        let stage = try await Self.store(engine), amira = SignInTry(at: "amira@example.org", from: "192.0.2.1")
        var clock = 0
        for wait in [1, 2, 4, 8, 16] {
            #expect(try await Self.wait(stage, amira, after: clock) == nil)
            #expect(try await Self.wait(stage, amira, after: clock) == wait)
            clock += wait
        }
        #expect(try await Self.wait(stage, amira, after: clock) == nil)
        try await stage.store.write(Self.act(stage, clock)) { try $0.noteSuccess(of: amira) }
        #expect(try await Self.wait(stage, amira, after: clock) == nil)
    }

    @Test("Strangers at many addresses do not delay a place that is known, nor a remembered device", arguments: StageEngine.here)
    func victim(engine: StageEngine) async throws {
        let stage = try await Self.store(engine), home = SignInTry(at: "amira@example.org", from: "192.0.2.1")
        #expect(try await Self.wait(stage, home, after: 0) == nil)
        try await stage.store.write(Self.act(stage, 0)) { try $0.noteSuccess(of: home) }
        for number in 0..<40 { _ = try await Self.wait(stage, SignInTry(at: "amira@example.org", from: "198.51.100.\(number)"), after: 60 * number) }
        let now = 60 * 39
        #expect(try await Self.wait(stage, SignInTry(at: "amira@example.org", from: "203.0.113.9"), after: now).map { $0 <= 60 } == true)
        #expect(try await Self.wait(stage, home, after: now) == nil)
        #expect(try await Self.wait(stage, SignInTry(at: "amira@example.org", from: "203.0.113.9", device: "a-cookie"), after: now) == nil)
    }

    @Test("One place gets twenty wrong tries a minute, at whichever accounts", arguments: StageEngine.here)
    func sweep(engine: StageEngine) async throws {
        let stage = try await Self.store(engine)
        for number in 0..<20 { #expect(try await Self.wait(stage, SignInTry(at: "person\(number)@example.org", from: "192.0.2.1"), after: number) == nil) }
        #expect(try await Self.wait(stage, SignInTry(at: "another@example.org", from: "192.0.2.1"), after: 20) == 40)
        #expect(try await Self.wait(stage, SignInTry(at: "another@example.org", from: "192.0.2.2"), after: 20) == nil)
        #expect(try await Self.wait(stage, SignInTry(at: "another@example.org", from: "192.0.2.1"), after: 60) == nil)
    }

    @Test("A hundred tries at once are not a hundred guesses", arguments: StageEngine.here)
    func atOnce(engine: StageEngine) async throws {
        let stage = try await Self.store(engine), amira = SignInTry(at: "amira@example.org", from: "192.0.2.1")
        let free = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<20 { group.addTask { try await Self.wait(stage, amira, after: 0) == nil } }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(free == 1)
    }

    @Test("Neither mail nor network address is kept, and old rows go", arguments: StageEngine.here)
    func digests(engine: StageEngine) async throws {
        let stage = try await Self.store(engine), amira = SignInTry(at: "amira@example.org", from: "192.0.2.1")
        _ = try await Self.wait(stage, amira, after: 0)
        let subjects = try await stage.read { try $0.column("SELECT subject FROM sign_in_try", as: String.self) }
        #expect(subjects.count == 3 && subjects.allSatisfy { $0.wholeMatch(of: /[0-9a-f]{64}/) != nil })
        _ = try await Self.wait(stage, SignInTry(at: "dev@example.org", from: "192.0.2.7"), after: 90_000)
        #expect(try await stage.read { try $0.value("SELECT COUNT(*) FROM sign_in_try", as: Int.self) } == 3)
    }
}
