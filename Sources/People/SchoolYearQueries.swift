import Basics
import Database

/// How many pupils of one class have which status.
struct ClassCount: Sendable {
    let id: ClassID
    let name: String
    var count = RegisterCount()
}

extension Reader {
    /// The registration classes of a school on a day with their numbers, by name.
    func classCounts(of school: SchoolID, on day: Day) throws -> [ClassCount] {
        var classes: [ClassCount] = []
        try each("""
            SELECT c.id, c.name, ps.provision, COUNT(*) FROM school_class c JOIN class_member m ON m.class_id = c.id \
            JOIN enrolment e ON e.pupil_id = m.pupil_id AND e.school_id = c.school_id \
            LEFT JOIN provision_spell ps ON ps.pupil_id = m.pupil_id AND ps.starts <= \(day) AND (ps.ends IS NULL OR ps.ends >= \(day)) \
            WHERE c.school_id = \(school) AND c.academic_year = \(AcademicYear(containing: day).starting) AND c.kind = 'class' AND e.kind <> 'G' \
            AND m.starts <= \(day) AND (m.ends IS NULL OR m.ends >= \(day)) AND e.starts <= \(day) AND (e.ends IS NULL OR e.ends >= \(day)) \
            GROUP BY c.id, c.name, ps.provision ORDER BY c.name, c.id
            """) { row in
            let id: ClassID = try row.next(), name: String = try row.next()
            if classes.last?.id != id { classes.append(ClassCount(id: id, name: name)) }
            classes[classes.count - 1].count.add(try row.next(), try row.next())
        }
        return classes
    }

    /// The terms of a school from an academic year on, in order.
    public func terms(of school: SchoolID, from year: AcademicYear) throws -> [Term] {
        try all(Term.self, "WHERE school_id = \(school) AND academic_year >= \(year.starting) ORDER BY starts")
    }

    /// Holidays, training days and closures from an academic year on, in order.
    public func closures(of school: SchoolID, from year: AcademicYear) throws -> [Closure] {
        try all(Closure.self, "WHERE school_id = \(school) AND ends >= \(year.firstDay) ORDER BY starts, id")
    }

    func staffCount(of school: SchoolID, on day: Day) throws -> Int {
        try value("SELECT COUNT(*) FROM staff WHERE school_id = \(school) AND (ends IS NULL OR ends >= \(day))") ?? 0
    }
}

extension RegisterCount {
    /// A school without pupils.
    public static let zero = RegisterCount()
}
