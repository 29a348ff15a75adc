import Access
import Basics
import Database
import People

/// The figures of some concerns, as far as this viewer may see them.
struct FigureLine: Sendable {
    let name: String
    /// Empty where it is of more than one school.
    let urn: String
    let figures: ConcernFigures
    /// Whether small numbers are shown.
    let showsAll: Bool
    /// Of several schools, those of each.
    var parts: [ConcernFigures] = []

    var raised: ShownNumber { shown(\.raised) }
    var decided: ShownNumber { shown(\.decided) }
    var inTarget: ShownNumber { shown(\.inTarget) }

    private func shown(_ number: (ConcernFigures) -> Int) -> ShownNumber {
        parts.isEmpty ? ShownNumber(number(figures), showsAll: showsAll) : ShownNumber.total(of: parts.map(number), showsAll: showsAll)
    }

    /// A median of few is as good as their names.
    var medianDays: Int? { showsAll || figures.decided >= ShownNumber.least ? figures.medianDays : nil }
}

/// The figures of a term, school by school, and of the terms before.
struct ConcernFigureSheet: Sendable {
    let term: YearTerm
    let terms: [YearTerm]
    let schools: [FigureLine]
    /// All schools in sight together, in the term.
    let all: FigureLine
    /// All schools together, term by term.
    let byTerm: [FigureLine]
}

extension Reader {
    /// - Parameter label: the term that is asked for; the one that runs, where there is none of that name.
    func concernFigures(of label: String, for viewer: Viewer, on day: Day) throws -> ConcernFigureSheet {
        let terms = YearTerm.latest(6, on: day), term = terms.first { $0.label == label } ?? terms[0]
        let concerns = try countedConcerns(since: terms[terms.count - 1].starts, for: viewer), days = try schoolDaysOfAll(for: viewer, since: terms[terms.count - 1].starts)
        let showsAll = viewer.may(.seePupils)
        let line: (String, String, [CountedConcern]) -> FigureLine = { FigureLine(name: $0, urn: $1, figures: ConcernFigures($2, schoolDays: days), showsAll: showsAll) }
        let together: (String, YearTerm) -> FigureLine = { name, term in
            let own = concerns.filter { term.contains($0.raisedOn) }
            var sum = line(name, "", own)
            sum.parts = Dictionary(grouping: own, by: \.school).values.map { ConcernFigures($0, schoolDays: days) }
            return sum
        }
        let chosen = Dictionary(grouping: concerns.filter { term.contains($0.raisedOn) }, by: \.school)
        return ConcernFigureSheet(
            term: term, terms: terms, schools: try schools(for: viewer).map { line($0.name, $0.urn, chosen[$0.id] ?? []) },
            all: together("All schools", term), byTerm: terms.map { together($0.label, $0) })
    }

    /// Concerns at the schools in sight, by where they were raised; whoever asks sees no name of them.
    private func countedConcerns(since first: Day, for viewer: Viewer) throws -> [CountedConcern] {
        try rows("""
            SELECT c.school_id, c.raised_on, c.decide_by, MIN(d.decided_on), MAX(CASE WHEN d.id = (SELECT MAX(x.id) FROM concern_decision x WHERE x.concern_id = c.id) THEN d.outcome END) \
            FROM concern c LEFT JOIN concern_decision d ON d.concern_id = c.id \
            WHERE c.raised_on >= \(first) AND \(viewer.sees(school: "c.school_id")) GROUP BY c.id, c.school_id, c.raised_on, c.decide_by
            """) { row in
            try CountedConcern(school: row.next(), raisedOn: row.next(), decideBy: row.next(), decidedOn: row.next(), outcome: row.next(String?.self).flatMap { ConcernOutcome(rawValue: $0) })
        }
    }

    /// The school days of every school in sight.
    private func schoolDaysOfAll(for viewer: Viewer, since first: Day) throws -> [SchoolID: SchoolDays] {
        let year = AcademicYear(containing: first), place = viewer.sees(school: "school_id")
        let terms = Dictionary(grouping: try all(Term.self, "WHERE academic_year >= \(year.starting) AND \(place) ORDER BY starts"), by: \.school)
        let closures = Dictionary(grouping: try all(Closure.self, "WHERE ends >= \(year.firstDay) AND \(place) ORDER BY starts, id"), by: \.school)
        return Dictionary(uniqueKeysWithValues: Set(terms.keys).union(closures.keys).map { ($0, SchoolDays(terms: terms[$0] ?? [], closures: closures[$0] ?? [])) })
    }
}
