import Access
import AreaKit
import Basics
import Database
import Pages
@testable import People
@testable import Plans
@testable import Provision
import Stage
import Testing

@Suite("Safety-net rules of provision")
struct ProvisionSafetyTests {
    /// Something put on the stage, and what the rules must say of Sam, or of Elm as a whole.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let expected: [String]
        let plant: @Sendable (ProvisionStage) async throws -> Void

        init(_ words: String, finds expected: String..., plant: @escaping @Sendable (ProvisionStage) async throws -> Void) {
            (testDescription, self.expected, self.plant) = (words, expected.sorted(), plant)
        }
    }

    static func findings(_ stage: ProvisionStage, as viewer: Viewer = .operator, school: SchoolID? = nil) async throws -> [(rule: String, finding: Finding)] {
        let question = SafetyQuestion(viewer: viewer, school: school, day: stage.stage.today)
        return try await stage.stage.read { reader in try safetyNetPart.safetyRules.flatMap { rule in try rule.find(reader, question).map { (rule.id, $0) } } }
    }

    static func found(_ stage: ProvisionStage, as viewer: Viewer = .operator, school: SchoolID? = nil) async throws -> [String] {
        let sam = stage.sam.id
        return try await findings(stage, as: viewer, school: school).filter { $0.finding.pupil == sam || $0.finding.pupil == nil }.map(\.rule).sorted()
    }

    static let cases = [
        Case("SEN support and nothing", finds: "provision-missing") { _ in },
        Case("a strategy that the class has") { try await $0.strategy(inClass: true) },
        Case("a strategy that the school has") { try await $0.strategy(inClass: false) },
        Case("a strategy that ended", finds: "provision-missing") { try await $0.strategy(inClass: true, endedOn: -1) },
        Case("a group since today, proved and costed") { stage in
            try await stage.setRate()
            try await stage.running([stage.sam], starts: 0)
        },
        Case("one that served no outcome for two weeks") { try await $0.told(starts: -14) },
        Case("and for longer", finds: "provision-without-outcome") { try await $0.told(starts: -15) },
        Case("one that serves an outcome") { stage in
            let whole = try await stage.told(starts: -30)
            try await stage.serveAnOutcome(whole)
        },
        Case("no rate for who gives it", finds: "cost-without-rate") { stage in try await stage.running([stage.sam], starts: 0) },
        Case("past its last day, and nobody ended it", finds: "provision-missing", "provision-overrun") { stage in
            try await stage.setRate()
            try await stage.told(starts: -40, weeks: 4)
        },
        Case("on its last day") { stage in
            try await stage.setRate()
            try await stage.told(starts: -14, weeks: 2)
        },
        Case("a week that nobody proved", finds: "proof-missing", "provision-without-outcome") { try await $0.told(starts: -21, unless: { $0 < $1 - 14 }) },
        Case("the same within five school days after it") { try await $0.told(starts: -14, unless: { $0 < $1 - 7 }) },
        Case("one of two sessions of a day that nobody proved", finds: "proof-missing", "provision-without-outcome") { try await $0.told(starts: -21, times: ["9:15", "10:15"].map { timeForm(2, at: $0, by: [SessionAdult("ta")]) }) { session, today in session.day < today - 14 && session.time.startsAt != ClockTime("9:15") } },
        Case("a session that nobody proved, and one that was logged on a day closed since", finds: "proof-missing", "provision-without-outcome") { stage in
            let today = stage.stage.today, elm = stage.elm.id
            try await stage.told(starts: -21, unless: { $0 == today - 15 && $1 == today })
            try await stage.stage.act { try $0.save(Change("closure.added", to: Closure(id: .new, school: elm, kind: .closure, name: "Snow", starts: today - 17, ends: today - 17))) }
        },
        Case("all were proved, and one of the days was closed since", finds: "provision-without-outcome") { stage in
            let today = stage.stage.today, elm = stage.elm.id
            try await stage.told(starts: -21)
            try await stage.stage.act { try $0.save(Change("closure.added", to: Closure(id: .new, school: elm, kind: .closure, name: "Snow", starts: today - 17, ends: today - 17))) }
        },
        Case("a rate that begins after the first session of the year", finds: "cost-without-rate") { stage in
            try await stage.rate(2000, from: stage.stage.today)
            try await stage.running([stage.sam], starts: -5)
        },
        Case("a rate that begins with the first session") { stage in
            try await stage.rate(2000, from: stage.stage.today - 5)
            try await stage.running([stage.sam], starts: -5)
        },
        Case("a volunteer, who has no rate") { try await $0.running([$0.sam], starts: 0, times: [timeForm(1, by: [SessionAdult("volunteer")])]) },
        Case("two provisions with one role that lacks a rate, in two combinations", finds: "cost-without-rate") { stage in
            try await stage.setRate()
            try await stage.running([stage.sam], starts: 0, times: [timeForm(1, by: [SessionAdult("mentor")])])
            try await stage.running([stage.sam], "Maths club", starts: 0, times: [timeForm(3, by: [SessionAdult("ta"), SessionAdult("mentor")])])
        },
        Case("two provisions of one adult at once", finds: "two-places") { stage in
            try await stage.setRate()
            try await stage.running([stage.sam], starts: 0)
            try await stage.running([stage.ana], "Maths club", starts: 0)
        },
        Case("the same one after the other") { stage in
            try await stage.setRate()
            try await stage.running([stage.sam], starts: 0, weeks: 1)
            try await stage.running([stage.ana], "Maths club", starts: 8)
        },
        Case("half of it fell out for four weeks", finds: "delivery-low", "provision-without-outcome") { try await $0.told(starts: -60, missed: { $0.weekday == 2 }) },
        Case("an eighth of it fell out", finds: "provision-without-outcome") { stage in
            let today = stage.stage.today
            try await stage.told(starts: -60, missed: { [today - 3, today - 8].contains($0) })
        },
        Case("left the school, and is still in it", finds: "member-left-school") { stage in
            try await stage.setRate()
            try await stage.running([stage.sam], starts: 0)
            try await stage.leaveSchool(stage.sam)
        },
    ]

    @Test("Each rule finds what it is for, and nothing else", arguments: cases, StageEngine.here)
    func rules(_ one: Case, engine: StageEngine) async throws {
        let stage = try await ProvisionStage(engine)
        try await one.plant(stage)
        #expect(try await Self.found(stage) == one.expected)
        #expect(try await Self.found(stage, as: stage.amira, school: stage.elm.id) == one.expected, "as her SENCO asks about her school")
    }

    @Test("Section F that was not given is found when ten school days have not made it up", arguments: StageEngine.here)
    func sectionF(engine: StageEngine) async throws {
        for (since, expected) in [(-28, ["section-f-short"]), (-7, [])] {
            let stage = try await ProvisionStage(engine)
            try await stage.setRate()
            let whole = try await stage.told(starts: since, pupil: stage.ben, missed: { _ in true })
            try await stage.owe(stage.ben, minutes: 60, by: whole)
            let ben = try await Self.findings(stage).filter { $0.finding.pupil == stage.ben.id && $0.rule == "section-f-short" }
            #expect(ben.map(\.rule) == expected)
            #expect(try await Self.findings(stage).allSatisfy { $0.rule != "delivery-low" }, "what section F asks for has a rule of its own")
        }
    }

    @Test("A line of section F that ended silences its provision no longer, and what it was short of until lately is still found", arguments: StageEngine.here)
    func endedLine(engine: StageEngine) async throws {
        for (ended, expected) in [(-50, ["delivery-low", "section-f-short"]), (-2, ["section-f-short"])] {
            let stage = try await ProvisionStage(engine), today = stage.stage.today
            let whole = try await stage.told(starts: -60, pupil: stage.ben, missed: { _ in true })
            try await stage.owe(stage.ben, minutes: 60, by: whole)
            try await stage.stage.act { try $0.execute("UPDATE owed_line SET ends = \(today + ended)") }
            let found = try await Self.findings(stage).filter { $0.finding.pupil == stage.ben.id && ["delivery-low", "section-f-short"].contains($0.rule) }.map(\.rule).sorted()
            #expect(found == expected, "ended \(-ended) days ago")
        }
    }

    @Test("The link of a week without proof leads to where it is said, for whoever opens it", arguments: StageEngine.here)
    func proofLinks(engine: StageEngine) async throws {
        let stage = try await ProvisionStage(engine), each = try await stage.running([stage.sam], starts: -21, weekdays: [2]), week = try await stage.running([stage.ana], "Talk group", starts: -21, proof: .weekly, weekdays: [2])
        // A SENCO who gives something, too: her own come first on the page of a week.
        let una = try await stage.stage.act { [elm = stage.elm.id] in try $0.save(Change("staff.added", to: StaffMember(id: .new, school: elm, surname: "Khan", forename: "Amira"))) }
        let own = try await stage.running([stage.ben], "Own group", starts: -21, proof: .weekly, weekdays: [2])
        try await stage.stage.act { try $0.execute("UPDATE provision_time SET staff_id = \(una.id) WHERE run_id = \(own.id)") }
        let amira = Viewer(name: "Amira Khan", parts: [Part(.senco, .schools([stage.elm.id]), staff: una.id)])
        #expect(try await stage.stage.visit(.read, "/provision/week", as: amira).text.contains("Provisions that you give."))
        let gaps = try await Self.findings(stage, as: amira).filter { $0.rule == "proof-missing" }
        for (run, words) in [(each, "id=\"session-"), (week, "id=\"run-\(week.id)\"")] {
            let times = try await stage.openTimes(run).map { "session=\($0.id)" } + ["open=\(run.id)"]
            let links = gaps.map(\.finding.next.text).filter { link in times.contains { link.contains($0) } }
            #expect(!links.isEmpty)
            for link in links {
                let page = try await stage.stage.visit(.read, String(link.prefix { $0 != "#" }), as: amira)
                #expect(page.status == 200 && page.text.contains(words), "\(link)")
            }
        }
    }

    @Test("Section F that was given is no gap", arguments: StageEngine.here)
    func sectionFGiven(engine: StageEngine) async throws {
        let stage = try await ProvisionStage(engine), monday = stage.stage.today - (stage.stage.today.weekday - 1)
        let whole = try await stage.told(starts: monday - 28 - stage.stage.today, pupil: stage.ben)
        try await stage.owe(stage.ben, minutes: 60, by: whole)
        #expect(try await Self.findings(stage).allSatisfy { $0.rule != "section-f-short" })
    }

    @Test("Cost far from the money is found until somebody says why, and only by those who may see costs", arguments: StageEngine.here)
    func variance(engine: StageEngine) async throws {
        let stage = try await ProvisionStage(engine), ben = stage.ben.id, elm = stage.elm.id
        let found = { (viewer: Viewer) in try await Self.findings(stage, as: viewer).filter { $0.rule == "variance-unexplained" }.compactMap(\.finding.pupil) }
        #expect(try await found(.operator) == [ben], "£6,000, and nothing is spent")
        #expect(try await found(stage.amira) == [ben])
        #expect(try await found(stage.tom).isEmpty)
        #expect(try await found(stage.senco).isEmpty)
        try await stage.stage.act { writer in
            let comparison = CostComparison(cost: Pence(0), hasPlan: true, lines: [], rolls: [Spell(starts: .distantPast)], year: AcademicYear(containing: writer.act.today))
            try writer.save(JustifyVariance(.underLate, words: "It begins after Christmas.").applied(to: ben, at: elm, comparison, year: AcademicYear(containing: writer.act.today), by: "Amira", today: writer.act.today))
        }
        #expect(try await found(.operator).isEmpty)
    }

    @Test("What was bought, and what fell out, count for the variance as they do on the page of costs", arguments: StageEngine.here)
    func varianceAsReckoned(engine: StageEngine) async throws {
        let found = { (stage: ProvisionStage) in try await Self.findings(stage).filter { $0.rule == "variance-unexplained" }.compactMap(\.finding.pupil) }
        let bought = try await ProvisionStage(engine), club = try await bought.asMuchAsTheMoney { bought.given($0) }
        #expect(try await found(bought).isEmpty, "£6,000 as planned, and all of it given")
        let today = bought.stage.today, ben = bought.ben.id
        try await bought.stage.act { try $0.save(RecordCost(kind: .equipment, day: today - 1, amount: Pence(90_000), pupil: ben).applied(to: club, today: today)) }
        #expect(try await found(bought) == [ben], "what was bought takes it over")
        #expect(try await bought.costs().unexplained == [ben])
        let fellOut = try await ProvisionStage(engine)
        _ = try await fellOut.asMuchAsTheMoney { LogSession(.notGiven, reason: .staffAway, sendKey: fellOut.sendKey($0)) }
        #expect(try await found(fellOut) == [fellOut.ben.id], "what fell out takes it under")
        #expect(try await fellOut.costs().unexplained == [fellOut.ben.id])
    }

    @Test("A week that nobody proved is still asked for after the holidays", arguments: StageEngine.here)
    func afterHolidays(engine: StageEngine) async throws {
        let stage = try await ProvisionStage(engine), elm = stage.elm.id, back = day("2027-01-04")
        try await stage.stage.act { try $0.save(Change("closure.added", to: Closure(id: .new, school: elm, kind: .holiday, name: "Christmas", starts: day("2026-12-19"), ends: back - 1))) }
        try await stage.told(starts: -21, weeks: 3, unless: { day, today in day > today - 5 })
        let asked = { (day: Day) in try await stage.stage.read { try proofMissing.find($0, SafetyQuestion(viewer: .operator, day: day)) }.map(\.since) }
        let before = try await asked(day("2026-12-18"))
        #expect(before.count == 1)
        for day in [back, back + 1, back + 4] { #expect(try await asked(day) == before, "\(day)") }
        try await stage.stage.act { try $0.execute("UPDATE closure SET starts = \(day("2026-11-23")) WHERE name = 'Christmas'") }
        #expect(try await asked(back).isEmpty, "no five school days have been since")
    }

    @Test("Another school’s SENCO finds nothing of Elm, and no finding has a name in its sentence", arguments: StageEngine.here)
    func sight(engine: StageEngine) async throws {
        let stage = try await ProvisionStage(engine)
        try await stage.running([stage.sam], "Sam’s own club")
        let all = try await Self.findings(stage)
        #expect(all.contains { $0.finding.school == stage.elm.id })
        #expect(all.allSatisfy { !$0.finding.message.contains("Sam") && !$0.finding.next.text.contains("Sam") })
        #expect(try await Self.findings(stage, as: stage.senco).allSatisfy { $0.finding.school == stage.oak.id })
    }
}

extension ProvisionStage {
    /// What the whole class, or the whole school, has.
    func strategy(inClass: Bool, endedOn: Int? = nil) async throws {
        let elm = elm, beech = beech, today = stage.today
        try await stage.act { writer in
            let entry = try writer.save(Change("intervention.added", to: Intervention(name: "Visual timetable", kind: .universal, areas: ["C&I"], groupSize: 30, minutes: 5, sessionsAWeek: 5, role: "ta")))
            var start = StartProvision(starts: today - 30, pattern: PatternForm(times: [], plannedSize: 30), pupils: [])
            if inClass { start.schoolClass = beech.id }
            let run = try writer.save(start.applied(to: entry, at: elm.id, today: today))
            guard let endedOn, let whole = try writer.whole([run]).first else { return }
            try writer.save(EndProvision(lastDay: today + endedOn, reason: "Over").applied(to: whole, lastLogged: nil, today: today), of: run)
        }
    }

    /// A rate for teaching assistants since ever.
    func setRate() async throws {
        let long = stage.today.adding(years: -1)
        try await stage.act { writer in
            guard let set = try writer.all(RateSet.self, "WHERE la_code = ''").first, try writer.all(StaffRate.self, "WHERE role = 'ta'").isEmpty else { return }
            try writer.save(KeepRate(role: "ta", starts: long, contractHourly: Pence(1300)).applied(in: set.id, beside: []))
        }
    }

    /// A provision on Tuesdays and Thursdays of which each session was logged up to yesterday.
    /// - Parameters:
    ///   - missed: the days on which it was not given.
    ///   - unless: the days, with today, of which nobody said anything.
    @discardableResult
    func told(starts: Int, weeks: Int = 20, pupil: Pupil? = nil, missed: @escaping @Sendable (Day) -> Bool = { _ in false }, unless: @escaping @Sendable (Day, Day) -> Bool = { _, _ in false }) async throws -> WholeProvision {
        try await setRate()
        let whole = try await whole(running([pupil ?? sam], starts: starts, size: 1, weeks: weeks))
        try await tell(whole, missed: missed) { unless($0.day, $1) }
        return whole
    }

    /// The same at other times of the week.
    /// - Parameter unless: the sessions, with today, of which nobody said anything.
    func told(starts: Int, times: [PatternForm.TimeForm], unless: @escaping @Sendable (PlannedSession, Day) -> Bool) async throws {
        try await setRate()
        try await tell(whole(running([sam], starts: starts, size: 1, times: times)), missed: { _ in false }, unless: unless)
    }

    private func tell(_ whole: WholeProvision, missed: @escaping @Sendable (Day) -> Bool, unless: @escaping @Sendable (PlannedSession, Day) -> Bool) async throws {
        let today = stage.today, elm = elm.id
        try await stage.act { writer in
            let sessions = whole.sessions(on: try writer.schoolDays(of: elm, around: today).list(from: today - 84, to: today - 1))
            for session in sessions where !unless(session, today) {
                let log = missed(session.day) ? LogSession(.notGiven, reason: .staffAway, sendKey: "told-\(session.time.id)-\(session.day)") : LogSession(.given, sendKey: "told-\(session.time.id)-\(session.day)")
                if let change = try log.applied(to: session, standing: [], in: LogSession.Setting(school: elm, isSchoolDay: true, who: "Tess Lowe", today: today)) { try writer.save(change) }
            }
        }
    }

    /// A year of Ben's that costs the £6,000 that a school meets, as it is planned.
    func asMuchAsTheMoney(_ answer: (PlannedSession) -> LogSession?) async throws -> WholeProvision {
        let run = try await running([ben], starts: year.firstDay - stage.today, size: 1, weeks: 50), planned = try await whole(run)
        let sessions = planned.sessions(on: SchoolDays(terms: [], closures: []).list(from: year.firstDay, to: year.lastDay))
        try await rate(CostComparison.schoolMeets.rawValue * 2 / sessions.count, from: year.firstDay)
        try await logPast(run, answer)
        return planned
    }

    func owe(_ pupil: Pupil, minutes: Int, by whole: WholeProvision) async throws {
        try await stage.act { writer in
            let line = KeepOwedLine(words: "An hour a week with an adult.", minutes: minutes, per: .week, isSectionF: true, from: whole.run.starts, runs: [whole.run.id])
            try writer.save(line.applied(of: pupil.id, hasPlan: true, provisions: [whole]))
        }
    }

    /// A plan of Sam's with an outcome that the provision serves.
    func serveAnOutcome(_ whole: WholeProvision) async throws {
        let sam = sam, elm = elm
        try await stage.act { writer in
            let today = writer.act.today, plan = try writer.save(try StartPlan(kind: "support").applied(to: RegisterRecord(pupil: sam, provisions: [], needs: []), at: elm.id, plans: [], today: today))
            try writer.save(KeepOutcome(words: "Reads to a friend.", measure: "Heard", baseline: "Not yet", target: "Twice a week", due: today + 90, owner: "Tom").applied(to: try writer.whole([plan])[0], born: sam.birth, today: today))
            guard let outcome = try writer.all(Outcome.self, "WHERE plan_id = \(plan.id)").first else { return }
            try writer.save(LinkOutcome(outcome.id, of: sam.id).applied(to: whole))
        }
    }

    func leaveSchool(_ pupil: Pupil) async throws {
        let yesterday = stage.today - 1
        try await stage.act { writer in
            for before in try writer.all(Enrolment.self, "WHERE pupil_id = \(pupil.id)") {
                var after = before
                after.spell = Spell(starts: before.spell.starts, ends: yesterday)
                try writer.save(Change("enrolment.ended", from: before, to: after))
            }
        }
    }
}
