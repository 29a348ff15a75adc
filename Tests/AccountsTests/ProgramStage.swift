import Access
@testable import Accounts
import AreaKit
import Basics
import Database
import Pages
import People
import Stage

/// A program at the door: two schools, Amira who is SENCO of one and teaches at the other, and tokens of hers.
final class ProgramStage: Sendable {
    static let areas: [any Area] = [PeopleArea(), AccountsArea()]

    let stage: Stage
    let door: Door
    let elm: School, oak: School
    let amira: Account

    init(_ engine: StageEngine = .sqlite) async throws {
        stage = try await Stage(engine, areas: Self.areas)
        door = Door(house: stage.house, sessions: Sessions(store: stage.store))
        (elm, oak) = (try await stage.school(), try await stage.school("Oak Primary School", urn: "999002"))
        amira = try await Self.person("Amira Khan", [(.senco, elm), (.senco, oak)], stage)
    }

    static func person(_ name: String, _ roles: [(Role, School?)], _ stage: Stage) async throws -> Account {
        try await stage.act { [today = stage.today] writer in
            let account = try writer.add(AddAccount(name: name, email: "\(name.folded.replacing(" ", with: "."))@example.org"))
            for (role, school) in roles { try writer.give(GiveRole(role: role.rawValue, school: school?.id, starts: today - 30), to: account, by: RoleGiver(.operator)) }
            return account
        }
    }

    func token(_ scopes: [TokenScope] = TokenScope.allCases, of account: Account? = nil, at school: School? = nil, days: Int = 90) async throws -> (token: ProgramToken, secret: SecretToken) {
        let account = account ?? amira, making = MakeToken(name: "Nightly copy", scopes: scopes.map(\.rawValue), school: school?.id, days: days)
        return try await stage.act { try $0.make(making, for: account.id) }
    }

    /// Asks as a program does.
    func ask(_ method: PageRequest.Method = .read, _ path: String, _ secret: SecretToken?, _ body: String = "", _ headers: [String: String] = [:], after seconds: Int = 0, at address: String = "") async throws -> Answer {
        let halves = path.split(separator: "?", maxSplits: 1).map(String.init)
        var fields = headers
        if let secret { fields["authorization"] = "Bearer \(secret.text)" }
        if method == .send, fields["content-type"] == nil { fields["content-type"] = "application/json" }
        let request = PageRequest(method: method, path: halves[0], query: FormValues(encoded: halves.count > 1 ? halves[1] : ""), headers: fields, address: address, body: Array(body.utf8))
        return try await door.answer(request, now: stage.now.adding(seconds: seconds))
    }

    func json(_ answer: Answer) throws -> JSON { try JSON(reading: Array(answer.text.utf8), depth: 64) }
}

extension JSON {
    subscript(_ name: String) -> JSON { if case .object(let values) = self { values[name] ?? .null } else { .null } }
    var items: [JSON] { if case .list(let values) = self { values } else { [] } }
    var words: String { if case .text(let text) = self { text } else { "" } }
    var number: Int { if case .integer(let number) = self { number } else { -1 } }
}
