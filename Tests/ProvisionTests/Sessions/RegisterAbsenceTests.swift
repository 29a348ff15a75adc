import Access
import Basics
import Database
import Pages
@testable import People
@testable import Provision
import Stage
import Testing

@Suite("Absence filled in from the attendance register")
struct RegisterAbsenceTests {
    @Test("A session belongs to the half-day in which it begins", arguments: [("8:30", HalfDay.morning), ("12:29", .morning), ("12:30", .afternoon), ("15:10", .afternoon)])
    func half(time: String, half: HalfDay) { #expect(ClockTime(time)?.halfDay == half) }

    @Test("Absent marks are filled in, not due ones as part-time, and nothing else is", arguments: [
        ("I", HalfDay.morning, SessionPupil.Away.absent), ("N", .morning, .absent), ("Q", .morning, .absent), ("C2", .morning, .partTime), ("X", .morning, .partTime),
        ("I", .afternoon, nil), ("/", .morning, nil), ("L", .morning, nil), ("U", .morning, nil), ("V", .morning, nil), ("D", .morning, nil), ("H", .morning, nil), ("zz", .morning, nil),
    ] as [(String, HalfDay, SessionPupil.Away?)])
    func rule(code: String, half: HalfDay, away: SessionPupil.Away?) throws {
        let session = try #require(readingClub().sessions(on: [day("2026-11-19")]).first)
        let marks = RegisterMarks([AttendanceMark(pupil: sam, school: elm, day: day("2026-11-19"), half: half, code: code), AttendanceMark(pupil: ana, school: elm, day: day("2026-11-18"), half: .morning, code: "I")])
        #expect(marks.away(from: session) == (away.map { [sam: $0] } ?? [:]))
        let log = try #require(try LogSession(.given, sendKey: key).applied(to: session, standing: [], in: LogSession.Setting(school: elm, isSchoolDay: true, who: "Tess", today: today))).after
        #expect(marks.unlike(log) == (away == nil ? [] : [sam]))
    }

    @Test("Who was shown is as the adult said; who was not is as the register says")
    func merging() {
        let register: [PupilID: SessionPupil.Away] = [sam: .absent, ana: .partTime, ben: .absent]
        #expect(LogSession.away([:], shown: [sam, ana, ben], register: register).isEmpty, "the adult’s press wins")
        #expect(LogSession.away([ana: .absent, cas: .absent], shown: [ana, cas], register: register) == [sam: .absent, ana: .partTime, cas: .absent, ben: .absent])
        #expect(LogSession.away([ana: .elsewhere], shown: [sam, ana, ben], register: register) == [ana: .elsewhere])
    }

    @Test("The card of today has no tick for whoever is away, says why, and keeps what the adult says", arguments: StageEngine.here)
    func card(engine: StageEngine) async throws {
        let stage = try await ProvisionStage(engine), run = try await stage.running([stage.sam, stage.ana], weekdays: [5]), slot = try await stage.slot(run)
        let before = try await stage.stage.visit(.read, "/provision/today", as: stage.tessAtWork).text
        #expect(before.contains("No attendance register of this day was read in") && before.contains("value=\"\(stage.ana.id)\" checked"))
        try await stage.mark(stage.ana, "I")
        let page = try await stage.stage.visit(.read, "/provision/today", as: stage.tessAtWork).text
        #expect(page.contains("The attendance register of this day was read in") && page.contains("value=\"\(stage.sam.id)\" checked") && !page.contains("value=\"\(stage.ana.id)\" checked"))
        #expect(page.contains("Away by the register") && !page.contains("Illness"), "that, and not why")
        #expect(try await stage.press(slot, as: stage.tessAtWork, there: [stage.sam, stage.ana]).status == 303)
        #expect(try await stage.logs().first?.pupils.map(\.away) == [nil, nil], "she came after all")
        let after = try await stage.stage.visit(.read, "/provision/today", as: stage.tessAtWork).text
        #expect(after.contains("says otherwise of Ana Reed") && after.contains("What was said here stands."))
    }

    @Test("As filled in, the pupil is away: offered, and not received", arguments: StageEngine.here)
    func received(engine: StageEngine) async throws {
        let stage = try await ProvisionStage(engine), run = try await stage.running([stage.sam, stage.ana], weekdays: [5]), slot = try await stage.slot(run), ana = stage.ana.id
        try await stage.mark(stage.ana, "I")
        #expect(try await stage.press(slot, as: stage.tessAtWork, there: [stage.sam], ["result": "given", "shown-\(slot.time)": "\(stage.sam.id),\(ana)"]).status == 303)
        let log = try #require(try await stage.logs().first)
        #expect(log.pupils.first { $0.pupil == ana } == SessionPupil(ana, minutes: 0, away: .absent) && log.offered(to: ana) == 30)
        #expect(try await stage.stage.read { try RegisterMarks($0.all(AttendanceMark.self, "")).unlike(log) }.isEmpty)
    }

    @Test("A part-time timetable that the register knows is not taken for an absence; sent twice it is the same")
    func partTime() async throws {
        let stage = try await ProvisionStage(), run = try await stage.running([stage.sam, stage.ana], weekdays: [5]), slot = try await stage.slot(run), ana = stage.ana.id
        try await stage.mark(stage.ana, "C2")
        for _ in 1...2 {
            #expect(try await stage.press(slot, as: stage.tessAtWork, there: [stage.sam]).status == 303)
            try await stage.stage.act { try $0.execute("UPDATE attendance_mark SET code = 'I'") }
        }
        #expect(try await stage.logs().map { $0.pupils.first { $0.pupil == ana }?.away } == [.partTime])
    }

    @Test("A mark that comes after the session shows, and changes nothing")
    func later() async throws {
        let stage = try await ProvisionStage(), run = try await stage.running([stage.sam, stage.ana], weekdays: [5]), slot = try await stage.slot(run)
        #expect(try await stage.press(slot, as: stage.tessAtWork, there: [stage.sam, stage.ana]).status == 303)
        #expect(try await !stage.stage.visit(.read, "/provision/today", as: stage.tessAtWork).text.contains("says otherwise"))
        try await stage.mark(stage.sam, "I")
        #expect(try await stage.stage.visit(.read, "/provision/today", as: stage.tessAtWork).text.contains("says otherwise of Sam Whitlock"))
        #expect(try await stage.logs().map { $0.pupils.map(\.minutes) } == [[30, 30]])
    }

    @Test("Where nobody is in, the card says what to press; another school’s register is none of it")
    func nobody() async throws {
        let stage = try await ProvisionStage()
        try await stage.running([stage.sam], weekdays: [5])
        try await stage.mark(stage.sam, "I", at: stage.oak)
        #expect(try await !stage.stage.visit(.read, "/provision/today", as: stage.tessAtWork).text.contains("by the register"))
        try await stage.mark(stage.sam, "I")
        #expect(try await stage.stage.visit(.read, "/provision/today", as: stage.tessAtWork).text.contains("By the register nobody is in."))
    }

    @Test("A week that was given counts the register’s absences unless the exceptions say otherwise", arguments: StageEngine.here)
    func week(engine: StageEngine) async throws {
        let stage = try await ProvisionStage(engine), ana = stage.ana.id, sam = stage.sam.id, first = day("2026-11-17"), second = day("2026-11-19")
        let club = try await stage.running([stage.sam, stage.ana], starts: -25, proof: .weekly), talk = try await stage.running([stage.sam, stage.ana], "Talk group", starts: -25, proof: .weekly)
        try await stage.mark(stage.ana, "I", on: first)
        try await stage.mark(stage.ana, "I", on: second)
        try await stage.mark(stage.sam, "I", on: second)
        let page = try await stage.stage.visit(.read, "/provision/week?open=\(talk.id)", as: stage.tessAtWork).text, slot = try await stage.slot(talk, on: first)
        #expect(page.contains("1 pupil away by the register") && page.contains("Whoever was away by the register counts as away.") && page.contains("name=\"\(slot.field("pupils"))\" value=\"\(ana)\" checked"))
        let address = "/provision/week?week=2026-11-16", whole = FormValues([("once", key), ("run", "\(club.id)")])
        #expect(try await stage.stage.send(address, whole, as: stage.tessAtWork).status == 303)
        let logs = try await stage.logs()
        #expect(logs.map(\.result) == [.given, .notGiven] && logs[0].pupils.map(\.away) == [nil, .absent] && logs[1].reason == .absence)
        #expect(logs.map { $0.offered(to: ana) } == [30, 30] && logs.map { log in log.pupils.first { $0.pupil == ana }?.minutes } == [0, 0])
        try await stage.stage.act { try $0.execute("DELETE FROM attendance_mark WHERE pupil_id = \(sam)") }
        #expect(try await stage.stage.send(address, whole, as: stage.tessAtWork).status == 303, "the very same again, though the register has changed")
        let said = FormValues([("once", key), ("run", "\(talk.id)"), (slot.field("asked"), "\(sam),\(ana)")])
        #expect(try await stage.stage.send(address + "&open=\(talk.id)", said, as: stage.tessAtWork).status == 303)
        let after = try await stage.logs().filter { $0.run == talk.id }
        #expect(after[0].pupils.map(\.away) == [nil, nil], "asked about, and nobody ticked")
        #expect(after[1].pupils.map(\.away) == [nil, .absent], "not asked about")
        #expect(try await stage.stage.visit(.read, "/provision/week", as: stage.tessAtWork).text.contains("the register says that 1 pupil logged as there was away"))
    }
}

extension ProvisionStage {
    /// A mark of the morning, and that the day's register was read.
    func mark(_ pupil: Pupil, _ code: String, on day: Day? = nil, at school: School? = nil) async throws {
        let day = day ?? stage.today, school = (school ?? elm).id
        try await stage.act { writer in
            try writer.save(Change("mark.noted", to: AttendanceMark(pupil: pupil.id, school: school, day: day, half: .morning, code: code)))
            guard try writer.all(RegisterDay.self, "WHERE school_id = \(school) AND day = \(day)").isEmpty else { return }
            try writer.save(Change("register.read", to: RegisterDay(school: school, day: day, morning: true)))
        }
    }
}
