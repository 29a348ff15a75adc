import Access
import Agencies
import Basics
import Database
import Pages
import People
import Stage
@testable import Statutory
import Testing

/// Requests for an assessment: their rules, their pages, and what the law’s clock makes of each step.
struct AssessmentCaseTests {
    @Test("Every step but the end has one that follows, and advice goes beside the rest")
    func steps() {
        for kind in CaseStepKind.allCases { #expect(kind.isOver == CaseStepKind.next(after: [kind]).isEmpty, "\(kind)") }
        #expect(CaseStepKind.next(after: [.begun, .asked]) == [.assessing, .refused, .withdrawn, .adviceAsked])
        #expect(CaseStepKind.next(after: [.begun, .asked, .adviceAsked]).contains(.adviceGiven))
        #expect(CaseStepKind.next(after: [.begun, .asked, .adviceAsked, .assessing]).contains(.adviceGiven), "a decision does not end what is asked of the school")
        #expect(!CaseStepKind.next(after: [.begun]).contains(.adviceAsked))
        let reached = CaseStepKind.allCases.reduce(into: Set<CaseStepKind>()) { $0.formUnion(CaseStepKind.next(after: [.begun, $1])) }
        #expect(Set(CaseStepKind.allCases).subtracting(reached.union([.begun, .adviceGiven])) == [])
        #expect(Set(CaseStepKind.allCases.map(\.event)).count == CaseStepKind.allCases.count)
    }

    @Test("What is wrong with a step is said beside its field")
    func refusals() throws {
        let today = day("2026-11-20"), held = try KeepCase(.request, askedBy: .school, council: "999").applied(about: PupilID(1), at: SchoolID(1), beside: [], hasPlan: false, by: "Amira", today: today).after
        let steps = [CaseStep(.begun, of: held, on: today, stated: .ours, words: "", by: "Amira"), CaseStep(.asked, of: held, on: day("2026-11-10"), stated: .ours, words: "", by: "Amira")]
        let problems = { (take: TakeCaseStep) -> [String] in
            do { _ = try take.applied(to: held, after: steps, by: "Amira", today: today); return [] } catch let problems as Problems { return problems.list.map(\.field) } catch { return ["?"] }
        }
        #expect(problems(TakeCaseStep(.assessing, on: day("2026-11-12"), stated: .council)) == [])
        #expect(problems(TakeCaseStep(.final, on: day("2026-11-12"), stated: .council)) == ["to"])
        #expect(problems(TakeCaseStep(.assessing, on: day("2026-11-09"), stated: .council)) == ["happened_on"])
        #expect(problems(TakeCaseStep(.assessing, on: day("2026-11-21"), stated: .council)) == ["happened_on"])
        #expect(problems(TakeCaseStep(.refused, on: nil, stated: nil)) == ["happened_on", "stated", "words"])
        #expect(throws: Problems.self) { try KeepCase(.reassessment, askedBy: .family, council: "999").applied(about: PupilID(1), at: SchoolID(1), beside: [], hasPlan: false, by: "Amira", today: today) }
        #expect(throws: Problems.self) { try KeepCase(.request, askedBy: .family, council: "Larkshire").applied(about: PupilID(1), at: SchoolID(1), beside: [], hasPlan: false, by: "Amira", today: today) }
        #expect(throws: Problems.self) { try KeepCase(.request, askedBy: .family, council: "999").applied(about: PupilID(1), at: SchoolID(1), beside: [held], hasPlan: false, by: "Amira", today: today) }
        #expect(throws: Problems.self) { try KeepChecklist("Attendance | astrology") }
        #expect(try KeepChecklist("Attendance | attendance\n\nOther things").lines.map(\.source) == [.attendance, .none])
    }

    @Test("A line may be for later years alone", arguments: [
        ("From Year 9 on: help to prepare for adulthood", 9), ("from year 12, a plan for work", 12), ("From Year on", nil), ("Year 9 reports", nil), ("Attendance", nil), ("", nil),
    ] as [(String, Int?)]) func linesForLaterYears(words: String, year: Int?) {
        #expect(ChecklistAsk(words, .none, for: "", at: 1).firstYear == year)
    }

    private func begin(_ stage: StatutoryStage, by asker: String = "school") async throws -> String {
        let answer = try await stage.stage.visit(.send, "/pupils/\(stage.sam.id)/ehc/requests/start", as: stage.amira, form: ["kind": "request", "asked_by": asker, "la": "999", "reason": "Words are hard to find in spite of two cycles"])
        return String((answer.next ?? "").split(separator: "?").first ?? "")
    }

    private func step(_ stage: StatutoryStage, _ path: String, _ to: String, _ day: String, words: String = "", about: String = "") async throws -> Answer {
        try await stage.stage.visit(.send, "\(path)/step", as: stage.amira, form: ["to": to, "happened_on": day, "stated": "council", "words": words, "about": about])
    }

    private func lines(_ stage: StatutoryStage, _ path: String) async throws -> [String] {
        let row = try #require(RowID(path.split(separator: "/").last ?? ""))
        return try await stage.duties(of: Matter(.case, row: row, pupil: stage.sam.id, school: stage.elm.id, council: "999")).lines
    }

    @Test("From the request to the final plan each step is dated, moves the clock, and the plan is there in the end", arguments: StageEngine.here)
    func whole(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine), path = try await begin(stage)
        #expect(try await lines(stage, path) == [], "before it is sent no day is counted")
        #expect(try await step(stage, path, "asked", "2026-04-06").next == "\(path)?saved=step")
        #expect(try await lines(stage, path).map { String($0.prefix(15)) } == ["NA-3 2026-05-18", "NA-6 2026-07-27", "NA-9 2026-08-24"])
        let page = try await stage.stage.visit(.read, path, as: .helen(at: stage.elm.id)).text
        #expect(page.contains("Next:") && page.contains("LA, by 18 May 2026") && page.contains("Words are hard to find") && !page.contains("\(path)/step"))
        #expect(try await stage.stage.visit(.read, "/ehc/requests", as: stage.amira).text.contains("Whitlock"))
        for (to, day) in [("assessing", "2026-05-20"), ("advice_asked", "2026-05-20"), ("advice_given", "2026-06-10"), ("draft", "2026-07-20"), ("comments", "2026-07-30"), ("final", "2026-08-20"), ("closed", "2026-09-01")] {
            #expect(try await step(stage, path, to, day).status == 303, "\(to)")
        }
        let all = try await lines(stage, path)
        for line in ["NA-3 2026-05-18, done 2026-05-20", "NA-5 2026-07-01, done 2026-06-10", "NA-7 2026-08-03, done 2026-08-20", "NA-9 2026-08-24, done 2026-08-20"] { #expect(all.contains(line), "\(line) in \(all)") }
        let sam = stage.sam.id, plan = try #require(try await stage.stage.read { try $0.all(EHCPlan.self, "WHERE pupil_id = \(sam)").first })
        #expect(plan.finalOn == day("2026-08-20") && plan.council == "999")
        #expect(try await stage.duties(of: plan.matter).one("AR-1")?.dueOn == day("2027-08-19"))
        #expect(try await step(stage, path, "appeal", "2026-09-02").status == 422, "it is over")
        #expect(try await stage.stage.visit(.read, "/ehc/requests?which=over", as: stage.amira).text.contains("Whitlock"))
        #expect(try await stage.stage.visit(.read, "/pupils/\(sam)", as: stage.amira).text.contains("EHC request: Final plan came."))
        let events: [String] = try await stage.stage.read { try $0.column("SELECT event FROM trail WHERE pupil_id = \(sam) AND event LIKE 'ehcCase%' ORDER BY id") }
        #expect(Set(["ehcCase.begun", "ehcCase.asked", "ehcCase.assessmentAgreed", "ehcCase.draftCame", "ehcCase.finalCame", "ehcCase.closed"]).subtracting(events) == [])
        #expect(try await stage.stage.store.check().isEmpty)
    }

    @Test("A refusal ends what was owed, and sets the family’s time to appeal going; an order goes on from there")
    func refused() async throws {
        let stage = try await StatutoryStage(), path = try await begin(stage, by: "family")
        #expect(try await step(stage, path, "asked", "2026-06-01").status == 303)
        #expect(try await step(stage, path, "refused", "2026-07-10").status == 422, "a refusal says why")
        #expect(try await step(stage, path, "refused", "2026-07-10", words: "The council sees enough help in school").status == 303)
        let lines = try await lines(stage, path)
        #expect(lines.contains("NA-3 2026-07-13, done 2026-07-10") && lines.contains { $0.hasPrefix("MT-1") } && !lines.contains { $0.hasPrefix("NA-9") })
        let over = try await stage.stage.visit(.read, path, as: stage.amira).text, list = try await stage.stage.visit(.read, "/ehc/requests", as: stage.amira).text
        #expect(over.contains("The time is over") && over.contains("Nobody owes anything now") && !list.contains("Appeal to the"), "nobody waits for a right whose time is over")
        #expect(try await step(stage, path, "appeal", "2026-09-04").status == 303)
        #expect(try await self.lines(stage, path).contains { $0.hasPrefix("MT-1") && $0.hasSuffix("done 2026-09-04") })
        let orderless = try await step(stage, path, "ordered", "2026-11-02")
        #expect(orderless.status == 422 && orderless.text.contains("href=\"#about\""))
        #expect(try await step(stage, path, "ordered", "2026-11-02", about: "assessment").status == 303)
        #expect(try await self.lines(stage, path).contains { $0.hasPrefix("MT-8") })
    }

    @Test("The checklist takes from the record what is there, and a person says the rest; the evidence stands on one page", arguments: StageEngine.here)
    func checklist(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine), path = try await begin(stage)
        #expect(try await stage.stage.visit(.read, path, as: stage.amira).text.contains("0 of 9 are here"), "what is asked from Year 9 on is not asked of a younger child")
        #expect(try await stage.stage.visit(.send, "\(path)/change", as: stage.amira, form: ["la": "999", "officer": "Jo Hill", "reason": "Words", "child_views": "I like football"]).status == 303)
        #expect(try await stage.stage.visit(.read, path, as: stage.amira).text.contains("1 of 9 are here"), "views came from the record")
        let asks = try await stage.stage.read { try $0.checklist(of: "999") }, medical = try #require(asks.first { $0.words.hasPrefix("Medical") }), care = try #require(asks.first { $0.words.hasPrefix("What social care") })
        let sent = FormValues([("state.\(medical.id)", "here"), ("words.\(medical.id)", "Letter of the paediatrician"), ("state.\(care.id)", "not_needed")])
        #expect(try await stage.stage.visit(.send, "\(path)/checklist", as: stage.amira, typed: sent).status == 303)
        #expect(try await stage.stage.visit(.read, path, as: stage.amira).text.contains("3 of 9 are here"))
        let evidence = try await stage.stage.visit(.read, "\(path)/evidence", as: .helen(at: stage.elm.id)).text
        #expect(evidence.contains("I like football") && evidence.contains("The record holds nothing here."))
        #expect(try await stage.stage.visit(.send, "/ehc/checklist", as: stage.amira, form: ["la": "999", "asks": "Attendance | astrology"]).status == 422)
        #expect(try await stage.stage.visit(.send, "/ehc/checklist", as: stage.amira, form: ["la": "999", "asks": "Attendance | attendance\nMedical advice"]).status == 303)
        #expect(try await stage.stage.visit(.read, path, as: stage.amira).text.contains("2 of 4 are here"), "the council has a list of its own now, and what was answered stays")
        #expect(try await stage.stage.visit(.read, "\(path)/checklist", as: stage.amira).text.contains("Letter of the paediatrician"))
        #expect(try await stage.stage.visit(.send, "/ehc/checklist", as: stage.amira, form: ["la": "999", "asks": "Attendance\nattendance"]).status == 422, "the same twice")
        let overtaken = try await stage.stage.visit(.send, "/ehc/checklist", as: stage.amira, form: ["la": "999", "seen": "1.1", "asks": "Attendance"])
        #expect(overtaken.status == 409 && overtaken.text.contains("Somebody else saved this list"))
        #expect(try await stage.stage.visit(.send, "/ehc/checklist", as: stage.amira, form: ["la": "999", "asks": "\(medical.words)\nAttendance | attendance"]).status == 303)
        #expect(try await stage.stage.visit(.read, "\(path)/checklist", as: stage.amira).text.contains("Letter of the paediatrician"), "the answer goes with the words")
        #expect(try await stage.stage.visit(.read, "/ehc/checklist?la=555", as: stage.amira).status == 404)
    }

    @Test("Neither the list nor the page calls a request late that is estimated or excused", arguments: StageEngine.here)
    func justice(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine), path = try await begin(stage)
        func words() async throws -> (isLate: Bool, page: String) {
            let list = try await stage.stage.visit(.read, "/ehc/requests", as: stage.amira).text
            return (list.contains("Late</span>"), try await stage.stage.visit(.read, path, as: stage.amira).text)
        }
        #expect(try await stage.stage.visit(.send, "\(path)/step", as: stage.amira, form: ["to": "asked", "happened_on": "2026-04-06", "stated": "estimated"]).status == 303)
        let guess = try await words()
        #expect(!guess.isLate && !guess.page.contains("days late") && guess.page.contains("Day estimated"))
        let matter = Matter(.case, row: try #require(RowID(path.split(separator: "/").last ?? "")), pupil: stage.sam.id, school: stage.elm.id, council: "999")
        try await stage.stage.act { try $0.record(.needsAssessment, on: day("2026-04-06"), of: matter, stated: .council, putsRight: true) }
        let known = try await words()
        #expect(known.isLate && known.page.contains("186 days late"))
        for owed in try await stage.duties(of: matter) where owed.isOpen {
            #expect(try await stage.stage.visit(.send, "/duties/\(owed.row)/excuse", as: stage.amira, form: ["ground": "EX-SCH", "evidence": "Letter of 20 July"]).status == 303, "\(owed.rule)")
        }
        let excused = try await words()
        #expect(!excused.isLate && excused.page.contains("Excused") && !excused.page.contains("days late"))
    }

    @Test("What other areas hold is evidence; advice that was taken out is none", arguments: StageEngine.here)
    func evidence(engine: StageEngine) async throws {
        let stage = try await StatutoryStage(engine), path = try await begin(stage), sam = stage.sam.id, elm = stage.elm.id
        try await stage.stage.act { writer in
            for (author, summary) in [("Ana Cole, therapist", "Understands three words"), ("Kim Reed, teacher", "About another pupil")] {
                try writer.save(Change("advice.recorded", to: Advice(pupil: sam, school: elm, author: author, writtenOn: day("2026-10-01"), receivedOn: day("2026-10-05"), summary: summary, recordedBy: "Amira Khan")))
            }
            try writer.execute("UPDATE advice SET withdrawn_on = '2026-11-01', withdrawn_because = 'Another pupil' WHERE author LIKE 'Kim%'")
            try writer.execute("INSERT INTO attendance_total (pupil_id, school_id, starts, ends, possible, attended) VALUES (\(sam), \(elm), '2026-09-03', '2026-11-13', 94, 80)")
        }
        let page = try await stage.stage.visit(.read, "\(path)/evidence", as: stage.amira).text
        for words in ["Understands three words", "80 of 94 sessions attended, 85%."] { #expect(page.contains(words), "\(words)") }
        #expect(!page.contains("About another pupil"))
        #expect(try await stage.stage.visit(.read, path, as: stage.amira).text.contains("2 of 9 are here"))
    }

    @Test("Nobody out of sight finds a request, and who reads alone finds no form")
    func sight() async throws {
        let stage = try await StatutoryStage(), path = try await begin(stage)
        let teacher = Viewer(name: "Tom Reed", role: .teacher, sight: .pupils([stage.sam.id])), parent = Viewer(name: "Pat", role: .parent, sight: .pupils([stage.sam.id]))
        for viewer in [teacher, parent, .ruth, .dev, .grace(at: stage.elm.id), .amira(at: stage.oak.id)] {
            for place in [path, "\(path)/step", "\(path)/evidence", "\(path)/checklist", "/pupils/\(stage.sam.id)/ehc/requests/start"] { #expect(try await stage.stage.visit(.read, place, as: viewer).status == 404, "\(viewer.name) \(place)") }
        }
        #expect(try await stage.stage.visit(.send, "\(path)/step", as: .helen(at: stage.elm.id), form: ["to": "withdrawn"]).status == 404)
        #expect(try await stage.stage.visit(.read, path.replacing("/pupils/\(stage.sam.id)", with: "/pupils/\(stage.olga.id)"), as: .operator).status == 404)
        #expect(try await stage.stage.visit(.read, "/ehc/requests?school=\(stage.oak.id)", as: stage.amira).status == 404)
        #expect(try await step(stage, "\(path.dropLast())99", "asked", "2026-11-01").status == 404)
    }
}
