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
    func alerts(for viewer: Viewer, unseen: Bool = false) throws -> [OpenedRecord] {
        let open: SQL = unseen ? "AND seen_at IS NULL AND account_id <> \(viewer.account ?? .new)" : ""
        return try all(OpenedRecord.self, "WHERE kind = 'emergency' AND \(viewer.answersForOpening) \(open) ORDER BY id DESC LIMIT 100")
    }

    func alert(_ id: RowID, for viewer: Viewer) throws -> OpenedRecord {
        guard let opened = try all(OpenedRecord.self, "WHERE id = \(id) AND kind = 'emergency' AND \(viewer.answersForOpening)").first else { throw NotFound() }
        return opened
    }

    /// The schools on whose roll the pupil is; of one who has left all, those that were.
    fileprivate func schools(of pupil: PupilID, on day: Day) throws -> [SchoolID] {
        let now: [SchoolID] = try column("SELECT DISTINCT school_id FROM enrolment WHERE pupil_id = \(pupil) AND starts <= \(day) AND (ends IS NULL OR ends >= \(day))")
        return now.isEmpty ? try column("SELECT DISTINCT school_id FROM enrolment WHERE pupil_id = \(pupil)") : now
    }

    fileprivate func answerable(for opened: OpenedRecord, on day: Day) throws -> [Account] {
        let schools = try schools(of: opened.pupil, on: day)
        return try all(Account.self, """
            WHERE id <> \(opened.account) AND (ends IS NULL OR ends >= \(day)) \
            AND id NOT IN (SELECT account_id FROM family_tie WHERE pupil_id = \(opened.pupil)) \
            AND id IN (SELECT account_id FROM appointment WHERE starts <= \(day) AND (ends IS NULL OR ends >= \(day)) \
            AND (role = \(Role.protectionOfficer.rawValue) OR (role IN \(alerted.map(\.rawValue)) AND school_id IN \(schools)))) ORDER BY id
            """)
    }
}

extension Viewer {
    /// True for a row of opened records that this person answers for.
    fileprivate var answersForOpening: SQL {
        let others: SQL = family.isEmpty ? "1 = 1" : "pupil_id NOT IN \(family)"
        if plays(.protectionOfficer) || plays(.operator) { return others }
        let schools = parts.filter { alerted.contains($0.role) }.flatMap { $0.sight.schools ?? [] }.unique
        return "\(others) AND pupil_id IN (SELECT pupil_id FROM enrolment WHERE school_id IN \(schools))"
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
let alertsToday = TodayItem { reader, viewer, _ in
    guard viewer.may(.seeTrail) else { return [] }
    let waiting = try reader.alerts(for: viewer, unseen: true).count
    if waiting == 0 { return [] }
    return [TodayLine(waiting, "\(count(waiting, "record was", "records were")) opened with emergency access.", action: "Look at it now", breakGlassAlertsPath())]
}
