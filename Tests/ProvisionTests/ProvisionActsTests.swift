import Basics
@testable import Provision
import Testing

@Suite("Starting a provision")
struct StartProvisionTests {
    static let right = StartProvision(starts: day("2026-11-24"), plannedEnd: day("2027-02-12"), pattern: twiceAWeek, pupils: [pupil(sam, outcomes: [OutcomeID(7)]), pupil(ana, "Ana")])

    static func altered(_ alter: (inout StartProvision) -> Void) -> StartProvision {
        var form = right
        alter(&form)
        return form
    }

    @Test("Begins with its week, its pupils, their outcomes and the materials")
    func starts() throws {
        let change = try Self.right.applied(to: precision, at: elm, today: today)
        #expect(change.run?.event == "provision.started" && change.run?.after.name == "Reading club" && change.run?.after.spell == Spell(starts: day("2026-11-24"), ends: day("2027-02-12")))
        #expect(change.patterns.map(\.after.minutesAWeek) == [60] && change.patterns[0].after.proof == .weekly)
        #expect(change.members.map(\.after.pupil) == [sam, ana] && change.outcomes.map(\.after.outcome) == [OutcomeID(7)])
        #expect(change.costs.map(\.after.amount) == [Pence(1000)] && change.costs[0].after.pupil == nil)
    }

    static let wrong: [(String, StartProvision)] = [
        ("ends", altered { $0.plannedEnd = day("2026-11-23") }), ("ends", altered { $0.plannedEnd = day("2030-01-01") }),
        ("starts", altered { $0.starts = day("2027-12-01"); $0.plannedEnd = nil }), ("starts", altered { $0.starts = day("2023-11-01"); $0.plannedEnd = nil; $0.pupils = [pupil(sam, from: "2020-09-01")] }),
        ("group_size", altered { $0.pattern.plannedSize = 0 }), ("group_size", altered { $0.pattern.plannedSize = nil }), ("group_size", altered { $0.pattern.plannedSize = 1 }),
        ("times", altered { $0.pattern.times = [] }), ("minutes_0", altered { $0.pattern.times = [timeForm(1, -30)] }), ("minutes_0", altered { $0.pattern.times = [timeForm(1, nil)] }),
        ("minutes_0", altered { $0.pattern.times = [timeForm(1, at: "23:50", 30)] }), ("weekday_0", altered { $0.pattern.times = [timeForm(6)] }), ("weekday_0", altered { $0.pattern.times = [timeForm(nil)] }),
        ("starts_at_0", altered { $0.pattern.times = [timeForm(1, at: "half nine")] }), ("starts_at_1", altered { $0.pattern.times = [timeForm(1), timeForm(1, at: "9:40")] }),
        ("staff_0", altered { $0.pattern.times = [timeForm(1, by: [])] }), ("staff_0", altered { $0.pattern.times = [timeForm(1, by: [SessionAdult("ta", tess), SessionAdult("ta", tess)])] }),
        ("role_0", altered { $0.pattern.times = [timeForm(1, by: [SessionAdult("wizard")])] }), ("session_price", altered { $0.pattern.times = [timeForm(1, by: [SessionAdult("external")])] }),
        ("session_price", altered { $0.pattern.sessionPrice = Pence(-1) }), ("funding", altered { $0.pattern.funding = "LOTTERY" }),
        ("pupils", altered { $0.pupils = [] }), ("pupils", altered { $0.pupils = [pupil(sam), pupil(sam)] }), ("pupils", altered { $0.pupils = [pupil(sam, to: "2026-10-23")] }),
        ("pupils", altered { $0.pupils = [JoiningPupil(sam, called: "Sam", rolls: [])] }), ("proof", altered { $0.pattern.proof = Proof.none }),
        ("proof", altered { $0.isSectionF = true; $0.pattern.proof = .weekly }), ("do_not_judge_before", altered { $0.doNotJudgeBefore = day("2026-11-01") }),
        ("school_class", altered { $0.schoolClass = ClassID(3); $0.pupils = [] }), ("name", altered { $0.name = String(repeating: "x", count: 121) }),
    ]

    @Test("Says what is wrong beside the field, and starts nothing", arguments: wrong)
    func refused(field: String, form: StartProvision) {
        let found = problems { _ = try form.applied(to: precision, at: elm, today: today) }
        #expect(found.message(for: field) != nil, "\(found.list)")
        #expect(Set(found.list.map(\.field)).subtracting([field, "pupils"]).isEmpty, "\(found.list)")
    }

    @Test("A pupil who has left is named with the day")
    func left() {
        let form = Self.altered { $0.pupils = [pupil(sam, to: "2026-10-23")] }
        #expect(problems { _ = try form.applied(to: precision, at: elm, today: today) }.message(for: "pupils") == "Sam left this school on 23 October 2026.")
    }

    @Test("Another school's intervention is refused")
    func elsewhere() {
        var theirs = precision
        theirs.school = oak
        #expect(problems { _ = try Self.right.applied(to: theirs, at: elm, today: today) }.message(for: "intervention") != nil)
    }

    static let usual: [(InterventionKind, Int, Bool, Bool, Proof)] = [
        (.universal, 30, false, false, .none), (.targeted, 4, false, false, .weekly), (.targeted, 1, false, false, .eachSession), (.targetedPlus, 6, false, false, .weekly),
        (.specialist, 1, false, false, .eachSession), (.targeted, 4, true, false, .eachSession), (.targeted, 4, false, true, .eachSession), (.universal, 30, true, false, .eachSession),
    ]

    @Test("Proof fits the provision where nobody chooses", arguments: usual)
    func proof(kind: InterventionKind, size: Int, isSectionF: Bool, isExternal: Bool, expected: Proof) {
        #expect(Proof.usual(kind: kind, plannedSize: size, isSectionF: isSectionF, isExternal: isExternal) == expected)
    }

    @Test("What is there for everyone runs for a class, without pupils and times")
    func universal() throws {
        var entry = precision
        entry.kind = .universal
        var form = StartProvision(starts: today, pattern: PatternForm(times: [], plannedSize: 30), pupils: [])
        form.schoolClass = ClassID(3)
        let change = try form.applied(to: entry, at: elm, today: today)
        #expect(change.members.isEmpty && change.run?.after.schoolClass == ClassID(3) && change.patterns[0].after.proof == .none)
    }

    static let times: [(String, String?)] = [("9:15", "09:15"), ("09.15", "09:15"), (" 14:05 ", "14:05"), ("24:00", nil), ("9:60", nil), ("915", nil), ("9:5", nil), ("", nil), ("٩:١٥", nil), ("9::15", nil), ("-1:15", nil)]

    @Test("A time of day is read as people write it", arguments: times)
    func clock(text: String, expected: String?) { #expect(ClockTime(text)?.description == expected) }
}

@Suite("Changing, joining, leaving and ending a provision")
struct ProvisionActsTests {
    let club = readingClub(size: 4)

    @Test("A change from a day on leaves what was before")
    func change() throws {
        let change = try ChangeProvision(from: day("2026-11-24"), pattern: PatternForm(times: [timeForm(3)], plannedSize: 3), reason: "Hall in use").applied(to: club, lastLogged: day("2026-11-19"), today: today)
        #expect(change.patterns.map(\.event) == ["provision.planEnded", "provision.changed"])
        #expect(change.patterns[0].after.spell.ends == day("2026-11-23") && change.patterns[0].after.times == club.patterns[0].times)
        #expect(change.patterns[1].after.spell == Spell(starts: day("2026-11-24")) && change.patterns[1].after.run == club.run.id)
    }

    @Test("A change from the first day puts the week right in place")
    func correct() throws {
        let change = try ChangeProvision(from: day("2026-09-08"), pattern: twiceAWeek).applied(to: club, lastLogged: nil, today: today)
        #expect(change.patterns.map(\.event) == ["provision.planCorrected"] && change.patterns[0].after.id == club.patterns[0].id)
    }

    static let wrongDays: [(String, String?)] = [("2026-09-01", nil), ("2026-12-18", nil), ("2026-11-19", "2026-11-19"), ("2028-01-01", nil)]

    @Test("A change before the start, after the end, or over what is logged is refused", arguments: wrongDays)
    func refusedChange(from: String, logged: String?) {
        let found = problems { _ = try ChangeProvision(from: day(from), pattern: twiceAWeek).applied(to: club, lastLogged: logged.map(day), today: today) }
        #expect(found.message(for: "from") != nil)
    }

    @Test("A group can't be made smaller than those in it, nor an ended one changed")
    func refusedSize() throws {
        let small = PatternForm(times: [timeForm(3)], plannedSize: 2)
        #expect(problems { _ = try ChangeProvision(from: today, pattern: small).applied(to: club, lastLogged: nil, today: today) }.message(for: "group_size") == "3 pupils take part. Make the group larger.")
        var ended = club
        ended.run.endedOn = day("2026-11-20")
        #expect(problems { _ = try ChangeProvision(from: today, pattern: twiceAWeek).applied(to: ended, lastLogged: nil, today: today) }.message(for: "") != nil)
        #expect(problems { _ = try JoinProvision(pupil(dee), from: today).applied(to: ended, today: today) }.message(for: "") != nil)
        #expect(problems { _ = try EndProvision(lastDay: today, reason: "So").applied(to: ended, lastLogged: nil, today: today) }.message(for: "") != nil)
    }

    @Test("Ending ends the week and everybody's time in it")
    func end() throws {
        let change = try EndProvision(lastDay: day("2026-11-20"), reason: "Caught up").applied(to: club, lastLogged: day("2026-11-19"), today: today)
        #expect(change.run?.event == "provision.ended" && change.run?.after.isRunning == false && change.run?.reason == "Caught up")
        #expect(change.members.count == 3 && change.members.allSatisfy { $0.after.spell.ends == day("2026-11-20") } && change.patterns[0].after.spell.ends == day("2026-11-20"))
    }

    static let wrongEnds: [(String, String, String?, String)] = [
        ("last_day", "2026-11-24", nil, "So"), ("last_day", "2026-09-07", nil, "So"), ("last_day", "2026-11-10", "2026-11-19", "So"), ("reason", "2026-11-20", nil, "  "),
    ]

    @Test("An end in the future, before the start, before what is logged or without a reason is refused", arguments: wrongEnds)
    func refusedEnd(field: String, on: String, logged: String?, reason: String) {
        #expect(problems { _ = try EndProvision(lastDay: day(on), reason: reason).applied(to: club, lastLogged: logged.map(day), today: today) }.list.map(\.field) == [field])
    }

    @Test("It is past its end only while nobody ended it")
    func past() {
        #expect(!club.run.isPastItsEnd(on: day("2026-12-17")) && club.run.isPastItsEnd(on: day("2026-12-18")))
        var ended = club.run
        ended.endedOn = day("2026-12-17")
        #expect(!ended.isPastItsEnd(on: day("2027-01-10")))
    }

    @Test("A pupil joins where there is a place")
    func join() throws {
        let change = try JoinProvision(pupil(dee, "Dee", outcomes: [OutcomeID(9)]), from: today).applied(to: club, today: today)
        #expect(change.members.map(\.after) == [ProvisionMember(run: club.run.id, pupil: dee, spell: Spell(starts: today))] && change.outcomes[0].after.run == club.run.id)
        let found = { (who: JoiningPupil, from: String, club: WholeProvision) in problems { _ = try JoinProvision(who, from: day(from)).applied(to: club, today: today) }.list.map(\.field) }
        #expect(found(pupil(dee, to: "2026-11-20"), "2026-11-16", club) == ["pupil"], "on roll then, and gone today")
        #expect(found(pupil(sam), "2026-11-23", club) == ["pupil"])
        #expect(found(pupil(dee), "2026-09-07", club) == ["from"])
        #expect(found(pupil(dee), "2026-12-18", club) == ["from"])
        #expect(found(pupil(dee, to: "2026-11-20"), "2026-11-23", club) == ["pupil"])
        #expect(found(pupil(dee), "2026-11-23", readingClub(size: 3)) == ["pupil"])
    }

    @Test("A pupil leaves with a day and a reason")
    func leave() throws {
        let member = club.members[0]
        let change = try LeaveProvision(lastDay: today, reason: "Moved class").applied(to: member, of: club.run, lastLogged: day("2026-11-19"), today: today)
        #expect(change.event == "provision.left" && change.after.spell.ends == today && change.after.because == "Moved class")
        let found = { (on: String, why: String, logged: String?) in problems { _ = try LeaveProvision(lastDay: day(on), reason: why).applied(to: member, of: club.run, lastLogged: logged.map(day), today: today) }.list.map(\.field) }
        #expect(found("2026-11-24", "So", nil) == ["last_day"] && found("2026-09-07", "So", nil) == ["last_day"] && found("2026-11-18", "So", "2026-11-19") == ["last_day"] && found("2026-11-20", "", nil) == ["reason"])
        #expect(problems { _ = try LeaveProvision(lastDay: today, reason: "So").applied(to: change.after, of: club.run, lastLogged: nil, today: today) }.message(for: "") != nil)
        var other = member
        other.run = ProvisionID(99)
        #expect(problems { _ = try LeaveProvision(lastDay: today, reason: "So").applied(to: other, of: club.run, lastLogged: nil, today: today) }.message(for: "") != nil)
    }

    @Test("An outcome is linked once, and only for those who take part")
    func link() throws {
        var linked = club
        linked.outcomes = [try LinkOutcome(OutcomeID(3), of: sam).applied(to: club).after]
        #expect(problems { _ = try LinkOutcome(OutcomeID(3), of: sam).applied(to: linked) }.message(for: "outcome") != nil)
        #expect(problems { _ = try LinkOutcome(OutcomeID(4), of: dee).applied(to: club) }.message(for: "outcome") != nil)
    }
}
