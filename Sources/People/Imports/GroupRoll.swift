import Basics
import Database

/// Who is in which teaching group of one school, as an import needs it.
final class GroupRoll {
    private let writer: Writer
    private let table: ClassTable
    private let starts: Day
    private let numbers: RollNumbers
    private var held: Set<Place>

    private struct Place: Hashable { let schoolClass: ClassID, pupil: PupilID }

    init(_ writer: Writer, _ school: School, _ starts: Day) throws {
        self.writer = writer
        self.starts = starts
        table = try ClassTable(writer, school, AcademicYear(containing: starts))
        numbers = try RollNumbers(writer, school.id)
        held = Set(try writer.rows("""
            SELECT m.class_id, m.pupil_id FROM class_member m JOIN school_class c ON c.id = m.class_id \
            WHERE c.school_id = \(school.id) AND c.academic_year = \(table.year.starting) AND (m.ends IS NULL OR m.ends >= \(starts))
            """) { try Place(schoolClass: $0.next(), pupil: $0.next()) })
    }

    func take(_ incoming: IncomingGroupMember) throws -> ImportLine {
        guard let pupil = numbers.pupil(upn: incoming.upn, number: incoming.admissionNumber ?? incoming.misID) else {
            return ImportLine(row: incoming.row, name: incoming.group, outcome: .refused, reason: "This pupil is not on the school's roll here. Read in the pupils first, then this file again.")
        }
        let (group, _) = try table.make(.group, incoming.group, subject: incoming.subject ?? "")
        if let teacher = incoming.teacher?.nonEmpty { _ = try table.assign(teacher, to: group.id) }
        guard held.insert(Place(schoolClass: group.id, pupil: pupil)).inserted else { return ImportLine(row: incoming.row, name: incoming.group, outcome: .unchanged) }
        try writer.save(Change("class.joined", to: ClassMember(id: .new, schoolClass: group.id, pupil: pupil, spell: Spell(starts: starts))))
        return ImportLine(row: incoming.row, name: incoming.group, outcome: .new)
    }
}
