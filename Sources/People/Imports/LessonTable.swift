import Basics
import Database

/// The week's lessons of one school, as an import needs them.
final class LessonTable {
    private let writer: Writer
    private let table: ClassTable
    private var held: [Key: Lesson]

    private struct Key: Hashable { let schoolClass: ClassID, weekday: Int, period: String }

    init(_ writer: Writer, _ school: School) throws {
        self.writer = writer
        table = try ClassTable(writer, school, AcademicYear(containing: writer.act.today))
        let lessons = try writer.all(Lesson.self, "WHERE class_id IN (SELECT id FROM school_class WHERE school_id = \(school.id))")
        held = Dictionary(lessons.map { (Key(schoolClass: $0.schoolClass, weekday: $0.weekday, period: $0.period), $0) }, uniquingKeysWith: { first, _ in first })
    }

    func take(_ incoming: IncomingLesson) throws -> ImportLine {
        guard let weekday = incoming.weekday else {
            return ImportLine(row: incoming.row, name: incoming.group, outcome: .refused, reason: "This row has no weekday that we can read, such as Monday.")
        }
        let schoolClass = try table.find(incoming.group) ?? table.make(.group, incoming.group, subject: incoming.subject ?? "").0
        let period = [incoming.week.map { "Week \($0)" }, incoming.period ?? incoming.starts].compactMap { $0 }.joined(separator: " ")
        let key = Key(schoolClass: schoolClass.id, weekday: weekday, period: period)
        let before = held[key]
        var after = before ?? Lesson(id: .new, schoolClass: schoolClass.id, weekday: weekday, period: period)
        after.startsAt = incoming.starts ?? after.startsAt
        after.endsAt = incoming.ends ?? after.endsAt
        after.room = incoming.room ?? after.room
        after.staff = incoming.teacher.flatMap { table.staff(named: $0)?.id } ?? after.staff
        held[key] = try writer.save(Change(before == nil ? "lesson.added" : "lesson.changed", from: before, to: after))
        return ImportLine(row: incoming.row, name: incoming.group, outcome: before == nil ? .new : after == before ? .unchanged : .changed)
    }
}
