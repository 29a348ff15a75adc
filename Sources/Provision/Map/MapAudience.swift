import Access
import Basics
import Database
import People

/// Those for whom a provision is that names no pupils: a class, or everyone at a school.
struct MapAudience: Hashable, Sendable {
    let school: SchoolID
    /// Nil for everyone at the school.
    let schoolClass: ClassID?
}

extension WholeProvision {
    /// Nil where pupils are named.
    var audience: MapAudience? { run.kind == .universal && members.isEmpty ? MapAudience(school: run.school, schoolClass: run.schoolClass) : nil }
}

extension Reader {
    /// Who is on roll on a day in each of these classes and schools, with two queries at most. They are counted and not named;
    /// those whose records may not be used are not among them.
    func audiences(of asked: [MapAudience], on day: Day) throws -> [MapAudience: Set<PupilID>] {
        var found: [MapAudience: Set<PupilID>] = [:]
        let classes = asked.compactMap(\.schoolClass).unique, schools = asked.filter { $0.schoolClass == nil }.map(\.school).unique
        if !classes.isEmpty {
            try each(classAudience(of: classes, on: day)) { row in
                let audience = try MapAudience(school: row.next(), schoolClass: row.next())
                found[audience, default: []].insert(try row.next())
            }
        }
        if !schools.isEmpty {
            try each(schoolAudience(of: schools, on: day)) { row in
                let audience = try MapAudience(school: row.next(), schoolClass: nil)
                found[audience, default: []].insert(try row.next())
            }
        }
        return found
    }

    func classAudience(of classes: [ClassID], on day: Day) -> SQL {
        // In this order: a class leads to its pupils, and each of them to their rolls; never a school's whole roll to each class.
        """
        SELECT k.school_id, k.id, m.pupil_id FROM school_class k CROSS JOIN class_member m CROSS JOIN enrolment e \
        WHERE k.id IN \(classes) AND m.class_id = k.id AND e.pupil_id = m.pupil_id AND e.school_id = k.school_id AND \(open("m", day)) AND \(open("e", day)) AND \(Viewer.isUsed(pupil: "m.pupil_id"))
        """
    }

    func schoolAudience(of schools: [SchoolID], on day: Day) -> SQL {
        "SELECT e.school_id, e.pupil_id FROM enrolment e WHERE e.school_id IN \(schools) AND \(open("e", day)) AND \(Viewer.isUsed(pupil: "e.pupil_id"))"
    }

    func open(_ table: SQL, _ day: Day) -> SQL { "\(table).starts <= \(day) AND (\(table).ends IS NULL OR \(table).ends >= \(day))" }
}
