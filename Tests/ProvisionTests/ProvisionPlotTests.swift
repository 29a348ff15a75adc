import Basics
@testable import People
@testable import Provision
import Testing

@Suite("The plot of the demonstration’s provision")
struct ProvisionPlotTests {
    static let day = Day(2026, 11, 20) ?? .distantPast

    /// An invented school of so many pupils with support, every sixth with a plan.
    static func cast(_ number: Int, place: Int = 0, kind: School.Kind = .mainstream) -> ProvisionCast {
        let school = School(id: SchoolID(1), urn: "999001", name: "Elm Primary School", laCode: "999", laName: "", establishment: "2001", phase: "Primary", kind: kind, unitRecognised: false, resourcedRecognised: false)
        let pupils = (0..<number).map { place in
            var pupil = CastPupil(id: PupilID(100 + place), called: "Pupil \(place)", birth: day.adding(years: -5 - place % 6), hasPlan: place % 6 == 5, since: day.adding(years: -3), roll: Spell(starts: day.adding(years: -3)), isMain: true,
                                  area: ["C&I", "C&L", "SEMH", "S&P"][place % 4], schoolClass: ClassID(1 + place % 7), isInBase: false)
            pupil.outcomes = [(day.adding(years: -2), OutcomeID(1000 + place)), (day - 70, OutcomeID(2000 + place))]
            return pupil
        }
        let staff = { (first: Int, number: Int) in (first..<first + number).map { StoryStaff(id: StaffID($0), name: "Staff \($0)") } }
        return ProvisionCast(school: school, place: place, senco: "Amira", pupils: pupils, assistants: staff(1, 5), teachers: staff(20, 7), classes: (1...7).map { (ClassID($0), "\($0) Ash") })
    }

    @Test("Nobody is in two places but where it is planted, in a thin story and in a dense one", arguments: [false, true])
    func places(isDense: Bool) {
        let plot = ProvisionPlot(Self.cast(36), isDense: isDense, today: Self.day)
        let slots = plot.runs.enumerated().filter { $0.element.endedOn == nil && $0.element.gap != .overrun }.flatMap { place, run in
            run.times.map { time in
                WeekSlot(run: ProvisionID(place + 1), name: run.name, spell: Spell(starts: run.starts, ends: run.plannedEnd), weekday: time.weekday ?? 0, startsAt: time.startsAt ?? ClockTime("09:00")!, minutes: time.minutes ?? 0,
                         staff: Set(time.adults.compactMap(\.staff)), pupils: Set(run.pupils), room: time.room)
            }
        }
        let clashes = Clash.found(among: slots)
        #expect(Set(clashes.flatMap { [$0.first.run, $0.second.run] }).count == 2)
        #expect(clashes.allSatisfy { if case .staff = $0.what { true } else { false } })
    }

    @Test("Everybody with support has a provision, but the one who is forgotten on purpose")
    func everybody() {
        let plot = ProvisionPlot(Self.cast(36), isDense: false, today: Self.day), running = plot.runs.filter { $0.endedOn == nil }
        let covered = Set(running.compactMap(\.schoolClass)), inRuns = Set(running.flatMap(\.pupils))
        let without = plot.cast.pupils.filter { !inRuns.contains($0.id) && !($0.schoolClass.map(covered.contains) ?? false) }.map(\.id)
        #expect(without == [plot.gaps[.missing]])
        #expect(Set(plot.gaps.values).count == plot.gaps.count, "no two gaps are about one pupil")
        #expect(Set(plot.runs.compactMap(\.gap)).isSuperset(of: [.unproved, .overrun, .twoPlaces, .withoutRate, .short, .low]))
    }

    @Test("The same people make the same plot, and only every third mainstream school leaves something undone")
    func same() {
        let plot = ProvisionPlot(Self.cast(36), isDense: true, today: Self.day), again = ProvisionPlot(Self.cast(36), isDense: true, today: Self.day)
        #expect(plot.runs.map(\.name) == again.runs.map(\.name) && plot.gaps == again.gaps)
        for (place, kind) in [(1, School.Kind.mainstream), (2, .mainstream), (0, .special)] {
            let other = ProvisionPlot(Self.cast(36, place: place, kind: kind), isDense: false, today: Self.day)
            #expect(other.gaps.isEmpty && other.runs.allSatisfy { $0.gap == nil })
        }
    }

    @Test("Terms go back two years, each begins on a Monday, and the last runs")
    func cycles() {
        let cycles = ProvisionCycle.all(until: Self.day)
        #expect(cycles.map(\.words) == ["autumn 2024", "spring 2025", "summer 2025", "autumn 2025", "spring 2026", "summer 2026", "autumn 2026"])
        #expect(cycles.allSatisfy { $0.starts.weekday == 1 && $0.starts < $0.ends } && cycles.map { $0.isRunning(on: Self.day) } == [false, false, false, false, false, false, true])
        #expect(cycles[0].starts == Day(2024, 11, 25))
    }

    @Test("A week’s grid gives each time once, keeps noon free and says when there is none")
    func grid() {
        var grid = WeekGrid()
        let tess = WeekGrid.Who.staff(StaffID(1)), sam = WeekGrid.Who.pupil(PupilID(1)), ana = WeekGrid.Who.pupil(PupilID(2))
        #expect(grid.take([tess, sam], weekdays: [1, 3], minutes: 90, from: 0) == ClockTime("09:00"))
        #expect(grid.take([tess, ana], weekdays: [3], minutes: 90, from: 0) == ClockTime("10:30"))
        #expect(grid.take([tess, ana], weekdays: [3], minutes: 60, from: 0) == ClockTime("13:00"))
        #expect(grid.take([tess], weekdays: [3], minutes: 90, from: 0) == nil)
        #expect(grid.isFree(sam, 3, at: ClockTime("10:30")!, minutes: 30) && !grid.isFree(sam, 3, at: ClockTime("10:25")!, minutes: 30))
    }
}
