import Basics
@testable import People
@testable import Provision
import Testing

@Suite("Sessions that are planned")
struct PlannedSessionTests {
    @Test("The week and the calendar make the sessions: no half-term, no INSET, no snow day, nothing after the end")
    func calendar() {
        let sessions = readingClub().sessions(on: elmYear), days = Set(sessions.map(\.day))
        // 15 weeks from 8 September to 17 December, two days each, less half-term (2) and the snow day (1).
        #expect(sessions.count == 27)
        #expect(sessions.allSatisfy { [2, 4].contains($0.day.weekday) && elmDays.contains($0.day) })
        for closed in ["2026-10-27", "2026-10-29", "2026-11-17", "2026-12-22"] { #expect(!days.contains(day(closed)), "\(closed)") }
        #expect(sessions.first?.day == day("2026-09-08") && sessions.last?.day == day("2026-12-17"))
        #expect(sessions == sessions.sorted { $0.day < $1.day })
    }

    @Test("A bank holiday has none")
    func bankHoliday() {
        let mondays = readingClub(weekdays: [1], starts: "2027-04-12", end: "2027-05-21").sessions(on: elmYear).map(\.day)
        #expect(mondays == ["2027-04-12", "2027-04-19", "2027-04-26", "2027-05-10", "2027-05-17"].map(day))
    }

    @Test("Pupils are in it from the day they join to the day they leave")
    func members() {
        var club = readingClub()
        club.members[0].spell = Spell(starts: day("2026-09-08"), ends: day("2026-09-10"))
        club.members[1].spell = Spell(starts: day("2026-09-15"))
        let pupils = club.sessions(on: elmDays.list(from: day("2026-09-07"), to: day("2026-09-18"))).map(\.pupils)
        #expect(pupils == [[sam, ben], [sam, ben], [ana, ben], [ana, ben]])
    }

    @Test("A change of the week moves what comes after it and nothing before")
    func changed() throws {
        var club = readingClub()
        let change = try ChangeProvision(from: day("2026-09-16"), pattern: PatternForm(times: [timeForm(3, 45)], plannedSize: 3)).applied(to: club, lastLogged: day("2026-09-15"), today: today)
        club = WholeProvision(run: club.run, patterns: change.patterns.map(\.after), members: club.members)
        let sessions = club.sessions(on: elmDays.list(from: day("2026-09-08"), to: day("2026-09-25")))
        #expect(sessions.map(\.day) == ["2026-09-08", "2026-09-10", "2026-09-15", "2026-09-16", "2026-09-23"].map(day))
        #expect(sessions.map(\.minutes) == [30, 30, 30, 45, 45])
    }

    @Test("An ended provision plans nothing more")
    func ended() {
        var club = readingClub()
        club.run.endedOn = day("2026-09-10")
        #expect(club.sessions(on: elmYear).count == 2)
        #expect(elmDays.list(from: today, to: today - 1).isEmpty)
    }
}

@Suite("Somebody in two places")
struct ClashTests {
    static func slot(_ run: Int, _ weekday: Int = 1, _ at: String = "9:00", _ minutes: Int = 30, staff: Set<StaffID> = [], pupils: Set<PupilID> = [], room: String = "", from: String = "2026-09-01", to: String? = nil) -> WeekSlot {
        WeekSlot(run: ProvisionID(run), name: "Run \(run)", spell: Spell(starts: day(from), ends: to.map(day)), weekday: weekday, startsAt: ClockTime(at)!, minutes: minutes, staff: staff, pupils: pupils, room: room)
    }

    static let first = slot(1, staff: [tess], pupils: [sam, ana], room: "Den")

    static let table: [(WeekSlot, [Clash.What])] = [
        (slot(2, staff: [tess]), [.staff(tess)]), (slot(2, pupils: [sam, ana, ben]), [.pupil(sam), .pupil(ana)]), (slot(2, room: "the den"), []), (slot(2, room: " DEN "), []), (slot(2, room: "den"), [.room("den")]),
        (slot(2, staff: [tom], pupils: [ben], room: "Hall"), []), (slot(2, 2, staff: [tess]), []), (slot(2, 1, "9:30", staff: [tess]), []), (slot(2, 1, "8:30", staff: [tess]), []),
        (slot(2, 1, "9:29", staff: [tess]), [.staff(tess)]), (slot(2, 1, "8:00", 120, staff: [tess]), [.staff(tess)]), (slot(2, staff: [tess], from: "2025-09-01", to: "2026-08-31"), []),
    ]

    @Test("Staff, pupil and room clash where times and days meet", arguments: table)
    func clash(other: WeekSlot, expected: [Clash.What]) {
        let found = Clash.found(of: other, with: [Self.first]).map(\.what)
        #expect(found.filter { if case .room = $0 { false } else { true } } == expected.filter { if case .room = $0 { false } else { true } })
        #expect(found.count { if case .room = $0 { true } else { false } } == (other.room.folded.trimmed == "den" ? 1 : 0))
    }

    @Test("Every clash of a school is found once, as comparing each with each finds it")
    func all() {
        var draw = Draw()
        for _ in 0..<60 {
            let slots = (1...25).map { run in
                Self.slot(run, Int.random(in: 1...5, using: &draw), "\(Int.random(in: 9...14, using: &draw)):\(["00", "10", "35"].randomElement(using: &draw)!)", Int.random(in: 5...90, using: &draw),
                          staff: [StaffID(Int.random(in: 1...6, using: &draw))], pupils: Set((0..<3).map { _ in PupilID(Int.random(in: 1...30, using: &draw)) }), room: ["", "Den", "Hall"].randomElement(using: &draw)!)
            }
            let found = Clash.found(among: slots).map { Set([$0.first.run, $0.second.run]).map(\.rawValue).sorted().description + "\($0.what)" }
            let pairs = slots.indices.flatMap { one in slots.indices.filter { $0 > one }.flatMap { Clash.found(of: slots[one], with: [slots[$0]]) } }
            #expect(found.count == pairs.count && Set(found).count == found.count)
        }
    }

    @Test("A provision's slots carry its people and its room")
    func slots() {
        let slots = readingClub().slots(from: today)
        #expect(slots.map(\.weekday) == [2, 4] && slots.allSatisfy { $0.staff == [tess] && $0.pupils == [sam, ana, ben] && $0.room == "Den" && $0.spell.ends == day("2026-12-17") })
        #expect(Clash.found(of: slots[0], with: readingClub(pupils: [dee], run: 32).slots(from: today)).map(\.what) == [.staff(tess), .room("Den")])
    }
}
