import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Whom a concern is about: one's classes, then the pupils of one.
let choosePupilPath = PagePath< >("/concerns/raise")

let choosePupilRoutes: [Route] = [
    .read(choosePupilPath, .raiseConcern) { visit in
        try await visit.read { try choosePupilPage(visit, ClassID(visit.request.query["class"]), $0) }
    },
]

/// A class or group with pupils in sight.
private struct ClassInSight {
    let id: ClassID
    let name: String
    let school: String
    let pupils: Int
}

private func choosePupilPage(_ visit: Visit, _ chosen: ClassID?, _ reader: Reader) throws -> Answer {
    let classes = try reader.classesInSight(of: visit.viewer, on: visit.today)
    let found = chosen.flatMap { id in classes.first { $0.id == id } } ?? (classes.count == 1 ? classes.first : nil)
    if chosen != nil, found == nil { throw NotFound() }
    let lead: HTML = found.map { "Choose a pupil of \($0.name)." } ?? "Choose a class, or look for the pupil by name at the top of this page."
    return visit.page("Raise a concern", at: "concerns", """
        \(crumbs(("Concerns", concernsPath())))\(pageTitle("Whom is it about?", lead: lead))\
        \(try found.map { try pupilList($0, visit, reader) } ?? classList(classes))
        """)
}

private func classList(_ classes: [ClassInSight]) -> HTML {
    if classes.isEmpty { return "<p>You have no class here today. Look for the pupil by name at the top of this page.</p>" }
    let many = Set(classes.map(\.school)).count > 1
    let items: [HTML] = classes.map { group in
        let school: HTML = many ? ", \(group.school)" : ""
        return "<li><a href=\"\(choosePupilPath().asking(["class": "\(group.id)"]))\">\(group.name)\(school)</a> <span class=\"quiet\">\(count(group.pupils, "pupil"))</span></li>"
    }
    return "<ul class=\"plain tall\">\(items)</ul>"
}

private func pupilList(_ group: ClassInSight, _ visit: Visit, _ reader: Reader) throws -> HTML {
    let items: [HTML] = try reader.pupils(of: group.id, for: visit.viewer, on: visit.today).map { pupil in
        "<li><a href=\"\(raiseConcernPath(pupil.id))\">\(pupil.name)</a></li>"
    }
    return "<ul class=\"plain tall\">\(items)</ul>"
}

extension Reader {
    /// The classes of this year in which the viewer has pupils in sight; the groups, too, for those who teach.
    fileprivate func classesInSight(of viewer: Viewer, on day: Day) throws -> [ClassInSight] {
        let kinds = viewer.seesTodayOnly ? ["class", "group"] : ["class"]
        return try rows("""
            SELECT c.id, c.name, s.name, COUNT(DISTINCT m.pupil_id) FROM school_class c JOIN class_member m ON m.class_id = c.id JOIN school s ON s.id = c.school_id \
            JOIN enrolment e ON e.pupil_id = m.pupil_id AND e.school_id = c.school_id \
            WHERE c.academic_year = \(AcademicYear(containing: day).starting) AND c.kind IN \(kinds) AND m.starts <= \(day) AND (m.ends IS NULL OR m.ends >= \(day)) \
            AND e.starts <= \(day) AND (e.ends IS NULL OR e.ends >= \(day)) AND \(viewer.seesEnrolment(on: day)) \
            GROUP BY c.id, c.name, s.name, s.sort_name ORDER BY s.sort_name, c.name, c.id
            """) { try ClassInSight(id: $0.next(), name: $0.next(), school: $0.next(), pupils: $0.next()) }
    }

    /// The pupils of a class in sight, by name.
    fileprivate func pupils(of group: ClassID, for viewer: Viewer, on day: Day) throws -> [Pupil] {
        let pupils = try all(Pupil.self, """
            WHERE id IN (SELECT m.pupil_id FROM class_member m JOIN school_class c ON c.id = m.class_id JOIN enrolment e ON e.pupil_id = m.pupil_id AND e.school_id = c.school_id \
            WHERE m.class_id = \(group) AND m.starts <= \(day) AND (m.ends IS NULL OR m.ends >= \(day)) \
            AND e.starts <= \(day) AND (e.ends IS NULL OR e.ends >= \(day)) AND \(viewer.seesEnrolment(on: day))) ORDER BY sort_name, id
            """)
        viewer.witness.saw(pupils.map(\.id))
        return pupils
    }
}
