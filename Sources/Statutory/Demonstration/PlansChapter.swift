import Access
import AreaKit
import Basics
import Database
import People
import Provision

/// The EHC plans of the trust: those in force of nearly all with E on the register, with section F where provision counts it.
let plansChapter = DemonstrationChapter(planted: plansLeftUndone) { store, today in
    let schools = try await store.read { try $0.schools(for: .operator) }
    for (place, school) in schools.enumerated() {
        let undone = PlanGap.at(place, of: schools.count), senco = try await store.read { try $0.staffName(withRole: "SENCO", at: school.id) ?? "The SENCO" }
        try await store.write(Act(who: "\(senco) (SENCO)", at: Instant(today, hour: 8), way: .demonstration)) { try $0.tellPlans(of: school, leaving: undone) }
    }
}

/// What the story leaves undone, each about the pupil of that place among those with a plan at one school.
private enum PlanGap: Int, CaseIterable {
    case missing, undated, uncounted

    static func at(_ place: Int, of schools: Int) -> [PlanGap] { allCases.filter { $0.rawValue % schools == place } }

    var rule: String {
        switch self {
        case .missing: "ehc-plan-missing"
        case .undated: "ehc-plan-undated"
        case .uncounted: "section-f-uncounted"
        }
    }
}

@Sendable private func plansLeftUndone(_ reader: Reader, _ today: Day) throws -> [PlantedGap] {
    let schools = try reader.schools(for: .operator)
    return try schools.enumerated().flatMap { place, school in
        try PlanGap.at(place, of: schools.count).compactMap { gap in
            guard let pupil = try reader.planned(gap, at: school.id, today) else { return nil }
            return PlantedGap(rule: gap.rule, urn: school.urn, upn: try reader.one(pupil, of: Pupil.self)?.upn ?? "")
        }
    }
}

extension Reader {
    /// Those on a school’s roll with E on the register, the first first.
    fileprivate func registeredWithPlan(at school: SchoolID, _ today: Day) throws -> [(pupil: PupilID, since: Day, born: Day)] {
        try rows("""
            SELECT p.id, MIN(ps.starts), MIN(p.birth) FROM enrolment e JOIN pupil p ON p.id = e.pupil_id JOIN provision_spell ps ON ps.pupil_id = p.id AND ps.provision IN ('E', 'S') \
            AND ps.starts <= \(today) AND (ps.ends IS NULL OR ps.ends >= \(today)) WHERE e.school_id = \(school) AND e.kind NOT IN ('G', 'S') AND e.starts <= \(today) AND (e.ends IS NULL OR e.ends >= \(today)) \
            GROUP BY p.id ORDER BY p.id
            """) { try ($0.next(), $0.next(), $0.next()) }
    }

    /// About whom something is left undone: on one roll alone.
    fileprivate func planned(_ gap: PlanGap, at school: SchoolID, _ today: Day) throws -> PupilID? {
        let alone: Set<PupilID> = Set(try column("SELECT e.pupil_id FROM enrolment e GROUP BY e.pupil_id HAVING COUNT(*) = 1")), named: Set<PupilID> = Set(try column("SELECT id FROM pupil WHERE upn IS NOT NULL"))
        let free = try registeredWithPlan(at: school, today).map(\.pupil).filter { alone.contains($0) && named.contains($0) }
        return free.count > gap.rawValue ? free[gap.rawValue] : nil
    }
}

extension Writer {
    fileprivate func tellPlans(of school: School, leaving undone: [PlanGap]) throws {
        let today = act.today, setting = try (councils: knownCouncils(), owed: Dictionary(grouping: owedLines("WHERE is_section_f AND starts <= \(today) AND (ends IS NULL OR ends >= \(today)) ORDER BY pupil_id, id"), by: \.pupil))
        let left = try Dictionary(undone.compactMap { gap in try planned(gap, at: school.id, today).map { ($0, gap) } }) { first, _ in first }
        let here = Set(try column("SELECT pupil_id FROM ehc_plan WHERE ended_on IS NULL", as: PupilID.self))
        for (pupil, since, born) in try registeredWithPlan(at: school.id, today) where !here.contains(pupil) && left[pupil] != .missing {
            let facts = PlanStory.facts(pupil, since: max(since, born.adding(years: 2)), school, isDated: left[pupil] != .undated, today)
            let plan = try save(KeepPlan(facts), to: nil, of: pupil, in: KeepPlan.Setting(school: school.id, councils: setting.councils, born: born, today: today))
            let uncounted: [(words: String, owed: OwedLine?)] = left[pupil] == .uncounted ? PlanStory.vague.map { ($0, nil) } : []
            let lines = (setting.owed[pupil] ?? []).map { (words: $0.words, owed: Optional($0)) } + uncounted
            if plan.finalOn != nil, !lines.isEmpty { try tellVersion(of: plan, lines: lines) }
        }
    }

    /// The words of a plan: its needs, its outcomes, and section F with the lines that provision counts already.
    private func tellVersion(of plan: EHCPlan, lines: [(words: String, owed: OwedLine?)]) throws {
        let version = try save(Change("ehcVersion.added", to: PlanVersion(of: plan, .final, on: plan.finalOn ?? act.today)))
        for (section, words) in PlanStory.sections { try save(Change("ehcSection.written", to: SectionText(section, words, in: version.id, of: plan.pupil))) }
        for (place, words) in PlanStory.outcomes.enumerated() { try save(Change("ehcOutcome.written", to: PlanOutcome(words, by: "by the end of the key stage", at: place + 1, in: version.id, of: plan.pupil))) }
        for (place, told) in lines.enumerated() {
            var line = SectionFLine(told.words, at: place + 1, in: version.id, of: plan.pupil)
            if let owed = told.owed {
                (line.who, line.times, line.minutes, line.groupSize, line.owedLine) = ("a teaching assistant", 1, owed.minutes, owed.isAlone ? 1 : nil, owed.id)
                line.per = SectionFLine.Per(rawValue: owed.per.rawValue) ?? .unsaid
            }
            try save(Change("ehcLine.added", to: line))
        }
    }
}

/// What stands in the plans of the demonstration.
private enum PlanStory {
    static let officers = ["Jo Hill", "Sam Okoro", "Priya Nair"]
    static let bands = ["Band 2", "Band 3", "Band 4", "Band 5"]

    /// - Parameter since: since when the register says E: the plan is as old.
    static func facts(_ pupil: PupilID, since: Day, _ school: School, isDated: Bool, _ today: Day) -> [PlanFact: String] {
        let turn = pupil.rawValue, isSpecial = school.kind == .special, amount = 3000 + turn % 9 * 750
        var facts: [PlanFact: String] = [.council: school.laCode, .officer: officers[turn % 3], .band: bands[turn % 4], .placement: isSpecial ? "special" : "mainstream", .setting: school.name]
        facts[.topUp] = "\(isSpecial ? amount * 2 : amount) a year"
        if isDated { facts[.finalOn] = since.slashed }
        let met = today - 30 - turn * 17 % 290
        if isDated, since < met - 60 { (facts[.metOn], facts[.decidedOn]) = (met.slashed, (met + 21).slashed) }
        return facts
    }

    static let sections: [(PlanSection, String)] = [
        (.a, "I like animals and building things. I want more time to answer. My family hopes that I make friends."),
        (.b, "Words are hard to find and to hold. Reading is two years behind. Noise in a large room is tiring."),
        (.i, "A mainstream school."),
    ]
    static let outcomes = ["Tells a short story in order, with five linked sentences", "Reads a page of a book for the age with two mistakes at most", "Asks an adult or a friend for help, in words or with a card"]
    static let vague = ["Access to regular speech and language therapy as required", "Opportunities for work in a small group, up to three hours a week"]
}
