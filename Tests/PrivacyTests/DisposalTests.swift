import Access
import Basics
@testable import Database
import Foundation
import Pages
import People
import Stage
import Testing
@testable import Privacy

@Suite("Disposal")
struct DisposalTests {
    /// 2 June 1990: kept long enough by every rule.
    static let longAgo = Day(1990, 6, 2) ?? .distantPast

    @Test("Two people dispose of a record, and nothing of the name is left anywhere", arguments: StageEngine.here)
    func nothingLeft(engine: StageEngine) async throws {
        let stage = try await Stage(engine, areas: privacyHouse), elm = try await stage.school()
        let gone = try await leaver("Quintus", "Zzyzxby", at: elm, stage), held = try await leaver("Held", "Backworth", at: elm, stage)
        let kept = try await stage.pupil("Sam", "Whitlock", at: elm)
        _ = try await stage.sent("/privacy/holds/new", as: .miriam, ["upn": held.upn ?? "", "reason": "Tribunal"])
        for record in ["send", "pupil-file"] {
            let due = try await stage.visit(.read, "/privacy/due/\(record)", as: .miriam).text
            #expect(due.contains("Quintus Zzyzxby") && due.contains("A hold stands") && !due.contains("Whitlock"))
            #expect(try await stage.visit(.send, "/privacy/due/\(record)", as: .miriam, form: ["pupil": "\(held.id)", "reason": "Checked"]).status == 422)
            let page = try await stage.sent("/privacy/due/\(record)", as: .miriam, ["pupil": "\(gone.id)", "reason": "Checked"])
            #expect(try await stage.visit(.send, page + "/carry-out", as: .miriam, form: ["understood": "yes"]).status == 422)
            #expect(try await stage.visit(.send, page + "/carry-out", as: .second).status == 422)
            #expect(try await stage.sent(page + "/carry-out", as: .second, ["understood": "yes"]) == page)
            let certificate = try await stage.visit(.read, page, as: .miriam).text
            #expect(certificate.contains("Certificate of disposal") && certificate.contains("1 pupil") && certificate.contains("Ada Moss") && !certificate.contains("Zzyzxby"))
        }
        #expect(try await places(of: "zzyzxby", stage) == [])
        #expect(try await places(of: gone.upn ?? "?", stage) == [])
        for name in ["backworth", "whitlock"] { #expect(try await !places(of: name, stage).isEmpty) }
        #expect(try await stage.visit(.read, "/search?words=zzyz", as: .dev).text.contains("Nothing found"))
        #expect(try await stage.visit(.read, "/pupils/\(gone.id)", as: .dev).status == 404)
        #expect(try await stage.visit(.read, "/privacy/pupils/\(gone.id)", as: .miriam).status == 404)
        #expect(try await stage.store.check() == [])
        #expect(try await stage.read { try $0.one(kept.id, of: Pupil.self) } == kept)
    }

    @Test("While something else about the pupil is kept, who they were stays", arguments: StageEngine.here)
    func identityStays(engine: StageEngine) async throws {
        let stage = try await Stage(engine, areas: privacyHouse), elm = try await stage.school(), nora = try await leaver("Nora", "Hallam", at: elm, stage)
        let page = try await stage.sent("/privacy/due/pupil-file", as: .miriam, ["pupil": "\(nora.id)", "reason": "Checked"])
        _ = try await stage.sent(page + "/carry-out", as: .second, ["understood": "yes"])
        #expect(try await stage.read { try $0.one(nora.id, of: Pupil.self) } == nora)
        #expect(try await stage.read { try $0.value("SELECT COUNT(*) FROM contact WHERE pupil_id = \(nora.id)", as: Int.self) } == 0)
        #expect(try await stage.read { try $0.value("SELECT COUNT(*) FROM provision_spell WHERE pupil_id = \(nora.id)", as: Int.self) } == 1)
        #expect(try await stage.visit(.read, "/privacy/due/pupil-file", as: .miriam).text.contains("Nothing waits"))
    }

    @Test("What is held since the approval stays, and the certificate says so")
    func heldMeanwhile() async throws {
        let stage = try await Stage(areas: privacyHouse), elm = try await stage.school(), nora = try await leaver("Nora", "Hallam", at: elm, stage)
        let page = try await stage.sent("/privacy/due/send", as: .miriam, ["pupil": "\(nora.id)", "reason": "Checked"])
        _ = try await stage.request(about: nora)
        _ = try await stage.sent(page + "/carry-out", as: .second, ["understood": "yes"])
        #expect(try await stage.visit(.read, page, as: .miriam).text.contains("Kept: Somebody has asked for a copy"))
        #expect(try await stage.read { try $0.one(nora.id, of: Pupil.self) } == nora)
    }

    @Test("Nobody’s record is due while they are on a roll, and a primary school’s file goes once the next school has it")
    func due() async throws {
        let stage = try await Stage(areas: privacyHouse), elm = try await stage.school()
        _ = try await stage.pupil("On", "Rollington", at: elm, born: Self.longAgo)
        let moved = try await stage.pupil("Mo", "Ved", at: elm)
        try await stage.enrolments(of: moved, at: elm) { $0.spell = Spell(starts: $0.spell.starts, ends: stage.today - 10) }
        #expect(try await !stage.visit(.read, "/privacy/due/send", as: .miriam).text.contains("Rollington"))
        #expect(try await !stage.visit(.read, "/privacy/due/pupil-file", as: .miriam).text.contains("Ved"))
        _ = try await stage.sent("/privacy/transfers/new", as: .miriam, ["upn": moved.upn ?? "", "sent_to": "Oak School", "sent_on": "2026-11-12", "way": "By hand"])
        #expect(try await stage.sent("/privacy/transfers/1/arrived", as: .miriam, ["confirmed_by": "Jo at Oak", "confirmed_on": "2026-11-13"]) == "/privacy/pupils/\(moved.id)")
        #expect(try await stage.visit(.read, "/privacy/due/pupil-file", as: .miriam).text.contains("Mo Ved"))
        #expect(try await !stage.visit(.read, "/privacy/due/send", as: .miriam).text.contains("Mo Ved"))
    }

    @Test("The trust decides how long, and the source stays beside it")
    func retention() async throws {
        let stage = try await Stage(areas: privacyHouse)
        #expect(try await stage.visit(.read, "/privacy/retention", as: .miriam).text.contains("Check locally"))
        #expect(try await stage.visit(.send, "/privacy/retention/send", as: .miriam, form: ["years": "0", "reason": "x"]).status == 422)
        #expect(try await stage.sent("/privacy/retention/send", as: .miriam, ["years": "35", "reason": "Trustees, 1 November"]) == "/privacy/retention")
        let page = try await stage.visit(.read, "/privacy/retention", as: .miriam).text
        #expect(page.contains("35 years from the pupil’s birth date") && page.contains("Trustees, 1 November") && page.contains("IRMS"))
    }

    @Test("Who looked goes once its time is over: two people, a certificate, and a chain that still proves itself", arguments: StageEngine.here)
    func sights(engine: StageEngine) async throws {
        let stage = try await Stage(engine, areas: privacyHouse), elm = try await stage.school(), sam = try await stage.pupil(at: elm), zora = try await stage.pupil("Zora", "Quill", at: elm)
        let due = "/privacy/sights/due"
        #expect(try await stage.visit(.read, due, as: .miriam).text.contains("Nothing waits"))
        #expect(try await stage.visit(.send, due, as: .miriam, form: ["reason": "Checked"]).status == 422)
        try await look(stage, [(500, [sam.id]), (450, [sam.id, zora.id]), (400, [zora.id]), (30, [sam.id])])
        #expect(try await stage.visit(.read, "/privacy", as: .miriam).text.contains("Who looked at a record: all before 20 November 2025"))
        #expect(try await stage.visit(.read, due, as: .miriam).text.contains("3 looks before 20 November 2025"))
        #expect(try await stage.visit(.send, due, as: .miriam, form: ["reason": " "]).status == 422)
        let page = try await stage.sent(due, as: .miriam, ["reason": "No incident is being looked into"])
        #expect(try await stage.visit(.send, page + "/carry-out", as: .miriam, form: ["understood": "yes"]).status == 422)
        _ = try await stage.sent("/privacy/holds/new", as: .miriam, ["upn": zora.upn ?? "", "reason": "Tribunal"])
        #expect(try await stage.sent(page + "/carry-out", as: .second, ["understood": "yes"]) == page)
        let certificate = try await stage.visit(.read, page, as: .miriam).text
        #expect(certificate.contains("1 look before 27 August 2025"), "what is held since the approval stays")
        #expect(try await days(stage) == [450, 400, 30])
        #expect(try await stage.visit(.read, due, as: .miriam).text.contains("Looks from 27 August 2025 on are kept"))
        _ = try await stage.sent("/privacy/holds/1/lift", as: .miriam, ["reason": "Settled"])
        _ = try await stage.sent(try await stage.sent(due, as: .miriam, ["reason": "Checked"]) + "/carry-out", as: .second, ["understood": "yes"])
        #expect(try await days(stage) == [30])
        #expect(try await stage.store.verifyTrail() == [])
        #expect(try await stage.visit(.read, "/privacy", as: .miriam).text.contains("Nothing is due"))
    }

    /// Notes looks so many days ago.
    private func look(_ stage: Stage, _ looks: [(days: Int, pupils: [PupilID])]) async throws {
        let log = SightLog(stage.store)
        for look in looks {
            log.note(Sighting(who: "Tom Reed (Class teacher)", account: nil, at: Instant(stage.today - look.days, hour: 9), origin: "", way: .page, page: "/pupils/*", purpose: "", pupils: look.pupils))
        }
        await log.flush()
    }

    /// How many days ago the looks were that are left.
    private func days(_ stage: Stage) async throws -> [Int] {
        try await stage.read { try $0.column("SELECT at FROM sight WHERE who LIKE 'Tom%' ORDER BY id", as: Instant.self) }.map { stage.today - $0.dayInEngland }
    }

    /// Somebody who left the school long ago.
    private func leaver(_ forename: String, _ surname: String, at school: School, _ stage: Stage) async throws -> Pupil {
        let pupil = try await stage.pupil(forename, surname, at: school, born: Self.longAgo, provision: "K", since: Self.longAgo.adding(years: 5))
        try await stage.enrolments(of: pupil, at: school) { $0.spell = Spell(starts: $0.spell.starts, ends: Self.longAgo.adding(years: 11)) }
        return pupil
    }

    /// Every column of every table in which a word stands.
    private func places(of word: String, _ stage: Stage) async throws -> [String] {
        try await stage.read { reader in
            let tables: [(String, String)] = reader.dialect == .sqlite
                ? try reader.rows("SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'") { try ($0.next(), $0.next()) }
                : try reader.rows("SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema()") { try ($0.next(), $0.next()) }
            return try tables.filter { !$0.0.hasPrefix("sqlite_") }.filter { table, column in
                try reader.value("SELECT 1 FROM \(SQL(name: table)) WHERE lower(CAST(\(SQL(name: column)) AS TEXT)) LIKE \("%\(word.lowercased())%") LIMIT 1", as: Int.self) != nil
            }.map { "\($0.0).\($0.1)" }
        }
    }
}
