import Access
import AreaKit
import Basics
import Database
import Measures
import Pages
@testable import People
import Plans
@testable import Provision
import Stage
import Testing

/// Elm with Sam, Ana and Ben in Beech class, Olga of Oak, and Tess who helps at Elm; the people who look at provision.
struct ProvisionStage: Sendable {
    let stage: Stage
    let elm: School, oak: School
    let sam: Pupil, ana: Pupil, ben: Pupil, olga: Pupil
    let beech: SchoolClass
    let tess: StaffMember
    let club: Intervention

    init(_ engine: StageEngine = .sqlite) async throws {
        stage = try await Stage(engine, areas: ProvisionStage.areas)
        elm = try await stage.school()
        oak = try await stage.school("Oak Primary School", urn: "999002")
        sam = try await stage.pupil(at: elm, provision: "K")
        ana = try await stage.pupil("Ana", "Reed", at: elm, provision: "K")
        ben = try await stage.pupil("Ben", "Ashby", at: elm, provision: "E")
        olga = try await stage.pupil("Olga", "Birch", at: oak, provision: "K")
        beech = try await stage.schoolClass("Beech", at: elm, of: [sam, ana, ben])
        let elm = elm
        tess = try await stage.act { try $0.save(Change("staff.added", to: StaffMember(id: .new, school: elm.id, surname: "Lowe", forename: "Tess"))) }
        club = try await stage.act { writer in
            try writer.save(Change("intervention.added", to: Intervention(name: "Reading club", kind: .targeted, areas: ["C&L"], groupSize: 3, minutes: 30, sessionsAWeek: 2, weeks: 10, role: "ta")))
        }
    }

    static var areas: [any Area] { [PeopleArea(beside: [PlansArea(), ProvisionArea()]), MeasuresArea(), PlansArea(), ProvisionArea()] }

    var amira: Viewer { .amira(at: elm.id) }
    var tom: Viewer { .tom(of: beech.id, at: elm.id) }
    var helen: Viewer { .helen(at: elm.id) }
    /// A teaching assistant who is on the list of staff and has no class of her own.
    var tessAtWork: Viewer { Viewer(name: "Tess Lowe", role: .assistant, sight: .taught(tess.id, at: elm.id)) }
    var pat: Viewer { Viewer(name: "Pat Whitlock", role: .parent, sight: .pupils([sam.id])) }
    var senco: Viewer { Viewer(name: "Una Bell", role: .senco, sight: .schools([oak.id])) }
    var governor: Viewer { Viewer(name: "Gus Moor", role: .governor, sight: .schools([elm.id])) }

    /// A provision at Elm since so many days ago, begun by the rule: Tuesdays and Thursdays at 9:15 for half an hour with Tess.
    @discardableResult
    func running(_ pupils: [Pupil], _ name: String = "Reading club", starts: Int = -60, size: Int = 3, proof: Proof = .eachSession, weekdays: [Int] = [2, 4], weeks: Int = 20, times: [PatternForm.TimeForm]? = nil) async throws -> ProvisionRun {
        let today = stage.today, club = club, elm = elm, tess = tess
        let times = times ?? weekdays.map { timeForm($0, by: [SessionAdult("ta", tess.id)]) }
        return try await stage.act { writer in
            var start = StartProvision(name: name, starts: today + starts, plannedEnd: today + starts + weeks * 7, pattern: PatternForm(times: times, plannedSize: size, proof: proof),
                                       pupils: pupils.map { JoiningPupil($0.id, called: $0.calledName, rolls: [Spell(starts: .distantPast)]) })
            start.isSectionF = false
            return try writer.save(start.applied(to: club, at: elm.id, today: today))
        }
    }

    func whole(_ run: ProvisionRun) async throws -> WholeProvision {
        let found = try await stage.read { try $0.whole($0.all(ProvisionRun.self, "WHERE id = \(run.id)")) }
        return try #require(found.first)
    }

    /// What the trail says was done, the latest last.
    func events(_ like: String) async throws -> [String] {
        try await stage.read { try $0.column("SELECT event FROM trail WHERE event LIKE \(like) ORDER BY id") }
    }
}
