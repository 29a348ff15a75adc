import Access
import Basics
import Database
import Pages
import People

extension Viewer {
    /// The parts in which somebody reads consultations: they answer them, or lead on SEND for the trust. Nobody else finds the child.
    var readingConsultations: Viewer { playing([.senco, .head, .trustLead, .operator]) }
    /// Those in which somebody logs, answers and sends.
    var answeringConsultations: Viewer { playing([.senco, .head]) }

    private func playing(_ roles: Set<Role>) -> Viewer {
        Viewer(name: name, account: account, parts: parts.filter { roles.contains($0.role) }, family: family, device: device, isOnOwnDevice: isOnOwnDevice, witness: witness)
    }
}

/// One consultation of a list, with its school and the day by which the answer is due.
struct ConsultationLine: Sendable {
    let held: Consultation
    let school: String
    let urn: String
    let dueOn: Day?

    func isLate(on day: Day) -> Bool { held.isUnanswered && (dueOn.map { $0 < day } ?? false) }
}

extension Reader {
    /// Consultations of the schools in sight: those to be answered first, by their last day.
    /// - Parameter open: whether the round is still going on.
    func consultations(at school: SchoolID? = nil, open: Bool, for viewer: Viewer, limit: Int = 300) throws -> [ConsultationLine] {
        let at: SQL = school.map { "school_id = \($0)" } ?? "1 = 1", which: SQL = open ? "ended_on IS NULL" : "ended_on IS NOT NULL"
        // Of the open ones those that wait longest come first, so that none of the late ones falls beyond the limit.
        let order: SQL = open ? "CASE WHEN sent_on IS NULL OR answer = 'information' THEN 0 ELSE 1 END, came_on, id" : "came_on DESC, id DESC"
        let found = try all(Consultation.self, "WHERE \(which) AND \(at) AND \(viewer.readingConsultations.sees(school: "school_id")) ORDER BY \(order) LIMIT \(limit)")
        return try lines(found).sorted { ($0.held.isUnanswered ? 0 : 1, $0.dueOn ?? .distantFuture, $0.held.id) < ($1.held.isUnanswered ? 0 : 1, $1.dueOn ?? .distantFuture, $1.held.id) }
    }

    /// All of the schools in sight, the first logged first.
    func eachConsultation(at school: SchoolID?, for viewer: Viewer) throws -> [ConsultationLine] {
        let at: SQL = school.map { "school_id = \($0)" } ?? "1 = 1"
        return try lines(all(Consultation.self, "WHERE \(at) AND \(viewer.readingConsultations.sees(school: "school_id")) ORDER BY id"))
    }

    /// Kept long enough, whether the round is over or nobody ever said how it came out.
    func consultationsKeptLongEnough(for viewer: Viewer, on day: Day) throws -> [Consultation] {
        try all(Consultation.self, "WHERE disposed_on IS NULL AND ending <> 'admitted' AND COALESCE(ended_on, sent_on, came_on) <= \(day.adding(years: -1)) AND \(viewer.readingConsultations.sees(school: "school_id")) ORDER BY came_on, id")
            .filter { held in held.disposeFrom.map { $0 <= day } ?? false }
    }

    /// - Throws: `NotFound` where it is not in sight of somebody who reads consultations.
    func consultation(_ id: ConsultationID, for viewer: Viewer) throws -> ConsultationLine {
        guard let held = try one(id, of: Consultation.self), viewer.readingConsultations.sees(held.school), let line = try lines([held]).first else { throw NotFound() }
        return line
    }

    private func lines(_ found: [Consultation]) throws -> [ConsultationLine] {
        let ids = found.map { RowID($0.id.rawValue) }
        let duties = try all(OwedDuty.self, "WHERE matter = 'consultation' AND rule = 'NA-8' AND matter_id IN \(ids) ORDER BY due_on, id")
        let due = Dictionary(duties.map { ($0.matter.row, $0.dueOn) }) { $1 }
        let schools = Dictionary(try all(School.self, "WHERE id IN \(found.map(\.school).unique)").map { ($0.id, $0) }) { $1 }
        return found.compactMap { held in schools[held.school].map { ConsultationLine(held: held, school: $0.name, urn: $0.urn, dueOn: due[RowID(held.id.rawValue)]) } }
    }

    /// The one on roll with the child's name and day of birth.
    func pupil(like held: Consultation, on day: Day) throws -> PupilID? {
        guard let birth = held.birth else { return nil }
        return try column("""
            SELECT p.id FROM pupil p JOIN enrolment e ON e.pupil_id = p.id WHERE e.school_id = \(held.school) AND e.starts <= \(day) AND (e.ends IS NULL OR e.ends >= \(day)) AND e.kind <> 'G' \
            AND p.birth = \(birth) AND LOWER(p.surname) = LOWER(\(held.surname)) AND LOWER(p.forename) = LOWER(\(held.forename)) ORDER BY p.id LIMIT 1
            """, as: PupilID.self).first
    }
}
