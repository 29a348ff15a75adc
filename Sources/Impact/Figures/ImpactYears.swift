import Access
import Basics
import Database
import Pages

/// The academic year that an address asks about; nil where it asks about none.
func askedYear(_ query: FormValues, _ today: Day) throws -> AcademicYear? {
    guard query.has("year") else { return nil }
    guard let year = Int(query["year"]), askedYears(today).contains(AcademicYear(starting: year)) else { throw NotFound() }
    return AcademicYear(starting: year)
}

/// This academic year and the four before.
func askedYears(_ today: Day) -> [AcademicYear] {
    let year = AcademicYear(containing: today)
    return (0...4).map { AcademicYear(starting: year.starting - $0) }
}

extension Reader {
    /// The years in which something ended of what is asked about, the latest first.
    func yearsWithRuns(_ ask: ImpactQuestion, for viewer: Viewer, on today: Day) throws -> [AcademicYear] {
        let years = askedYears(today)
        return try first(countingYears(years, ask, for: viewer)) { row in try years.filter { _ in try row.next(Int.self) > 0 } } ?? []
    }

    /// The latest year in which something ended of what is asked about; this one where nothing did.
    func lastYear(_ ask: ImpactQuestion, for viewer: Viewer, on today: Day) throws -> AcademicYear {
        try yearsWithRuns(ask, for: viewer, on: today).first ?? AcademicYear(containing: today)
    }

    func countingYears(_ years: [AcademicYear], _ ask: ImpactQuestion, for viewer: Viewer) -> SQL {
        let counts: [SQL] = years.map { "COALESCE(SUM(CASE WHEN r.ended_on BETWEEN \($0.firstDay) AND \($0.lastDay) THEN 1 ELSE 0 END), 0)" }
        let first = years.map(\.firstDay).min() ?? .distantPast, last = years.map(\.lastDay).max() ?? .distantFuture
        return """
            SELECT \(SQL.joined(counts, ", ")) FROM provision_run r JOIN intervention i ON i.id = r.intervention_id WHERE \(ask.ofAnyYear(for: viewer)) \
            AND r.ended_on BETWEEN \(first) AND \(last) AND EXISTS (SELECT 1 FROM provision_member m WHERE m.run_id = r.id)
            """
    }
}

/// The years in which something ended, as links; the one that is shown is none of them.
func yearLinks(_ years: [AcademicYear], _ shown: AcademicYear, _ address: (AcademicYear) -> Address) -> HTML {
    let links: [HTML] = years.filter { $0 != shown }.map { "<li><a href=\"\(address($0))\">\($0.description)</a></li>" }
    return links.isEmpty ? "" : "<nav class=\"no-print\" aria-label=\"Other years\"><ul class=\"jump\"><li>Other years:</li>\(links)</ul></nav>"
}
