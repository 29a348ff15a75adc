import Basics

/// Decides who of a school has a plan, who is on support, and how it came about over the years.
struct SENMaker {
    let school: DemonstrationSchool
    let calendar: DemonstrationCalendar
    let needs: NeedsMaker

    static func give(to pupils: inout [DemonstrationPupil], plan: DemonstrationShape.School, school: DemonstrationSchool,
                     calendar: DemonstrationCalendar, random: inout SeededRandom) {
        let maker = SENMaker(school: school, calendar: calendar, needs: NeedsMaker(kind: school.kind))
        let weights = pupils.map { maker.weight($0) }
        let plans = Int((Double(pupils.count) * plan.plans / 100).rounded())
        let supported = Int((Double(pupils.count) * plan.support / 100).rounded())
        let chosen = random.places(plans + supported, weights: weights)
        for (order, place) in chosen.enumerated() {
            if order < plans { maker.givePlan(to: &pupils[place], &random) } else { maker.giveSupport(to: &pupils[place], &random) }
        }
        for place in pupils.indices where pupils[place].provisions.isEmpty { maker.giveNone(to: &pupils[place], &random) }
        maker.fillBase(&pupils)
    }

    /// Boys and older children more often, as in the national figures: 71 % of pupils with a plan and 61 % of
    /// those on support were boys in January 2025.
    private func weight(_ pupil: DemonstrationPupil) -> Double {
        let year = Double(YearGroup.expected(born: pupil.birthDate, in: calendar.year).number ?? 0)
        return (pupil.sex == "M" ? 1.7 : 1) * (year < 0 ? 0.25 : min(1.1, 0.5 + 0.2 * year))
    }

    /// No needs; one child in sixteen had support for a while.
    private func giveNone(to pupil: inout DemonstrationPupil, _ random: inout SeededRandom) {
        pupil.provisions = [DemonstrationProvision(starts: pupil.firstEntry, code: "N")]
        guard random.chance(0.06), let days = days(2, for: pupil, &random) else { return }
        pupil.provisions += [DemonstrationProvision(starts: days[0], code: "K"), DemonstrationProvision(starts: days[1], code: "N")]
        pupil.needs = [DemonstrationNeed(rank: 1, code: needs.code("K", from: days[0], &random), starts: days[0], ends: days[1] - 1)]
    }

    private func giveSupport(to pupil: inout DemonstrationPupil, _ random: inout SeededRandom) {
        if random.chance(0.03), giveRecentSupport(to: &pupil, &random) { return }
        if random.chance(0.15), let days = days(3, for: pupil, &random) { return giveSupportAgain(to: &pupil, days, &random) }
        pupil.provisions = [DemonstrationProvision(starts: pupil.firstEntry, code: "K")]
        if let days = days(1, for: pupil, &random) {
            pupil.provisions = [DemonstrationProvision(starts: pupil.firstEntry, code: "N"), DemonstrationProvision(starts: days[0], code: "K")]
        }
        pupil.needs = needs.needs("K", from: pupil.provisions[pupil.provisions.count - 1].starts, until: calendar.censusDay, &random)
    }

    /// Support since this September, the type of need not yet assessed.
    private func giveRecentSupport(to pupil: inout DemonstrationPupil, _ random: inout SeededRandom) -> Bool {
        let days = calendar.schoolDays(from: max(calendar.termStart + 3, pupil.firstEntry + 7), to: calendar.censusDay - 1)
        guard calendar.today - calendar.termStart < 90, !days.isEmpty else { return false }
        let day = random.pick(days)
        pupil.provisions = [DemonstrationProvision(starts: pupil.firstEntry, code: "N"), DemonstrationProvision(starts: day, code: "K")]
        pupil.needs = [DemonstrationNeed(rank: 1, code: "NSA", starts: day)]
        return true
    }

    /// Support, then none for a while, then support for another need.
    private func giveSupportAgain(to pupil: inout DemonstrationPupil, _ days: [Day], _ random: inout SeededRandom) {
        pupil.provisions = [DemonstrationProvision(starts: pupil.firstEntry, code: "N")]
            + zip(days, ["K", "N", "K"]).map { DemonstrationProvision(starts: $0, code: $1) }
        let first = needs.code("K", from: days[0], &random)
        pupil.needs = [DemonstrationNeed(rank: 1, code: first, starts: days[0], ends: days[1] - 1)]
            + needs.needs("K", from: days[2], until: calendar.censusDay, apartFrom: [first], &random)
    }

    /// Mostly support first, then the plan; in special schools the plan came before the place.
    private func givePlan(to pupil: inout DemonstrationPupil, _ random: inout SeededRandom) {
        let last = school.kind == .special ? pupil.enrolments[0].entry : calendar.censusDay
        pupil.provisions = [DemonstrationProvision(starts: pupil.firstEntry, code: "E")]
        var since = pupil.firstEntry
        if let days = days(2, for: pupil, until: last, &random) {
            pupil.provisions = zip([pupil.firstEntry] + days, ["N", "K", "E"]).map { DemonstrationProvision(starts: $0, code: $1) }
            since = days[0]
        }
        pupil.needs = needs.needs("E", from: since, until: last, &random)
    }

    /// So many different school days in order, some weeks after the child first went to school; nil where
    /// there was not time enough.
    private func days(_ number: Int, for pupil: DemonstrationPupil, until last: Day? = nil, _ random: inout SeededRandom) -> [Day]? {
        let days = calendar.schoolDays(from: pupil.firstEntry + 35, to: (last ?? calendar.censusDay) - 1)
        guard days.count > number * 40 else { return nil }
        let part = days.count / number
        return (0..<number).map { days[days.startIndex + $0 * part + random.below(part - 20)] }
    }

    /// Places in the unit or the resourced provision go to children with plans first.
    private func fillBase(_ pupils: inout [DemonstrationPupil]) {
        guard let base = school.base else { return }
        let planned = pupils.indices.filter { pupils[$0].provision == "E" }.prefix(school.basePlaces - 4)
        let supported = pupils.indices.filter { pupils[$0].provision == "K" && pupils[$0].openNeeds.first?.code == "SLCN" }
        for place in planned + supported.prefix(base == .resourced ? 2 : 0) { pupils[place].base = base }
    }
}
