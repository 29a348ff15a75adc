import Access
import Basics
import Database
import Pages
@testable import People
@testable import Provision
import Stage
import Testing

@Suite("Costs out of the store")
struct CostQueriesTests {
    @Test("A rate changed mid-year leaves the sessions before it at the old cost", arguments: StageEngine.here)
    func rateOfTheDay(engine: StageEngine) async throws {
        let stage = try await ProvisionStage(engine), today = stage.stage.today
        // Tuesdays and Thursdays: 10, 12, 17 and 19 November are past.
        let run = try await stage.running([stage.sam, stage.ana, stage.ben], starts: -10)
        try await stage.rate(2000, from: today - 100)
        try await stage.logPast(run) { stage.given($0) }
        let before = try await stage.costs()
        #expect(before.total.toDate.total == Pence(4000) && before.total.unproved == 0)
        try await stage.rate(3000, from: today - 4)
        let after = try await stage.costs()
        #expect(after.total.toDate.total == Pence(2 * 1000 + 2 * 1500), "10 and 12 November keep the old rate")
        #expect(after.total.toDate.pupils[stage.sam.id] == Pence(2 * 334 + 2 * 500))
        #expect(after.inWords.contains("Shared by planned size. Rates: The trust’s own costs, as set from") && after.inWords.contains((today - 4).inWords))
    }

    @Test("What is not logged counts as such; what has no rate is a gap with its role; corrections and today’s log count once", arguments: StageEngine.here)
    func gaps(engine: StageEngine) async throws {
        let stage = try await ProvisionStage(engine), today = stage.stage.today, elm = stage.elm.id
        let run = try await stage.running([stage.sam], starts: -10, size: 1, weekdays: [2, 4, 5])
        try await stage.logPast(run) { $0.day == today - 3 ? nil : stage.given($0) }
        let bare = try await stage.costs()
        #expect(bare.total.toDate.total == Pence(0) && bare.total.unproved == 1 && (bare.total.withoutRate["ta"] ?? 0) > 4)
        try await stage.rate(2000, from: today - 100)
        let before = try await stage.costs()
        #expect(before.total.toDate.total == Pence(4 * 1000) && before.total.withoutRate.isEmpty)
        let whole = try await stage.whole(run), now = try #require(whole.sessions(on: [today]).first), setting = LogSession.Setting(school: elm, isSchoolDay: true, who: "Tess", today: today)
        let log = try #require(try LogSession(.given, sendKey: key).applied(to: now, standing: [], in: setting))
        let kept = try await stage.stage.act { try $0.save(log) }
        #expect(try await stage.costs().total.toDate.total == Pence(5000))
        #expect(try await stage.costs().total.whole.total == before.total.whole.total, "today’s session was to come, and is past now")
        let parts = try CorrectSession(LogSession(.partly, minutes: 15, sendKey: key + "2"), because: "It was shorter").applied(to: kept, of: now, in: setting)
        try await stage.stage.act { writer in for part in parts { try writer.save(part) } }
        #expect(try await stage.costs().total.toDate.total == Pence(4500))
    }

    @Test("Days on which nobody is in a provision are neither asked about nor reckoned", arguments: StageEngine.here)
    func nobody(engine: StageEngine) async throws {
        let stage = try await ProvisionStage(engine), today = stage.stage.today
        let run = try await stage.running([stage.sam], starts: -10, size: 1)
        try await stage.rate(2000, from: today - 100)
        try await stage.stage.act { try $0.execute("UPDATE provision_member SET ends = \(today - 5) WHERE run_id = \(run.id)") }
        let costs = try await stage.costs()
        #expect(costs.total.unproved == 2 && costs.total.whole.total == Pence(0) && costs.total.whole.unfilled == Pence(0), "10 and 12 November")
    }

    @Test("A day closed after its session was logged neither takes the cost away nor hides a session that nobody logged", arguments: StageEngine.here)
    func closed(engine: StageEngine) async throws {
        let stage = try await ProvisionStage(engine), today = stage.stage.today, elm = stage.elm.id
        let run = try await stage.running([stage.sam], starts: -10, size: 1)
        try await stage.rate(2000, from: today - 100)
        try await stage.logPast(run) { $0.day == today - 1 ? nil : stage.given($0) }
        try await stage.stage.act { try $0.save(Change("closure.added", to: Closure(id: .new, school: elm, kind: .closure, name: "Snow", starts: today - 3, ends: today - 3))) }
        let costs = try await stage.costs()
        #expect(costs.total.toDate.total == Pence(3000) && costs.total.unproved == 1)
    }

    @Test("Over random groups, logs, rates and bases all parts add up to the penny, and each provision costs what its sessions cost one by one", arguments: StageEngine.here)
    func property(engine: StageEngine) async throws {
        let stage = try await ProvisionStage(engine), today = stage.stage.today
        var draw = Draw(23)
        try await stage.rate(1733, from: today - 400)
        try await stage.rate(1991, from: today - 17)
        try await stage.rate(4127, of: "teacher", from: today - 400)
        try await stage.share(.present, from: today - 25)
        try await stage.share(.planned, from: today - 9, at: stage.elm.id)
        let pupils = [stage.sam, stage.ana, stage.ben]
        for number in 0..<8 {
            let chosen = Array(pupils.shuffled(using: &draw).prefix(Int.random(in: 1...3, using: &draw))), size = chosen.count + Int.random(in: 0...3, using: &draw)
            let run = try await stage.running(chosen, "Group \(number)", starts: -Int.random(in: 15...60, using: &draw), size: size, weekdays: Array([1, 2, 3, 4, 5].shuffled(using: &draw).prefix(2)).sorted())
            var picks = draw
            try await stage.logPast(run) { session in
                let absent = session.pupils.filter { _ in Int.random(in: 0...3, using: &picks) == 0 }, all = absent.count == session.pupils.count
                switch Int.random(in: 0...6, using: &picks) {
                case 0: return nil
                case 1: return LogSession(.notGiven, reason: .absence, sendKey: stage.sendKey(session))
                case 2: return LogSession(.notGiven, reason: .staffAway, sendKey: stage.sendKey(session))
                case 3: return LogSession(.partly, minutes: Int.random(in: 1...29, using: &picks), sendKey: stage.sendKey(session))
                default:
                    var log = LogSession(.given, away: all ? [:] : Dictionary(uniqueKeysWithValues: absent.map { ($0, .absent) }), sendKey: stage.sendKey(session))
                    log.roles = Bool.random(using: &picks) ? nil : ["teacher"]
                    return log
                }
            }
            draw = picks
        }
        let costs = try await stage.costs()
        #expect(addsUp(costs.total.toDate) && addsUp(costs.total.whole) && costs.total.toDate.total > Pence(0) && costs.total.toDate.total < costs.total.whole.total)
        let sheets = costs.provisions.compactMap { costs.sheets[$0.run.id] }
        #expect(sheets.map(\.whole.total).reduce(Pence(0), +) == costs.total.whole.total && sheets.allSatisfy { addsUp($0.toDate) && addsUp($0.whole) })
        let kinds = InterventionKind.allCases.map { costs.sum(of: $0).whole.total }.reduce(Pence(0), +)
        #expect(kinds == costs.total.whole.total)
        for provision in costs.provisions {
            let logs = try await stage.stage.read { try $0.sessionLogs("WHERE run_id = \(provision.run.id) AND superseded_on IS NULL ORDER BY id") }
            var one = CostSum()
            for log in logs {
                let base = costs.basis.settings.base(on: log.day), members = log.pupils.map(\.pupil), there = log.pupils.filter { $0.away == nil }.map(\.pupil)
                let size = try #require(provision.pattern(on: log.day)?.plannedSize)
                let cost = SessionCost(minutes: log.readyMinutes, roles: log.roles, price: Pence(0), day: log.day, members: members, there: there, plannedSize: size, rates: RateTable(costs.basis.rates), base: base)
                guard case .costed(let shared) = cost else { Issue.record("no rate"); continue }
                one.add(shared)
            }
            #expect(costs.sheets[provision.run.id]?.toDate == one, "\(provision.run.name)")
        }
    }

    @Test("The map’s costs: to date and for the whole run, over schools", arguments: StageEngine.here)
    func ofRuns(engine: StageEngine) async throws {
        let stage = try await ProvisionStage(engine), today = stage.stage.today
        let run = try await stage.running([stage.sam], starts: -10, size: 1, weeks: 2)
        try await stage.rate(2000, from: today - 100)
        try await stage.logPast(run) { stage.given($0) }
        let whole = try await stage.whole(run)
        let sheet = try await stage.stage.read { try $0.costs(of: [whole], today: today)[run.id] }
        // 14 days from Tuesday 10 November: the 10th, 12th, 17th, 19th and 24th.
        #expect(sheet?.toDate.total == Pence(4000) && sheet?.whole.total == Pence(5000))
        #expect(try await stage.stage.read { try $0.costs(of: [], today: today) }.isEmpty)
    }

    @Test("Sessions are counted by an index of their runs, and no table of theirs is read through")
    func plan() async throws {
        let stage = try await ProvisionStage(), ask = CostQuestion(school: stage.elm.id, year: stage.year, today: stage.stage.today), elm = stage.elm.id
        let plan = try await stage.stage.read { reader in
            let stretches = try reader.costBasis(of: elm).stretches(from: ask.from, to: ask.to)
            return try reader.plan(of: reader.countingAlike([ProvisionID(1), ProvisionID(2)], ask, stretches, schoolDays: []))
        }
        #expect(plan.contains("SEARCH session USING INDEX session_by_run (run_id=? AND day>? AND day<?)") && !plan.contains("SCAN"), "\(plan)")
    }

    @Test("Only those who may see costs there have them; others find nothing", arguments: StageEngine.here)
    func sight(engine: StageEngine) async throws {
        let stage = try await ProvisionStage(engine)
        for viewer in [stage.amira, stage.helen, stage.ruth] { _ = try await stage.costs(as: viewer) }
        for viewer in [stage.tom, stage.tessAtWork, stage.pat, stage.senco, stage.governor] { await #expect(throws: NotFound.self) { _ = try await stage.costs(as: viewer) } }
    }

    @Test("A council’s rates reckon the same sessions anew and leave the trust’s own costs alone", arguments: StageEngine.here)
    func claim(engine: StageEngine) async throws {
        let stage = try await ProvisionStage(engine), today = stage.stage.today
        let run = try await stage.running([stage.sam], starts: -10, size: 1)
        try await stage.rate(2000, from: today - 100)
        try await stage.logPast(run) { stage.given($0) }
        let set = try await stage.stage.act { try $0.save(AddRateSet(name: "Barnsley", laCode: "370").applied(beside: $0.rateSets())) }
        try await stage.rate(1724, from: today - 100, in: set.id)
        let claim = try await stage.costs(set: set.id), own = try await stage.costs()
        #expect(claim.total.toDate.total == Pence(4 * 862) && own.total.toDate.total == Pence(4000))
        #expect(claim.inWords.contains("Rates: Barnsley"))
    }
}

@Suite("A school’s year of costs")
struct SchoolCostsTests {
    @Test("A K pupil without top-up stands alone; with top-up or a plan it is compared; who said why is not asked again until the figure moves", arguments: StageEngine.here)
    func compared(engine: StageEngine) async throws {
        let stage = try await ProvisionStage(engine), today = stage.stage.today, elm = stage.elm.id, ben = stage.ben.id
        let run = try await stage.running([stage.sam, stage.ana, stage.ben])
        try await stage.rate(2000, from: today - 400)
        try await stage.logPast(run) { stage.given($0) }
        try await stage.funding("E3", 100_000, for: stage.ana.id)
        let costs = try await stage.costs()
        guard case .costAlone(let alone) = costs.comparison(of: stage.sam.id) else { Issue.record("Sam is compared"); return }
        #expect(alone == costs.total.whole.pupils[stage.sam.id])
        #expect(costs.comparison(of: stage.ana.id).over != nil && costs.comparison(of: ben).over != nil && costs.unexplained.count == 2)
        let year = stage.year
        try await stage.stage.act { try $0.save(JustifyVariance(.underGroups, words: "In groups").applied(to: ben, at: elm, costs.comparison(of: ben), year: year, by: "Amira", today: today)) }
        #expect(try await stage.costs().unexplained == [stage.ana.id])
    }

    @Test("A mainstream school is held against its notional budget; a special one against its places; a unit’s pupils apart", arguments: StageEngine.here)
    func spends(engine: StageEngine) async throws {
        let stage = try await ProvisionStage(engine), today = stage.stage.today, ben = stage.ben.id, elm = stage.elm
        let run = try await stage.running([stage.sam, stage.ben], size: 3)
        try await stage.rate(2000, from: today - 400)
        try await stage.logPast(run) { stage.given($0) }
        try await stage.funding("E2", 4_000_000)
        try await stage.funding("PL", 6_000_000)
        let plain = try await stage.costs()
        #expect(plain.spends.map(\.basis) == [.notional] && plain.spends[0].budget == Pence(4_000_000) && plain.spends[0].cost == plain.total.whole.total)
        try await stage.stage.act { try $0.save(Change("base.joined", to: BaseSpell(id: .new, pupil: ben, school: elm.id, base: .unit, spell: Spell(starts: today - 30)))) }
        let unit = try await stage.costs()
        #expect(unit.spends.map(\.basis) == [.notional, .places] && unit.spends[1].cost == unit.total.whole.pupils[ben] && unit.spends[1].budget == Pence(6_000_000))
        #expect(unit.spends.map(\.cost).reduce(Pence(0), +) == unit.total.whole.total && unit.spends[0].unfilled == unit.total.whole.unfilled)
        try await stage.stage.act { try $0.execute("UPDATE school SET kind = 'special' WHERE id = \(elm.id)") }
        let special = try await stage.costs()
        #expect(special.spends.map(\.basis) == [.places] && special.spends[0].cost == special.total.whole.total)
        #expect(plain.comparison(of: ben).over != nil && plain.unexplained == [ben])
        for costs in [unit, special] {
            #expect(costs.comparison(of: ben) == .costAlone(costs.total.whole.pupils[ben] ?? Pence(-1)) && costs.unexplained.isEmpty, "a place is funded as such, and £6,000 are no part of it")
        }
    }
}
