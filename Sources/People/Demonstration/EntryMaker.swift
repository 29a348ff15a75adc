import Basics

/// When a child first went to school, when this school took the child in, and where it was before.
struct EntryMaker {
    let school: DemonstrationSchool
    let calendar: DemonstrationCalendar

    func entries(_ year: Int, _ random: inout SeededRandom) -> (first: Day, here: Day, former: DemonstrationFormerSchool?) {
        let natural = naturalEntry(year, &random)
        let first = min(natural, firstDay(-max(0, year)))
        guard let later = laterEntry(after: natural, year, &random) else {
            return (first, natural, natural > first ? former(first, until: natural, &random) : nil)
        }
        return (first, later, former(first, until: later, &random))
    }

    /// When most children of that year came: nursery, Reception or Year 7; any year in a special school.
    private func naturalEntry(_ year: Int, _ random: inout SeededRandom) -> Day {
        switch school.kind {
        case .primary: firstDay((school.nursery && random.chance(0.6) ? -1 : 0) - max(year, -1))
        case .secondary: firstDay(7 - year)
        case .special: firstDay(-random.below(max(1, year + 1)))
        }
    }

    /// One child in eight came later than the others, one in a hundred this term.
    private func laterEntry(after natural: Day, _ year: Int, _ random: inout SeededRandom) -> Day? {
        let thisTerm = calendar.schoolDays(from: calendar.termStart + 5, to: calendar.today - 4)
        if year > 0, random.chance(0.012), !thisTerm.isEmpty { return random.pick(thisTerm) }
        let earlier = calendar.schoolDays(from: natural + 30, to: calendar.year.firstDay - 30)
        return random.chance(0.12) && !earlier.isEmpty ? random.pick(earlier) : nil
    }

    private func firstDay(_ yearsFromNow: Int) -> Day {
        calendar.firstDay(of: AcademicYear(starting: calendar.year.starting + min(0, yearsFromNow)))
    }

    private func former(_ entry: Day, until next: Day, _ random: inout SeededRandom) -> DemonstrationFormerSchool? {
        guard next - entry > 7 else { return nil }
        let place = random.below(Self.others.count)
        return DemonstrationFormerSchool(laCode: random.chance(0.7) ? school.laCode : "998", establishmentNumber: "\(3301 + place)",
                                         name: Self.others[place], entry: entry, leaving: next - 3)
    }

    private static let others = ["Damselfly Primary School", "Bulrush Lane Primary School", "Hollyhock Primary School",
        "Sedgewarbler Primary School", "Puddingstone Primary School", "Windhover Hill Primary School"]
}
