import Access
@testable import Agencies
import AreaKit
import Basics
import Database
import Identification
import Measures
import Pages
@testable import People
import Papers
import Plans
import Provision
import Stage

/// Elm with Sam, Oak with Olga; one agency of the trust, one of Oak alone.
struct AgenciesStage: Sendable {
    static let areas: [any Area] = {
        let upper = Self.upper(AgenciesArea())
        return [PeopleArea(beside: upper)] + upper
    }()

    /// The areas above that of people.
    static func upper(_ agencies: AgenciesArea) -> [any Area] { [MeasuresArea(), IdentificationArea(beside: [agencies]), PlansArea(), ProvisionArea(), agencies] }

    let stage: Stage
    let elm: School
    let oak: School
    let sam: Pupil
    let olga: Pupil
    let speech: Agency
    let oakNurse: Agency

    init(_ engine: StageEngine = .sqlite) async throws {
        stage = try await Stage(engine, areas: Self.areas)
        (elm, oak) = (try await stage.school(), try await stage.school("Oak Primary School", urn: "999002"))
        sam = try await stage.pupil(at: elm)
        olga = try await stage.pupil("Olga", "Birch", at: oak)
        let oak = oak
        (speech, oakNurse) = try await stage.act { writer in
            var speech = Agency(name: "Larkshire speech therapy", kind: .speech), nurse = Agency(name: "Oak nurse", kind: .schoolNursing)
            (speech.laCode, speech.usualDays, nurse.school) = ("999", 28, oak.id)
            return try (writer.save(Change("agency.added", to: speech)), writer.save(Change("agency.added", to: nurse)))
        }
    }

    var amira: Viewer { .amira(at: elm.id) }

    /// The page of a referral of Sam that Amira drafted.
    func drafted() async throws -> String {
        let answer = try await stage.visit(.send, "/pupils/\(sam.id)/referrals/start", as: amira, form: ["agency": "\(speech.id)", "reason": "Words are unclear since September", "wanted": "An assessment"])
        return String((answer.next ?? "").split(separator: "?").first ?? "")
    }

    @discardableResult
    func consent(until: String = "2027-06-30") async throws -> Answer {
        try await stage.visit(.send, "/pupils/\(sam.id)/consents/add", as: amira, form: [
            "agency": "\(speech.id)", "basis": "consent", "given_by": "Pat, mother", "way": "form", "given_on": "2026-11-18", "until": until, "words": "The report of the school"])
    }

    func step(_ path: String, _ to: String, on day: String = "2026-11-20", words: String = "", expected: String = "") async throws -> Answer {
        try await stage.visit(.send, "\(path)/step", as: amira, form: ["to": to, "happened_on": day, "words": words, "expected_on": expected])
    }

    func events(of pupil: PupilID) async throws -> [String] {
        try await stage.read { try $0.column("SELECT event FROM trail WHERE pupil_id = \(pupil) ORDER BY id") }
    }

    func found(_ rule: String, as viewer: Viewer = .operator, later days: Int = 0) async throws -> [Finding] {
        let day = stage.today + days
        return try await stage.read { reader in
            try AgenciesArea().safetyRules.filter { $0.id == rule }.flatMap { try $0.find(reader, SafetyQuestion(viewer: viewer, day: day)) }
        }
    }
}
