import Basics
import Database
@testable import Impact
import Measures
import People
import Provision
import Stage
import Testing

@Suite("Impact in the store")
struct ImpactStorageTests {
    @Test("Everything comes back as it was saved", arguments: StageEngine.here)
    func rows(engine: StageEngine) async throws {
        let stage = try await ImpactStage(engine), today = stage.today, elm = stage.elm.id, test = stage.test.id
        let pupil = try await stage.pupils(1)[0], run = try await stage.ended([pupil])
        try await stage.score(pupil, 85, on: today)
        let result = try #require(try await stage.stage.read { try $0.value("SELECT MAX(id) FROM test_result", as: RowID?.self) ?? nil })
        let year = AcademicYear(containing: today), halfTerm = try #require(HalfTerm(year, 2))
        try await stage.stage.act { writer in
            let measure = try writer.save(Change("run.measured", to: RunMeasure(run: run.id, instrument: test, scale: "reading", chosenLow: true)))
            #expect(try writer.one(measure.id, of: RunMeasure.self) == measure)
            let chosen = try writer.save(Change("run.resultChosen", to: ChosenResult(run: run.id, pupil: pupil.id, moment: .exit, result: result)))
            #expect(try writer.one(chosen.id, of: ChosenResult.self) == chosen)
            let error = try writer.save(Change("error.known", to: TestError(instrument: test, scale: "reading", starts: today, hundredths: 450, thousandths: 900, source: "Manual, p. 40")))
            #expect(try writer.one(error.id, of: TestError.self) == error && error.measurementError == 4.5 && error.retest == 0.9)
            let decision = ImpactDecision(id: .new, intervention: stage.club.id, school: elm, from: today - 60, to: today, verdict: .adapt, because: "Half gained", change: "Smaller groups",
                                          decidedOn: today, decidedBy: "Amira Khan", lookAgain: today + 90)
            let decided = try writer.save(Change("impact.decided", to: decision))
            #expect(try writer.one(decided.id, of: ImpactDecision.self) == decided)
            for course in [ExpectedProgress.Course.perYear(3), .holds, .withCalendar, .reaches(100)] {
                let kept = try writer.save(Change("expectation.set", to: ExpectedProgress(instrument: test, scale: "reading", school: elm, years: [YearGroup("3"), YearGroup("4")], starts: today, ends: today + 90, course: course, source: "Checked locally")))
                #expect(try writer.one(kept.id, of: ExpectedProgress.self) == kept)
            }
            let drop = try writer.save(Change("drop.started", to: DataDrop(school: elm, halfTerm: halfTerm, asOf: today, instrument: test, scale: "reading", group: DropGroup([.withSEN, .pupilPremium]), state: .explained)))
            #expect(try writer.one(drop.id, of: DataDrop.self) == drop)
            let line = try writer.save(Change("drop.frozen", to: SignedLine(drop: drop.id, school: drop.school, pupil: pupil.id, traits: ["k", "need:SLCN"], baseline: nil, actual: result, baselineScore: nil, actualScore: Score(70, .below), expected: 90, standing: .below)))
            #expect(try writer.one(line.id, of: SignedLine.self) == line)
            let answer = try writer.save(Change("drop.explained", to: DropAnswer(id: .new, drop: drop.id, school: drop.school, pupil: pupil.id, reason: .attendance, words: "", otherMeasure: "Work in books", action: nil)))
            #expect(try writer.one(answer.id, of: DropAnswer.self) == answer)
            var reviewer = DropReviewer(drop: drop.id, school: drop.school, seat: .governor, account: AccountID(7), name: "Grace Obi")
            (reviewer.signedOn, reviewer.question) = (today, "Why?")
            reviewer = try writer.save(Change("drop.reviewerNamed", to: reviewer))
            #expect(try writer.one(reviewer.id, of: DropReviewer.self) == reviewer)
            let note = try writer.save(Change("engagement.seen", to: EngagementNote(id: .new, pupil: pupil.id, school: elm, area: .persistence, seenOn: today, words: "Kept at it", writtenBy: "Amira Khan")))
            #expect(try writer.one(note.id, of: EngagementNote.self) == note)
            let series = try writer.save(Change("probes.started", to: ProbeSeries(pupil: pupil.id, school: elm, run: run.id, skill: "reads CVC words", starts: today - 20, aimCorrect: 40, aimIncorrect: 2, aimOn: today + 20)))
            #expect(try writer.one(series.id, of: ProbeSeries.self) == series)
            let probe = try writer.save(Change("probe.logged", to: Probe(series: series.id, pupil: pupil.id, takenOn: today, correct: 12, incorrect: 3)))
            #expect(try writer.one(probe.id, of: Probe.self) == probe)
            let phase = try writer.save(Change("phase.marked", to: PhaseChange(series: series.id, pupil: pupil.id, starts: today - 3, words: "Two timings a day")))
            #expect(try writer.one(phase.id, of: PhaseChange.self) == phase)
        }
    }

    @Test("Figures of a school’s intervention look up no large table from end to end", arguments: StageEngine.here)
    func plans(engine: StageEngine) async throws {
        guard engine == .sqlite else { return }
        let stage = try await ImpactStage(engine), year = AcademicYear(containing: stage.today), amira = stage.amira, test = stage.test.id
        let ask = ImpactQuestion(school: stage.elm.id, year: year, intervention: stage.club)
        let plans = try await stage.stage.read { reader in
            try [
                reader.memberRows(where: ask.runs(for: amira)), reader.memberRows(where: "r.id IN \([ProvisionID(1), ProvisionID(2)]) AND r.kind <> 'universal'"), reader.countingYears([year, year.previous], ask, for: amira),
                "SELECT id FROM test_result \(reader.resultsAround([PupilID(1), PupilID(2)], [test], from: year.firstDay, to: year.lastDay))",
            ].map { try reader.plan(of: $0) }
        }
        for plan in plans { for table in ["m", "r", "o", "v", "q", "test_result"] { #expect(!plan.contains("SCAN \(table) ") && !plan.contains("SCAN \(table)\n") && !plan.hasSuffix("SCAN \(table)"), "\(plan)") } }
    }
}
