import Access
import AreaKit
import Basics
import Database
import Files
import Pages
import People
import Stage
@testable import Statutory
import Testing

/// Nobody is told to be late who isn't, and nothing that was done is asked for again.
struct DutyJusticeTests {
    private func review(_ stage: StatutoryStage) -> Matter { Matter(.review, row: RowID(4), pupil: stage.sam.id, school: stage.elm.id, council: "999") }

    private func late(_ stage: StatutoryStage, on later: String) async throws -> [String] {
        let day = day(later)
        return try await stage.stage.read { try $0.openDuties(DutyFilter(until: day - 1), for: .operator, on: day) }.filter { $0.owed.countsAsLate(on: day) && !$0.isExcused }.map(\.owed.rule).sorted()
    }

    @Test("A meeting that is held, or moved, on another day than planned does not ask for invitations and papers again", arguments: StageEngine.here)
    func moved(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine), review = review(stage)
        try await stage.record(.annualReview, on: "2026-11-10", of: review, stated: .ours)
        try await stage.meet("AR-5", "AR-6", of: review, on: "2026-10-20")
        for held in ["2026-11-12", "2026-11-19"] { try await stage.record(.annualReview, on: held, of: review, stated: .ours) }
        let duties = try await stage.duties(of: review)
        for rule in ["AR-5", "AR-6", "AR-8", "AR-9"] { #expect(duties.filter { $0.rule == rule }.count == 1, "\(rule)") }
        #expect(duties.one("AR-5")?.doneOn == day("2026-10-20") && duties.one("AR-5")?.dueOn == day("2026-11-05") && duties.one("AR-6")?.isOpen == false)
        #expect(try await stage.stage.read { try $0.events(of: review) }.map(\.happenedOn) == [day("2026-11-19")])
    }

    @Test("A day that is put right to the day on which the duty was done, or past it, makes no second one", arguments: StageEngine.here)
    func ontoDone(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine), matter = stage.matter
        try await stage.record(.adviceRequest, on: "2026-10-04")
        try await stage.meet("NA-5", on: "2026-10-05")
        for asked in ["2026-10-05", "2026-10-07"] { try await stage.stage.act { try $0.record(.adviceRequest, on: day(asked), of: matter, stated: .council, putsRight: true) } }
        #expect(try await stage.duties().lines == ["NA-5 2026-11-18, done 2026-10-05"])
    }

    @Test("What happens again stays in the history beside what happened before", arguments: StageEngine.here)
    func again(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine), amira = stage.amira, sam = stage.sam.id
        try await stage.record(.decisionLetter, on: "2026-03-02")
        try await stage.record(.decisionLetter, on: "2026-10-01")
        let told = try await stage.stage.read { try legalTimeline($0, amira, sam) }
        #expect(told.map(\.day) == [day("2026-03-02"), day("2026-10-01")])
        #expect(try await stage.duties().one("MT-1")?.dueOn == day("2026-12-01"))
    }

    @Test("Of mediation the council owes a meeting only where the family wants one, and what follows meets it", arguments: StageEngine.here)
    func mediation(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine)
        func answer(_ key: String, _ row: Int) async throws -> [String] {
            let details = EventDetails(choices: [.about: try #require(OptionChoice.answers.first { $0.key == key })]), matter = Matter(.case, row: RowID(row), pupil: stage.sam.id, school: stage.elm.id, council: "999")
            try await stage.record(.mediation, on: "2026-10-10", details, of: matter)
            return try await stage.duties(of: matter).map(\.rule)
        }
        #expect(try await answer("no-mediation", 2) == ["MT-3"])
        #expect(try await answer("wants-mediation", 3) == ["MT-4"])
        #expect(CaseStepKind.assessing.meets.contains("MT-4") && CaseStepKind.appeal.meets.contains("MT-3"))
    }

    @Test("What a concession or an order asks for is met by the step that does it; the answer to the appeal, by either")
    func steps() {
        let meets = Dictionary(uniqueKeysWithValues: CaseStepKind.allCases.map { ($0, Set($0.meets)) })
        let arising = RuleBook.england.rules.filter { [.assessmentConceded, .contentConceded, .assessmentOrdered, .planOrdered, .amendmentOrdered, .schoolOrdered].contains($0.trigger) }.map(\.id)
        for rule in arising { #expect(meets.values.contains { $0.contains(rule) }, "\(rule) is met by no step") }
        #expect(meets[.assessing]?.isSuperset(of: ["MT-6", "MT-8"]) == true && meets[.notIssued]?.isSuperset(of: ["MT-6a", "MT-8a"]) == true)
        #expect(meets[.conceded] == ["MT-5"] && meets[.ordered] == ["MT-5"])
    }

    @Test("A day that nobody gave is estimated: after a meeting without an answer the council is late with its decision and the last day, and no more", arguments: StageEngine.here)
    func assumed(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine), review = review(stage)
        try await stage.record(.annualReview, on: "2026-05-05", of: review)
        try await stage.meet("AR-5", "AR-6", "AR-8", of: review, on: "2026-05-06")
        #expect(try await late(stage, on: "2026-11-20") == ["AR-14", "AR-9"])
        try await stage.meet("AR-9", of: review, on: "2026-06-10")
        #expect(try await late(stage, on: "2026-11-20") == ["AR-10", "AR-14"], "once it has decided, its notice is owed")
        try await stage.record(.amendmentNotice, on: "2026-06-15", of: review)
        #expect(try await late(stage, on: "2026-11-20").contains("AR-12"))
        let moved = Matter(.plan, row: RowID(9), pupil: stage.olga.id, school: stage.oak.id, council: "998")
        try await stage.record(.authorityTransfer, on: "2026-09-01", of: moved)
        #expect(try await stage.duties(of: moved).filter(\.isEstimated).map(\.rule) == ["TR-2", "TR-3"])
        try await stage.record(.authorityTransfer, on: "2026-09-01", EventDetails(days: [.transferred: day("2026-09-03")]), of: moved)
        #expect(try await stage.duties(of: moved).filter { $0.isOpen && $0.isEstimated }.isEmpty)
    }

    @Test("Programs and pages call nothing late that is estimated, open to a condition, or excused", arguments: StageEngine.here)
    func words(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine), path = "/api/v1/duties?days=60"
        try await stage.record(.needsAssessment, on: "2026-07-01", stated: .estimated)
        let estimated = try await stage.stage.visit(.read, path, as: stage.amira).text
        #expect(estimated.contains(#""estimated":true"#) && !estimated.contains(#""late_days":1"#) && estimated.contains(#""late_days":0"#))
        let page = try await stage.stage.visit(.read, "/duties", as: stage.amira).text
        #expect(page.contains("Day estimated") && !page.contains("days late") && !page.contains("tag-warn"))
    }

    @Test("What was done on a day that is only estimated is late on no page and in no figure; put right, it is", arguments: StageEngine.here)
    func guessedDone(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine), matter = stage.matter, today = stage.stage.today
        func figures() async throws -> [Int] { try await stage.stage.read { try $0.councilFigures(in: AcademicYear(containing: day("2026-08-12")), on: today) }.map(\.late) }
        try await stage.record(.needsAssessment, on: "2026-07-01")
        try await stage.stage.act { try $0.meet(["NA-3"], of: matter, on: day("2026-08-30"), stated: .estimated) }
        let owed = try #require(try await stage.duties().one("NA-3"))
        #expect(!owed.countsAsLate(on: today) && owed.standingWords(on: today, isExcused: false) == "Done; its day was estimated")
        #expect(try await figures() == [])
        let form = try await stage.stage.visit(.read, "/duties/\(owed.row)/done", as: stage.amira).text
        #expect(form.contains(#"<option value="estimated" selected>"#))
        #expect(try await stage.stage.visit(.send, "/duties/\(owed.row)/done", as: stage.amira, form: ["done_on": "2026-08-30", "stated": "council", "words": "Letter", "seen": "\(owed.version)"]).status == 303)
        #expect(try await figures() == [1])
        #expect(try await stage.duties().one("NA-3")?.standingWords(on: today, isExcused: false) == "Done 18 days late")
        #expect(try await stage.stage.visit(.send, "/duties/\(owed.row)/done", as: stage.amira, form: ["done_on": "", "seen": "\(owed.version + 1)"]).status == 303)
        #expect(try await stage.duties().one("NA-3")?.doneStated == nil)
    }

    @Test("A duty is not done before the day from which it runs", arguments: StageEngine.here)
    func tooEarly(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine)
        try await stage.record(.needsAssessment, on: "2026-09-07")
        let row = try #require(try await stage.duties().one("NA-3")).row
        let early = try await stage.stage.visit(.send, "/duties/\(row)/done", as: stage.amira, form: ["done_on": "2016-10-10"])
        #expect(early.status == 422 && early.text.contains("This is before 7 September 2026"))
        try await stage.record(.annualReview, on: "2026-11-10", of: review(stage), stated: .ours)
        let invite = try #require(try await stage.duties(of: review(stage)).one("AR-5"))
        #expect(throws: Problems.self) { try MeetDuty(on: day("2016-10-20")).applied(to: invite, since: day("2026-11-10"), today: day("2026-11-20")) }
        #expect(try MeetDuty(on: day("2026-10-20")).applied(to: invite, since: day("2026-11-10"), today: day("2026-11-20")).after.doneOn == day("2026-10-20"))
    }

    @Test("An excuse is taken back with a reason, the duty counts again, and the trail keeps both", arguments: StageEngine.here)
    func takenBack(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine)
        try await stage.record(.needsAssessment, on: "2026-09-07")
        let row = try #require(try await stage.duties().one("NA-3")).row, path = "/duties/\(row)/excuse"
        _ = try await stage.stage.visit(.send, path, as: stage.amira, form: ["ground": "EX-SCH", "evidence": "Wrong letter"])
        #expect(try await late(stage, on: "2026-11-20") == [])
        #expect(try await stage.stage.visit(.read, path, as: stage.amira).text.contains("\(path)/withdraw"))
        let excuse = try #require(try await stage.stage.read { try $0.value("SELECT id FROM duty_exemption", as: Int.self) })
        #expect(try await stage.stage.visit(.send, "\(path)/withdraw", as: stage.amira, form: ["excuse": "\(excuse)", "reason": ""]).status == 422)
        #expect(try await stage.stage.visit(.send, "\(path)/withdraw", as: .ruth, form: ["excuse": "\(excuse)", "reason": "x"]).status == 404)
        #expect(try await stage.stage.visit(.send, "\(path)/withdraw", as: stage.amira, form: ["excuse": "\(excuse)", "reason": "It was about another pupil’s case"]).next?.hasSuffix("saved=taken-back") == true)
        #expect(try await late(stage, on: "2026-11-20") == ["NA-3"])
        #expect(try await stage.stage.visit(.send, path, as: stage.amira, form: ["ground": "EX-SCH", "evidence": "The right letter"]).status == 303)
        let events: [String] = try await stage.stage.read { try $0.column("SELECT event FROM trail WHERE event LIKE 'exemption.%' ORDER BY id") }
        #expect(events == ["exemption.recorded", "exemption.withdrawn", "exemption.recorded"])
    }

    @Test("A healthcare plan goes along to the next school of the trust, and stays one", arguments: StageEngine.here)
    func healthcare(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine), path = "/pupils/\(stage.sam.id)/duties/record", sam = stage.sam.id
        #expect(try await stage.stage.visit(.send, path, as: stage.amira, form: ["day": "2025-11-03"]).status == 303)
        try await stage.stage.enrolments(of: stage.sam, at: stage.elm) { $0.spell = Spell(starts: $0.spell.starts, ends: day("2026-09-01")) }
        _ = try await stage.stage.enrolment(of: stage.sam, at: stage.oak, Spell(starts: day("2026-09-02")))
        let oak = Viewer.amira(at: stage.oak.id)
        #expect(try await stage.stage.visit(.read, path, as: oak).text.contains("What stands: 3 November 2025."))
        #expect(try await stage.stage.visit(.send, path, as: oak, form: ["day": "2026-11-01", "why": "again"]).status == 303)
        let duties = try await stage.stage.read { try $0.all(OwedDuty.self, "WHERE pupil_id = \(sam) AND rule = 'SD-12' ORDER BY due_on") }
        #expect(duties.lines == ["SD-12 2026-11-03, done 2026-11-01", "SD-12 2027-11-01"])
    }

    @Test("Who leaves the trust takes the record along; what else was open ends, and comes back with the pupil", arguments: StageEngine.here)
    func left(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine), elm = stage.elm
        try await stage.record(.needsAssessment, on: "2026-09-07")
        _ = try await stage.stage.status("K", of: stage.sam, Spell(starts: day("2026-01-05")))
        try await stage.stage.enrolments(of: stage.sam, at: elm) { $0.spell = Spell(starts: $0.spell.starts, ends: day("2026-11-13")) }
        let now = Instant(stage.stage.today, hour: 9)
        for _ in 1...2 { try await stage.stage.store.raiseDuties(now: now) }
        #expect(try await stage.open(.next(60, from: stage.stage.today, owner: .school), as: stage.amira).map(\.owed.rule) == ["SD-17", "SD-16"])
        #expect(try await stage.duties().allSatisfy { $0.droppedBecause == "The pupil left the trust" })
        #expect(try await stage.stage.read { try $0.value("SELECT COUNT(*) FROM statutory_event WHERE event = 'leaving'", as: Int.self) } == 1)
        try await stage.stage.enrolments(of: stage.sam, at: elm) { $0.spell = Spell(starts: $0.spell.starts) }
        try await stage.stage.store.raiseDuties(now: now)
        #expect(try await stage.duties().allSatisfy { $0.isOpen })
        #expect(try await stage.open(.next(60, from: stage.stage.today, owner: .school), as: stage.amira).map(\.owed.rule) == ["SD-16"])
        #expect(try await stage.stage.store.check().isEmpty)
    }

    @Test("A calendar keeps what is to come where there is more than it holds, and says how much is left out")
    func full() async throws {
        let stage = try await StatutoryStage(), link = CalendarLink(of: AccountID(7), digest: "", at: Instant(stage.stage.today, hour: 9), showsNames: true), amira = stage.amira, today = stage.stage.today
        try await stage.record(.needsAssessment, on: "2026-09-07")
        try await stage.record(.informationReport, on: "2025-11-01", of: .school(stage.elm.id), stated: .ours)
        let file = try await stage.stage.read { try $0.calendar(link, for: amira, on: today, front: "", room: 2) }
        #expect(file.entries.map(\.title).contains { $0.hasPrefix("2 duties more") } && file.entries.contains { $0.title.contains("no plan") })
    }
}
