@testable import Accounts
import Basics
import Synchronization
import Testing

@Suite("What is kept of a password")
struct PasswordHashTests {
    /// Little work, for tests that ask about something else.
    static let quick = PasswordHash.Cost(rounds: 10, block: 8, parallel: 1)

    @Test("OpenSSL computes the same, and the same password is recognised however its letters were put together")
    func oracle() throws {
        let rows = try SecretOracle("password_hashes").rows
        #expect(rows.count == 12)
        for row in rows {
            let password = String(decoding: [UInt8](digits: row[0]), as: UTF8.self), kept = row[1].replacing(";", with: ",")
            let hash = try #require(PasswordHash(kept))
            #expect(try hash.matches(password) && !hash.matches(password + "x"))
            #expect(hash.description == kept)
        }
    }

    @Test("Two people with one password are kept differently")
    func salted() throws {
        let first = try PasswordHash.made(of: "correct horse battery", cost: Self.quick), second = try PasswordHash.made(of: "correct horse battery", cost: Self.quick)
        #expect(first != second && first.salt.count == 16 && first.bytes.count == 32)
        #expect(try first.matches("correct horse battery") && second.matches("correct horse battery"))
    }

    @Test("A hash made with less work is made anew; today's is not")
    func rehash() throws {
        #expect(try PasswordHash.made(of: "correct horse battery", cost: Self.quick).needsRehash)
        #expect(!PasswordHash.nobody.needsRehash)
    }

    @Test("What was not written by us is not read", arguments: [
        "", "secret", "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0$AAAA", "$scrypt$ln=30,r=8,p=5$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "$scrypt$ln=14,r=8,p=99$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "$scrypt$ln=14,r=8,p=5$AAAAAAAAAAAAAAAAAAAAAA$",
    ])
    func unreadable(text: String) { #expect(PasswordHash(text) == nil) }

    @Test("No account: nothing matches, with the same work as for anybody")
    func nobody() async throws {
        #expect(PasswordHash.nobody.cost == .now)
        #expect(try await PasswordGate().matches("correct horse battery", nil) == false)
    }

    @Test("At most two are computed at a time, and all have their turn")
    func gate() async throws {
        let gate = PasswordGate(atOnce: 2, line: 50), room = Room()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<40 {
                group.addTask {
                    try await gate.pass {
                        room.enter()
                        _ = try PasswordHash.made(of: "correct horse battery", cost: Self.quick)
                        room.leave()
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(room.most <= 2 && room.all == 40 && room.now == 0)
    }

    @Test("Where the line is long, people are told to wait; work that fails gives its place back")
    func crowd() async throws {
        struct Broken: Error {}
        let full = PasswordGate(atOnce: 0, line: 0)
        await #expect(throws: Problems.self) { try await full.pass { 1 } }
        let gate = PasswordGate(atOnce: 1, line: 0)
        await #expect(throws: Broken.self) { try await gate.pass { throw Broken() } }
        #expect(try await gate.pass { 2 } == 2)
    }
}

/// Counts who is inside.
private final class Room: Sendable {
    private let counts = Mutex((now: 0, most: 0, all: 0))
    var now: Int { counts.withLock { $0.now } }
    var most: Int { counts.withLock { $0.most } }
    var all: Int { counts.withLock { $0.all } }

    func enter() {
        counts.withLock {
            $0.now += 1
            $0.most = max($0.most, $0.now)
            $0.all += 1
        }
    }

    func leave() { counts.withLock { $0.now -= 1 } }
}
