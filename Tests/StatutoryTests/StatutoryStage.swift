import Access
import Agencies
import AreaKit
import Basics
import Database
import Measures
import Pages
import People
import Plans
import Provision
import Stage
import Statutory

/// Elm with Sam, Oak with Olga; today is 20 November 2026.
struct StatutoryStage: Sendable {
    static let areas = areas()

    /// - Parameter papers: where papers lie, for tests that keep one.
    static func areas(papers: StagePapers? = nil) -> [any Area] {
        let below: [any Area] = [MeasuresArea(), PlansArea(), ProvisionArea(), AgenciesArea()]
        let upper = below + [StatutoryArea(papers: papers?.store, beside: [PeopleArea()] + below, viewers: viewers)]
        return [PeopleArea(beside: upper)] + upper
    }

    /// Account 7 is Amira's; every other has ended.
    private static let viewers: AccountViewers = { reader, account, _, _ in
        guard account == AccountID(7), let elm = try reader.school(urn: "999001") else { return nil }
        return Viewer(name: "Amira Khan", account: account, role: .senco, sight: .schools([elm.id]))
    }

    let stage: Stage
    let elm: School
    let oak: School
    let sam: Pupil
    let olga: Pupil

    init(_ engine: StageEngine = .sqlite, papers: StagePapers? = nil) async throws {
        stage = try await Stage(engine, areas: papers.map { Self.areas(papers: $0) } ?? Self.areas)
        (elm, oak) = (try await stage.school(), try await stage.school("Oak Primary School", urn: "999002"))
        sam = try await stage.pupil(at: elm)
        olga = try await stage.pupil("Olga", "Birch", at: oak)
    }

    var amira: Viewer { .amira(at: elm.id) }
    /// The same with her account.
    func amira(account: Int) -> Viewer { Viewer(name: "Amira Khan", account: AccountID(account), role: .senco, sight: .schools([elm.id]), place: "Elm Primary School") }
    /// A case of Sam's.
    var matter: Matter { Matter(.case, row: RowID(1), pupil: sam.id, school: elm.id, council: "999") }

    @discardableResult
    func record(_ event: StatutoryEvent, on text: String, _ details: EventDetails = EventDetails(), of matter: Matter? = nil, stated: DateSource = .council) async throws -> LegalEvent {
        let matter = matter ?? self.matter
        return try await stage.act { try $0.record(event, on: day(text), details, of: matter, stated: stated, words: "By letter") }
    }

    func meet(_ rules: String..., of matter: Matter? = nil, on text: String) async throws {
        let matter = matter ?? self.matter
        try await stage.act { try $0.meet(rules, of: matter, on: day(text), words: "Letter came") }
    }

    func duties(of matter: Matter? = nil) async throws -> [OwedDuty] {
        let matter = matter ?? self.matter
        return try await stage.read { try $0.duties(of: matter) }
    }

    func open(_ filter: DutyFilter, as viewer: Viewer) async throws -> [DutyLine] {
        let today = stage.today
        return try await stage.read { try $0.openDuties(filter, for: viewer, on: today) }
    }
}

extension [OwedDuty] {
    func one(_ rule: String) -> OwedDuty? { first { $0.rule == rule && $0.droppedBecause.isEmpty } }
    var lines: [String] { filter { $0.droppedBecause.isEmpty }.map { "\($0.rule) \($0.dueOn)\($0.doneOn.map { ", done \($0)" } ?? "")" } }
}
