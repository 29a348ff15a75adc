import Basics

/// Draws types of need as often as they are found in the country.
///
/// Plans: DfE, Education, health and care plans 2025, primary need of children aged 10. Support: a quarter of all
/// children on support have speech, language and communication needs (DfE, Special educational needs in England,
/// January 2025), more of them in primary schools; the other shares are estimates.
struct NeedsMaker {
    let kind: DemonstrationSchool.Kind

    /// Open needs ranked from 1, now and then with one that has ended.
    func needs(_ provision: String, from first: Day, until last: Day, apartFrom taken: [String] = [],
               _ random: inout SeededRandom) -> [DemonstrationNeed] {
        let primary = code(provision, from: first, apartFrom: taken, &random)
        var needs = [DemonstrationNeed(rank: 1, code: primary, starts: first)]
        if random.chance(provision == "E" ? 0.55 : 0.33) {
            needs.append(DemonstrationNeed(rank: 2, code: code(provision, from: first, apartFrom: taken + [primary], &random), starts: first))
        } else if random.chance(0.07), last - first > 200 {
            let change = first + 100 + random.below(last - first - 150)
            needs[0].ends = change - 1
            needs.append(DemonstrationNeed(rank: 1, code: code(provision, from: change, apartFrom: taken + [primary], &random), starts: change))
        }
        return needs
    }

    /// One code. Down Syndrome has a code of its own only since 2025 (DfE, 19 January 2024).
    func code(_ provision: String, from day: Day, apartFrom taken: [String] = [], _ random: inout SeededRandom) -> String {
        let hasDown = AcademicYear(containing: day).starting >= 2025
        return random.pick(weighted: mix(provision).filter { !taken.contains($0.0) && (hasDown || $0.0 != "DS") })
    }

    private func mix(_ provision: String) -> [(String, Double)] {
        switch (provision, kind) {
        case (_, .special): Self.special
        case ("E", _): Self.plans
        default: kind == .secondary ? Self.secondarySupport : Self.primarySupport
        }
    }

    private static let plans = [("ASD", 32.5), ("SLCN", 21), ("SEMH", 20), ("MLD", 11), ("SLD", 3.5), ("PD", 3.5), ("SPLD", 3.3),
                                ("PMLD", 1.3), ("HI", 1.2), ("OTH", 1.2), ("VI", 0.8), ("MSI", 0.3), ("DS", 1)]
    private static let primarySupport = [("SLCN", 33.0), ("SEMH", 18), ("SPLD", 13), ("MLD", 15), ("ASD", 8.5), ("OTH", 5), ("PD", 2.2),
                                         ("HI", 1.6), ("VI", 0.9), ("MSI", 0.3)]
    private static let secondarySupport = [("SEMH", 25.0), ("SPLD", 23), ("MLD", 13), ("SLCN", 13), ("ASD", 12), ("OTH", 6), ("PD", 2.4),
                                           ("HI", 2), ("VI", 1.2), ("MSI", 0.2)]
    private static let special = [("ASD", 39.0), ("SLD", 22), ("MLD", 10), ("SEMH", 9), ("SLCN", 8), ("PMLD", 7), ("PD", 2.5), ("DS", 2),
                                  ("MSI", 0.4), ("VI", 0.4), ("HI", 0.5)]
}
