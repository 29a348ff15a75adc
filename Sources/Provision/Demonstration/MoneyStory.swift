import Basics
import Database
import People

/// What the trust pays its people, what comes for its pupils, and how costs are shared.
struct MoneyStory: Sendable {
    let today: Day

    /// Pounds an hour by the contract in the first of the three years, in pence.
    private static let hourly: [(role: String, first: Int, paidWeeks: Int, nonContact: Int)] = [
        ("ta", 12_45, 44_80, 5_00), ("hlta", 15_10, 44_80, 5_00), ("specialist_ta", 13_60, 44_80, 5_00), ("elsa", 13_20, 44_80, 10_00), ("teacher", 27_40, 52_00, 10_00),
        ("specialist_teacher", 31_20, 52_00, 10_00), ("senco", 33_10, 52_00, 20_00), ("therapist", 24_90, 52_00, 15_00),
    ]

    /// Rates of three years, each from its own day: support staff from April, teachers from September.
    func tellTrust(_ store: Store) async throws {
        let year = AcademicYear(containing: today).starting
        try await store.write(act("Ruth Adeyemi (Trust SEND lead)", today.adding(years: -2) - 21)) { writer in
            guard let set = try writer.all(RateSet.self, "WHERE la_code = ''").first else { return }
            var kept: [StaffRate] = []
            for raise in 0..<3 {
                for role in Self.hourly {
                    let starts = raise == 0 ? Day(year - 2, 9, 1) : role.paidWeeks == 52_00 ? Day(year - 2 + raise, 9, 1) : Day(year - 2 + raise, 4, 1)
                    let rate = KeepRate(role: role.role, starts: starts, contractHourly: Pence(role.first * (100 + 4 * raise) / 100), paidWeeks: role.paidWeeks, workedWeeks: 39_00, onCost: 28_00, nonContact: role.nonContact)
                    kept.append(try writer.save(rate.applied(in: set.id, beside: kept)))
                }
            }
            try writer.save(SetCostSetting(starts: Day(year - 2, 9, 1), base: .planned, share: CostComparison.usualShare).applied(to: nil, beside: []))
        }
    }

    /// What comes for one school, and for its pupils with an EHC plan: about what their provision of the year costs.
    /// - Parameter runs: those of the year, as they were begun.
    func tell(_ plot: ProvisionPlot, _ runs: [WholeProvision], _ store: Store) async throws {
        let school = plot.cast.school, now = AcademicYear(containing: today), from = now.firstDay
        try await store.write(act("\(plot.cast.senco) (SENCO)", from + 20)) { writer in
            let isSpecial = school.kind == .special, roll = school.capacity ?? 200
            let own = SetFunding(stream: isSpecial ? "PL" : "E2", annual: Pence(isSpecial ? plot.cast.pupils.count * 10_000_00 : roll * 310_00), from: from)
            try writer.save(own.applied(for: nil, at: school.id, beside: []))
            if isSpecial || !plot.cast.pupils.contains(where: \.hasPlan) { return try tellPlaces(plot, from, writer) }
            let days = try writer.storyDays(of: school.id, today), table = RateTable(try writer.all(StaffRate.self, "WHERE set_id IN (SELECT id FROM rate_set WHERE la_code = '')"))
            let year = days.list(from: from, to: now.lastDay)
            // What was asked of the council is what was planned; what is said of it is what came of that.
            let planned = runs.map { CostSheet(of: $0, planned: $0.sessions(on: year), logs: [], costs: [], rates: table, base: .planned, today: from).whole }
            let costs = try writer.costs(of: runs, CostQuestion(school: school.id, year: now, today: today), by: writer.costBasis(of: school.id)).values.map(\.whole)
            for pupil in plot.cast.present(today) where pupil.hasPlan && pupil.isMain {
                try fund(pupil, at: school.id, planned: planned.part(of: pupil.id), costs.part(of: pupil.id), plot, now, writer)
            }
            guard plot.cast.place % 2 == 0, let stepped = plot.cast.present(today).last(where: { !$0.hasPlan && $0.isMain && !plot.gaps.values.contains($0.id) }) else { return }
            try fundWithoutPlan(stepped, at: school.id, costs.part(of: stepped.id), plot, now, writer)
        }
    }

    /// In a special school a place is paid, and top-up for each pupil.
    private func tellPlaces(_ plot: ProvisionPlot, _ from: Day, _ writer: Writer) throws {
        for (order, pupil) in plot.cast.present(today).enumerated() where pupil.hasPlan && pupil.isMain {
            let topUp = SetFunding(stream: "E3", annual: Pence(6_400_00 + order % 5 * 1_150_00), from: from)
            try writer.save(topUp.applied(for: pupil.id, at: plot.cast.school.id, beside: []))
        }
    }

    private func fund(_ pupil: CastPupil, at school: SchoolID, planned: Pence, _ cost: Pence, _ plot: ProvisionPlot, _ year: AcademicYear, _ writer: Writer) throws {
        // One pupil's top-up stayed as it was when the hours were raised, and nobody has said so.
        let wanted = plot.gaps[.variance] == pupil.id ? planned.rawValue * 2 + 3_000_00 : planned.rawValue, above = max(0, wanted - CostComparison.schoolMeets.rawValue) / 10_00 * 10_00
        var lines: [FundingLine] = []
        if above > 0 { lines.append(try writer.save(SetFunding(stream: "E3", annual: Pence(above), from: year.firstDay).applied(for: pupil.id, at: school, beside: []))) }
        let comparison = CostComparison(cost: cost, hasPlan: true, lines: lines, rolls: [pupil.roll], year: year)
        // Said early: sessions that fall out over the year take it further from the money.
        guard plot.gaps[.variance] != pupil.id, comparison.needsJustification(share: CostComparison.usualShare / 2), let over = comparison.over else { return }
        let why = over > Pence(0) ? JustifyVariance(.overPlan, words: "The plan asks for more hours than are funded. The council was told on the form of June.")
            : JustifyVariance(.underGroups, words: "Most of the support is given in a group of three, as the plan allows, so it costs less for each.")
        try writer.save(why.applied(to: pupil.id, at: school, comparison, year: year, by: plot.cast.senco, today: writer.act.today))
    }

    /// Top-up without a plan, which goes on for a while though the need is less.
    private func fundWithoutPlan(_ pupil: CastPupil, at school: SchoolID, _ cost: Pence, _ plot: ProvisionPlot, _ year: AcademicYear, _ writer: Writer) throws {
        let line = try writer.save(SetFunding(stream: "E3", annual: Pence(1_800_00), from: year.firstDay).applied(for: pupil.id, at: school, beside: []))
        let comparison = CostComparison(cost: cost, hasPlan: false, lines: [line], rolls: [pupil.roll], year: year)
        guard comparison.needsJustification() else { return }
        let why = JustifyVariance(.underStepDown, words: "The adult was drawn back over the summer term as agreed with the council, and the money is kept until the review.")
        try writer.save(why.applied(to: pupil.id, at: school, comparison, year: year, by: plot.cast.senco, today: writer.act.today))
    }

    private func act(_ who: String, _ day: Day) -> Act { Act(who: who, at: Instant(day, hour: 16), way: .demonstration) }
}

extension [CostSum] {
    fileprivate func part(of pupil: PupilID) -> Pence { compactMap { $0.pupils[pupil] }.reduce(Pence(0), +) }
}

extension Reader {
    /// The school days of all years of the story.
    func storyDays(of school: SchoolID, _ today: Day) throws -> SchoolDays {
        let first = AcademicYear(starting: AcademicYear(containing: today).starting - 2)
        return SchoolDays(terms: try terms(of: school, from: first), closures: try closures(of: school, from: first))
    }
}
