import Basics

// Faults in who is on roll, in which year, under which number.

extension FaultPlanter {
    mutating func plantRollFaults(_ pupils: inout [DemonstrationPupil]) {
        each(3, "year-unexpected", &pupils) { _, pupil, _ in
            pupil.year = YearGroup(rawValue: "\((pupil.year.number ?? 1) - 1)")
        }
        each(2, "two-rolls", &pupils) { planter, pupil, order in planter.enrolTwice(&pupil, order) }
        each(3, "left-without-end", &pupils) { planter, pupil, _ in
            pupil.needs = [DemonstrationNeed(rank: 1, code: "SEMH", starts: planter.begin("K", &pupil))]
            pupil.enrolments[0].leaving = planter.dayAfterCensus()
            pupil.enrolments[0].leftSinceTransferFile = true
        }
    }

    mutating func plantNumberFaults(_ pupils: inout [DemonstrationPupil]) {
        each(3, "upn-wrong", &pupils) { _, pupil, order in
            let letters = "PQRTUVWXYZ".filter { $0 != pupil.upn.first }
            pupil.upn = String(letters.dropFirst(order).prefix(1)) + pupil.upn.dropFirst()
        }
        each(2, "upn-temporary", &pupils) { planter, pupil, _ in
            let laEstabs = Dictionary(uniqueKeysWithValues: planter.schools.map { ($0.urn, $0.laEstab) })
            pupil.upn = Numbering.temporaryNumber(for: pupil, laEstabs, planter.calendar)
        }
    }

    /// The new school has taken the child in; the old one has not taken the child off.
    private func enrolTwice(_ pupil: inout DemonstrationPupil, _ order: Int) {
        let old = pupil.enrolments[0].urn, kind = schools.first { $0.urn == old }?.kind
        let others = schools.filter { $0.kind == kind && $0.urn != old }
        pupil.enrolments.append(DemonstrationEnrolment(
            urn: others[order % others.count].urn, admissionNumber: "00\(9801 + order)", entry: calendar.firstDay(of: calendar.year)))
    }

    private mutating func dayAfterCensus() -> Day {
        let days = calendar.schoolDays(from: calendar.censusDay + 1, to: calendar.today - 2)
        return days.isEmpty ? calendar.today : random.pick(days)
    }
}
