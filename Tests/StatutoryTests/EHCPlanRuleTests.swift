import Basics
import Provision
@testable import Statutory
import Testing

/// The rules of EHC plans: what is typed, what section F comes to, what is vague, what changed, who moves.
struct EHCPlanRuleTests {
    private let setting = KeepPlan.Setting(school: SchoolID(1), councils: [("999", "Larkshire"), ("998", "Mereshire")], born: day("2018-03-10"), today: day("2026-11-20"))

    private func kept(_ facts: [PlanFact: String], on before: EHCPlan? = nil) throws -> EHCPlan { try KeepPlan(facts).applied(to: before, of: PupilID(1), in: setting).after }

    private func problem(_ fact: PlanFact, _ text: String) -> String? {
        do { _ = try kept([fact: text]); return nil } catch let problems as Problems { return problems.message(for: fact.rawValue) } catch { return nil }
    }

    @Test("Facts are read as people type them")
    func typed() throws {
        let plan = try kept([.finalOn: "3/2/2025", .metOn: "2026-01-20", .council: "larkshire", .officer: " Jo Hill ", .band: "Band 4", .topUp: "£5,200.50 a year", .placement: "SEN unit", .budget: "2,500"])
        #expect(plan.finalOn == day("2025-02-03") && plan.metOn == day("2026-01-20") && plan.council == "999" && plan.officer == "Jo Hill" && plan.band == "Band 4")
        #expect(plan.topUp == EHCPlan.TopUp(Pence(520_050), .year) && plan.placement == .unit && plan.hasBudget && plan.budget == Pence(250_000))
        #expect(try kept([.band: ""], on: plan).finalOn == plan.finalOn, "what is left out stays")
        for fact in PlanFact.allCases { #expect(try kept([fact: plan.typed(fact)]).typed(fact) == plan.typed(fact), "\(fact)") }
    }

    @Test("A top-up is for a week or a year, and says which", arguments: [
        ("100 a week", 10_000, EHCPlan.TopUp.Per.week), ("£100/wk", 10_000, .week), ("5200 per annum", 520_000, .year), ("5,200 pa", 520_000, .year), ("12.50 weekly", 1250, .week), ("5200 yearly", 520_000, .year),
    ])
    func topUp(text: String, pence: Int, per: EHCPlan.TopUp.Per) throws { #expect(try kept([.topUp: text]).topUp == EHCPlan.TopUp(Pence(pence), per)) }

    @Test("What is wrong is said beside its fact, with how to mend it")
    func wrong() {
        #expect(problem(.topUp, "5200")?.contains("a year") == true)
        #expect(problem(.topUp, "lots a year")?.contains("Write the amount") == true)
        #expect(problem(.topUp, "12,50 a year") != nil, "nobody knows whether it is £12.50")
        #expect(problem(.finalOn, "31/02/2025")?.contains("22/11/2026") == true)
        #expect(problem(.finalOn, "1/12/2026")?.contains("still to come") == true)
        #expect(problem(.metOn, "1/1/2010")?.contains("before the pupil was born") == true)
        #expect(problem(.council, "Nowhere")?.contains("999") == true)
        #expect(problem(.council, "331") == nil, "a council beyond the trust’s schools is known by its figures")
        #expect(problem(.placement, "castle")?.contains("SEN unit") == true)
        #expect(problem(.budget, "perhaps") != nil)
        #expect(problem(.officer, String(repeating: "x", count: 121)) != nil)
    }

    @Test("A plan ends with a day and a reason; it is handed on to another council")
    func ends() throws {
        var plan = try kept([.finalOn: "3/2/2025", .council: "999", .officer: "Jo Hill"])
        #expect(throws: Problems.self) { try EndPlan(on: day("2025-01-01"), .met, words: "").applied(to: plan, today: setting.today) }
        #expect(throws: Problems.self) { try EndPlan(on: day("2026-11-21"), .met, words: "").applied(to: plan, today: setting.today) }
        #expect(throws: Problems.self) { try EndPlan(on: day("2026-11-01"), .other, words: " ").applied(to: plan, today: setting.today) }
        let moved = try TransferPlan(to: "998", moved: day("2026-11-01"), stated: .council).applied(to: plan, today: setting.today).after
        #expect(moved.council == "998" && moved.officer.isEmpty)
        #expect(throws: Problems.self) { try TransferPlan(to: "999", moved: day("2026-11-01"), stated: .council).applied(to: plan, today: setting.today) }
        for (on, learned, field) in [("2027-01-04", "2026-11-01", "moved_on"), ("2014-08-31", "2026-11-01", "moved_on"), ("2026-11-01", "2026-11-21", "learned_on")] {
            do { _ = try TransferPlan(to: "998", moved: day(on), learned: day(learned), stated: .council).applied(to: plan, today: setting.today); Issue.record("\(on) \(learned)") } catch let problems as Problems { #expect(problems.list.map(\.field) == [field]) }
        }
        do { _ = try TransferPlan(to: "998", moved: nil, stated: nil).applied(to: plan, today: setting.today); Issue.record() } catch let problems as Problems { #expect(problems.list.map(\.field) == ["moved_on", "stated"]) }
        plan = try EndPlan(on: day("2026-11-01"), .met, words: "").applied(to: plan, today: setting.today).after
        #expect(plan.isInForce(on: day("2026-11-01")) && !plan.isInForce(on: day("2026-11-02")))
        #expect(throws: Problems.self) { try EndPlan(on: day("2026-11-02"), .met, words: "").applied(to: plan, today: setting.today) }
    }

    @Test("First comes a draft or the final plan, then proposals and amended plans, in the order of days")
    func versions() throws {
        let plan = try kept([:]), draft = PlanVersion(of: plan, .draft, on: day("2026-09-01")), final = PlanVersion(of: plan, .final, on: day("2026-10-01")), today = setting.today
        #expect(throws: Problems.self) { try AddVersion(.amended, on: day("2026-10-01")).applied(to: plan, beside: [draft], today: today) }
        #expect(throws: Problems.self) { try AddVersion(.final, on: day("2026-08-01")).applied(to: plan, beside: [draft], today: today) }
        #expect(throws: Problems.self) { try AddVersion(.final, on: day("2026-11-01")).applied(to: plan, beside: [draft, final], today: today) }
        #expect(try AddVersion(.proposed, on: day("2026-11-01")).applied(to: plan, beside: [draft, final], today: today).event == "ehcVersion.added")
        #expect(try AddVersion(.amended, on: day("2026-06-01")).applied(to: kept([.finalOn: "3/2/2025"]), beside: [], today: today).event == "ehcVersion.added", "its final plan is known by its day alone")
    }

    @Test("What a line comes to in minutes, as provision counts them", arguments: [
        (2, SectionFLine.Per.week, 20, 40, OwedLine.Per.week), (1, .day, 10, 50, .week), (3, .fortnight, 30, 90, .fortnight), (2, .halfTerm, 30, 360, .year), (1, .term, 45, 45, .term), (6, .year, 60, 360, .year),
    ])
    func owed(times: Int, per: SectionFLine.Per, minutes: Int, all: Int, as owedPer: OwedLine.Per) {
        var line = SectionFLine("Speech therapy", at: 1, in: RowID(1), of: PupilID(1))
        #expect(line.owed == nil, "what the words leave open is not guessed")
        (line.times, line.per, line.minutes) = (times, per, minutes)
        #expect(line.owed?.minutes == all && line.owed?.per == owedPer)
    }

    @Test("Vague words are marked each with its reason, and only where they stand as words", arguments: [
        ("Sam will have access to regular speech therapy as required", ["access to", "regular", "as required"]),
        ("Up to three hours of support, where possible", ["up to", "where possible"]),
        ("Opportunities for social play in a small-group", ["opportunities for", "small group"]),
        ("A teaching assistant works with Sam for 20 minutes, twice a week", []),
        ("Somewhere irregular, an upturned boat", []),
    ])
    func vague(text: String, phrases: [String]) {
        let found = VagueWording.phrases(in: text)
        #expect(found.map(\.phrase) == phrases)
        #expect(found.allSatisfy { !$0.reason.isEmpty })
    }

    @Test("What a line does not say is a question, too; a whole line leaves none")
    func missing() {
        var line = SectionFLine("A teaching assistant works with Sam", at: 1, in: RowID(1), of: PupilID(1))
        #expect(VagueWording.found(in: line).isEmpty, "nobody has said yet what it comes to, so nobody knows what it leaves open")
        line.overseer = "Speech and language therapist"
        #expect(VagueWording.found(in: line).count == 4)
        line.overseer = ""
        (line.who, line.times, line.per, line.minutes, line.groupSize) = ("Teaching assistant", 2, .week, 20, 1)
        #expect(VagueWording.found(in: line).isEmpty)
        #expect(line.inWords == "twice a week, 20 minutes, alone, by Teaching assistant")
        #expect(Set(VagueWording.list.map(\.phrase)).count == VagueWording.list.count)
    }

    @Test("Lines that came, went, changed and stayed are told apart")
    func compares() {
        let pairs = PlanComparison.pairs(["Speech therapy twice a week", "A laptop", "Reading with an adult daily"], ["Reading with an adult daily", "Speech therapy once a week", "A mentor each Monday morning"])
        #expect(pairs.map(\.kind) == [.same, .changed, .came, .went])
        #expect(pairs[1].before == "Speech therapy twice a week" && pairs[3].before == "A laptop")
    }

    @Test("The outcomes of section E stand one to a line, by when after a bar")
    func sections() throws {
        let keep = try KeepSections([.b: " Needs "], outcomes: "Reads a page alone | July 2027\n\nAsks for help")
        #expect(keep.sections[.b] == "Needs" && keep.outcomes.map(\.words) == ["Reads a page alone", "Asks for help"] && keep.outcomes.map(\.byWhen) == ["July 2027", ""])
        #expect(throws: Problems.self) { try KeepSections([:], outcomes: "| July") }
        #expect(throws: Problems.self) { try KeepSections([.a: String(repeating: "x", count: 10_001)], outcomes: "") }
    }

    struct Move: Sendable, CustomTestStringConvertible {
        let phase: String, isSpecial: Bool, highAge: Int?, year: Int?, rule: String?, due: String
        var testDescription: String { "\(phase) to \(highAge ?? 0), Year \(year ?? -9)" }
    }

    @Test("Who changes phase, by the ages of their own school, and by which day the council names the place", arguments: [
        Move(phase: "Primary", isSpecial: false, highAge: 11, year: 6, rule: "PT-1", due: "2027-02-14"), Move(phase: "Primary", isSpecial: false, highAge: 11, year: 5, rule: "PT-1", due: "2028-02-14"),
        Move(phase: "Primary", isSpecial: false, highAge: 11, year: 4, rule: nil, due: ""), Move(phase: "Primary", isSpecial: false, highAge: 7, year: 2, rule: "PT-1", due: "2027-02-14"),
        Move(phase: "Primary", isSpecial: false, highAge: 9, year: 4, rule: "PT-1", due: "2027-02-14"), Move(phase: "Middle deemed secondary", isSpecial: false, highAge: 13, year: 8, rule: "PT-1", due: "2027-02-14"),
        Move(phase: "Middle deemed secondary", isSpecial: false, highAge: 13, year: 6, rule: nil, due: ""), Move(phase: "Secondary", isSpecial: false, highAge: 16, year: 11, rule: "PT-2", due: "2027-03-30"),
        Move(phase: "Secondary", isSpecial: false, highAge: 16, year: 10, rule: "PT-2", due: "2028-03-30"), Move(phase: "Secondary", isSpecial: false, highAge: 18, year: 11, rule: "PT-2", due: "2027-03-30"),
        Move(phase: "All-through", isSpecial: false, highAge: 18, year: 6, rule: nil, due: ""), Move(phase: "All-through", isSpecial: false, highAge: 18, year: 11, rule: nil, due: ""),
        Move(phase: "Not applicable", isSpecial: true, highAge: 19, year: 11, rule: nil, due: ""), Move(phase: "Not applicable", isSpecial: true, highAge: 16, year: 11, rule: "PT-2", due: "2027-03-30"),
        Move(phase: "Nursery", isSpecial: false, highAge: 5, year: -1, rule: "PT-1", due: "2027-02-14"), Move(phase: "Nursery", isSpecial: false, highAge: 4, year: -2, rule: "PT-1", due: "2028-02-14"),
        Move(phase: "Middle deemed secondary", isSpecial: false, highAge: 14, year: 9, rule: "PT-1", due: "2027-02-14"),
        Move(phase: "Primary", isSpecial: false, highAge: nil, year: 6, rule: nil, due: ""), Move(phase: "Primary", isSpecial: false, highAge: 11, year: nil, rule: nil, due: ""),
    ])
    func moves(_ line: Move) {
        let move = PhaseMove(from: PhaseMove.Structure(phase: line.phase, isSpecial: line.isSpecial, highAge: line.highAge), yearGroup: line.year, now: AcademicYear(starting: 2026))
        #expect(move?.duties.first?.id == line.rule)
        #expect(move?.duties.first.map { "\($0.due)" } ?? "" == line.due)
        if line.highAge == 18, line.phase == "Secondary" { #expect(move?.check.isEmpty == false, "it may stay: a person says so") }
    }
}
