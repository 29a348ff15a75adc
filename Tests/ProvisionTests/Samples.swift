import Basics
import Foundation
@testable import People
@testable import Provision

// People in these tests, the same everywhere: Elm is a school; Sam, Ana, Ben, Cas and Dee are pupils there; Tess is a teaching assistant.

let elm = SchoolID(1), oak = SchoolID(2)
let sam = PupilID(11), ana = PupilID(12), ben = PupilID(13), cas = PupilID(14), dee = PupilID(15)
let tess = StaffID(21), tom = StaffID(22)
let key = "0123456789abcdef"

/// A day that is written as it is read.
func day(_ text: String) -> Day { Day(text) ?? .distantPast }

/// Monday.
let today = day("2026-11-23")

/// Elm's autumn: 2 September to 18 December 2026 with a half-term, a training day and a snow day.
let elmDays = SchoolDays(
    terms: [
        Term(id: .new, school: elm, academicYear: 2026, name: "Autumn", starts: day("2026-09-02"), ends: day("2026-12-18")),
        Term(id: .new, school: elm, academicYear: 2026, name: "Spring", starts: day("2027-01-04"), ends: day("2027-03-25")),
        Term(id: .new, school: elm, academicYear: 2026, name: "Summer", starts: day("2027-04-12"), ends: day("2027-07-20")),
    ],
    closures: [
        Closure(id: .new, school: elm, kind: .inset, name: "INSET", starts: day("2026-09-02"), ends: day("2026-09-02")),
        Closure(id: .new, school: elm, kind: .holiday, name: "Half-term", starts: day("2026-10-26"), ends: day("2026-10-30")),
        Closure(id: .new, school: elm, kind: .closure, name: "Snow", starts: day("2026-11-17"), ends: day("2026-11-17")),
    ])

let elmYear = elmDays.list(from: day("2026-09-01"), to: day("2027-08-31"))

let precision: Intervention = {
    var entry = Intervention(id: InterventionID(5), key: "", name: "Reading club", kind: .targeted, areas: ["C&L"], groupSize: 3, minutes: 30, sessionsAWeek: 2, weeks: 10, role: "ta")
    entry.sharedMaterials = Pence(1000)
    return entry
}()

func pupil(_ id: PupilID, _ called: String = "Sam", from: String = "2024-09-01", to: String? = nil, outcomes: [OutcomeID] = []) -> JoiningPupil {
    JoiningPupil(id, called: called, rolls: [Spell(starts: day(from), ends: to.map(day))], outcomes: outcomes)
}

/// Tuesdays and Thursdays at 9:15 for half an hour with Tess.
let twiceAWeek = PatternForm(times: [2, 4].map { timeForm($0) }, plannedSize: 3)

func timeForm(_ weekday: Int?, at: String = "9:15", _ minutes: Int? = 30, room: String = "Den", by adults: [SessionAdult] = [SessionAdult("ta", tess)]) -> PatternForm.TimeForm {
    PatternForm.TimeForm(weekday: weekday, startsAt: ClockTime(at), minutes: minutes, room: room, adults: adults)
}

/// A provision of three pupils at Elm since 8 September 2026.
func readingClub(size: Int = 3, pupils: [PupilID] = [sam, ana, ben], proof: Proof = .eachSession, weekdays: [Int] = [2, 4], minutes: Int = 30, starts: String = "2026-09-08", end: String? = "2026-12-17",
                 funding: String = "", price: Pence = Pence(0), kind: InterventionKind = .targeted, roles: [String] = ["ta"], run: Int = 31) -> WholeProvision {
    let id = ProvisionID(run)
    let times = weekdays.map { WeeklyTime(id: RowID(run * 10 + $0), weekday: $0, startsAt: ClockTime("9:15")!, minutes: minutes, room: "Den", adults: roles.map { SessionAdult($0, tess) }) }
    let week = WeeklyPattern(id: RowID(41), run: id, spell: Spell(starts: day(starts)), times: times, plannedSize: size, proof: proof, funding: funding, sessionPrice: price)
    return WholeProvision(
        run: ProvisionRun(id: id, school: elm, intervention: precision.id, name: "Reading club", kind: kind, starts: day(starts), plannedEnd: end.map(day)), patterns: [week],
        members: pupils.map { ProvisionMember(id: RowID($0.rawValue), run: id, pupil: $0, spell: Spell(starts: day(starts))) })
}

func setting(on day: Day = today, isSchoolDay: Bool = true) -> LogSession.Setting { LogSession.Setting(school: elm, isSchoolDay: isSchoolDay, who: "Tess Tran", today: day) }

/// The problems that a rule says; none where it did what was asked.
func problems(_ body: () throws -> Void) -> Problems {
    do { try body() } catch let problems as Problems { return problems } catch { return Problems("?", "\(error)") }
    return Problems()
}

/// The rows of a table that Python wrote.
func oracle(_ name: String) throws -> [[String: String]] {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: tests.appending(path: "Oracles/\(name).csv"), encoding: .utf8)
    let lines = text.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
}

/// Numbers that look random and are the same on every run.
struct Draw: RandomNumberGenerator {
    private var state: UInt64
    init(_ seed: UInt64 = 5) { state = seed }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}
