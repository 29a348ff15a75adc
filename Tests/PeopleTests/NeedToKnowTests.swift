import Access
import Basics
import Database
import Foundation
import Pages
@testable import People
import Stage
import Testing

/// What each role finds on the page of one full record, and what it never finds there (domain 8.4).
@Suite("The pupil's page shows what each role needs")
struct NeedToKnowTests {
    /// A role, what its page must say and must not say.
    struct Line: Sendable, CustomTestStringConvertible {
        let role: Role
        let says: [String]
        let hides: [String]
        var testDescription: String { role.label }
    }

    /// What only the whole record holds.
    static let record = ["12 Sealed Lane", "Dyslexia clinic", "No contact with the uncle", "Looked after", "12 hours a week", "97.4%", "Phonics 28", "Birchwood First", "began.", "pat@example.org"]
    static let numbers = ["Name in law", "Health body"]
    static let phone = "01632 960111", watch = "Tires by late morning", emergency = "Pen into the thigh", need = "Speech, language and communication", help = "Say the name first"

    static let table: [Line] = [
        Line(role: .senco, says: record + numbers + [phone, watch, emergency, need, "Change SEN status"], hides: []),
        Line(role: .assistantSENCO, says: record + [phone, watch, emergency, need, "Change SEN status"], hides: []),
        Line(role: .head, says: record.filter { $0 != "12 Sealed Lane" } + [phone, emergency, need], hides: ["12 Sealed Lane", "Change SEN status"]),
        Line(role: .lead, says: ["Dyslexia clinic", emergency, need], hides: ["12 Sealed Lane", "Change SEN status"]),
        Line(role: .safeguardingLead, says: ["Dyslexia clinic", emergency, need], hides: ["Change SEN status"]),
        Line(role: .designatedTeacher, says: ["Looked after", emergency, need], hides: ["Change SEN status"]),
        Line(role: .teacher, says: [phone, watch, emergency, need, help, "<h1>Sam</h1>"], hides: record + numbers),
        Line(role: .assistant, says: [phone, watch, emergency, need, help], hides: record + numbers),
        Line(role: .cover, says: [phone, watch, emergency, need, help], hides: record + numbers),
        Line(role: .examsOfficer, says: [emergency, need, help], hides: record + numbers + [phone, watch]),
        Line(role: .dataManager, says: [emergency, need] + numbers, hides: record + [phone, watch, help]),
        Line(role: .trustLead, says: [emergency, need, "Open the whole record: say why"], hides: record + numbers + [phone, watch]),
        Line(role: .specialist, says: [need, help], hides: record + numbers + [phone, watch, "Open the whole record"]),
        Line(role: .councilOfficer, says: [need], hides: record + numbers + [phone, watch]),
        Line(role: .parent, says: [need, "Sam gets SEN support", "Who sees this", emergency], hides: record + numbers + [phone, watch, "Court order", "SEND register"]),
        Line(role: .youngPerson, says: [need, "You get SEN support", "Who sees this"], hides: record + numbers + [phone, watch, "Court order"]),
        Line(role: .openedRecord, says: ["Dyslexia clinic", "Looked after", need], hides: ["12 Sealed Lane", "Change SEN status"]),
    ]

    @Test("Each role finds what it needs and nothing more", arguments: table)
    func page(line: Line) async throws {
        let stage = try await Stage(areas: [PeopleArea()]), sam = try await fullRecord(stage)
        let viewer = Viewer(name: "Somebody", role: line.role, sight: Self.sight(line.role, sam.0, sam.1))
        let page = try await stage.visit(.read, "/pupils/\(sam.0.id)", as: viewer).text
        for words in line.says { #expect(page.contains(words), "\(line.role.label) misses “\(words)”") }
        for words in line.hides { #expect(!page.contains(words), "\(line.role.label) finds “\(words)”") }
    }

    @Test("Whoever sees no pupil finds no page", arguments: Role.allCases.filter { !$0.permissions.contains(.seePupils) })
    func nobody(role: Role) async throws {
        let stage = try await Stage(areas: [PeopleArea()]), sam = try await fullRecord(stage)
        #expect(try await stage.visit(.read, "/pupils/\(sam.0.id)", as: Viewer(name: "Somebody", role: role, sight: .trust)).status == 404)
    }

    @Test("A SENCO of one school sees a pupil they only teach elsewhere as a teacher does")
    func twoParts() async throws {
        let stage = try await Stage(areas: [PeopleArea()]), sam = try await fullRecord(stage), oak = try await stage.school("Oak", urn: "999002")
        let viewer = Viewer(name: "Amira Khan", parts: [Part(.senco, .schools([oak.id])), Part(.teacher, .pupils([sam.0.id]))])
        let page = try await stage.visit(.read, "/pupils/\(sam.0.id)", as: viewer).text
        #expect(page.contains(Self.help) && !page.contains("Dyslexia clinic") && !page.contains("Change SEN status"))
        #expect(try await stage.visit(.read, "/pupils/\(sam.0.id)/status", as: viewer).status == 404)
        #expect(try await stage.visit(.read, "/pupils/\(sam.0.id)/trail", as: viewer).status == 404)
    }

    private static func sight(_ role: Role, _ pupil: Pupil, _ school: School) -> Sight {
        switch role.reach {
        case .trust: .trust
        case .school, .years, .examinationYears: .schools([school.id])
        case .lookedAfter: .lookedAfter(at: school.id)
        default: .pupils([pupil.id])
        }
    }

    /// Sam with something in every card.
    private func fullRecord(_ stage: Stage) async throws -> (Pupil, School) {
        let elm = try await stage.school(), sam = try await stage.pupil(at: elm, provision: "K"), today = stage.today
        try await stage.need("SLCN", of: sam)
        try await stage.emergency(.allergy, of: sam, doing: Self.emergency)
        try await stage.act { writer in
            var after = sam
            after.healthBody = "Larkshire ICB"
            try writer.save(Change("pupil.changed", from: sam, to: after))
            var contact = Contact(id: .new, pupil: sam.id, position: 2, surname: "Whitlock", forename: "Jo", relationship: "PAF")
            (contact.address, contact.addressConfidential, contact.phones, contact.email, contact.courtOrder) = ("12 Sealed Lane", true, Self.phone, "pat@example.org", "No contact with the uncle")
            try writer.save(Change("contact.added", to: contact))
            try writer.save(Change("diagnosis.recorded", to: Diagnosis(id: .new, pupil: sam.id, name: "Dyslexia clinic", givenBy: "Dr Hall", givenOn: nil)))
            try writer.save(Change("flag.started", to: ContextFlag(id: .new, pupil: sam.id, kind: .lookedAfter, spell: Spell(starts: Stage.september))))
            try writer.save(Change("arrangement.started", to: Arrangement(id: .new, pupil: sam.id, school: elm.id, kind: .partTime, hours: "12 hours a week", place: "", reason: "Rest", spell: Spell(starts: today - 10))))
            try writer.save(Change("watch.started", to: WatchSpell(id: .new, pupil: sam.id, school: elm.id, reason: Self.watch, lookAgain: today + 9, spell: Spell(starts: today - 9))))
            try writer.save(Change("attendance.noted", to: YearlyAttendance(id: .new, pupil: sam.id, year: 2025, laCode: "999", establishment: "9001", schoolName: "Elm", possible: 380, attended: 370)))
            try writer.save(Change("result.noted", to: StageResult(id: .new, pupil: sam.id, stage: "KS1", year: "2025", subject: "Phonics 28", method: "", component: "", status: "", qualifier: "", result: "28")))
            try writer.save(Change("school_history.noted", to: SchoolHistory(id: .new, pupil: sam.id, laCode: "999", establishment: "9009", schoolName: "Birchwood First", spell: Spell(starts: Stage.september - 300))))
        }
        return (sam, elm)
    }
}
