import Access
import Basics
import Database
import Pages
import People
import Provision

/// A school's strategy as it stands: what is typed, and what was published of it.
struct HeldStrategy: Sendable {
    let school: School
    let dueYear: Int
    /// Nil before anybody has begun it.
    let strategy: InclusionStrategy?
    let answers: [StrategySection: StrategyAnswers]
    /// Those that were not taken out.
    let activities: [StrategyActivity]
    /// Of this and of earlier years, the newest first.
    let editions: [StrategyEdition]

    var typed: [StrategySection: [String: String]] { answers.mapValues(\.words) }
    /// Of this year, the newest.
    var published: StrategyEdition? { editions.first { $0.dueYear == dueYear } }
    /// Of an earlier year, the newest.
    var before: StrategyEdition? { editions.first { $0.dueYear < dueYear } }

    func text(_ figures: [StrategyText.Figures] = []) -> StrategyText {
        StrategyText(school: school.name, urn: school.urn, dueYear: dueYear, typed, activities: activities, figures: figures)
    }

    func missing(_ section: StrategySection) -> [StrategyChecks.Missing] { StrategyChecks.missing(section, typed[section] ?? [:], text()) }

    func isDone(_ section: StrategySection) -> Bool { missing(section).isEmpty }

    var done: Int { StrategySection.allCases.count(where: isDone) }
    /// The first that is not done.
    var next: StrategySection? { StrategySection.allCases.first { !isDone($0) } }

    /// Whether what is typed differs from what everybody reads; the figures are reckoned anew only for another day.
    var isChanged: Bool {
        guard let published else { return false }
        return text(published.content.figures) != published.content
    }
}

extension School {
    /// Whether it owes an inclusion strategy: mainstream, with pupils from 5 to 16 (conditions of grant; domain 3.4).
    var owesStrategy: Bool { kind == .mainstream && (lowAge ?? 5) < 16 && (highAge ?? 16) > 5 }
}

extension Reader {
    /// A school whose strategy this viewer writes.
    /// - Throws: `NotFound` where it is not in sight, or owes none.
    func strategyToWrite(_ school: SchoolID, _ visit: Visit) throws -> HeldStrategy {
        let writer = visit.viewer.inStaffParts.doing(.keepCosts)
        guard writer.may(.keepCosts), let school = try self.school(school, for: writer), school.owesStrategy else { throw NotFound() }
        return try heldStrategy(of: school, on: visit.today)
    }

    /// Whoever asks has the school in sight.
    func heldStrategy(of school: School, on day: Day) throws -> HeldStrategy { try heldStrategies(of: [school], on: day)[0] }

    /// The same of many schools, with few queries.
    func heldStrategies(of schools: [School], on day: Day) throws -> [HeldStrategy] {
        let ids = schools.map(\.id)
        let begun = Dictionary(grouping: try all(InclusionStrategy.self, "WHERE school_id IN \(ids) ORDER BY due_year"), by: \.school)
        let editions = Dictionary(grouping: try all(StrategyEdition.self, "WHERE school_id IN \(ids) ORDER BY due_year DESC, number DESC"), by: \.school)
        let answers = Dictionary(grouping: try all(StrategyAnswers.self, "WHERE school_id IN \(ids) ORDER BY id"), by: \.strategy)
        let activities = Dictionary(grouping: try all(StrategyActivity.self, "WHERE school_id IN \(ids) AND removed_on IS NULL ORDER BY id"), by: \.strategy)
        return schools.map { school in
            let own = begun[school.id] ?? [], shown = editions[school.id] ?? []
            let year = InclusionStrategy.dueYear(on: day, published: Set(shown.map(\.dueYear)), begun: Set(own.map(\.dueYear)))
            let strategy = own.first { $0.dueYear == year }
            let typed = strategy.flatMap { answers[$0.id] } ?? []
            return HeldStrategy(school: school, dueYear: year, strategy: strategy, answers: Dictionary(typed.map { ($0.section, $0) }) { $1 }, activities: strategy.flatMap { activities[$0.id] } ?? [], editions: shown)
        }
    }

    /// What a school shows everybody: the newest edition.
    /// - Throws: `NotFound` where nothing was published.
    func openStrategy(urn: String) throws -> StrategyEdition {
        guard urn.count == 6, urn.allSatisfy({ ("0"..."9").contains($0) }), let school = try school(urn: urn),
              let edition = try all(StrategyEdition.self, "WHERE school_id = \(school.id) ORDER BY due_year DESC, number DESC LIMIT 1").first else { throw NotFound() }
        return edition
    }

    /// The figures that the barriers name a day for.
    func strategyFigures(of held: HeldStrategy) throws -> [StrategyText.Figures] {
        guard let day = held.typed[.barriers]?["figures_on"].flatMap({ Day($0) }) else { return [] }
        return try cohortFigures(of: held.school.id, on: day).tables
    }

    /// The checks before publishing, with names found among the pupils whom the writer may see.
    func strategyChecks(_ held: HeldStrategy, _ text: StrategyText, _ visit: Visit) throws -> StrategyChecks {
        let people = try pupilNames(at: held.school.id, for: visit.viewer, on: visit.today)
        let names = Dictionary(uniqueKeysWithValues: text.typed.map { ($0.section, NamesFound.names(in: $0.words, of: people, besides: held.school.name)) })
        let costs = try strategyCosts(of: held.school, for: visit.viewer, on: visit.today)
        let few = held.activities.filter { activity in costs.contains { $0.intervention.id == activity.intervention && $0.cost == activity.cost && $0.isOfFew } }.map(\.name)
        return StrategyChecks(text, typed: held.typed, names: names, few: few)
    }

    /// First and last names of the pupils on roll whom a viewer may see, in any spelling that is known.
    private func pupilNames(at school: SchoolID, for viewer: Viewer, on day: Day) throws -> [(first: String, last: String)] {
        try rows("""
            SELECT DISTINCT p.forename || ' ' || p.preferred_forename, p.surname || ' ' || p.preferred_surname FROM enrolment e JOIN pupil p ON p.id = e.pupil_id \
            WHERE e.school_id = \(school) AND e.starts <= \(day) AND (e.ends IS NULL OR e.ends >= \(day)) AND e.kind <> 'G' AND \(viewer.inStaffParts.seesEnrolment(on: day))
            """) { try ($0.next(), $0.next()) }
    }
}
