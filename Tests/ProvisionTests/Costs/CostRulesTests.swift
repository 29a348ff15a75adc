import Basics
import Pages
@testable import Provision
import Testing

@Suite("How costs are shared, and until when money comes")
struct CostRulesTests {
    static let planned = CostSetting(school: nil, starts: today, base: .planned, share: 15), own = CostSetting(school: elm, starts: today + 10, base: .present, share: 5)

    @Test("A school’s own setting goes before the trust’s; before any, planned size and ten percent")
    func holds() {
        let settings = CostSettings([Self.own, Self.planned, CostSetting(school: oak, starts: today, base: .present)], of: elm)
        #expect([today - 1, today, today + 10].map(settings.base) == [.planned, .planned, .present] && [today - 1, today, today + 10].map(settings.share) == [10, 15, 5])
        #expect(CostSettings([Self.own, Self.planned], of: nil).own.isEmpty)
    }

    @Test("A setting needs a day, a base and a whole percentage; one of the same day takes its place")
    func sets() throws {
        let found = { (form: SetCostSetting) in problems { _ = try form.applied(to: elm, beside: []) }.list.map(\.field) }
        #expect(found(SetCostSetting(starts: nil, base: nil, share: nil)) == ["starts", "base", "share"] && found(SetCostSetting(starts: today, base: .planned, share: 0)) == ["share"])
        var kept = Self.own
        kept.id = RowID(4)
        let change = try SetCostSetting(starts: today + 10, base: .planned, share: 20).applied(to: elm, beside: [kept])
        #expect(change.after.id == kept.id && change.event == "costs.corrected" && change.after.share == 20)
        #expect(try SetCostSetting(starts: today, base: .planned, share: 20).applied(to: elm, beside: [kept]).event == "costs.set")
    }

    @Test("Days are cut where a rate or a setting begins, and the words say base, set and days")
    func basis() {
        let rates = [StaffRate(set: RateSetID(1), role: "ta", starts: today - 50, contractHourly: Pence(1000)), StaffRate(set: RateSetID(1), role: "ta", starts: today + 5, contractHourly: Pence(1100))]
        let basis = CostBasis(set: RateSet(id: RateSetID(1), name: "Own"), rates: rates, settings: CostSettings([Self.own, Self.planned], of: elm))
        let cut = basis.stretches(from: today - 3, to: today + 20)
        #expect(cut.map(\.starts) == [today - 3, today, today + 5, today + 10] && cut.map(\.ends) == [today - 1, today + 4, today + 9, today + 20])
        #expect(cut.map(\.base) == [.planned, .planned, .planned, .present])
        #expect(basis.inWords(from: today - 3, to: today + 20) == "Shared by planned size, shared by those present from \((today + 10).inWords). Rates: Own, as set from \((today - 50).inWords) and \((today + 5).inWords).")
        #expect(CostBasis(set: RateSet(name: "Own"), rates: [], settings: CostSettings([], of: elm)).inWords(from: today, to: today).hasSuffix("Rates: Own; none is set for these days."))
    }

    @Test("Funding ends on a day not before its first, and does not run into the next of its stream")
    func ends() throws {
        let line = FundingLine(id: RowID(1), pupil: sam, school: elm, stream: "E3", annual: Pence(5), spell: Spell(starts: today)), next = FundingLine(id: RowID(2), pupil: sam, school: elm, stream: "E3", annual: Pence(7), spell: Spell(starts: today + 50))
        let found = { (day: Day?) in problems { _ = try EndFunding(lastDay: day).applied(to: line, beside: [line, next]) }.list.map(\.field) }
        #expect(found(nil) == ["last_day"] && found(today - 1) == ["last_day"] && found(today + 50) == ["last_day"] && found(today + 49).isEmpty)
        #expect(try EndFunding(lastDay: today).applied(to: line).after.spell == Spell(starts: today, ends: today))
    }

    @Test("What another school got for a pupil who moved stops nobody, here or there")
    func moved() throws {
        let old = FundingLine(id: RowID(1), pupil: sam, school: oak, stream: "E3", annual: Pence(5), spell: Spell(starts: today - 300))
        let here = FundingLine(id: RowID(2), pupil: sam, school: elm, stream: "E3", annual: Pence(7), spell: Spell(starts: today))
        #expect(try SetFunding(stream: "E3", annual: Pence(7), from: today).applied(for: sam, at: elm, beside: [old]).after.school == elm)
        #expect(problems { _ = try SetFunding(stream: "E3", annual: Pence(7), from: today).applied(for: sam, at: oak, beside: [old]) }.list.map(\.field) == ["from"])
        #expect(try EndFunding(lastDay: today + 10).applied(to: old, beside: [old, here]).after.spell.ends == today + 10)
    }

    @Test("Top-up is a pupil’s, the notional budget a school’s")
    func whose() {
        let found = { (stream: String, pupil: PupilID?) in problems { _ = try SetFunding(stream: stream, annual: Pence(5), from: today).applied(for: pupil, at: elm, beside: []) }.list.map(\.field) }
        #expect(found("E3", nil) == ["stream"] && found("E2", sam) == ["stream"] && found("PL", sam) == ["stream"] && found("E3", sam).isEmpty && found("E2", nil).isEmpty)
    }

    @Test("A council’s rates have a name and three figures, and stand there once")
    func councils() {
        let beside = [RateSet(name: "Own"), RateSet(name: "Barnsley", laCode: "370")]
        let found = { (name: String, code: String) in problems { _ = try AddRateSet(name: name, laCode: code).applied(beside: beside) }.list.map(\.field) }
        #expect(found("", "") == ["name", "la_code"] && found("Leeds", "38") == ["la_code"] && found("Again", "370") == ["la_code"] && found("Leeds", "383").isEmpty)
    }

    @Test("The formula of a rate, in words")
    func formula() {
        let rate = StaffRate(set: RateSetID(1), role: "ta", starts: today, contractHourly: Pence(1326), paidWeeks: 4480, workedWeeks: 3900, onCost: 3200, nonContact: 1050)
        #expect(rate.formula == "£13.26 × 44.8 weeks paid ÷ 39 weeks worked, + 32 % on-costs, ÷ 89.5 % of the time with pupils")
        #expect(StaffRate(set: RateSetID(1), role: "ta", starts: today, contractHourly: Pence(1724)).formula == "A flat £17.24 an hour")
    }

    static let amounts: [(String, Int?)] = [
        ("13.26", 1326), ("£1,200", 120_000), ("44.8", 4480), ("32 %", 3200), ("-5", -500), ("0.05", 5), ("1.234", nil), ("", nil), ("ten", nil), ("1.2.3", nil), ("9999999999", nil), ("£ 12", 1200), ("12.", 1200),
        ("12,345,678.50", 1_234_567_850), ("1 200", 120_000), ("1\u{A0}200", 120_000), ("-£1,200", -120_000),
        // What a comma or a blank means is plain only before exactly three figures.
        ("12,50", nil), ("1 3", nil), ("12,5000", nil), ("1,20", nil), (",500", nil), ("1234,567", nil), ("1,200,5", nil), ("1,,200", nil), ("12.5,000", nil), ("12£", nil), ("٣٤", nil), ("-", nil), ("£", nil),
    ]

    @Test("Pounds and hundredths as people type them, and nothing that could be meant otherwise", arguments: amounts)
    func typed(text: String, pence: Int?) {
        #expect(FormValues([("x", text)]).typedPounds("x")?.rawValue == pence)
    }

    @Test("Words hold until the figure moves by more than the share, or to the other side")
    func standing() {
        let year = AcademicYear(starting: 2026), rolls = [Spell(starts: day("2020-09-01"))]
        let cost = { (pence: Int) in CostComparison(cost: Pence(pence), hasPlan: true, lines: [], rolls: rolls, year: year) }
        let said = VarianceJustification(id: .new, pupil: sam, school: elm, academicYear: 2026, reason: .overPlan, words: "So", over: Pence(100_000), writtenOn: today, writtenBy: "Amira")
        #expect(VarianceStanding(cost(630_000), said: nil) == .notAsked && VarianceStanding(cost(700_000), said: nil) == .missing)
        #expect(VarianceStanding(cost(700_000), said: said) == .said(said) && VarianceStanding(cost(760_000), said: said) == .said(said))
        #expect(VarianceStanding(cost(760_001), said: said) == .outdated(said) && VarianceStanding(cost(500_000), said: said) == .outdated(said) && VarianceStanding(cost(500_000), said: said).asks)
    }

    @Test("Without names: lines of few stand together, still add up, and hide all where there are too few")
    func shown() {
        let line = { (label: String, pupils: ClosedRange<Int>, pence: Int) in CostLine(label, pupils: Set(pupils.map { PupilID($0) }), toDate: Pence(pence), whole: Pence(pence * 2)) }
        let fine = ShownCosts([line("A", 1...5, 10), line("B", 3...9, 20)], together: "Others")
        #expect(fine.lines.map(\.label) == ["A", "B"] && !fine.isHidden)
        let few = ShownCosts([line("A", 1...9, 10), line("B", 20...30, 20), line("C", 40...41, 5)], together: "Others")
        #expect(few.lines.map(\.label) == ["B", "Others"] && few.lines.map(\.whole.rawValue) == [40, 30], "two pupils stand with the nine")
        let apart = ShownCosts([line("A", 1...9, 10), line("B", 20...22, 20), line("C", 40...41, 5)], together: "Others")
        #expect(apart.lines.map(\.label) == ["A", "Others"] && apart.lines[1].pupils.count == 5)
        #expect(ShownCosts([line("A", 1...4, 10)], together: "Others").isHidden && ShownCosts([], together: "Others").lines.isEmpty)
    }

    @Test("Without names: what it cost to date is told once five pupils had something, and while nothing or that of five is still to come")
    func toDate() {
        let line = { (label: String, soFar: Int, toCome: Int) in
            CostLine(label, pupils: Set((1...9).map { PupilID($0) }), soFar: Set((0..<soFar).map { PupilID($0 + 1) }), toCome: Set((0..<toCome).map { PupilID($0 + 1) }), toDate: Pence(10), whole: Pence(20))
        }
        for (soFar, toCome, shows) in [(0, 9, true), (1, 9, false), (4, 9, false), (5, 9, true), (9, 5, true), (9, 4, false), (9, 0, true)] {
            let shown = ShownCosts([line("A", soFar, toCome), line("B", 9, 9)], together: "Others")
            #expect(shown.showsToDate == shows && shown.lines.map(\.label) == ["A", "B"], "\(soFar) so far, \(toCome) to come")
        }
    }

    @Test("The chosen pupils’ parts and the rest make the whole, with their streams")
    func split() {
        var sum = CostSum()
        sum.add(SharedCost(Pence(1001), among: [sam, ana, ben], places: 4), paidBy: "PP")
        sum.add(SharedCost(Pence(707), among: [sam, cas], places: 2))
        let (chosen, rest) = sum.split([sam])
        #expect(addsUp(chosen) && addsUp(rest) && chosen.total + rest.total == sum.total && chosen.pupils.keys.sorted() == [sam] && rest.pupils[sam] == nil)
        #expect(chosen.streams == ["PP": Pence(251), "": Pence(354)] && rest.unfilled == sum.unfilled && sum.bearers(paidBy: ["PP"]) == [sam, ana, ben] && sum.bearers == [sam, ana, ben, cas])
        sum.add(SharedCost(Pence(0), among: [dee], places: 1), paidBy: "PP")
        #expect(!sum.bearers.contains(dee) && !sum.bearers(paidBy: ["PP"]).contains(dee), "a part of nought is none")
    }
}
