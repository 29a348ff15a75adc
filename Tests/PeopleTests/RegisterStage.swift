import Access
import AreaKit
import Basics
import Database
import Foundation
import Pages
@testable import People
import Stage
import Testing

/// The engines that tests run on: PostgreSQL where a server is offered.
let registerEngines: [Dialect] = ProcessInfo.processInfo.environment["TRELLIS_TEST_POSTGRES"] == nil ? [.sqlite] : Dialect.allCases

/// Elm Primary and Oak Primary, with Amira as SENCO of Elm, on a frozen day.
struct RegisterStage: Sendable {
    static let today = Day(2026, 11, 20) ?? .distantPast
    static let now = Instant(today, hour: 10)
    static let act = Act(who: "Test", at: Instant(today - 30, hour: 9), way: .import)

    let store: Store
    let house: House
    let elm: School
    let oak: School
    let beech: SchoolClass

    var amira: Viewer { Viewer(name: "Amira Khan", role: .senco, sight: .schools([elm.id]), place: elm.name) }
    var head: Viewer { Viewer(name: "Ruth Bell", role: .head, sight: .schools([elm.id]), place: elm.name) }
    var dev: Viewer { Viewer(name: "Dev Patel", role: .dataManager, sight: .trust) }
    var teacher: Viewer { Viewer(name: "Tom Reed", role: .teacher, sight: .classes([beech.id], at: elm.id), place: "Beech") }
    var governor: Viewer { Viewer(name: "Gita Rao", role: .governor, sight: .schools([elm.id])) }

    /// Runs a test on a fresh store, which is taken away afterwards.
    static func with(_ dialect: Dialect = .sqlite, misOwnsRegister: Bool = false, _ body: (RegisterStage) async throws -> Void) async throws {
        let name = "t" + UUID().uuidString.lowercased().replacing("-", with: "")
        let folder = NSTemporaryDirectory() + name
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let server = ProcessInfo.processInfo.environment["TRELLIS_TEST_POSTGRES"] ?? ""
        let address = dialect == .postgres ? server + (server.contains("?") ? "&" : "?") + "schema=\(name)" : "sqlite:\(folder)/trust.sqlite"
        let store = try await Store.open(address, migrations: PeopleArea().migrations)
        let stage = try await RegisterStage(store, misOwnsRegister)
        do {
            try await body(stage)
        } catch {
            await stage.close()
            throw error
        }
        await stage.close()
    }

    private func close() async {
        await house.sights.flush()
        try? store.close()
    }

    private init(_ store: Store, _ misOwnsRegister: Bool) async throws {
        self.store = store
        house = House(areas: [PeopleArea()], store: store, trust: "Larkfield", doors: FrameDoors(), search: nil)
        let owns: Set<MISField> = misOwnsRegister ? [.register] : []
        (elm, oak, beech) = try await store.write(Self.act) { writer in
            try writer.foundTrust("Larkfield")
            let elm = try writer.save(Change("school.added", to: School.sample("999001", "Elm Primary School", owns)))
            let oak = try writer.save(Change("school.added", to: School.sample("999002", "Oak Primary School", owns)))
            let beech = try writer.save(Change("class.added", to: SchoolClass(id: .new, school: elm.id, academicYear: 2026, kind: .registration, name: "Beech")))
            return (elm, oak, beech)
        }
    }

    /// A pupil on the roll of a school since September 2024, in Year 4.
    @discardableResult
    func pupil(_ forename: String, _ surname: String, at school: School? = nil, provision: String? = nil, need: String? = nil, upn: String? = nil,
               inBeech: Bool = false, born: Day = Day(2018, 1, 5) ?? .distantPast) async throws -> Pupil {
        let school = school ?? elm, beech = beech, entry = Self.entry
        return try await store.write(Self.act) { writer in
            var fresh = Pupil(id: .new, surname: surname, forename: forename, birth: born)
            fresh.upn = upn
            let pupil = try writer.save(Change("pupil.added", to: fresh))
            try writer.saveSearchWords(of: pupil)
            try writer.save(Change("enrolment.started", to: Enrolment(id: .new, pupil: pupil.id, school: school.id, kind: "C", spell: Spell(starts: entry))))
            try writer.save(Change("year.noted", to: PupilYear(id: .new, pupil: pupil.id, school: school.id, academicYear: 2026, year: YearGroup("4"))))
            if let provision {
                try writer.save(Change("status.started", to: ProvisionSpell(id: .new, pupil: pupil.id, provision: provision, spell: Spell(starts: entry), decidedHere: false)))
            }
            if let need {
                try writer.save(Change("need.added", to: PupilNeed(id: .new, pupil: pupil.id, need: need, area: "", rank: 1, spell: Spell(starts: entry))))
            }
            if inBeech { try writer.save(Change("class.joined", to: ClassMember(id: .new, schoolClass: beech.id, pupil: pupil.id, spell: Spell(starts: entry)))) }
            return pupil
        }
    }

    static let entry = Day(2024, 9, 3) ?? .distantPast

    /// Opens a page, checking its bones.
    func open(_ path: String, as viewer: Viewer) async throws -> Reply {
        let halves = path.split(separator: "?", maxSplits: 1).map(String.init)
        let request = PageRequest(method: .read, path: halves[0], query: FormValues(encoded: halves.count > 1 ? halves[1] : ""))
        return try await answer(request, for: viewer)
    }

    /// Sends a form.
    func send(_ path: String, as viewer: Viewer, _ form: [(name: String, text: String)] = []) async throws -> Reply {
        let halves = path.split(separator: "?", maxSplits: 1).map(String.init)
        let query = FormValues(encoded: halves.count > 1 ? halves[1] : "")
        return try await answer(PageRequest(method: .send, path: halves[0], query: query, form: FormValues(form)), for: viewer)
    }

    private func answer(_ request: PageRequest, for viewer: Viewer) async throws -> Reply {
        let visitor = viewer.visiting()
        let reply = try Reply(try await house.answer(request, for: visitor, now: Self.now))
        if reply.headers["Content-Type"]?.hasPrefix("text/html") == true { try SightCheck(reply.text, seen: visitor.witness.seen).check(request.path) }
        return reply
    }

    /// Sends JSON as a program does.
    func post(_ path: String, as viewer: Viewer, _ json: String, _ headers: [String: String] = [:]) async throws -> Reply {
        let fields = headers.merging(["content-type": "application/json"]) { own, _ in own }
        return try Reply(try await house.answer(PageRequest(method: .send, path: path, headers: fields, body: Array(json.utf8)), for: viewer, now: Self.now))
    }

    /// What the trail holds of a pupil, the first first.
    func events(of pupil: PupilID) async throws -> [String] {
        try await store.read { try $0.column("SELECT event FROM trail WHERE pupil_id = \(pupil) ORDER BY id") }
    }

    func record(_ pupil: PupilID) async throws -> PupilRecord {
        try await store.read { try $0.pupilRecord(pupil, for: .operator, on: Self.today) }
    }
}

/// An answer as tests look at it.
struct Reply: Sendable {
    let status: Int
    let location: String
    let text: String
    let headers: [String: String]

    init(_ answer: Answer) throws {
        status = answer.status
        headers = Dictionary(answer.headers, uniquingKeysWith: { $1 })
        location = headers["Location"] ?? ""
        switch answer.body {
        case .bytes(let bytes): text = String(decoding: bytes, as: UTF8.self)
        case .file(let path):
            text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
            try FileManager.default.removeItem(atPath: path)
        case .pieces(_, let open):
            let next = try open()
            var bytes: [UInt8] = []
            while let piece = try next() { bytes += piece }
            text = String(decoding: bytes, as: UTF8.self)
        }
        if headers["Content-Type"]?.hasPrefix("text/html") == true { try PageCheck(text).check("a page") }
    }

    /// The value of a hidden field.
    func hidden(_ name: String) -> String? {
        guard let found = text.range(of: "name=\"\(name)\" value=\"") else { return nil }
        return String(text[found.upperBound...].prefix { $0 != "\"" })
    }
}

extension School {
    static func sample(_ urn: String, _ name: String, _ owns: Set<MISField> = []) -> School {
        School(id: .new, urn: urn, name: name, laCode: "999", laName: "Larkshire", establishment: String(urn.suffix(4)), phase: "Primary", kind: .mainstream,
               unitRecognised: false, resourcedRecognised: true, rulesFrom: nil, misOwns: owns)
    }
}
