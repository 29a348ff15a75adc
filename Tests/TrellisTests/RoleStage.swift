import Access
@testable import Accounts
import AreaKit
import Basics
import Database
import Foundation
@testable import Identification
import Mail
import Measures
import Pages
@testable import People
@testable import Plans
import Provision
@testable import Provision
import Stage
@testable import Trellis

/// The whole house as the program puts it together, over a small trust: Sam of Elm, whom each role has in sight; Ned of
/// Elm, whom those do not who see only their own pupils; and Olga of Oak, whom only the whole trust sees.
final class RoleStage: Sendable {
    /// A school, a pupil and a colleague there, and a row of every kind that addresses name.
    struct Place: Sendable {
        let school: School
        let pupil: Pupil
        let colleague: Account
        let appointment: Appointment
        let rows: [String: Int]
    }

    let stage: Stage
    let papers = StagePapers()
    let own: Place, near: Place, far: Place
    private let beech: SchoolClass

    init() async throws {
        let areas = Program.areas(keys: papers.keys, papers: papers.store)
        stage = try await Stage(areas: areas, below: mailMigrations)
        let elm = try await stage.school(), oak = try await stage.school("Oak Primary School", urn: "999002")
        let tia = try await stage.colleague("Tia Lowe", at: elm), ola = try await stage.colleague("Ola Berg", at: oak)
        let sam = try await stage.pupil(at: elm, year: "10", provision: "K", responsible: false)
        let ned = try await stage.pupil("Ned", "Hurst", at: elm, provision: "K", responsible: false)
        let olga = try await stage.pupil("Olga", "Birch", at: oak, provision: "K", responsible: false)
        beech = try await stage.schoolClass("Beech", at: elm, of: [sam])
        own = try await stage.furnish(sam, elm, tia, papers)
        near = try await stage.furnish(ned, elm, tia, papers)
        far = try await stage.furnish(olga, oak, ola, papers)
    }

    /// Somebody who plays this role by a real appointment, with Sam in sight wherever pupils are.
    func person(_ role: Role) async throws -> Viewer {
        let elm = own.school.id, sam = own.pupil.id, beech = beech.id, today = stage.today, now = stage.now
        return try await stage.act { writer in
            let account = try writer.add(AddAccount(name: role.label, email: "\(role.rawValue)@example.org"))
            switch role {
            case .parent: try writer.save(Change("family.tied", to: FamilyTie(id: .new, account: account.id, pupil: sam, kind: .parent, spell: Spell(starts: today))))
            case .youngPerson: try writer.save(Change("family.tied", to: FamilyTie(id: .new, account: account.id, pupil: sam, kind: .own, spell: Spell(starts: today))))
            case .openedRecord: try writer.save(Change("record.opened", to: OpenedRecord(account: account.id, pupil: sam, kind: .emergency, reason: "Asked by the head", startsAt: now, endsAt: now.adding(seconds: 3600))))
            default:
                let giving = GiveRole(role: role.rawValue, school: role.needsSchool ? elm : nil, classes: role.reach == .taught ? [beech] : [],
                                      years: role == .lead ? [YearGroup("10")] : [], starts: today, ends: role == .cover ? today : nil)
                try writer.give(giving, to: account, by: RoleGiver(.operator))
                if role.reach == .caseload {
                    try writer.execute("INSERT INTO caseload_member (account_id, pupil_id, reason, starts) VALUES (\(account.id), \(sam), 'Referred', \(today))")
                }
            }
            return try writer.viewer(of: account.id, on: today, at: now) ?? .nobody
        }
    }

    /// An address of this pattern that names things of one place. What is used up by being asked for is made anew.
    func address(_ pattern: String, in place: Place) async throws -> String {
        var pieces: [String] = []
        for piece in pattern.split(separator: "/").map(String.init) {
            pieces.append(piece == "*" ? try await example(after: pieces, pattern, place) : piece)
        }
        return "/" + pieces.joined(separator: "/")
    }

    private func example(after pieces: [String], _ pattern: String, _ place: Place) async throws -> String {
        if pieces.first == "gaps" { return ["no-responsible-contact", "\(place.school.id)", "\(place.pupil.id)"][pieces.count - 1] }
        switch pieces.last ?? "" {
        case "pupils": return "\(place.pupil.id)"
        case "schools": return "\(place.school.id)"
        case "strategy": return place.school.urn
        case "packs": return "999"
        case "sections": return "cover"
        case "accounts": return "\(place.colleague.id)"
        case "roles": return pieces.first == "roles" ? Role.administrator.rawValue : "\(place.appointment.id)"
        case "move": return "up"
        case "reviews" where pieces.first == "pupils": return "\(place.rows["pupil-reviews"] ?? 0)"
        case "fair": return try await stage.adviceSecret(AdviceID(place.rows["advice"] ?? 0))
        case "shared": return try await stage.shareSecret(RowID(place.rows["shares"] ?? 0))
        case "words": return try await stage.reviewSecret(RowID(place.rows["reviewers"] ?? 0))
        case "sign-in-providers": return "\(try await stage.act { [place] in try $0.provider(at: place.school).provider })"
        case "rules": return "\(try await stage.act { [place] in try $0.provider(at: place.school).id })"
        case "imports": return "\(try await stage.upload(to: place.school, papers))"
        case "requests" where pieces.first == "pupils": return "\(place.rows["ehc-requests"] ?? 0)"
        case "files" where pieces.first == "ehc": return "\(try await stage.ehcPlansFile(for: place.school, papers))"
        case "rounds": return "\(try await stage.bookRound(at: place.school))"
        case "plan-imports": return "\(try await stage.plansFile(for: place.pupil, at: place.school, papers))"
        case "kinds": return "support"
        case "outcomes" where pieces.first == "provisions": return "\(place.rows["provision-outcomes"] ?? 0)"
        case "shipped": return "elsa"
        case "catalogue": return "\(place.rows[pattern.hasSuffix("/adapt") ? "trust-catalogue" : pattern.hasSuffix("/restore") ? "retired-catalogue" : "catalogue"] ?? 0)"
        case "receipts": return "\(try await stage.receipt(at: place.school))"
        case "slots": return "\(place.rows["times"] ?? 0)-\(stage.today)"
        case "calendar": return try await stage.calendar(of: place.colleague)
        case "invitation": return try await stage.act { [place] in try $0.invite(place.colleague.id).text }
        default:
            guard let row = place.rows[pieces.last ?? ""] else { throw NoExample(pattern: pattern) }
            return "\(row)"
        }
    }

    /// What a route answers this viewer about one place.
    func status(_ route: Route, _ viewer: Viewer, in place: Place) async throws -> Int {
        let path = try await address(route.pattern, in: place)
        if route.pattern.hasSuffix("/again") { _ = try await ask(.send, String(path.dropLast("/again".count)), .operator, ["answer": "right", "because": "The court said so"]) }
        return try await ask(route.method, path, viewer, Self.typed(place)[route.pattern] ?? [:], json: Self.sent[route.pattern] ?? "").status
    }

    /// What some routes must be asked with, for they name nothing in their address.
    private static func typed(_ place: Place) -> [String: KeyValuePairs<String, String>] {
        ["/ehc/grid": ["school": "\(place.school.id)"], "/ehc/grid/paste": ["school": "\(place.school.id)"], "/register/file": ["format": "csv"], "/concerns/figures/file": ["format": "csv"], "/pupils/add": ["school": "\(place.school.id)"], "/instruments/*/cut-offs": ["scale": "reading"],
         "/provision/start": ["school": "\(place.school.id)"], "/provision/clashes": ["school": "\(place.school.id)"],
         "/provision/file": ["of": "map", "format": "csv"], "/provision/print": ["school": "\(place.school.id)"],
         "/pupils/*/results/add": ["test": "\(place.rows["instruments"] ?? 0)"], "/drops/*/file": ["format": "csv"], "/drops/*/explain": ["pupil": "\(place.pupil.id)"], "/provision/costs/file": ["school": "\(place.school.id)", "format": "csv"],
         "/schools/*/duties/record": ["event": "information-report"]]
    }

    /// What programs send: read before anything is looked up, so it must be of the right shape.
    private static let sent = [
        "/api/v1/pupils/*/status": #"{"provision":"E","from":"2026-11-20","reason":"The plan came"}"#, "/api/v1/pupils/*/needs": #"{"need":"HI","rank":2,"from":"2026-11-20"}"#,
        "/api/v1/pupils/*/notes": #"{"note_way":"call","note_party":"family","note_who":"Pat, mother","note_words":"Reads at home"}"#, "/api/v1/actions/*/end": #"{"ending":"done"}"#,
        "/api/v1/pupils/*/results": #"{"instrument":1,"scale":"reading","taken_on":"2026-11-20","score":"85"}"#,
        "/api/v1/pupils/*/watch": #"{"reason":"Reading","look_again":"2026-12-20"}"#, "/api/v1/pupils/*/watch/end": #"{"reason":"Reads well"}"#,
        "/api/v1/pupils/*/concerns": #"{"areas":["C&L"],"observed":"Cannot read back what was written","family_told":"no"}"#,
        "/api/v1/pupils/*/concerns/*/decide": #"{"outcome":"no_action","reason":"It was a bad week"}"#,
        "/api/v1/rounds": #"{"school":"999001","kind":"plans","on":"2026-11-25","begins_at":"13:30","minutes":60,"who":"Amira Khan"}"#,
        "/api/v1/rounds/*/end": #"{"on":"2026-11-20","minutes":60}"#,
        "/api/v1/plans/*/export": "{}", "/api/v1/pupils/*/plans/import": plansFile,
        "/api/v1/screening/*/pupils/*/status": #"{"status":"absent"}"#,
        "/api/v1/screening/*/pupils/*/follow-up": #"{"outcome":"covered","words":"Plan","known_to_school":"yes","known_to_family":"yes"}"#,
        "/api/v1/practice/*/timings": #"{"taken_on":"2026-11-20","correct":12,"incorrect":3}"#,
        "/api/v1/sessions": #"{"time":1,"day":"2026-11-19","result":"given"}"#,
        "/api/v1/pupils/*/referrals": #"{"agency":1,"reason":"Words","wanted":"Help"}"#, "/api/v1/pupils/*/referrals/*/step": #"{"to":"consent","happened_on":"2026-11-20"}"#,
        "/api/v1/bank": #"{"kind":"strategy","need":"reading","age":"primary","words":"Read a menu","place":"person"}"#,
    ]

    /// A file of plans of the right shape, about nobody here.
    private static let plansFile = #"""
        {"format":"trellis-plans","version":1,"written":{"at":"2026-11-20T10:00:00.000Z","by":"A SENCO","school":{"name":"A school"}},"pupil":{"forename":"A","surname":"B","birth":"2001-01-01"},\#
        "plans":[{"ref":"p","kind":"support","state":"draft","cycle":1,"scheme":{"key":"code-2015","name":"Areas","areas":[{"key":"C&I","label":"Talk"}]},"rhythm":"term","begun_on":"2026-11-01","sections":[],"outcomes":[]}]}
        """#

    private func ask(_ method: PageRequest.Method, _ path: String, _ viewer: Viewer, _ typed: KeyValuePairs<String, String>, json: String = "") async throws -> Answer {
        let values = FormValues(typed.map { ($0.key, $0.value) }), headers = json.isEmpty ? [:] : ["content-type": "application/json"]
        let request = PageRequest(method: method, path: path, query: method == .read ? values : FormValues(), form: method == .read ? FormValues() : values,
                                  headers: headers, body: Array(json.utf8))
        return try await stage.house.answer(request, for: viewer.visiting(), now: stage.now)
    }
}

struct NoExample: Error, CustomStringConvertible {
    let pattern: String
    var description: String { "RoleStage has no example for \(pattern). Add a row of that kind to `furnish`." }
}

extension Stage {
    /// A teacher without classes, to be looked after by those who look after accounts.
    fileprivate func colleague(_ name: String, at school: School) async throws -> (Account, Appointment) {
        let today = today
        return try await act { writer in
            let account = try writer.add(AddAccount(name: name, email: "\(name.folded.replacing(" ", with: "."))@example.org"))
            let staff = try writer.save(Change("staff.added", to: StaffMember(id: .new, school: school.id, surname: name, forename: "")))
            let giving = GiveRole(role: Role.teacher.rawValue, school: school.id, staff: staff.id, starts: today)
            return (account, try writer.give(giving, to: account, by: RoleGiver(.operator)))
        }
    }

    /// One row of each kind about a pupil.
    fileprivate func furnish(_ pupil: Pupil, _ school: School, _ colleague: (Account, Appointment), _ papers: StagePapers) async throws -> RoleStage.Place {
        let spell = Spell(starts: Stage.september), today = today, lookedAfter = pupil.forename != "Ned"
        var rows = try await act { writer in
            var rows: [String: Int] = [:]
            rows["needs"] = try writer.save(Change("need.added", to: PupilNeed(id: .new, pupil: pupil.id, need: "SLCN", area: "", rank: 1, spell: spell))).id.rawValue
            rows["status"] = try writer.all(ProvisionSpell.self, "WHERE pupil_id = \(pupil.id)").first?.id.rawValue
            rows["arrangements"] = try writer.save(Change("arrangement.started", to: Arrangement(id: .new, pupil: pupil.id, school: school.id, kind: .partTime, spell: spell))).id.rawValue
            rows["bases"] = try writer.save(Change("base.joined", to: BaseSpell(id: .new, pupil: pupil.id, school: school.id, base: .unit, spell: spell))).id.rawValue
            rows["contacts"] = try writer.all(Contact.self, "WHERE pupil_id = \(pupil.id)").first?.id.rawValue
            rows["diagnoses"] = try writer.save(Change("diagnosis.recorded", to: Diagnosis(id: .new, pupil: pupil.id, name: "Dyslexia"))).id.rawValue
            let flag = ContextFlag(id: .new, pupil: pupil.id, kind: lookedAfter ? .lookedAfter : .pupilPremium, spell: spell)
            rows["flags"] = try writer.save(Change("flag.started", to: flag)).id.rawValue
            try writer.save(Change("watch.started", to: WatchSpell(id: .new, pupil: pupil.id, school: school.id, reason: "Reading", lookAgain: today + 30, spell: spell)))
            let line = EmergencyLine(id: .new, pupil: pupil.id, kind: .allergy, whatToDo: "Call 999", spell: spell)
            rows["emergency"] = try writer.save(Change("emergency.added", to: line)).id.rawValue
            rows["trail"] = try writer.trail(of: pupil).first?.entry
            let handed = HandedText(id: .new, pupil: pupil.id, school: school.id, form: "/", words: "Words", writtenBy: "Stage", handedAt: writer.act.at)
            let note = Note(id: .new, pupil: pupil.id, school: school.id, way: .call, party: .family, offer: .held, happenedOn: today, who: "Pat, mother", words: "Reads at home", writtenBy: "Stage")
            rows["notes"] = try writer.save(Change("note.written", to: note)).id.rawValue
            rows["actions"] = try writer.save(MakeAction(what: "Ring home", owner: .family, due: today + 7), at: school.id, about: pupil.id).id.rawValue
            rows["handed-over"] = try writer.save(Change("text.handed_over", to: handed)).id.rawValue
            rows["classes"] = try writer.save(Change("class.added", to: SchoolClass(id: .new, school: school.id, academicYear: 2026, kind: .registration, name: pupil.forename))).id.rawValue
            try writer.save(Change("member.added", to: ClassMember(id: .new, schoolClass: ClassID(rows["classes"] ?? 0), pupil: pupil.id, spell: spell)))
            rows["instruments"] = try writer.instrument(at: school)
            rows["results"] = try writer.result(of: pupil, at: school, with: rows["instruments"] ?? 0, on: today)
            rows["bank"] = try writer.bankEntry(at: school)
            (rows["catalogue"], rows["trust-catalogue"]) = try (writer.intervention(at: school.id), writer.intervention(at: nil))
            rows["retired-catalogue"] = try writer.intervention(at: school.id, ends: Stage.september)
            rows.merge(try writer.money(of: pupil, at: school)) { $1 }
            return rows
        }
        rows.merge(try await concern(about: pupil, school, colleague.1)) { $1 }
        rows["screening"] = try await screening(at: school, with: rows["instruments"] ?? 0)
        rows["papers"] = try await paper(of: pupil, at: school, papers)
        rows["shares"] = try await share(of: pupil, at: school, rows["papers"])
        rows.merge(try await plan(of: pupil, at: school)) { $1 }
        rows.merge(try await sessions(of: pupil, at: school)) { known, _ in known }
        rows.merge(try await provision(of: pupil, at: school, serving: rows["outcomes"] ?? 0)) { $1 }
        rows["outcome-papers"] = try await act { [rows] writer in try writer.evidence(rows, of: pupil) }
        rows["plan-files"] = try await planFile(of: pupil, at: school, papers)
        rows.merge(try await impact(of: pupil, at: school)) { known, _ in known }
        rows.merge(try await agencies(of: pupil, at: school)) { known, _ in known }
        rows.merge(try await earlyHelp(of: pupil, at: school)) { known, _ in known }
        rows.merge(try await ehc(of: pupil, at: school)) { known, _ in known }
        rows.merge(try await duties(of: pupil, at: school)) { known, _ in known }
        rows.merge(try await strategy(at: school)) { known, _ in known }
        rows["consultations"] = try await consultation(at: school)
        rows.merge(try await pack()) { known, _ in known }
        let reviewed = try await reviews(of: pupil, at: school)
        rows["pupil-reviews"] = reviewed.review
        rows["reviewers"] = reviewed.person
        return RoleStage.Place(school: school, pupil: pupil, colleague: colleague.0, appointment: colleague.1, rows: rows)
    }

    /// A healthcare plan that came as a file.
    private func planFile(of pupil: Pupil, at school: School, _ papers: StagePapers) async throws -> Int? {
        let file = try papers.file(Array("What to do at school, as the nurse wrote it.\n".utf8), named: "plan.txt")
        _ = try await visit(.send, "/pupils/\(pupil.id)/plans/bring", as: .amira(at: school.id), form: ["kind": "healthcare", "starts": "\(today)", "review_by": "\(today + 90)"], files: [file])
        return try await read { try $0.value("SELECT MAX(id) FROM plan WHERE pupil_id = \(pupil.id) AND paper_id IS NOT NULL", as: Int.self) }
    }

    /// A provision of today, a session of yesterday, and what is owed.
    private func sessions(of pupil: Pupil, at school: School) async throws -> [String: Int] {
        let today = today
        return try await act { writer in
            let club = try writer.save(Change("intervention.added", to: Intervention(name: "Reading club", kind: .targeted, areas: ["C&L"], groupSize: 1, minutes: 30, sessionsAWeek: 2, weeks: 10, role: "ta")))
            let times = [today - 1, today].map { PatternForm.TimeForm(weekday: $0.weekday, startsAt: ClockTime("9:15"), minutes: 30, room: "", adults: [SessionAdult("ta")]) }
            let start = StartProvision(starts: today - 30, plannedEnd: today + 30, pattern: PatternForm(times: times, plannedSize: 1, proof: .eachSession), pupils: [JoiningPupil(pupil.id, called: "", rolls: [Spell(starts: .distantPast)])])
            let run = try writer.save(start.applied(to: club, at: school.id, today: today))
            guard let whole = try writer.whole([run]).first, let planned = whole.sessions(on: [today - 1]).first else { return [:] }
            let setting = LogSession.Setting(school: school.id, isSchoolDay: true, who: "Stage", today: today)
            let log = try LogSession(.notGiven, reason: .room, sendKey: "stage-of-roles-\(run.id)").applied(to: planned, standing: [], in: setting).map { try writer.save($0) }
            let line = try writer.save(Change("line.added", to: OwedLine(pupil: pupil.id, words: "Reads with an adult", minutes: 30, per: .week, isSectionF: false, spell: Spell(starts: today - 30), runs: [run.id])))
            let time = whole.sessions(on: [today]).first?.time.id.rawValue ?? 0
            return ["provisions": run.id.rawValue, "times": time, "sessions": log?.id.rawValue ?? 0, "owed": line.id.rawValue]
        }
    }

    /// A live plan with one outcome, written by the SENCO.
    private func plan(of pupil: Pupil, at school: School) async throws -> [String: Int] {
        let senco = Viewer.amira(at: school.id), path = try await visit(.send, "/pupils/\(pupil.id)/plans/start", as: senco, form: ["kind": "support"]).next ?? ""
        let page = try await visit(.read, path, as: senco).text, seen = page.firstMatch(of: /name="seen-strengths" value="([^"]*)"/).map { String($0.1) } ?? ""
        _ = try await visit(.send, path, as: senco, form: [
            "seen-strengths": seen, "strengths": "Kind", "seen-pupil_view": seen, "pupil_view": "Maths", "seen-family_view": seen, "family_view": "Signs", "seen-barriers": seen,
            "barriers-CL": "Print", "seen-strategies": seen, "strategies": "Pictures", "words": "Reads 40 words",
        ])
        let live = path.replacing("/write", with: "/live")
        _ = try await visit(.send, live, as: senco, form: ["starts": "\(today)", "review_by": "\(today + 60)", "answer": "agreed", "answered_on": "\(today)"])
        return try await read { reader in
            let plan = try reader.value("SELECT MAX(id) FROM plan WHERE pupil_id = \(pupil.id) AND state = 'live'", as: Int.self)
            let outcome = try reader.value("SELECT MAX(id) FROM outcome WHERE pupil_id = \(pupil.id)", as: Int.self)
            return ["plans": plan, "compare": plan, "outcomes": outcome].compactMapValues(\.self)
        }
    }

    /// A provision for the pupil alone, which serves an outcome.
    private func provision(of pupil: Pupil, at school: School, serving outcome: Int) async throws -> [String: Int] {
        let today = today
        return try await act { writer in
            let club = try writer.save(Change("intervention.added", to: Intervention(name: "Reading club", kind: .targeted, areas: ["C&L"], groupSize: 1, minutes: 30, sessionsAWeek: 1, role: "ta")))
            let time = PatternForm.TimeForm(weekday: 2, startsAt: ClockTime("9:15"), minutes: 30, adults: [SessionAdult("ta")])
            let joining = JoiningPupil(pupil.id, called: pupil.calledName, rolls: [Spell(starts: .distantPast)], outcomes: [OutcomeID(outcome)])
            let run = try writer.save(StartProvision(starts: today, pattern: PatternForm(times: [time], plannedSize: 1), pupils: [joining]).applied(to: club, at: school.id, today: today))
            let whole = try writer.whole([run])
            return ["provisions": run.id.rawValue, "members": whole[0].members[0].id.rawValue, "provision-outcomes": whole[0].outcomes[0].id.rawValue]
        }
    }

    /// A campaign for everybody at one school.
    private func screening(at school: School, with instrument: Int) async throws -> Int {
        let plan = PlanCampaign(name: "Reading", starts: today - 10, ends: today + 10, schools: [school.id], years: [YearGroup("4"), YearGroup("10")])
        return try await act { try $0.save(plan, of: nil, with: try $0.one(InstrumentID(instrument)), by: "Stage").id.rawValue }
    }

    /// A concern, and a question about it to a colleague.
    private func concern(about pupil: Pupil, _ school: School, _ colleague: Appointment) async throws -> [String: Int] {
        let today = today
        return try await act { writer in
            let concern = try writer.save(Change("concern.raised", to: Concern(
                id: .new, pupil: pupil.id, school: school.id, raisedBy: "Tia Lowe", raisedOn: today, areas: "C&L", seen: "Reads slowly", since: "", tried: "", howItWent: "",
                familyTold: .no, familySaid: "", decideBy: today + 14)))
            let question = try writer.save(Change("colleagues.asked", to: ColleagueQuestion(
                id: .new, concern: concern.id, pupil: pupil.id, school: school.id, askedBy: "Amira Khan", askedOn: today, answerBy: today + 7, checklist: "Reads")))
            let held = ColleagueReturn(id: .new, question: question.id, pupil: pupil.id, staff: colleague.staff ?? .new, staffName: "Tia Lowe", teaches: "")
            return ["concerns": concern.id.rawValue, "returns": try writer.save(Change("colleague_return.opened", to: held)).id.rawValue]
        }
    }

    /// A picture, so that it may be looked at in the browser, too.
    private func paper(of pupil: Pupil, at school: School, _ papers: StagePapers) async throws -> Int? {
        let file = try papers.file(picture, named: "work.png")
        _ = try await visit(.send, "/pupils/\(pupil.id)/papers/add", as: .amira(at: school.id), form: ["title": "Work", "topic": "advice"], files: [file])
        return try await read { try $0.value("SELECT MAX(id) FROM paper WHERE pupil_id = \(pupil.id)", as: Int.self) }
    }

    /// A report that waits for its preview.
    fileprivate func upload(to school: School, _ papers: StagePapers) async throws -> RowID {
        let file = try papers.file(Array("UPN,Surname\n".utf8), named: "pupils.csv")
        return try await act { try $0.keep(file, kind: "pupils", for: school.id) }
    }

    /// A round that is to come.
    fileprivate func bookRound(at school: School) async throws -> RowID {
        let booking = BookRound(kind: .plans, on: today, beginsAt: "13:30", minutes: 60, who: "Amira Khan"), today = today
        return try await act { try $0.save(try booking.applied(at: school.id, today: today)).id }
    }

    /// A file of EHC plans that waits for its preview.
    fileprivate func ehcPlansFile(for school: School, _ papers: StagePapers) async throws -> RowID {
        let file = try papers.file(Array("UPN,Band\n".utf8), named: "plans.csv")
        return try await act { try $0.keep(file, kind: "ehc-plans", for: school.id) }
    }

    /// A file of plans that waits for its preview.
    fileprivate func plansFile(for pupil: Pupil, at school: School, _ papers: StagePapers) async throws -> RowID {
        let file = try papers.file(Array("{}".utf8), named: "plan.json")
        return try await act { try $0.keep(file, kind: "plan-file:\(pupil.id)", for: school.id) }
    }

    fileprivate func receipt(at school: School) async throws -> ReceiptID {
        let now = now
        return try await act { try $0.save(Change("import.done", to: ImportReceipt(id: .new, school: school.id, kind: "ctf", fileName: "a.xml", sha256: "", at: now, who: "Stage"))).id }
    }
}

extension Writer {
    /// What a school added to the bank of outcomes and strategies.
    fileprivate func bankEntry(at school: School) throws -> Int? {
        try execute("""
            INSERT INTO bank_entry (kind, need, ages, words, detail, builds_on, measure, baseline, target, adult_life, place, school_id, added_by, added_on) \
            VALUES ('strategy', 'reading', 'primary', 'Read a recipe', '', '', '', '', '', '', 'school', \(school.id), 'Stage', \(Stage.september))
            """)
        return try value("SELECT MAX(id) FROM bank_entry", as: Int.self)
    }

    /// An entry of the catalogue of provision.
    fileprivate func intervention(at school: SchoolID?, ends: Day? = nil) throws -> Int {
        var entry = Intervention(name: "Reading club", kind: .targeted, areas: ["C&L"], groupSize: 3, minutes: 30, sessionsAWeek: 2, role: "ta")
        (entry.school, entry.ends) = (school, ends)
        return try save(Change("intervention.added", to: entry)).id.rawValue
    }

    /// A rule of another system that signs people in.
    fileprivate func provider(at school: School) throws -> SignInRule {
        let domain = "p\(try value("SELECT COUNT(*) FROM sign_in_provider", as: Int.self) ?? 0).example.org"
        let provider = try save(Change("provider.added", to: SignInProvider(name: "Microsoft", issuer: "https://\(domain)", clientID: "trellis", domains: [domain])))
        return try save(Change("signInRule.added", to: SignInRule(provider: provider.id, domain: domain, role: Role.head.rawValue, school: school.id)))
    }
}

/// A PNG of two dots by two.
private let picture: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 2, 0, 0, 0, 2, 8, 2, 0, 0, 0, 1, 2, 3, 4,
                                0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82]

extension Writer {
    /// A test that a school added to the catalogue.
    fileprivate func instrument(at school: School) throws -> Int? {
        try value("""
            INSERT INTO instrument (key, name, publisher, domain, scales, measures_progress, licence, about, school_id) \
            VALUES ('', 'A test', '', 'reading', '[{"key":"reading","name":"Reading","kind":"standard"}]', TRUE, '', '', \(school.id)) RETURNING id
            """)
    }

    /// A paper of the pupil that shows how an outcome went.
    fileprivate func evidence(_ rows: [String: Int], of pupil: Pupil) throws -> Int? {
        let review = OutcomeReview(id: .new, outcome: OutcomeID(rows["outcomes"] ?? 0), plan: PlanID(rows["plans"] ?? 0), pupil: pupil.id, result: .met, evidence: "Reads the menu",
                                   nextStep: "", paper: PaperID(rows["papers"] ?? 0), reviewedOn: act.today, reviewedBy: "Stage")
        return try save(Change("outcome.reviewed", to: review)).id.rawValue
    }

    fileprivate func result(of pupil: Pupil, at school: School, with instrument: Int, on day: Day) throws -> Int? {
        try value("""
            INSERT INTO test_result (pupil_id, school_id, instrument_id, scale, taken_on, number, bound, section, tester, note, withdrawn_because) \
            VALUES (\(pupil.id), \(school.id), \(instrument), 'reading', \(day), 85, '', '', '', '', '') RETURNING id
            """)
    }
}

extension Writer {
    /// A rate, and money for a pupil and for a school.
    fileprivate func money(of pupil: Pupil, at school: School) throws -> [String: Int] {
        let set = try all(RateSet.self, "WHERE la_code = ''").first?.id ?? .new, spell = Spell(starts: Stage.september)
        let rate = StaffRate(set: set, role: "ta", starts: Stage.september + pupil.id.rawValue, contractHourly: Pence(2000))
        let topUp = FundingLine(pupil: pupil.id, school: school.id, stream: "E3", annual: Pence(420_000), spell: spell), notional = FundingLine(pupil: nil, school: school.id, stream: "E2", annual: Pence(420_000), spell: Spell(starts: Stage.september + pupil.id.rawValue))
        return ["rates": set.rawValue, "rate": try save(Change("rate.set", to: rate)).id.rawValue, "funding": try save(Change("funding.set", to: topUp)).id.rawValue,
                "own-funding": try save(Change("funding.set", to: notional)).id.rawValue]
    }
}
