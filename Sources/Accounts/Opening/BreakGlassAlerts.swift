import Access
import AreaKit
import Basics
import Database
import Mail
import Pages
import People

// Who is told of an emergency access: the SENCO and the head of the pupil's school, and the data protection officer.

private let alerted: [Role] = [.senco, .head]

extension Reader {
    /// Emergency accesses that this person answers for, the latest first.
    func alerts(for viewer: Viewer, on day: Day, unseen: Bool = false) throws -> [OpenedRecord] {
        let open: SQL = unseen ? "AND seen_at IS NULL AND account_id <> \(viewer.account ?? .new)" : ""
        return try all(OpenedRecord.self, "WHERE kind = 'emergency' AND \(viewer.answersForOpening(on: day)) \(open) ORDER BY id DESC LIMIT 100")
    }

    func alert(_ id: RowID, for viewer: Viewer, on day: Day) throws -> OpenedRecord {
        guard let opened = try all(OpenedRecord.self, "WHERE id = \(id) AND kind = 'emergency' AND \(viewer.answersForOpening(on: day))").first else { throw NotFound() }
        return opened
    }

    /// The schools on whose roll the pupil is; of one who has left all, those that were, and there only who hands records over.
    fileprivate func schools(of pupil: PupilID, on day: Day) throws -> (schools: [SchoolID], roles: [Role]) {
        let now: [SchoolID] = try column("SELECT DISTINCT school_id FROM enrolment WHERE pupil_id = \(pupil) AND starts <= \(day) AND (ends IS NULL OR ends >= \(day))")
        if !now.isEmpty { return (now, alerted) }
        return (try column("SELECT DISTINCT school_id FROM enrolment WHERE pupil_id = \(pupil)"), alerted.filter(\.handsOver))
    }

    fileprivate func answerable(for opened: OpenedRecord, on day: Day) throws -> [Account] {
        let (schools, roles) = try schools(of: opened.pupil, on: day)
        return try all(Account.self, """
            WHERE id <> \(opened.account) AND (ends IS NULL OR ends >= \(day)) \
            AND id NOT IN (SELECT account_id FROM family_tie WHERE pupil_id = \(opened.pupil)) \
            AND id IN (SELECT account_id FROM appointment WHERE starts <= \(day) AND (ends IS NULL OR ends >= \(day)) \
            AND (role = \(Role.protectionOfficer.rawValue) OR (role IN \(roles.map(\.rawValue)) AND school_id IN \(schools)))) ORDER BY id
            """)
    }
}

extension Viewer {
    /// True for a row of opened records that this person answers for: of pupils on their roll, and, for the hand-over, of those
    /// who have left the trust from it.
    fileprivate func answersForOpening(on day: Day) -> SQL {
        let others: SQL = family.isEmpty ? "1 = 1" : "pupil_id NOT IN \(family)"
        if plays(.protectionOfficer) || plays(.operator) { return others }
        let answering = parts.filter { alerted.contains($0.role) }, present: SQL = "starts <= \(day) AND (ends IS NULL OR ends >= \(day))"
        let schools = answering.flatMap { $0.sight.schools ?? [] }.unique, handing = answering.filter(\.role.handsOver).flatMap { $0.sight.schools ?? [] }.unique
        return """
            \(others) AND (pupil_id IN (SELECT pupil_id FROM enrolment WHERE school_id IN \(schools) AND \(present)) \
            OR pupil_id IN (SELECT pupil_id FROM enrolment WHERE school_id IN \(handing)) AND pupil_id NOT IN (SELECT pupil_id FROM enrolment WHERE \(present)))
            """
    }
}

extension Writer {
    /// Writes to those who must look; where mail is not set up, Today tells them.
    func alert(of opened: OpenedRecord, _ keys: KeyRing?) throws {
        guard let keys else { return }
        for account in try answerable(for: opened, on: act.today) {
            guard let address = try? MailAddress(account.email) else { continue }
            _ = try post(.breakGlassAlert(1, LetterLink("/break-glass/alerts")), to: address, key: "emergency-\(opened.id)-\(account.id)", keys)
        }
    }
}

/// Waits on Today until somebody has looked.
let alertsToday = TodayItem { reader, viewer, day in
    guard viewer.may(.seeTrail) else { return [] }
    let waiting = try reader.alerts(for: viewer, on: day, unseen: true).count
    if waiting == 0 { return [] }
    return [TodayLine(waiting, "\(count(waiting, "record was", "records were")) opened with emergency access.", action: "Look at it now", breakGlassAlertsPath())]
}
