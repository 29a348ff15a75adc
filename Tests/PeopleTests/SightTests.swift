import Access
import AreaKit
import Basics
import Database
import Pages
@testable import People
import Stage
import Testing

/// Whom a person sees in each way of seeing, on both engines: by the pupil's page and by the register alike.
@Suite("Who sees which pupil")
struct SightTests {
    @Test("Class and group by the list of staff, and by the timetable", arguments: StageEngine.here)
    func taught(engine: StageEngine) async throws {
        let stage = try await Stage(engine, areas: [PeopleArea()]), elm = try await stage.school(), oak = try await stage.school("Oak Primary School", urn: "999002")
        let sam = try await stage.pupil(at: elm), lily = try await stage.pupil("Lily", "Ash", at: elm), ben = try await stage.pupil("Ben", "Birch", at: elm)
        let beech = try await stage.schoolClass("Beech", at: elm, of: [sam]), french = try await stage.schoolClass("French", at: elm, of: [lily])
        let tom = try await stage.staff("Tom", at: elm)
        try await stage.act { writer in
            try writer.save(Change("class.taught", to: ClassStaff(id: .new, schoolClass: beech.id, staff: tom, role: "Teacher")))
            try writer.save(Change("lesson.added", to: Lesson(id: .new, schoolClass: french.id, weekday: 1, period: "1", startsAt: "09:00", endsAt: "10:00", room: "", staff: tom)))
        }
        try await expect(stage, Viewer(name: "Tom", role: .teacher, sight: .taught(tom, at: elm.id)), sees: [sam, lily], not: [ben])
        try await expect(stage, Viewer(name: "Tom", role: .teacher, sight: .taught(tom, at: oak.id)), sees: [], not: [sam, lily, ben])
        try await stage.enrolments(of: sam, at: elm) { $0.spell = Spell(starts: $0.spell.starts, ends: Stage.november - 1) }
        try await expect(stage, Viewer(name: "Tom", role: .teacher, sight: .taught(tom, at: elm.id)), sees: [lily], not: [sam, ben])
    }

    @Test("Years, children in care, and a list with dates", arguments: StageEngine.here)
    func others(engine: StageEngine) async throws {
        let stage = try await Stage(engine, areas: [PeopleArea()]), elm = try await stage.school(), today = stage.today
        let sam = try await stage.pupil(at: elm, year: "4"), lily = try await stage.pupil("Lily", "Ash", at: elm, year: "5"), ben = try await stage.pupil("Ben", "Birch", at: elm, year: "6")
        try await stage.act { writer in
            try writer.save(Change("flag.started", to: ContextFlag(id: .new, pupil: lily.id, kind: .previouslyLookedAfter, spell: Spell(starts: Stage.september))))
            try writer.save(Change("flag.started", to: ContextFlag(id: .new, pupil: ben.id, kind: .lookedAfter, spell: Spell(starts: Stage.september, ends: today - 1))))
            for (pupil, spell) in [(sam, Spell(starts: today, ends: today)), (lily, Spell(starts: today - 9, ends: today - 1)), (ben, Spell(starts: today + 1))] {
                try writer.execute("INSERT INTO caseload_member (account_id, pupil_id, reason, starts, ends) VALUES (7, \(pupil.id), 'Referred', \(spell.starts), \(spell.ends ?? today + 90))")
            }
        }
        try await expect(stage, Viewer(name: "Lea", role: .lead, sight: .years([YearGroup(rawValue: "4"), YearGroup(rawValue: "6")], at: elm.id)), sees: [sam, ben], not: [lily])
        try await expect(stage, Viewer(name: "Dee", role: .designatedTeacher, sight: .lookedAfter(at: elm.id)), sees: [lily], not: [sam, ben])
        try await expect(stage, Viewer(name: "Eve", role: .specialist, sight: .caseload(AccountID(7))), sees: [sam], not: [lily, ben])
        try await expect(stage, Viewer(name: "Eve", role: .specialist, sight: .caseload(AccountID(8))), sees: [], not: [sam, lily, ben])
        try await expect(stage, Viewer(name: "Pat", role: .parent, sight: .pupils([lily.id]), family: [lily.id]), sees: [lily], not: [sam, ben])
    }

    @Test("Sight ends the day after a pupil leaves, but not for those who hand over", arguments: StageEngine.here)
    func leavers(engine: StageEngine) async throws {
        let stage = try await Stage(engine, areas: [PeopleArea()]), elm = try await stage.school(), last = stage.today
        let sam = try await stage.pupil(at: elm)
        try await stage.enrolments(of: sam, at: elm) { $0.spell = Spell(starts: $0.spell.starts, ends: last) }
        for role in [Role.senco, .assistantSENCO, .head, .lead, .safeguardingLead, .examsOfficer, .dataManager] {
            let viewer = Viewer(name: "Somebody", role: role, sight: .schools([elm.id]))
            #expect(try await sees(stage, viewer, sam, on: last), "\(role.label) on the last day")
            #expect(try await sees(stage, viewer, sam, on: last + 1) == role.handsOver, "\(role.label) the day after")
        }
    }

    @Test("Nobody sees their own family's child through a part on the staff", arguments: Role.allCases.filter { $0.isStaff && $0.permissions.contains(.seePupils) })
    func family(role: Role) async throws {
        let stage = try await Stage(areas: [PeopleArea()]), elm = try await stage.school(), sam = try await stage.pupil(at: elm), beech = try await stage.schoolClass("Beech", at: elm, of: [sam])
        for sight in [Sight.trust, .schools([elm.id]), .classes([beech.id], at: elm.id), .pupils([sam.id])] {
            #expect(try await !sees(stage, Viewer(name: "Pat", role: role, sight: sight, family: [sam.id]), sam, on: stage.today), "\(sight)")
            let both = Viewer(name: "Pat", parts: [Part(role, sight), Part(.parent, .pupils([sam.id]))], family: [sam.id])
            #expect(try await sees(stage, both, sam, on: stage.today))
            #expect(try await stage.visit(.read, "/pupils/\(sam.id)", as: both).text.contains("Who sees this"), "only as a parent")
        }
    }

    @Test("A SENCO of one school who teaches in another decides nothing there", arguments: StageEngine.here)
    func twoParts(engine: StageEngine) async throws {
        let stage = try await Stage(engine, areas: [PeopleArea()]), elm = try await stage.school(), oak = try await stage.school("Oak Primary School", urn: "999002")
        let sam = try await stage.pupil(at: elm, provision: "K"), olga = try await stage.pupil("Olga", "Oak", at: oak, provision: "K")
        let ivy = try await stage.schoolClass("Ivy", at: oak, of: [olga])
        let amira = Viewer(name: "Amira Khan", parts: [Part(.senco, .schools([elm.id])), Part(.teacher, .classes([ivy.id], at: oak.id))])
        try await expect(stage, amira, sees: [sam, olga], not: [])
        #expect(try await stage.read { try $0.powers(of: amira, over: olga.id, on: stage.today) } == Role.teacher.permissions)
        for page in ["status", "needs/add", "watch", "emergency/add", "trail"] {
            #expect(try await stage.visit(.read, "/pupils/\(sam.id)/\(page)", as: amira).status == 200)
            #expect(try await stage.visit(.read, "/pupils/\(olga.id)/\(page)", as: amira).status == 404)
        }
        #expect(try await stage.visit(.read, "/register/file?format=csv&status=all", as: amira).status == 200)
        #expect(try await !stage.read { try $0.register(RegisterFilter(day: stage.today), for: amira.doing(.exportRegister)) }.contains { $0.pupil == olga.id })
        #expect(try await !stage.visit(.read, "/register", as: amira).text.contains("type=\"checkbox\" name=\"pupil\""), "a list that holds both cannot be changed together")
        #expect(try await stage.visit(.read, "/register?school=\(elm.id)", as: amira).text.contains("type=\"checkbox\" name=\"pupil\""))
    }

    @Test("Where no more sights may wait nobody's record is shown or changed; what shows nobody still opens")
    func noRoom() async throws {
        let stage = try await Stage(areas: [PeopleArea()]), elm = try await stage.school(), sam = try await stage.pupil(at: elm, provision: "K")
        let house = House(areas: stage.house.areas, store: stage.store, trust: "Larkfield", doors: FrameDoors(), search: nil, room: SightLog.Room(sights: 0, pupils: 0))
        let amira = Viewer(name: "Amira Khan", role: .senco, sight: .schools([elm.id]))
        let before = try await stage.read { try $0.value("SELECT COUNT(*) FROM trail", as: Int.self) }
        let form = FormValues([("reason", "Tires early."), ("look_again", "2026-12-01")])
        for request in [PageRequest(method: .read, path: "/pupils/\(sam.id)"), PageRequest(method: .read, path: "/register"), PageRequest(method: .send, path: "/pupils/\(sam.id)/watch", form: form)] {
            let answer = try await house.answer(request, for: amira.visiting(), now: stage.now)
            #expect(answer.status == 503 && !answer.text.contains(sam.surname), "\(request.path)")
            #expect(answer.text.contains("always written down"))
        }
        #expect(try await stage.read { try $0.value("SELECT COUNT(*) FROM trail", as: Int.self) } == before)
        #expect(try await house.answer(PageRequest(method: .read, path: "/schools/\(elm.id)"), for: amira.visiting(), now: stage.now).status == 200)
    }

    /// The page and the register agree on who is in sight.
    private func expect(_ stage: Stage, _ viewer: Viewer, sees: [Pupil], not hidden: [Pupil]) async throws {
        for pupil in sees { #expect(try await self.sees(stage, viewer, pupil, on: stage.today), "\(viewer.title) misses \(pupil.forename)") }
        for pupil in hidden { #expect(try await !self.sees(stage, viewer, pupil, on: stage.today), "\(viewer.title) finds \(pupil.forename)") }
        var filter = RegisterFilter(day: stage.today)
        filter.status = .everybody
        let lines = try await stage.read { [filter] in try $0.register(filter, for: viewer).map(\.pupil) }
        #expect(Set(lines) == Set(sees.map(\.id)), "\(viewer.title) in the register")
    }

    private func sees(_ stage: Stage, _ viewer: Viewer, _ pupil: Pupil, on day: Day) async throws -> Bool {
        try await stage.read { reader in
            do { return try reader.pupil(pupil.id, for: viewer, on: day).id == pupil.id } catch is NotFound { return false }
        }
    }
}

extension Stage {
    fileprivate func staff(_ forename: String, at school: School) async throws -> StaffID {
        try await act {
            try $0.execute("INSERT INTO staff (school_id, title, surname, forename, sort_name, role, email) VALUES (\(school.id), '', 'Reed', \(forename), 'reed', 'Class teacher', '')")
            return try $0.value("SELECT MAX(id) FROM staff", as: StaffID.self) ?? .new
        }
    }
}
