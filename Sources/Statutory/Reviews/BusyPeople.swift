import Access
import Basics
import Database
import People

/// Somebody from outside the family who comes to reviews: whom one day may ask for twice.
struct BusyPerson: Sendable {
    let review: RowID
    let pupil: PupilID
    let day: Day?
    let isHere: Bool
    let name: String
    let email: String

    /// By what the same person is known at two meetings, however the name is written.
    var keys: Set<String> { Set([name.folded, email.folded].filter { !$0.isEmpty }) }
}

extension Reader {
    /// Who comes to the meetings still to come, over the whole trust: one psychologist may be asked at two schools. Of other schools’
    /// pupils nothing is told.
    func busyPeople(at school: SchoolID, from day: Day) throws -> [BusyPerson] {
        let open: SQL = "r.ended_on IS NULL AND r.held_on IS NULL AND (r.school_id = \(school) OR r.meeting_on >= \(day))"
        return try rows("""
            SELECT r.id, r.pupil_id, r.meeting_on, r.school_id, p.name, p.email FROM review_person p JOIN annual_review r ON r.id = p.review_id WHERE \(open) \
            AND p.removed_on IS NULL AND p.role NOT IN ('family', 'pupil') AND p.name <> \(ReviewPerson.virtualSchool) \
            UNION ALL SELECT r.id, r.pupil_id, r.meeting_on, r.school_id, r.chair, '' FROM annual_review r WHERE \(open) AND r.chair <> ''
            """) { try BusyPerson(review: $0.next(), pupil: $0.next(), day: $0.next(), isHere: $0.next(SchoolID.self) == school, name: $0.next(), email: $0.next()) }
    }

    /// Whom a day asks for to another review as well.
    func askedTwice(_ review: AnnualReview, on day: Day) throws -> [String] {
        let busy = try busyPeople(at: review.school, from: day), own = busy.filter { $0.review == review.id }.reduce(into: Set<String>()) { $0.formUnion($1.keys) }
        return busy.filter { $0.review != review.id && $0.day == day && !$0.keys.isDisjoint(with: own) }.map(\.name).unique
    }
}
