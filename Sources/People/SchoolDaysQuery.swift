import Basics
import Database

extension Reader {
    /// The days on which a school has pupils in, around a day.
    public func schoolDays(of school: SchoolID, around day: Day) throws -> SchoolDays {
        let year = AcademicYear(containing: day).previous
        return SchoolDays(terms: try terms(of: school, from: year), closures: try closures(of: school, from: year))
    }
}
