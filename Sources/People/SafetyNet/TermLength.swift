import Basics
import Database

/// How long “a term” is: the longest term in the school's own table, else a figure for schools without one.
struct TermLength {
    private let days: [SchoolID: Int]

    init(_ reader: Reader) throws {
        let terms = try reader.rows("SELECT school_id, starts, ends FROM term") { try ($0.next(SchoolID.self), $0.next(Day.self), $0.next(Day.self)) }
        days = terms.reduce(into: [:]) { days, term in days[term.0] = max(days[term.0] ?? 0, term.2 - term.1 + 1) }
    }

    func days(at school: SchoolID, else usual: Int) -> Int { days[school] ?? usual }

    /// The shortest time that is too long at some school.
    func shortest(else usual: Int) -> Int { min(usual, days.values.min() ?? usual) }
}
