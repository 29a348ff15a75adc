import Basics
import Database

/// Every table of schools, staff, pupils and the register, as text for another system.
public enum PeopleExport {
    public struct Table: Sendable {
        public let name: String
        public let columns: [String]
        fileprivate let rows: SQL

        /// The rows of a recorded subject, as far as a condition leaves them.
        public init<Subject: Recorded>(_ subject: Subject.Type, _ condition: SQL = "") {
            (name, columns) = (Subject.table.name, ["id", "version"] + Subject.table.columns)
            rows = "\(Subject.table.selection) \(condition) ORDER BY id"
        }

        /// Hands over each row, the cells in the order of the columns; empty where nothing is recorded.
        public func each(_ reader: Reader, _ body: ([String]) throws -> Void) throws {
            try reader.each(rows) { row in
                var cells: [String] = []
                for _ in columns { cells.append(try row.next(AnyText.self).text) }
                try body(cells)
            }
        }
    }

    public static let tables: [Table] = [
        table(School.self), table(StaffMember.self), table(SchoolClass.self), table(ClassStaff.self), table(Lesson.self), table(Pupil.self),
        table(FormerUPN.self, unsealed), table(FormerName.self, unsealed), table(Contact.self, unsealed), table(Enrolment.self), table(PupilYear.self),
        table(ClassMember.self), table(ProvisionSpell.self), table(PupilNeed.self), table(BaseSpell.self), table(ContextFlag.self), table(Diagnosis.self),
        table(Arrangement.self), table(WatchSpell.self), table(YearlyAttendance.self), table(TermlyAbsence.self), table(StageResult.self),
        table(SchoolHistory.self), table(EmergencyLine.self),
    ]

    /// What a seal takes off every screen stands in no export either.
    private static let unsealed: SQL = "WHERE pupil_id IN (SELECT id FROM pupil WHERE NOT sealed)"

    private static func table<Subject: Recorded>(_ subject: Subject.Type, _ condition: SQL = "") -> Table { Table(subject, condition) }
}

/// Any cell as text: dates as 2026-11-22, yes and no as 1 and 0.
private struct AnyText: Storable {
    let text: String
    var sqlValue: SQLValue { .text(text) }

    init(_ cell: Cell) throws {
        text = try cell.anyText()
    }
}
