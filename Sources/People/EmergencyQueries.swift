import Access
import Basics
import Database
import Pages

/// One pupil with emergency lines, in a class of a school.
struct EmergencyEntry: Sendable {
    let pupil: PupilID
    let name: String
    /// Empty where the pupil is in no class.
    let className: String
    var lines: [EmergencyLine]
    /// Whether the reader may open the pupil's page as well.
    let opens: Bool
}

extension Viewer {
    /// The schools whose emergencies this person must know: those where they work, whomever they teach there.
    /// Nil for those who work for the whole trust.
    var emergencySchools: [SchoolID]? { doing(.seeEmergencies).schools }
}

extension Reader {
    /// Every pupil of a school with an emergency line that runs, by class and surname. The children of the reader's
    /// own family are among them: whoever works in a school must know what to do for each child in it.
    func emergencies(at school: SchoolID, for viewer: Viewer, on day: Day) throws -> [EmergencyEntry] {
        guard viewer.may(.seeEmergencies), viewer.emergencySchools?.contains(school) ?? true else { throw NotFound() }
        let rows = try rows("""
            SELECT DISTINCT p.id, \(CalledName.given), \
            \(CalledName.family), \(classSelection(day)), p.sort_name \
            FROM emergency_line l JOIN enrolment e ON e.pupil_id = l.pupil_id JOIN pupil p ON p.id = l.pupil_id \
            WHERE e.school_id = \(school) AND e.starts <= \(day) AND (e.ends IS NULL OR e.ends >= \(day)) \
            AND l.starts <= \(day) AND (l.ends IS NULL OR l.ends >= \(day)) ORDER BY p.sort_name, p.id
            """) { try ($0.next(PupilID.self), $0.next(String.self), $0.next(String.self), $0.next(String?.self) ?? "") }
        let pupils = rows.map(\.0), lines = try emergencyLines(of: pupils, on: day)
        let open = Set(try column("SELECT p.id FROM pupil p WHERE p.id IN \(pupils) AND \(viewer.doing(.seePupils).seesPupil(on: day))", as: PupilID.self))
        viewer.witness.saw(pupils)
        return rows.map { row in
            EmergencyEntry(pupil: row.0, name: [row.1, row.2].filter { !$0.isEmpty }.joined(separator: " "), className: row.3,
                           lines: lines[row.0] ?? [], opens: open.contains(row.0))
        }.inOrderOfClasses
    }

    /// The emergency lines that run on a day, by pupil. The pupils must be in sight.
    func emergencyLines(of pupils: [PupilID], on day: Day) throws -> [PupilID: [EmergencyLine]] {
        if pupils.isEmpty { return [:] }
        let lines = try all(EmergencyLine.self, "WHERE pupil_id IN \(pupils) AND starts <= \(day) AND (ends IS NULL OR ends >= \(day)) ORDER BY id")
        return Dictionary(grouping: lines, by: \.pupil)
    }
}

extension [EmergencyEntry] {
    /// Classes by name, those without a class last; within each by surname, as they came.
    fileprivate var inOrderOfClasses: [EmergencyEntry] {
        enumerated().sorted { a, b in
            let first = (a.element.className.isEmpty ? 1 : 0, a.element.className.folded, a.offset)
            return first < (b.element.className.isEmpty ? 1 : 0, b.element.className.folded, b.offset)
        }.map(\.element)
    }

    /// The classes with those in them, in their order.
    var byClass: [EmergencyClass] {
        reduce(into: []) { classes, entry in
            if classes.last?.name != entry.className { classes.append(EmergencyClass(name: entry.className, place: classes.count)) }
            classes[classes.count - 1].entries.append(entry)
        }
    }
}

/// The pupils of one class who have emergency lines.
struct EmergencyClass: Sendable {
    let name: String
    /// Where it stands among the classes of the page.
    let place: Int
    var entries: [EmergencyEntry] = []

    var title: String { name.isEmpty ? "Without a class" : "Class \(name)" }
    var anchor: String { "class-\(place)" }
    /// How an address asks for it.
    var question: String { name.isEmpty ? "-" : name }
}
