import Access
import Basics
import Database
import People

/// The days that a school counts in a period.
struct MapCalendar: Sendable {
    let spell: Spell
    let days: WeekdayCounts

    /// The last day that counts: what is still to come was not missed.
    let last: Day
}

extension Reader {
    /// The days of the period of each of these schools, with two queries.
    func mapCalendars(of schools: [SchoolID], _ period: MapPeriod, on day: Day) throws -> [SchoolID: MapCalendar] {
        let year = AcademicYear(containing: day)
        let terms = Dictionary(grouping: try all(Term.self, "WHERE academic_year = \(year.starting) AND school_id IN \(schools) ORDER BY starts"), by: \.school)
        let closures = Dictionary(grouping: try all(Closure.self, "WHERE ends >= \(year.firstDay) AND starts <= \(year.lastDay) AND school_id IN \(schools) ORDER BY starts, id"), by: \.school)
        return Dictionary(uniqueKeysWithValues: schools.unique.map { school in
            let days = SchoolDays(terms: terms[school] ?? [], closures: closures[school] ?? [])
            let spell = period.spell(around: day, terms: terms[school] ?? [], days: days)
            return (school, MapCalendar(spell: spell, days: WeekdayCounts(of: days, in: spell), last: min(day, spell.ends ?? day)))
        })
    }
}
