import Access
import AreaKit
import Basics
import Database

/// A pupil's time on one roll, with the school's name and the class and year of today.
public struct Roll: Sendable {
    public let enrolment: Enrolment
    public let school: String
    public let year: YearGroup?
    public let className: String?
}

extension Reader {
    /// The rolls of a pupil in sight, the latest first.
    func rolls(of pupil: PupilID, for viewer: Viewer) throws -> [Roll] {
        let enrolments = try all(Enrolment.self, "WHERE pupil_id = \(pupil) ORDER BY starts DESC, id DESC")
        let schools = Dictionary(uniqueKeysWithValues: try rows("SELECT id, name FROM school WHERE id IN \(enrolments.map(\.school))") {
            try ($0.next(SchoolID.self), $0.next(String.self))
        })
        let years = Dictionary(try rows("SELECT school_id, year FROM pupil_year WHERE pupil_id = \(pupil) ORDER BY academic_year") {
            try ($0.next(SchoolID.self), $0.next(YearGroup.self))
        }, uniquingKeysWith: { $1 })
        let classes = Dictionary(try rows("""
            SELECT c.school_id, c.name FROM class_member m JOIN school_class c ON c.id = m.class_id \
            WHERE m.pupil_id = \(pupil) AND c.kind = 'class' ORDER BY m.starts
            """) { try ($0.next(SchoolID.self), $0.next(String.self)) }, uniquingKeysWith: { $1 })
        return enrolments.map { Roll(enrolment: $0, school: schools[$0.school] ?? "", year: years[$0.school], className: classes[$0.school]) }
    }
}
