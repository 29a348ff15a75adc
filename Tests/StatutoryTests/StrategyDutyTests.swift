import Access
import Basics
import Database
import Pages
import People
import Stage
@testable import Statutory
import Testing

/// The inclusion strategy, which each mainstream school owes by 31 December (SD-16).
struct StrategyDutyTests {
    private func lines(_ stage: StatutoryStage, _ school: School) async throws -> [String] { try await stage.duties(of: .school(school.id)).lines }

    private func write(_ day: String, wrong: Bool = false, _ stage: StatutoryStage) async throws {
        let elm = Matter.school(stage.elm.id), own = RecordOwnDay(.inclusionStrategy, on: Basics.Day(day), putsRight: wrong)
        try await stage.stage.act { try $0.save(own, of: elm) }
    }

    @Test("Each mainstream school owes it though nobody typed a day; asked again, nothing is added", arguments: StageEngine.here)
    func raised(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine)
        let oak = stage.oak
        try await stage.stage.act { writer in
            var special = oak
            special.kind = .special
            try writer.save(Change("school.changed", from: oak, to: special))
        }
        for _ in 1...2 { try await stage.stage.act { try $0.raiseStrategyDuties() } }
        #expect(try await lines(stage, stage.elm) == ["SD-16 2026-12-31"])
        #expect(try await lines(stage, stage.oak) == [])
        #expect(try await stage.open(.next(60, from: stage.stage.today), as: stage.amira).map(\.owed.rule) == ["SD-16"])
        let page = try await stage.stage.visit(.read, "/schools/\(stage.elm.id)/duties", as: .helen(at: stage.elm.id)).text
        #expect(page.contains("No day is written down yet.") && page.contains("31 December 2026") && !page.contains("25 June 2026"))
    }

    @Test("The first publication meets the first duty, and a later one of the same year meets nothing twice", arguments: StageEngine.here)
    func first(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine)
        try await write("2026-11-01", stage)
        #expect(try await lines(stage, stage.elm) == ["SD-16 2026-12-31, done 2026-11-01", "SD-16 2027-12-31"])
        try await write("2026-11-18", stage)
        #expect(try await lines(stage, stage.elm) == ["SD-16 2026-12-31, done 2026-11-01", "SD-16 2027-12-31"])
        await #expect(throws: Problems.self) { try await write("2026-06-25", stage) }
        let page = try await stage.stage.visit(.read, "/schools/\(stage.elm.id)/duties", as: .helen(at: stage.elm.id)).text
        #expect(page.contains("18 November 2026") && !page.contains("Write down the new day"))
    }

    @Test("A day that is put right moves the day it was done, and opens nothing again", arguments: StageEngine.here)
    func putRight(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine)
        try await write("2026-11-10", stage)
        try await write("2026-11-12", wrong: true, stage)
        #expect(try await lines(stage, stage.elm) == ["SD-16 2026-12-31, done 2026-11-12", "SD-16 2027-12-31"])
        let elm = Matter.school(stage.elm.id)
        #expect(try await stage.stage.read { try $0.events(of: elm) }.map(\.happenedOn) == [day("2026-06-25"), day("2026-11-12")])
    }

    @Test("In the next year it is due again; late is late, and the year after is reckoned from its own 31 December")
    func years() throws {
        func owed(_ due: String, done: String? = nil) -> OwedDuty {
            let event = LegalEvent(.inclusionStrategy, on: day("2026-06-25"), of: .school(SchoolID(1)), stated: .ours, by: "Helen Marsh")
            var owed = OwedDuty(event.timetable(closures: [], countedFrom: day(due)).duties[0], from: event)
            owed.doneOn = done.map { day($0) }
            return owed
        }
        func applied(_ text: String, _ standing: [OwedDuty], last: String?, wrong: Bool = false) throws -> RecordOwnDay.Recorded {
            try RecordOwnDay(.inclusionStrategy, on: day(text), putsRight: wrong).applied(beside: standing, last: last.map { day($0) }, today: day("2028-03-01"))
        }
        let late = try applied("2027-01-05", [owed("2026-12-31")], last: nil)
        #expect(late.from == day("2027-01-05") && late.changes.map(\.after.doneOn) == [day("2027-01-05")])
        let second = try applied("2027-12-10", [owed("2026-12-31", done: "2026-11-01"), owed("2027-12-31")], last: "2026-11-01")
        #expect(second.from == day("2028-01-01") && second.changes.map(\.after.dueOn) == [day("2027-12-31")])
        let wrongYear = try applied("2026-12-10", [owed("2026-12-31", done: "2026-11-01"), owed("2027-12-31", done: "2027-12-10"), owed("2028-12-31")], last: "2027-12-10", wrong: true)
        #expect(wrongYear.from == day("2027-01-01") && wrongYear.changes.map(\.event) == ["duty.reopened", "duty.dropped"])
    }

    @Test("The page that publishes a strategy says so once: the duty is met, and the next one arises", arguments: StageEngine.here)
    func published(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine), elm = stage.elm.id
        for on in ["2026-11-10", "2026-11-10", "2026-11-09"] { try await stage.stage.act { try $0.recordStrategyPublished(school: elm, on: day(on), words: "On the website") } }
        #expect(try await lines(stage, stage.elm) == ["SD-16 2026-12-31, done 2026-11-10", "SD-16 2027-12-31"])
        #expect(try await stage.stage.store.check().isEmpty)
    }
}
