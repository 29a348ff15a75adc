import Access
import AreaKit
import Basics
import Database
@testable import Identification
import Measures
import Pages
@testable import People
import Stage

/// Elm with Sam and Ned in Beech; Amira is its SENCO, Tom teaches Beech, Mia teaches there too. Olga is at Oak.
struct ConcernStage: Sendable {
    static let areas: [any Area] = {
        let identification = IdentificationArea()
        return [PeopleArea(beside: [identification]), MeasuresArea(), identification]
    }()

    let stage: Stage
    let elm: School
    let oak: School
    let sam: Pupil
    let olga: Pupil
    let beech: SchoolClass
    let tomStaff: StaffMember
    let miaStaff: StaffMember

    init(_ engine: StageEngine = .sqlite, areas: [any Area] = ConcernStage.areas) async throws {
        stage = try await Stage(engine, areas: areas)
        (elm, oak) = (try await stage.school(), try await stage.school("Oak Primary School", urn: "999002"))
        sam = try await stage.pupil(at: elm)
        let ned = try await stage.pupil("Ned", "Hurst", at: elm)
        olga = try await stage.pupil("Olga", "Birch", at: oak)
        let beech = try await stage.schoolClass("Beech", at: elm, of: [sam, ned])
        let elm = elm
        (tomStaff, miaStaff) = try await stage.act { writer in
            let staff = try ["Tom Reed", "Mia Lund"].map { name in
                let member = try writer.save(Change("staff.added", to: StaffMember(id: .new, school: elm.id, surname: String(name.split(separator: " ")[1]), forename: String(name.split(separator: " ")[0]))))
                try writer.save(Change("class.taught", to: ClassStaff(id: .new, schoolClass: beech.id, staff: member.id, role: "")))
                return member
            }
            return (staff[0], staff[1])
        }
        self.beech = beech
    }

    var amira: Viewer { .amira(at: elm.id) }
    var tom: Viewer { teacher("Tom Reed", 7, tomStaff) }
    var mia: Viewer { teacher("Mia Lund", 8, miaStaff) }

    private func teacher(_ name: String, _ account: Int, _ staff: StaffMember) -> Viewer {
        Viewer(name: name, account: AccountID(account), parts: [Part(.teacher, .taught(staff.id, at: elm.id), place: "Elm Primary School", staff: staff.id)])
    }

    static let form: KeyValuePairs<String, String> = [
        "areas": "C&L", "areas": "SEMH", "observed": "Cannot read back what was written a minute ago", "since": "September", "tried": "Shorter texts", "how_it_went": "A little better",
        "family_told": "yes", "family_said": "They see it at home",
    ]

    /// A concern that Tom raised about Sam, and where it stands.
    func raised() async throws -> String {
        let answer = try await stage.visit(.send, "/pupils/\(sam.id)/concerns/raise", as: tom, form: Self.form)
        return String((answer.next ?? "").split(separator: "?").first ?? "")
    }

    func events(of pupil: PupilID) async throws -> [String] {
        try await stage.read { try $0.column("SELECT event FROM trail WHERE pupil_id = \(pupil) ORDER BY id") }
    }

    func found(_ rule: String, as viewer: Viewer = .operator) async throws -> [Finding] {
        let day = stage.today
        return try await stage.read { reader in
            try IdentificationArea().safetyRules.filter { $0.id == rule }.flatMap { try $0.find(reader, SafetyQuestion(viewer: viewer, day: day)) }
        }
    }
}
