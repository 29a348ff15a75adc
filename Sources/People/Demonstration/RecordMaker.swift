import Basics

/// Adds what else a school's record holds of a child: meals, care, attendance, results.
enum RecordMaker {
    static func complete(_ pupil: inout DemonstrationPupil, calendar: DemonstrationCalendar, random: inout SeededRandom) {
        let year = YearGroup.expected(born: pupil.birthDate, in: calendar.year).number ?? 0
        if random.chance(0.008) { takeIntoCare(&pupil, &random) }
        pupil.pupilPremium = year >= 0 && (pupil.household.pupilPremium || pupil.careAuthority != nil)
        let days = calendar.schoolDays(from: pupil.firstEntry, to: calendar.censusDay)
        if pupil.pupilPremium, random.chance(0.8), !days.isEmpty { pupil.freeMealsSince = random.pick(days) }
        pupil.serviceChild = random.chance(0.005)
        pupil.preferredForename = DemonstrationHeritage.shortForms[pupil.forename].flatMap { random.chance(0.45) ? $0 : nil }
        pupil.attendance = attendance(of: pupil, year: year, calendar: calendar, &random)
        pupil.tablesCheck = tablesCheck(of: pupil, year: year, calendar: calendar, &random)
    }

    /// A foster carer looks after the child; the authority shares parental responsibility.
    private static func takeIntoCare(_ pupil: inout DemonstrationPupil, _ random: inout SeededRandom) {
        pupil.careAuthority = pupil.household.homeLA
        pupil.contacts = [
            DemonstrationContact(title: "Mrs", surname: "Ferris", forename: "Yvonne", relationship: "FOM", hasResponsibility: false,
                                 phone: HouseholdMaker.mobile(&random)),
            DemonstrationContact(title: "Ms", surname: "Okello", forename: "Dinah", relationship: "SWR", hasResponsibility: true,
                                 phone: HouseholdMaker.mobile(&random), livesWithChild: false),
        ]
    }

    /// The last three whole years at this school from Year 1 on.
    private static func attendance(of pupil: DemonstrationPupil, year: Int, calendar: DemonstrationCalendar,
                                   _ random: inout SeededRandom) -> [DemonstrationAttendance] {
        (1...3).reversed().compactMap { back in
            let past = AcademicYear(starting: calendar.year.starting - back)
            let first = max(pupil.enrolments[0].entry, past.firstDay)
            guard year - back >= 1, first <= past.lastDay - 80 else { return nil }
            let possible = min(380, calendar.schoolDays(from: first, to: past.lastDay).count * 2)
            let attended = Int(Double(possible) * min(1, rate(pupil.provision) + 0.12 * (random.fraction() - 0.5)))
            return DemonstrationAttendance(year: past, possible: possible, attended: attended,
                                           authorised: Int(Double(possible - attended) * (0.5 + 0.5 * random.fraction())))
        }
    }

    /// Primary attendance by SEN in one London borough, autumn term 2025 (DfE, Pupil attendance in schools).
    private static func rate(_ provision: String) -> Double {
        switch provision {
        case "E": 0.888
        case "K": 0.919
        default: 0.934
        }
    }

    /// The check is taken in Year 4, since 2022; 25 is the most.
    private static func tablesCheck(of pupil: DemonstrationPupil, year: Int, calendar: DemonstrationCalendar,
                                    _ random: inout SeededRandom) -> (year: Int, result: String)? {
        let taken = calendar.year.starting - (year - 5)
        guard year >= 5, taken >= 2022 else { return nil }
        switch pupil.provision {
        case "E": return (taken, random.chance(0.5) ? "U" : "\(random.within(2...18))")
        case "K": return (taken, "\(random.within(6...23))")
        default: return (taken, random.chance(0.01) ? "A" : "\(random.within(13...25))")
        }
    }
}
