import Basics

/// Fills one school with children: brothers, sisters and twins among them, some who came later, a few who came
/// or left this term.
struct RollMaker {
    let school: DemonstrationSchool
    let plan: DemonstrationShape.School
    let calendar: DemonstrationCalendar
    private var random: SeededRandom
    private var families: [(household: DemonstrationHousehold, children: [DemonstrationPupil])] = []

    init(school: DemonstrationSchool, plan: DemonstrationShape.School, calendar: DemonstrationCalendar, seed: UInt64) {
        (self.school, self.plan, self.calendar) = (school, plan, calendar)
        random = SeededRandom(seed: seed, for: "roll \(school.urn)")
    }

    /// The children on roll, youngest first, and after them those who left earlier this term.
    mutating func pupils() -> [DemonstrationPupil] {
        var pupils = children(plan.roll)
        SENMaker.give(to: &pupils, plan: plan, school: school, calendar: calendar, random: &random)
        for place in pupils.indices { RecordMaker.complete(&pupils[place], calendar: calendar, random: &random) }
        return numbered(pupils + leavers())
    }

    private mutating func children(_ number: Int) -> [DemonstrationPupil] {
        var pupils: [DemonstrationPupil] = []
        for year in yearNumbers(number) {
            let twin = pupils.last.flatMap { random.chance(0.014) && isIn(year, $0) ? $0 : nil }
            pupils.append(child(year, twin: twin))
        }
        return pupils
    }

    private func isIn(_ year: Int, _ pupil: DemonstrationPupil) -> Bool {
        YearGroup.expected(born: pupil.birthDate, in: calendar.year).number == year
    }

    private mutating func child(_ year: Int, twin: DemonstrationPupil?) -> DemonstrationPupil {
        let birthDate = twin?.birthDate ?? birthDate(year)
        let family = family(for: birthDate, twin: twin)
        let household = families[family].household, sex = random.chance(shareOfBoys) ? "M" : "F"
        let entries = EntryMaker(school: school, calendar: calendar).entries(year, &random)
        var pupil = DemonstrationPupil(
            surname: household.surname, forename: forename(sex, family: family), birthDate: birthDate, sex: sex,
            year: recorded(year), household: household, firstEntry: entries.first, contacts: household.adults)
        pupil.formerSchool = entries.former
        pupil.enrolments = [DemonstrationEnrolment(urn: school.urn, admissionNumber: "", entry: entries.here)]
        families[family].children.append(pupil)
        return pupil
    }

    /// Of all pupils with a plan, 71 % were boys in January 2025 (DfE, Special educational needs in England).
    private var shareOfBoys: Double { school.kind == .special ? 0.71 : 0.51 }

    private mutating func recorded(_ year: Int) -> YearGroup {
        if school.kind == .special, random.chance(0.4) { return YearGroup(rawValue: "X") }
        return YearGroup.all.first { $0.number == year && $0.rawValue != "E2" } ?? YearGroup(rawValue: "\(year)")
    }

    private mutating func birthDate(_ year: Int) -> Day {
        let born = AcademicYear(starting: calendar.year.starting - year - 5)
        return born.firstDay + random.below(born.lastDay - born.firstDay + 1)
    }

    private mutating func family(for birthDate: Day, twin: DemonstrationPupil?) -> Int {
        if let twin, let place = families.lastIndex(where: { $0.household == twin.household }) { return place }
        for _ in 0..<3 where random.chance(0.16) && !families.isEmpty {
            let place = random.below(families.count)
            if families[place].children.count < 4, hasRoom(families[place].children, birthDate) { return place }
        }
        let household = HouseholdMaker(school: school, languages: plan.languages / 100).household(&random)
        families.append((household, []))
        return families.count - 1
    }

    private func hasRoom(_ children: [DemonstrationPupil], _ birthDate: Day) -> Bool {
        children.allSatisfy { abs($0.birthDate - birthDate) > 330 }
    }

    private mutating func forename(_ sex: String, family: Int) -> String {
        let taken = Set(families[family].children.map(\.forename))
        let names = DemonstrationHeritage.all[families[family].household.heritage].forenames(sex)
        return random.pick(names.filter { !taken.contains($0) })
    }

    /// The curriculum year of each child, youngest first.
    private mutating func yearNumbers(_ number: Int) -> [Int] {
        let weights = school.years.map { (year: $0, weight: weight(of: $0) * (0.95 + 0.1 * random.fraction())) }
        let whole = weights.reduce(0) { $0 + $1.weight }
        var running = 0.0, years: [Int] = []
        for (year, weight) in weights {
            running += weight
            let upTo = Int((running / whole * Double(number)).rounded())
            years += Array(repeating: year, count: max(0, upTo - years.count))
        }
        return years
    }

    private func weight(of year: Int) -> Double {
        switch (school.kind, year) {
        case (_, -2): 0.06
        case (_, -1): 0.6
        case (.special, let year): 0.5 + 0.1 * Double(year)
        default: 1
        }
    }

    /// They are only in the class list, with a leaving date: a transfer file holds the roll of today.
    private mutating func leavers() -> [DemonstrationPupil] {
        let days = calendar.schoolDays(from: calendar.termStart + 3, to: calendar.censusDay - 2)
        guard !days.isEmpty, school.kind != .special else { return [] }
        return children(1 + plan.roll / 150).map { leaver in
            var leaver = leaver
            leaver.enrolments[0].leaving = random.pick(days)
            return leaver
        }.filter { $0.enrolments[0].entry < calendar.termStart }
    }

    private func numbered(_ pupils: [DemonstrationPupil]) -> [DemonstrationPupil] {
        pupils.enumerated().map { place, pupil in
            var pupil = pupil
            let old = pupil.enrolments[0]
            pupil.enrolments[0] = DemonstrationEnrolment(urn: old.urn, admissionNumber: "00\(2001 + place)", entry: old.entry, leaving: old.leaving)
            return pupil
        }
    }
}
