import Access
@testable import Accounts
import AreaKit
import Basics
import Database
import People
import Stage
import Testing

@Suite("What check says of second factors")
struct SecondFactorCheckTests {
    @Test("Only those are counted who could come in with a password alone to what needs more", arguments: StageEngine.here)
    func number(engine: StageEngine) async throws {
        let house = try await DoorStage(engine), stage = house.stage
        func findings() async throws -> [String] {
            let place = Installation(store: stage.store, folder: "", key: "", publicAddress: nil, port: 1, now: stage.now)
            return try await SetupCheck.secondFactorsAreSetUp.look(place).map { "\($0)" }
        }
        _ = try await house.person("Amira Khan", .senco)
        _ = try await house.person("Grace Obi", .governor, factor: false)
        _ = try await house.person("Norma Roles", nil, factor: false)
        let gone = try await house.person("Greg Gone", .head, factor: false)
        try await house.end(gone.account, on: stage.today - 1)
        try await stage.act { [elm = house.elm.id, today = stage.today] writer in
            let invited = try writer.add(AddAccount(name: "Ivy Invited", email: "ivy@example.org"))
            try writer.give(GiveRole(role: "senco", school: elm, starts: today), to: invited, by: RoleGiver(.operator))
        }
        #expect(try await findings() == ["Fine: Whoever may see pupils’ records and has a password has a second factor, too."])
        _ = try await house.person("Helen Marsh", .head, factor: false)
        #expect(try await findings().first?.hasPrefix("Weak: 1 person has a password and no second factor, but a role for which Trellis asks for one.\n      Mend: ") == true)
        _ = try await house.person("Farah Aziz", .administrator, factor: false)
        let said = try await findings().joined()
        #expect(said.hasPrefix("Weak: 2 people have a password and no second factor, but roles for which") && !said.contains("Helen") && !said.contains("Farah"))
        #expect(AccountsArea().setupChecks.count == 1)
    }
}
