import Basics
@testable import Provision
import Testing

@Suite("What a session costs")
struct SessionCostTests {
    @Test("The true hourly rate of domain 6.2, to the penny")
    func hourly() {
        #expect(StaffRate(set: RateSetID(1), role: "ta", starts: today, contractHourly: Pence(1326), paidWeeks: 4480, workedWeeks: 3900, onCost: 3200).hourly == Pence(2011))
        #expect(StaffRate(set: RateSetID(1), role: "ta", starts: today, contractHourly: Pence(1724)).hourly == Pence(1724))
        #expect(StaffRate(set: RateSetID(1), role: "teacher", starts: today, contractHourly: Pence(3000), nonContact: 1000).hourly == Pence(3333))
    }

    @Test("The rate of a day is the latest that began by then")
    func table() {
        let rate = { (from: String, pence: Int) in StaffRate(set: RateSetID(1), role: "ta", starts: day(from), contractHourly: Pence(pence)) }
        let table = RateTable([rate("2027-04-01", 1500), rate("2026-04-01", 1400)])
        #expect(table.rate(for: "ta", on: day("2026-03-31")) == nil && table.rate(for: "ta", on: day("2027-03-31"))?.contractHourly == Pence(1400))
        #expect(table.rate(for: "ta", on: day("2027-04-01"))?.contractHourly == Pence(1500) && table.rate(for: "teacher", on: today) == nil)
    }

    @Test("Costs and their parts are what Python comes to with fractions")
    func oracles() throws {
        for row in try oracle("session_costs") {
            let list = { (name: String) in (row[name] ?? "").split(separator: ";").map(String.init) }, number = { (name: String) in try #require(Int(row[name] ?? "")) }
            let roles = Array(["ta", "teacher"].prefix(list("rates").count))
            let rates = zip(roles, list("rates")).map { role, text in
                let parts = text.split(separator: ":").compactMap { Int($0) }
                return StaffRate(set: RateSetID(1), role: role, starts: today, contractHourly: Pence(parts[0]), paidWeeks: parts[1], workedWeeks: parts[2], onCost: parts[3], nonContact: parts[4])
            }
            #expect(rates.map { "\($0.hourly.rawValue)" } == list("hourly"))
            let cost = SessionCost(minutes: try number("minutes"), roles: roles, price: Pence(try number("price")), day: today, members: list("members").compactMap { PupilID($0) },
                                   there: list("present").compactMap { PupilID($0) }, plannedSize: try number("size"), rates: RateTable(rates), base: try #require(CostBase(rawValue: row["base"] ?? "")))
            guard case .costed(let shared) = cost else { Issue.record("no cost: \(row)"); continue }
            #expect(try shared.total == Pence(number("total")) && shared.unfilled == Pence(number("unfilled")), "\(row)")
            #expect(shared.pupils.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value.rawValue)" } == list("parts"), "\(row)")
        }
    }

    @Test("The parts add up to the whole, to the penny, for any group, and differ by a penny at most")
    func whole() {
        var draw = Draw(11)
        for _ in 0..<4000 {
            let total = Pence(Int.random(in: 0...50_000, using: &draw)), pupils = Set((0..<Int.random(in: 0...12, using: &draw)).map { _ in PupilID(Int.random(in: 1...99, using: &draw)) })
            let shared = SharedCost(total, among: Array(pupils).shuffled(using: &draw), places: Int.random(in: 0...14, using: &draw))
            let parts = shared.pupils.values.sorted()
            #expect(parts.reduce(shared.unfilled, +) == total && shared.unfilled >= Pence(0))
            #expect(Set(shared.pupils.keys) == pupils)
            if let least = parts.first, let most = parts.last { #expect((most - least).rawValue <= 1) }
        }
    }

    @Test("Weights of any kind share exactly; equal ones favour who stands first")
    func weights() {
        #expect(LargestRemainder.shares(of: 100, weights: [1, 1, 1]) == [34, 33, 33])
        #expect(LargestRemainder.shares(of: 10, weights: [0, 3, 1]) == [0, 8, 2])
        #expect(LargestRemainder.shares(of: 11, weights: [1, 1, 2]) == [3, 3, 5])
        #expect(LargestRemainder.shares(of: -100, weights: [1, 1, 1]) == [-34, -33, -33])
        #expect(LargestRemainder.shares(of: 0, weights: [0, 0]) == [0, 0])
        var draw = Draw(3)
        for _ in 0..<2000 {
            let weights = (0..<Int.random(in: 1...9, using: &draw)).map { _ in Int.random(in: 0...20, using: &draw) } + [1], total = Int.random(in: 0...10_000, using: &draw)
            let parts = LargestRemainder.shares(of: total, weights: weights), sum = weights.reduce(0, +)
            #expect(parts.reduce(0, +) == total)
            #expect(zip(parts, weights).allSatisfy { abs($0 * sum - total * $1) < sum })
        }
    }

    @Test("Two of a planned three: the school bears the empty place; nobody there: the school bears all")
    func unfilled() {
        let shared = SharedCost(Pence(1000), among: [ana, sam], places: 3)
        #expect(shared.pupils == [sam: Pence(334), ana: Pence(333)] && shared.unfilled == Pence(333))
        #expect(SharedCost(Pence(1000), among: [], places: 0).unfilled == Pence(1000) && SharedCost(Pence(1000), among: [], places: 4).unfilled == Pence(1000))
        #expect(SharedCost(Pence(1000), among: [sam, ana, ben], places: 2).unfilled == Pence(0))
    }

    static let rates = RateTable([StaffRate(set: RateSetID(1), role: "ta", starts: day("2026-09-01"), contractHourly: Pence(2000)), StaffRate(set: RateSetID(1), role: "ta", starts: day("2026-11-12"), contractHourly: Pence(2400))])

    @Test("A role without a rate is a gap and not a nought; what was not given needs none")
    func withoutRate() throws {
        let session = readingClub(roles: ["ta", "teacher"]).sessions(on: [day("2026-11-10")])[0]
        #expect(SessionCost(of: session, nil, rates: Self.rates, base: .planned) == .withoutRate(["teacher"]))
        let missed = try DeliveryTests.log(session, .notGiven, reason: .staffAway)
        #expect(SessionCost(of: session, missed, rates: RateTable([]), base: .planned) == .costed(SharedCost(Pence(0), among: [sam, ana, ben], places: 3)))
    }

    @Test("A volunteer needs no rate: with a teaching assistant the session costs what that one does, alone it costs nothing")
    func volunteer() throws {
        let cost = { (roles: [String], rates: RateTable) in SessionCost(of: readingClub(roles: roles).sessions(on: [day("2026-11-10")])[0], nil, rates: rates, base: .planned) }
        let whole = { (pence: Int) in SessionCost.costed(SharedCost(Pence(pence), among: [sam, ana, ben], places: 3)) }
        #expect(cost(["ta", "volunteer"], Self.rates) == whole(1000) && cost(["volunteer"], Self.rates) == whole(0))
        #expect(cost(["teacher", "volunteer"], Self.rates) == .withoutRate(["teacher"]))
        let paid = RateTable([StaffRate(set: RateSetID(1), role: "volunteer", starts: day("2026-11-01"), contractHourly: Pence(400))])
        #expect(cost(["volunteer"], paid) == whole(200), "where a trust pays expenses, it may say so")
        #expect(Self.rates.since(["ta", "volunteer"], on: day("2026-11-13")) == day("2026-11-12") && Self.rates.since(["volunteer"], on: day("2026-11-13")) == .distantPast)
        #expect(Self.rates.since(["teacher"], on: day("2026-11-13")) == day("2026-11-13"), "for one who is paid a missing rate cuts the days")
    }

    @Test("Somebody from outside costs the price, no rate; nothing where they did not come")
    func external() throws {
        let session = readingClub(price: Pence(7500), roles: ["external"]).sessions(on: [day("2026-11-10")])[0]
        guard case .costed(let cost) = SessionCost(of: session, nil, rates: RateTable([]), base: .planned) else { throw Problems("", "no cost") }
        #expect(cost.total == Pence(7500) && cost.pupils[sam] == Pence(2500))
        let missed = try DeliveryTests.log(session, .notGiven, reason: .staffAway), empty = try DeliveryTests.log(session, .notGiven, reason: .absence)
        #expect(SessionCost(of: session, missed, rates: RateTable([]), base: .planned) == .costed(SharedCost(Pence(0), among: [sam, ana, ben], places: 3)))
        #expect(SessionCost(of: session, empty, rates: RateTable([]), base: .present) == .costed(SharedCost(Pence(7500), among: [], places: 0)))
    }
}

@Suite("The cost of a provision, to date and for the year")
struct CostSheetTests {
    static let october = elmDays.list(from: day("2026-11-09"), to: day("2026-11-26"))

    private func sheet(_ club: WholeProvision, logged: (PlannedSession) throws -> SessionLog?, costs: [ProvisionCost] = [], beside: [SessionLog] = [], base: CostBase = .planned) throws -> CostSheet {
        let planned = club.sessions(on: Self.october)
        return CostSheet(of: club, planned: planned, logs: try planned.filter { $0.day < today }.compactMap(logged) + beside, costs: costs, rates: SessionCostTests.rates, base: base, today: today)
    }

    @Test("What was given counts to date at the rate of its day, what is planned counts for the year, what nobody logged for nothing")
    func dates() throws {
        // 10, 12 and 19 November are past (17 is closed); 24 and 26 are to come. The rate rises on the 12th.
        let sheet = try sheet(readingClub()) { try DeliveryTests.log($0, .given) }
        #expect(sheet.toDate.total == Pence(1000 + 1200 + 1200) && sheet.whole.total == Pence(1000 + 1200 * 4) && sheet.unproved == 0)
        #expect(sheet.toDate.pupils == [sam: Pence(334 + 800), ana: Pence(333 + 800), ben: Pence(333 + 800)])
        let silent = try self.sheet(readingClub()) { $0.day == day("2026-11-12") ? nil : try DeliveryTests.log($0, .given) }
        #expect(silent.unproved == 1 && silent.toDate.total == Pence(2200) && silent.whole.total == Pence(4600))
    }

    @Test("A day without pupils is none: it is neither silent nor a place that nobody filled")
    func empty() throws {
        var club = readingClub(pupils: [sam])
        club.members[0].spell = Spell(starts: day("2026-11-12"), ends: day("2026-11-19"))
        let silent = try sheet(club) { _ in nil }
        #expect(silent.unproved == 2 && silent.whole.total == Pence(0), "12 and 19 November; the 10th, the 24th and the 26th have nobody in")
        let given = try sheet(club) { try $0.pupils.isEmpty ? nil : DeliveryTests.log($0, .given) }
        #expect(given.unproved == 0 && given.whole.total == Pence(2400) && given.whole.unfilled == Pence(1600))
    }

    @Test("Materials are shared by who takes part on that day, or borne for one")
    func materials() throws {
        let club = readingClub(size: 4, funding: "PP")
        let costs = [ProvisionCost(run: club.run.id, kind: .materials, day: day("2026-11-10"), amount: Pence(1001)), ProvisionCost(run: club.run.id, kind: .licence, day: day("2026-11-10"), amount: Pence(600), pupil: sam)]
        let sheet = try sheet(club, logged: { _ in nil }, costs: costs)
        #expect(sheet.toDate.total == Pence(1601) && sheet.toDate.pupils == [sam: Pence(851), ana: Pence(250), ben: Pence(250)] && sheet.toDate.unfilled == Pence(250))
        #expect(sheet.toDate.streams == ["PP": Pence(1601)])
        #expect(try self.sheet(club, logged: { _ in nil }, costs: costs, base: .present).toDate.unfilled == Pence(0))
    }

    @Test("Sessions that cost just the same may be added together")
    func together() {
        let cost = SharedCost(Pence(1001), among: [sam, ana, ben], places: 4)
        var one = CostSum(), many = CostSum()
        for _ in 0..<37 { one.add(cost, paidBy: "E3") }
        many.add(cost, paidBy: "E3", times: 37)
        #expect(one == many)
        let alike = { (there: [PupilID]) in SessionAlike(minutes: 30, roles: ["ta"], price: Pence(0), day: day("2026-11-10"), members: [sam, ana, ben], there: there, plannedSize: 4) }
        let sheet = CostSheet(past: [alike([sam]): 2, alike([sam, ana]): 3], toCome: [alike([sam, ana, ben]): 5], rates: SessionCostTests.rates, base: .present)
        #expect(sheet.toDate.total == Pence(5000) && sheet.toDate.pupils == [sam: Pence(3500), ana: Pence(1500)] && sheet.whole.total == Pence(10_000))
    }

    @Test("A rate that changes mid-year parts the sessions before it from those after, whatever else is alike")
    func changed() {
        let table = SessionCostTests.rates
        let session = { (text: String) in SessionAlike(readingClub().sessions(on: [day(text)])[0], nil, rates: table) }
        #expect(session("2026-11-05") == session("2026-11-10") && session("2026-11-10") != session("2026-11-12") && session("2026-11-12") == session("2026-11-19"))
    }

    @Test("Today's session that nobody logged yet is to come, and so is what is bought later")
    func later() throws {
        let club = readingClub(weekdays: [1]), bought = ProvisionCost(run: club.run.id, kind: .other, day: day("2026-11-24"), amount: Pence(300))
        let sheet = try sheet(club, logged: { try DeliveryTests.log($0, .given) }, costs: [bought])
        #expect(sheet.unproved == 0 && sheet.toDate.total == Pence(1000 + 1200) && sheet.whole.total == Pence(1000 + 1200 * 2 + 300))
    }

    @Test("Of two adults the rate that changed last parts what is alike")
    func pair() {
        let rate = { (role: String, from: String) in StaffRate(set: RateSetID(1), role: role, starts: day(from), contractHourly: Pence(2000)) }
        let table = RateTable([rate("ta", "2026-09-01"), rate("ta", "2026-11-12"), rate("teacher", "2026-04-01")])
        let since = { (text: String) in table.since(["ta", "teacher"], on: day(text)) }
        #expect(since("2026-11-10") == day("2026-09-01") && since("2026-11-12") == day("2026-11-12"))
    }

    @Test("A session beside the week is costed; one without a rate is counted as lacking; what everyone has costs nobody")
    func others() throws {
        var beside = DeliveryTests.extra(day("2026-11-18"), 60)
        #expect(try sheet(readingClub(), logged: { _ in nil }, beside: [beside]).toDate.pupils == [sam: Pence(800)])
        beside.roles = ["senco"]
        #expect(try sheet(readingClub(), logged: { _ in nil }, beside: [beside]).withoutRate == ["senco": 1])
        #expect(try sheet(readingClub(kind: .universal), logged: { _ in nil }).whole.total == Pence(0))
    }

    @Test("Over random groups, logs and bases every sheet adds up: pupils and places not filled to the whole, streams to the whole")
    func addsUp() throws {
        var draw = Draw(17)
        for _ in 0..<150 {
            let pupils = Array([sam, ana, ben, cas, dee].shuffled(using: &draw).prefix(Int.random(in: 0...5, using: &draw)))
            var club = readingClub(size: Int.random(in: 1...6, using: &draw), pupils: pupils, minutes: Int.random(in: 7...50, using: &draw), funding: ["", "E3", "PP"].randomElement(using: &draw)!,
                                   price: Pence(Int.random(in: 0...9999, using: &draw)), roles: [["ta"], ["ta", "ta"], ["external"]].randomElement(using: &draw)!)
            for place in club.members.indices where Bool.random(using: &draw) { club.members[place].spell = Spell(starts: day("2026-09-08"), ends: day("2026-11-12")) }
            let sheet = try sheet(club, logged: { session in
                switch Int.random(in: 0...4, using: &draw) {
                case 0: nil
                case 1: try DeliveryTests.log(session, .notGiven, reason: .absence)
                case 2: try DeliveryTests.log(session, .partly, minutes: session.minutes / 2)
                default: try DeliveryTests.log(session, .given)
                }
            }, costs: [ProvisionCost(run: club.run.id, kind: .other, day: day("2026-11-20"), amount: Pence(Int.random(in: 1...9999, using: &draw)))], base: CostBase.allCases.randomElement(using: &draw)!)
            for sum in [sheet.toDate, sheet.whole] {
                #expect(sum.pupils.values.reduce(sum.unfilled, +) == sum.total && sum.streams.values.reduce(Pence(0), +) == sum.total)
            }
            #expect(sheet.toDate.total <= sheet.whole.total)
            var two = sheet.whole
            two.add(sheet.toDate)
            #expect(two.pupils.values.reduce(two.unfilled, +) == two.total && two.streams.values.reduce(Pence(0), +) == two.total)
        }
    }
}

@Suite("Rates, costs and funding that are entered")
struct MoneyActsTests {
    static let rates: [(String, KeepRate)] = [
        ("starts", KeepRate(role: "ta", starts: nil, contractHourly: Pence(1326))), ("role", KeepRate(role: "external", starts: today, contractHourly: Pence(1326))), ("role", KeepRate(role: "wizard", starts: today, contractHourly: Pence(1326))),
        ("contract_hourly", KeepRate(role: "ta", starts: today, contractHourly: nil)), ("contract_hourly", KeepRate(role: "ta", starts: today, contractHourly: Pence(0))), ("contract_hourly", KeepRate(role: "ta", starts: today, contractHourly: Pence(-5))),
        ("worked_weeks", KeepRate(role: "ta", starts: today, contractHourly: Pence(1326), workedWeeks: 0)), ("paid_weeks", KeepRate(role: "ta", starts: today, contractHourly: Pence(1326), paidWeeks: 3800, workedWeeks: 3900)),
        ("on_cost", KeepRate(role: "ta", starts: today, contractHourly: Pence(1326), onCost: -1)), ("non_contact", KeepRate(role: "ta", starts: today, contractHourly: Pence(1326), nonContact: 10_000)),
    ]

    @Test("A rate without a date, below nought or beyond sense is refused beside its field", arguments: rates)
    func rate(field: String, form: KeepRate) {
        #expect(problems { _ = try form.applied(in: RateSetID(1), beside: []) }.message(for: field) != nil)
    }

    @Test("A rate is set, put right, and not set twice for a day")
    func keeps() throws {
        let form = KeepRate(role: "ta", starts: today, contractHourly: Pence(1326))
        var rate = try form.applied(in: RateSetID(1), beside: []).after
        rate.id = RowID(5)
        #expect(problems { _ = try form.applied(in: RateSetID(1), beside: [rate]) }.message(for: "starts") != nil)
        #expect(try form.applied(to: rate, in: RateSetID(1), beside: [rate]).event == "rate.corrected")
    }

    @Test("What was bought needs a kind, a price, a day within the run, and a pupil who takes part")
    func cost() throws {
        let club = readingClub(), found = { (form: RecordCost) in problems { _ = try form.applied(to: club, today: today) }.list.map(\.field) }
        #expect(found(RecordCost(kind: .materials, day: today, amount: Pence(500), pupil: sam)).isEmpty)
        #expect(found(RecordCost(kind: nil, day: nil, amount: nil)) == ["kind", "amount", "day"])
        #expect(found(RecordCost(kind: .other, day: today + 1, amount: Pence(5))) == ["day"] && found(RecordCost(kind: .other, day: day("2026-09-01"), amount: Pence(5))) == ["day"])
        #expect(found(RecordCost(kind: .other, day: today, amount: Pence(-5))) == ["amount"] && found(RecordCost(kind: .other, day: today, amount: Pence(5), pupil: dee)) == ["pupil"])
    }

    @Test("Funding needs a stream, a sum and a day, and never runs twice")
    func funding() throws {
        let set = { (form: SetFunding, beside: [FundingLine]) in problems { _ = try form.applied(for: sam, at: elm, beside: beside) }.list.map(\.field) }
        let line = try SetFunding(stream: "E3", annual: Pence(420_000), from: today).applied(for: sam, at: elm, beside: []).after
        #expect(set(SetFunding(stream: "POOL", annual: Pence(1), from: today), []) == ["stream"] && set(SetFunding(stream: "E3", annual: Pence(0), from: nil), []) == ["annual", "from"])
        #expect(set(SetFunding(stream: "E3", annual: Pence(5), from: today, to: today - 1), []) == ["to"] && set(SetFunding(stream: "E3", annual: Pence(5), from: today + 30), [line]) == ["from"])
    }

    @Test("The part of a year's sum is what Python comes to")
    func shares() throws {
        for row in try oracle("funding_shares") {
            let line = FundingLine(pupil: sam, school: elm, stream: "E3", annual: Pence(try #require(Int(row["annual"] ?? ""))), spell: Spell(starts: day(row["starts"] ?? ""), ends: (row["ends"]?.nonEmpty).map(day)))
            #expect(line.amount(in: AcademicYear(starting: try #require(Int(row["year"] ?? "")))).rawValue == Int(row["amount"] ?? ""), "\(row)")
        }
    }
}

@Suite("Cost beside the money for it")
struct CostComparisonTests {
    static let year = AcademicYear(starting: 2026), rolls = [Spell(starts: day("2024-09-01"))]
    static let topUp = FundingLine(pupil: sam, school: elm, stream: "E3", annual: Pence(420_000), spell: Spell(starts: day("2026-09-01")))

    @Test("A K pupil without top-up shows cost alone; top-up or a plan compares with £6,000 and what is above it")
    func compares() {
        let alone = CostComparison(cost: Pence(250_000), hasPlan: false, lines: [], rolls: Self.rolls, year: Self.year)
        #expect(alone == .costAlone(Pence(250_000)) && alone.over == nil && !alone.needsJustification())
        #expect(CostComparison(cost: Pence(250_000), hasPlan: true, lines: [], rolls: Self.rolls, year: Self.year) == .against(Pence(600_000), cost: Pence(250_000)))
        let both = CostComparison(cost: Pence(1_100_000), hasPlan: false, lines: [Self.topUp], rolls: Self.rolls, year: Self.year)
        #expect(both.over == Pence(80_000) && !both.needsJustification() && both.needsJustification(share: 7))
        #expect(CostComparison(cost: Pence(1_122_001), hasPlan: true, lines: [Self.topUp], rolls: Self.rolls, year: Self.year).needsJustification())
        #expect(!CostComparison(cost: Pence(1_122_000), hasPlan: true, lines: [Self.topUp], rolls: Self.rolls, year: Self.year).needsJustification())
    }

    @Test("Of half a year on roll, half of £6,000 counts; pupil premium alone compares nothing")
    func parts() {
        let half = CostComparison(cost: Pence(0), hasPlan: true, lines: [], rolls: [Spell(starts: day("2027-03-01"))], year: Self.year)
        #expect(half == .against(Pence(302_466), cost: Pence(0)))
        let premium = FundingLine(pupil: sam, school: elm, stream: "PP", annual: Pence(100_000), spell: Spell(starts: day("2026-09-01")))
        #expect(CostComparison(cost: Pence(5), hasPlan: false, lines: [premium], rolls: Self.rolls, year: Self.year) == .costAlone(Pence(5)))
    }

    @Test("A justification names a reason of the right side, in words")
    func justify() throws {
        let over = CostComparison(cost: Pence(900_000), hasPlan: true, lines: [], rolls: Self.rolls, year: Self.year)
        let found = { (form: JustifyVariance, comparison: CostComparison) in
            problems { _ = try form.applied(to: sam, at: elm, comparison, year: Self.year, by: "Amira", today: today) }.list.map(\.field)
        }
        let change = try JustifyVariance(.overPlan, words: "Section F asks for more than is paid.").applied(to: sam, at: elm, over, year: Self.year, by: "Amira", today: today)
        #expect(change.after.over == Pence(300_000) && change.after.academicYear == 2026)
        #expect(found(JustifyVariance(nil, words: ""), over) == ["reason", "words"] && found(JustifyVariance(.underLate, words: "So"), over) == ["reason"])
        #expect(found(JustifyVariance(.overPlan, words: "So"), CostComparison(cost: Pence(1), hasPlan: true, lines: [], rolls: Self.rolls, year: Self.year)) == ["reason"])
        #expect(found(JustifyVariance(.overPlan, words: "So"), .costAlone(Pence(1))) == [""])
        #expect(VarianceReason.allCases.count == 12 && VarianceReason.allCases.count(where: \.isOver) == 6)
    }

    @Test("A mainstream school's notional budget against what top-up and other streams leave; a special school's places against all")
    func school() {
        var spent = CostSum()
        spent.add(SharedCost(Pence(5_000_000), among: [sam, ana], places: 4))
        spent.add(SharedCost(Pence(300_000), among: [sam], places: 1), paidBy: "PP")
        let own = { (stream: String, annual: Int) in FundingLine(pupil: nil, school: elm, stream: stream, annual: Pence(annual), spell: Spell(starts: day("2020-09-01"))) }
        let mainstream = SchoolSpend(spent, lines: [own("E2", 4_000_000), own("PL", 9_999), Self.topUp], basis: .notional, year: Self.year)
        #expect(mainstream.cost == Pence(5_300_000) && mainstream.unfilled == Pence(2_500_000) && mainstream.toPay == Pence(4_580_000) && mainstream.left == Pence(-580_000))
        let special = SchoolSpend(spent, lines: [own("PL", 10_000_000), Self.topUp], basis: .places, year: Self.year)
        #expect(special.budget == Pence(10_000_000) && special.left == Pence(10_000_000 - 4_580_000))
    }
}

@Suite("Hours needed against hours deployed")
struct StaffingTests {
    let alone = readingClub(size: 1, pupils: [sam], run: 31), club = readingClub(size: 4, pupils: [sam, ana], weekdays: [1, 3, 5], minutes: 40, roles: ["ta", "teacher"], run: 32)

    @Test("By adult and pupil, each session once for the adult and once for each pupil; the gap by pupil")
    func matrix() {
        let staffing = Staffing([alone, club], needs: [SupportNeed(sam, alone: 150, inGroup: 60), SupportNeed(ana, alone: 0, inGroup: 200), SupportNeed(ben, alone: 30)], on: today)
        let ta = Staffing.Adult(staff: tess, role: "ta"), teacher = Staffing.Adult(staff: tess, role: "teacher")
        #expect(staffing.deployed == [ta: 180, teacher: 120] && staffing.cells[ta] == [sam: 180, ana: 120])
        #expect(staffing.lines[sam]?.aloneGap == 90 && staffing.lines[sam]?.groupGap == 0 && staffing.lines[ana]?.gap == 80 && staffing.lines[ben]?.gap == 30 && staffing.gap == 200)
    }

    @Test("What is given alone beyond its need counts for the group; a provision that has ended counts for nothing")
    func spare() {
        var ended = club
        ended.run.endedOn = day("2026-11-20")
        let staffing = Staffing([alone, ended], needs: [SupportNeed(sam, alone: 20, inGroup: 50)], on: today)
        #expect(staffing.gap == 10 && staffing.lines[ana] == nil)
    }

    @Test("The gap costs so much for the year, rounded once; without a rate it has no price")
    func cost() {
        let staffing = Staffing([], needs: [SupportNeed(sam, alone: 60), SupportNeed(ana, alone: 0, inGroup: 60)], on: today)
        let rate = StaffRate(set: RateSetID(1), role: "ta", starts: today, contractHourly: Pence(2000))
        #expect(staffing.gapCost(at: rate, weeks: 39, groupSize: 4) == Pence(97_500) && staffing.gapCost(at: nil, weeks: 39, groupSize: 4) == nil)
        #expect(staffing.gapCost(at: rate, weeks: 39, groupSize: 0) == nil)
    }
}
