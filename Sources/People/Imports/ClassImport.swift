import Basics
import Database

/// The classes and groups of one school in one academic year, and its staff by name, as an import needs them.
final class ClassTable {
    private let writer: Writer
    private let school: School
    let year: AcademicYear
    private var classes: [String: SchoolClass]
    private let staff: [StaffMember]

    init(_ writer: Writer, _ school: School, _ year: AcademicYear) throws {
        self.writer = writer
        self.school = school
        self.year = year
        let held = try writer.all(SchoolClass.self, "WHERE school_id = \(school.id) AND academic_year = \(year.starting)")
        classes = Dictionary(held.map { ("\($0.kind.rawValue) \($0.name)", $0) }, uniquingKeysWith: { first, _ in first })
        staff = try writer.all(StaffMember.self, "WHERE school_id = \(school.id) ORDER BY id")
    }

    /// The class of that name; made when there is none.
    func make(_ kind: SchoolClass.Kind, _ name: String, subject: String = "") throws -> (SchoolClass, ImportOutcome) {
        let held = classes["\(kind.rawValue) \(name)"]
        var after = held ?? SchoolClass(id: .new, school: school.id, academicYear: year.starting, kind: kind, name: name)
        after.subject = subject.nonEmpty ?? after.subject
        let stored = try writer.save(Change(held == nil ? "class.added" : "class.changed", from: held, to: after))
        classes["\(kind.rawValue) \(name)"] = stored
        return (stored, held == nil ? .new : after == held ? .unchanged : .changed)
    }

    /// A class or else a group of that name.
    func find(_ name: String) -> SchoolClass? { classes["class \(name)"] ?? classes["group \(name)"] }

    /// The member of staff that a report names, as `Ms A Khan`, `Khan, Amira`, `Amira Khan` or by their number.
    func staff(named name: String) -> StaffMember? {
        let words = Set(name.replacing(",", with: " ").folded.split(separator: " ").map(String.init))
        return staff.first { $0.misID == name } ?? staff.first { member in
            let surname = member.surname.folded.split(separator: " ").map(String.init)
            let forename = member.forename.folded
            return surname.allSatisfy(words.contains) && (words.contains(forename) || forename.first.map { words.contains(String($0)) } ?? false)
        }
    }

    /// Puts a teacher beside a class. False where the name is nobody's in the list of staff.
    func assign(_ teacher: String, to schoolClass: ClassID) throws -> Bool {
        guard let member = staff(named: teacher) else { return false }
        let held: Int? = try writer.value("SELECT 1 FROM class_staff WHERE class_id = \(schoolClass) AND staff_id = \(member.id)")
        if held == nil { try writer.save(Change("class.taught", to: ClassStaff(id: .new, schoolClass: schoolClass, staff: member.id, role: "Teacher"))) }
        return true
    }
}

extension Writer {
    /// Takes a list of classes with their teachers.
    func importClasses(_ path: String, _ map: ReportMap, _ schools: SchoolsOfReport) throws -> ImportReport {
        var report = ImportReport(), tables: [SchoolID: ClassTable] = [:]
        let summary = try ReportReader.classes(path, map) { incoming in
            guard let school = schools.school(incoming.urn, incoming.row) else { return report.merge(.refused, 1) }
            let table = try tables[school.id] ?? ClassTable(self, school, AcademicYear(containing: incoming.starts ?? act.today))
            tables[school.id] = table
            let (made, outcome) = try table.make(incoming.isGroup ? .group : .registration, incoming.name)
            if let teacher = incoming.teacher?.nonEmpty, try !table.assign(teacher, to: made.id) { report.problems.append(nobody(incoming.row)) }
            report.add(ImportLine(row: incoming.row, name: incoming.name, outcome: outcome))
        }
        report.add(summary)
        return report
    }

    /// Takes who is in which teaching group.
    func importGroups(_ path: String, _ map: ReportMap, _ schools: SchoolsOfReport) throws -> ImportReport {
        var report = ImportReport(), rolls: [SchoolID: GroupRoll] = [:]
        let summary = try ReportReader.groups(path, map) { incoming in
            guard let school = schools.school(incoming.urn, incoming.row) else { return report.merge(.refused, 1) }
            let roll = try rolls[school.id] ?? GroupRoll(self, school, incoming.starts ?? act.today)
            rolls[school.id] = roll
            report.add(try roll.take(incoming))
        }
        report.add(summary)
        return report
    }

    /// Takes the lessons of a week.
    func importTimetable(_ path: String, _ map: ReportMap, _ schools: SchoolsOfReport) throws -> ImportReport {
        var report = ImportReport(), weeks: [SchoolID: LessonTable] = [:]
        let summary = try ReportReader.timetable(path, map) { incoming in
            guard let school = schools.school(incoming.urn, incoming.row) else { return report.merge(.refused, 1) }
            let week = try weeks[school.id] ?? LessonTable(self, school)
            weeks[school.id] = week
            report.add(try week.take(incoming))
        }
        report.add(summary)
        return report
    }

    private func nobody(_ row: Int) -> IncomingProblem {
        IncomingProblem(row: row, field: "teacher", message: "Nobody of this name is in the school's list of staff. Read in the staff first, then this file again.", effect: .valueLeftOut)
    }
}

extension IncomingClass {
    fileprivate var isGroup: Bool { kind.map { $0.folded.contains("group") || $0.folded.contains("set") } ?? false && !(kind?.folded.contains("reg") ?? false) }
}
