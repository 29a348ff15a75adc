import Access
import Basics
import Database
import People
import Stage
import Statutory
import Testing

/// What happened in a matter, and the duties that are kept of it.
struct DutyStorageTests {
    @Test("An event is written down with what is owed from then on; what is done is marked, the rest stays open", arguments: StageEngine.here)
    func recorded(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine)
        try await stage.record(.needsAssessment, on: "2026-09-07")
        #expect(try await stage.duties().lines == ["NA-3 2026-10-19", "NA-6 2026-12-28", "NA-9 2027-01-25"])
        try await stage.meet("NA-3", on: "2026-10-21")
        let met = try #require(try await stage.duties().one("NA-3"))
        #expect(met.standing(today: stage.stage.today) == .metLate(days: 2) && met.doneWords == "Letter came" && met.owner == .la && met.edition == "2014" && met.citation.contains("5(1)"))
        #expect(met.duty.grounds[.school] == "reg 5(4)(a)")
        let sam = stage.sam.id, today = stage.stage.today
        let events = try await stage.stage.read { try $0.column("SELECT event FROM trail WHERE pupil_id = \(sam) AND (event LIKE 'duty%' OR event LIKE 'legal%') ORDER BY id", as: String.self) }
        #expect(events == ["legalEvent.recorded", "duty.arose", "duty.arose", "duty.arose", "duty.met"])
        let amira = stage.amira, strangers: [Viewer] = [.amira(at: stage.oak.id), .ruth, .grace(at: stage.elm.id)]
        #expect(try await stage.stage.read { try $0.duties(of: sam, for: amira, on: today) }.count == 3)
        for viewer in strangers { #expect(try await stage.stage.read { try $0.duties(of: sam, for: viewer, on: today) }.isEmpty, "\(viewer.name)") }
    }

    @Test("A day that is put right moves what is open and what was done since, and keeps excuses; the old event is replaced", arguments: StageEngine.here)
    func putRight(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine), first = try await stage.record(.needsAssessment, on: "2026-09-07", stated: .estimated)
        #expect(try await stage.duties().allSatisfy(\.isEstimated))
        try await stage.meet("NA-3", on: "2026-10-21")
        let before = try await stage.duties(), held = try #require(before.one("NA-9"))
        let excuse = try RecordExemption(ground: .school, evidence: "Letter of 20 July").applied(to: held.duty, today: stage.stage.today)
        try await stage.stage.act { _ = try $0.save(Change("exemption.recorded", to: DutyExemption(excuse, for: held, by: "Amira Khan"))) }
        let second = try await stage.record(.needsAssessment, on: "2026-09-09")
        let after = try await stage.duties()
        #expect(after.lines == ["NA-3 2026-10-21, done 2026-10-21", "NA-6 2026-12-30", "NA-9 2027-01-27"])
        #expect(after.map(\.id) == before.map(\.id) && after.allSatisfy { !$0.isEstimated && $0.event == second.id })
        #expect(try await stage.stage.read { try $0.exemptions(of: after) }[held.id]?.map(\.citation) == ["reg 13(3)"])
        let matter = stage.matter
        #expect(try await stage.stage.read { try $0.events(of: matter) }.map(\.id) == [second.id])
        #expect(try await stage.stage.read { try $0.one(first.id, of: LegalEvent.self) }?.replacedBy == second.id)
        #expect(try await stage.stage.store.check().isEmpty)
    }

    @Test("What the new day no longer owes is dropped, and what was done before it arises once more", arguments: StageEngine.here)
    func again(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine)
        try await stage.record(.needsAssessment, on: "2026-09-07", EventDetails(days: [.asked: day("2026-09-14")]))
        #expect(try await stage.duties().one("NA-5")?.owner == .school)
        try await stage.record(.needsAssessment, on: "2026-09-07")
        let dropped = try await stage.duties().filter { !$0.droppedBecause.isEmpty }
        #expect(dropped.map(\.rule) == ["NA-5"] && dropped.map(\.droppedBecause) == ["The day was put right"])
        let school = Matter.school(stage.elm.id)
        try await stage.record(.informationReport, on: "2025-09-30", of: school, stated: .ours)
        try await stage.meet("SD-5", of: school, on: "2026-09-28")
        try await stage.record(.informationReport, on: "2026-09-28", of: school, stated: .ours)
        #expect(try await stage.duties(of: school).lines == ["SD-5 2026-09-30, done 2026-09-28", "SD-5 2027-09-28"])
        #expect(try await stage.duties(of: .school(stage.elm.id, pupil: stage.sam.id)).isEmpty)
        let matter = stage.matter
        try await stage.stage.act { try $0.dropDuties(of: matter, because: "The request was taken back") }
        #expect(try await stage.duties().allSatisfy { !$0.isOpen })
    }

    @Test("A real day of the notice stands instead of the latest one, and putting the meeting right doesn’t bring that back", arguments: StageEngine.here)
    func laterEvent(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine), review = Matter(.review, row: RowID(4), pupil: stage.sam.id, school: stage.elm.id, council: "999")
        try await stage.record(.annualReview, on: "2026-10-05", of: review, stated: .ours)
        #expect(try await stage.duties(of: review).one("AR-12")?.dueOn == day("2026-12-28"))
        try await stage.record(.amendmentNotice, on: "2026-10-12", of: review)
        #expect(try await stage.duties(of: review).one("AR-12")?.dueOn == day("2026-12-07"))
        try await stage.record(.annualReview, on: "2026-10-06", of: review, stated: .ours)
        let after = try await stage.duties(of: review)
        #expect(after.one("AR-12")?.dueOn == day("2026-12-07") && after.one("AR-14")?.dueOn == day("2026-12-29"))
        #expect(after.filter { $0.rule == "AR-12" }.count == 1)
    }

    @Test("A notice that is written down only after the final plan came does not ask for that plan once more", arguments: StageEngine.here)
    func writtenLate(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine), review = Matter(.review, row: RowID(4), pupil: stage.sam.id, school: stage.elm.id, council: "999")
        try await stage.record(.annualReview, on: "2026-08-03", of: review, stated: .ours)
        try await stage.meet("AR-12", of: review, on: "2026-10-20")
        try await stage.record(.amendmentNotice, on: "2026-08-24", of: review)
        let final = try await stage.duties(of: review).filter { $0.rule == "AR-12" }
        #expect(final.lines == ["AR-12 2026-10-19, done 2026-10-20"] && final[0].standing(today: stage.stage.today) == .metLate(days: 1))
    }

    @Test("A school’s own closures say what may excuse, and move no date", arguments: StageEngine.here)
    func closures(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine), elm = stage.elm.id
        try await stage.stage.act { writer in
            for (name, starts, ends) in [("Summer term", "2026-04-13", "2026-07-21"), ("Autumn term", "2026-09-02", "2026-12-18")] {
                let change = try AddTerm(name: name, starts: day(starts), ends: day(ends)).applied(to: elm, beside: [])
                try writer.save(change)
            }
        }
        try await stage.record(.needsAssessment, on: "2026-07-06", EventDetails(days: [.asked: day("2026-07-20")]))
        let decide = try #require(try await stage.duties().one("NA-3"))
        #expect(decide.dueOn == day("2026-08-17") && decide.note.contains("EX-SCH applies") && decide.note.contains("reg 5(4)(a)"))
    }

    @Test("Open duties of the schools in sight: late first, by owner and days, where the pupil is now", arguments: StageEngine.here)
    func open(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine), (elm, oak, today) = (stage.elm.id, stage.oak.id, stage.stage.today)
        let olga = Matter(.plan, row: RowID(9), pupil: stage.olga.id, school: oak, council: "998")
        try await stage.record(.needsAssessment, on: "2026-09-07")
        try await stage.record(.adviceRequest, on: "2026-10-14", of: olga)
        try await stage.record(.informationReport, on: "2025-12-01", of: .school(elm), stated: .ours)
        let all = try await stage.open(.next(60, from: today), as: .operator)
        #expect(all.map { "\($0.urn) \($0.owed.rule) \($0.pupil)" } == ["999001 NA-3 Sam Whitlock", "999002 NA-5 Olga Birch", "999001 SD-5 ", "999001 NA-6 Sam Whitlock"])
        #expect(try await stage.open(.next(10, from: today, owner: .school), as: .operator).map(\.owed.rule) == ["NA-5"])
        #expect(try await stage.open(.next(60, from: today), as: stage.amira).map(\.owed.rule) == ["NA-3", "SD-5", "NA-6"])
        #expect(try await stage.open(.next(60, from: today, school: oak), as: stage.amira).isEmpty)
        #expect(try await stage.open(DutyFilter(from: today, until: today + 30), as: .ruth).map(\.owed.rule) == ["NA-5", "SD-5"])
        let teacher = Viewer(name: "Tom Reed", role: .teacher, sight: .schools([elm])), parent = Viewer(name: "Pat", role: .parent, sight: .pupils([stage.sam.id]))
        for viewer in [teacher, parent, .grace(at: elm)] { #expect(try await stage.open(.next(60, from: today), as: viewer).isEmpty, "\(viewer.name)") }
        try await stage.stage.enrolments(of: stage.sam, at: stage.elm) { $0.spell = Spell(starts: $0.spell.starts, ends: day("2026-11-10")) }
        _ = try await stage.stage.enrolment(of: stage.sam, at: stage.oak, Spell(starts: day("2026-11-11")))
        #expect(try await stage.open(.next(60, from: today), as: stage.amira).map(\.owed.rule) == ["SD-5"])
        #expect(try await stage.open(.next(60, from: today), as: .amira(at: oak)).map(\.owed.rule) == ["NA-3", "NA-5", "NA-6"])
    }
}
