import Access
import Basics
import Database
import Pages

extension Reader {
    /// The schools in sight, by name.
    public func schools(for viewer: Viewer) throws -> [School] {
        try all(School.self, "WHERE \(viewer.sees(school: "id")) ORDER BY sort_name, id")
    }

    /// The schools in sight by name, without the rest of what is known of them.
    func schoolNames(for viewer: Viewer) throws -> [(id: SchoolID, name: String)] {
        try rows("SELECT id, name FROM school WHERE \(viewer.sees(school: "id")) ORDER BY sort_name, id") { try ($0.next(), $0.next()) }
    }

    /// The school, if this viewer may see it.
    public func school(_ id: SchoolID, for viewer: Viewer) throws -> School? {
        viewer.sees(id) ? try one(id) : nil
    }

    public func school(urn: String) throws -> School? {
        try all(School.self, "WHERE urn = \(urn)").first
    }

    /// The registration classes of a school in one academic year, by name.
    func classes(of school: SchoolID, in year: AcademicYear) throws -> [SchoolClass] {
        try all(SchoolClass.self, "WHERE school_id = \(school) AND academic_year = \(year.starting) AND kind = 'class' ORDER BY name")
    }

    /// The trust's own name; nil before there is one.
    public func trustName() throws -> String? { try value("SELECT name FROM trust ORDER BY id LIMIT 1") }
}

extension Writer {
    /// Makes the trust that this store holds.
    /// - Throws: `StoreProblem.notEmpty` where there is one.
    public func foundTrust(_ name: String) throws {
        guard try trustName() == nil else { throw StoreProblem.notEmpty }
        try execute("INSERT INTO trust (name) VALUES (\(name))")
    }
}

extension Reader {
    /// A registration class of today that has a teacher, for a school that names its teachers.
    public func someTaughtClass(of school: SchoolID, on day: Day) throws -> SchoolClass? { try taughtClasses(of: school, on: day).first }

    /// The registration classes of today that have pupils.
    public func taughtClasses(of school: SchoolID, on day: Day) throws -> [SchoolClass] {
        try all(SchoolClass.self, """
            WHERE school_id = \(school) AND kind = 'class' AND academic_year = \(AcademicYear(containing: day).starting) \
            AND id IN (SELECT class_id FROM class_member) ORDER BY name
            """)
    }

    public func teacherName(of schoolClass: ClassID) throws -> String? {
        try value("SELECT s.forename || ' ' || s.surname FROM class_staff c JOIN staff s ON s.id = c.staff_id WHERE c.class_id = \(schoolClass) ORDER BY c.id LIMIT 1")
    }

    /// The name of whoever has this role in the school's list of staff.
    public func staffName(withRole role: String, at school: SchoolID) throws -> String? {
        try value("SELECT forename || ' ' || surname FROM staff WHERE school_id = \(school) AND role = \(role) AND ends IS NULL ORDER BY id LIMIT 1")
    }
}

extension Reader {
    /// The staff of a school as choices, by name: those who have not left.
    public func staffChoices(at school: SchoolID) throws -> [Choice] {
        try rows("SELECT id, forename || ' ' || surname, role FROM staff WHERE school_id = \(school) AND ends IS NULL ORDER BY sort_name, id") {
            Choice("\(try $0.next(Int.self))", try [$0.next(String.self), $0.next(String.self)].filter { !$0.isEmpty }.joined(separator: ", "))
        }
    }

    /// The classes of a school with these names, of the latest year that has them.
    public func classes(named names: [String], at school: SchoolID?) throws -> [SchoolClass] {
        guard let school, !names.isEmpty else { return [] }
        let wanted = Set(names.map(\.folded))
        let classes = try all(SchoolClass.self, """
            WHERE school_id = \(school) AND academic_year = (SELECT MAX(academic_year) FROM school_class WHERE school_id = \(school)) ORDER BY name
            """)
        return classes.filter { wanted.contains($0.name.folded) }
    }
}
