import Basics

// Faults in provision and needs.

extension FaultPlanter {
    mutating func plantNeedFaults(_ pupils: inout [DemonstrationPupil]) {
        each(4, "need-missing", &pupils) { planter, pupil, order in
            let since = planter.begin(order == 0 ? "E" : "K", &pupil)
            pupil.needs = order == 3 ? [DemonstrationNeed(rank: 1, code: "MLD", starts: since, ends: since + 60)] : []
        }
        each(3, "need-without-rank-one", &pupils) { planter, pupil, order in
            let since = planter.begin(order == 0 ? "E" : "K", &pupil)
            pupil.needs = [DemonstrationNeed(rank: 2, code: order == 1 ? "SPLD" : "SLCN", starts: since)]
        }
        each(3, "nsa-too-long", &pupils) { planter, pupil, _ in
            pupil.needs = [DemonstrationNeed(rank: 1, code: "NSA", starts: planter.begin("K", &pupil))]
        }
        each(2, "need-ranked-twice", &pupils) { planter, pupil, order in
            let since = planter.begin("K", &pupil), code = ["SEMH", "ASD"][order]
            pupil.needs = [1, 2].map { DemonstrationNeed(rank: $0, code: code, starts: since) }
        }
        each(3, "none-with-needs", &pupils) { planter, pupil, _ in
            let since = planter.begin("K", &pupil)
            pupil.needs = [DemonstrationNeed(rank: 1, code: "SLCN", starts: since)]
            pupil.provisions.append(DemonstrationProvision(starts: planter.calendar.schoolDay(onOrAfter: since + 60), code: "N"))
        }
        plantFlags(&pupils)
    }

    /// In the unit or the resourced provision of a school that the register of schools shows without one.
    private mutating func plantFlags(_ pupils: inout [DemonstrationPupil]) {
        let without = schools.filter { $0.base == nil && $0.kind != .special }
        for order in 0..<3 {
            each(1, "flag-without-recognition", &pupils, at: without[order % without.count].urn) { planter, pupil, _ in
                pupil.needs = [DemonstrationNeed(rank: 1, code: "ASD", starts: planter.begin("K", &pupil))]
                pupil.base = order == 0 ? .unit : .resourced
            }
        }
    }

    /// Support or a plan from some school day of last spring or summer on.
    mutating func begin(_ provision: String, _ pupil: inout DemonstrationPupil) -> Day {
        let day = random.pick(calendar.schoolDays(from: calendar.today - 330, to: calendar.today - 150))
        pupil.provisions.append(DemonstrationProvision(starts: day, code: provision))
        return day
    }
}
