import Access
import AreaKit
import Basics
import Database

/// A pupil's time on one roll, with the school's name and the class and year of today.
struct Roll: Sendable {
    let enrolment: Enrolment
    let school: String
    let year: YearGroup?
    let className: String?
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

/// The register's own events of a pupil's history.
@Sendable func registerTimeline(_ reader: Reader, _ viewer: Viewer, _ pupil: PupilID) throws -> [TimelineEvent] {
    let provisions = try reader.all(ProvisionSpell.self, "WHERE pupil_id = \(pupil) ORDER BY starts")
    let needs = try reader.all(PupilNeed.self, "WHERE pupil_id = \(pupil) ORDER BY starts")
    let reasons = try reader.trailReasons(of: pupil)
    return provisions.map { spell in
        TimelineEvent(spell.spell.starts, CodeList.provision.label(spell.provision) + " began.", detail: reasons[Subject("provision_spell", spell.id)] ?? "")
    } + needs.map { need in
        TimelineEvent(need.spell.starts, "Need recorded: \(need.label).", detail: reasons[Subject("pupil_need", need.id)] ?? "")
    } + needs.compactMap { need in
        need.spell.ends.map { TimelineEvent($0, "Need ended: \(need.label).") }
    }
}

/// A row of a table, by the table's name.
struct Subject: Hashable {
    let table: String, row: RowID
    init(_ table: String, _ row: RowID) { (self.table, self.row) = (table, row) }
}

extension Reader {
    /// Why each row of a pupil's record was written, in the words of whoever did it.
    func trailReasons(of pupil: PupilID) throws -> [Subject: String] {
        let rows = try rows("""
            SELECT t.subject, t.subject_id, v.reason, t.who FROM trail t JOIN trail_value v ON v.trail_id = t.id \
            WHERE t.pupil_id = \(pupil) AND v.reason IS NOT NULL ORDER BY t.id
            """) { try (Subject($0.next(), $0.next()), "\($0.next(String.self))", $0.next(String.self)) }
        return Dictionary(rows.map { ($0.0, "\($0.2): “\($0.1)”") }, uniquingKeysWith: { $1 })
    }
}
