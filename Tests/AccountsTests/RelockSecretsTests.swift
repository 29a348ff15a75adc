@testable import Accounts
import Basics
import Database
import Foundation
import Mail
import Stage
import Testing

@Suite("A new key for what signs people in")
struct RelockSecretsTests {
    static let issuer = "https://id.example.org"

    /// The ring with a new key, and without the older ones, as somebody who has only the new one holds it.
    static func rings(_ old: KeyRing) throws -> (both: KeyRing, newest: KeyRing) {
        var both = old
        both.rotate()
        let file = FileManager.default.temporaryDirectory.path + "/ring_\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: file) }
        try both.write(to: file)
        let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("lock k1 ") }
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: file))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
        return (both, try KeyRing(file: file))
    }

    @Test("Seeds, recovery codes and providers' secrets lie under the new key and still open; a second run finds nothing to do", arguments: StageEngine.here)
    func relock(engine: StageEngine) async throws {
        let house = try await DoorStage(engine), keys = house.keys, amira = try await house.person(), (both, newest) = try Self.rings(keys)
        let (codes, provider, waiting) = try await house.stage.act { writer in
            let provider = try writer.add(AddSignInProvider(name: "Here", issuer: Self.issuer, clientID: "trellis", domains: "elm.example.org", asksSecondFactor: false), secret: "between us", keys)
            return (try writer.freshRecoveryCodes(amira.account, keys), provider, try writer.seedToEnrol(amira.account, keys))
        }
        #expect(try await house.stage.act { try $0.relockSignInSecrets(both) } == Relocked(number: 13))
        #expect(try await house.stage.act { try $0.relockSignInSecrets(both) } == Relocked())
        let (seed, new, secret) = try await house.stage.read { reader in
            (try reader.secondFactor(of: amira.account, newest), try reader.secondFactor(of: amira.account, newest, column: "second_factor_new"), try reader.secret(of: provider, newest))
        }
        #expect(seed == amira.seed && new == waiting && secret == "between us")
        let kept = try await house.stage.read { try $0.column("SELECT kept FROM recovery_code ORDER BY id", as: String.self) }
        #expect(codes[3].place(in: kept, with: both) == 3 && codes[3].place(in: kept, with: keys) == nil, "the older key alone finds no code")
        #expect(try await house.stage.act { try $0.takeCode(codes[3].description, of: amira.account, both) })
        #expect(try await house.stage.act { try $0.takeCode(codes[3].description, of: amira.account, both) } == false)
        var third = both
        third.rotate()
        let thirdRing = third
        #expect(try await house.stage.act { try $0.relockSignInSecrets(thirdRing) } == Relocked(number: 12))
        #expect(try await house.stage.act { try $0.takeCode(codes[4].description, of: amira.account, thirdRing) })
    }

    @Test("A provider's secret that runs out is renewed, and no empty one is taken", arguments: StageEngine.here)
    func renewed(engine: StageEngine) async throws {
        let house = try await DoorStage(engine), keys = house.keys
        let provider = try await house.stage.act { writer in
            try writer.add(AddSignInProvider(name: "Here", issuer: Self.issuer, clientID: "trellis", domains: "elm.example.org", asksSecondFactor: false), secret: "", keys)
        }
        #expect(try await house.stage.read { try $0.secret(of: provider, keys) } == "")
        for secret in ["between us", " still between us\n"] {
            try await house.stage.act { try $0.renew(secret, of: provider, keys) }
            #expect(try await house.stage.read { try $0.secret(of: provider, keys) } == secret.trimmed)
        }
        await #expect(throws: Problems.self) { try await house.stage.act { try $0.renew(" ", of: provider, keys) } }
    }

    @Test("What no key opens stays as it is, and is counted; the rest is done", arguments: StageEngine.here)
    func closed(engine: StageEngine) async throws {
        let house = try await DoorStage(engine), amira = try await house.person(), eve = try await house.person("Eve Hall"), (both, newest) = try Self.rings(house.keys)
        try await house.stage.act { _ = try $0.execute("UPDATE account_secret SET second_factor = 'k9.AAAA.AAAA' WHERE account_id = \(eve.account)") }
        #expect(try await house.stage.act { try $0.relockSignInSecrets(both) } == Relocked(number: 1, closed: 1))
        #expect(try await house.stage.read { try $0.secondFactor(of: amira.account, newest) } == amira.seed)
        #expect(try await house.stage.read { try $0.value("SELECT second_factor FROM account_secret WHERE account_id = \(eve.account)", as: String.self) } == "k9.AAAA.AAAA")
    }

    @Test("A new key never takes the name of another, even where older ones were taken out of the file")
    func names() throws {
        var ring = try Self.rings(.fresh()).newest
        #expect(ring.locks.map(\.name) == ["k2"])
        ring.rotate()
        #expect(ring.locks.map(\.name) == ["k2", "k3"])
    }

    @Test("A house that goes on running opens what was locked with a key made meanwhile, and locks with it")
    func running() throws {
        let file = FileManager.default.temporaryDirectory.path + "/ring_\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: file) }
        let ring = try KeyRing.openOrMake(file), house = AccountsArea(keys: ring)
        #expect(house.keys?.current.name == "k1")
        var newer = ring
        newer.rotate()
        try newer.write(to: file)
        #expect(house.keys?.current == newer.current && ring.current.name == "k1")
        try FileManager.default.removeItem(atPath: file)
        #expect(house.keys?.current == ring.current, "a file that is gone takes nothing away")
    }
}
