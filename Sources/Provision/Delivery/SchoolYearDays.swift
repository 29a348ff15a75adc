import Access
import Basics
import Database
import People

/// A school's year, as far as planning and owing count by it.
public struct SchoolYearDays: Sendable {
    public let terms: [Term]
    public let closures: [Closure]

    public var schoolDays: SchoolDays { SchoolDays(terms: terms, closures: closures) }

    /// The terms as spells, for lines that are owed for a term.
    public var spells: [Spell] { terms.map { Spell(starts: $0.starts, ends: $0.ends) } }

    /// The term in which a day lies, or the last one before it; nil where the school has written down none.
    public func term(on day: Day) -> Term? { terms.last { $0.starts <= day } }
}

extension Reader {
    /// The years of schools around two days: the academic years in which these lie, whole. Two queries however many schools.
    public func schoolYearDays(of schools: [SchoolID], from: Day, to: Day) throws -> [SchoolID: SchoolYearDays] {
        let first = AcademicYear(containing: from), last = AcademicYear(containing: to)
        let terms = Dictionary(grouping: try all(Term.self, "WHERE school_id IN \(schools) AND academic_year BETWEEN \(first.starting) AND \(last.starting) ORDER BY starts"), by: \.school)
        let closures = Dictionary(grouping: try all(Closure.self, "WHERE school_id IN \(schools) AND ends >= \(first.firstDay) AND starts <= \(last.lastDay) ORDER BY starts, id"), by: \.school)
        return Dictionary(schools.unique.map { ($0, SchoolYearDays(terms: terms[$0] ?? [], closures: closures[$0] ?? [])) }) { $1 }
    }
}
