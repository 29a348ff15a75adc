import Access
import Basics
import Database

/// One pupil's records of a kind that have been kept long enough.
struct DueRecord: Sendable {
    let pupil: PupilID
    let name: String
    let birth: Day
    let dueOn: Day
    /// Why nothing may be disposed of all the same.
    let keptBecause: String?
}

extension Reader {
    /// Pupils whose records of a kind may be disposed of on a day, the longest due first; those that are held say why.
    func dueRecords(_ rule: RetentionRule, for viewer: Viewer, on day: Day) throws -> [DueRecord] {
        guard viewer.may(.protectData) else { return [] }
        let since = try dueDays(rule, on: day), pupils = since.keys.sorted()
        let held = try heldPupils(among: pupils, on: day)
        viewer.witness.saw(pupils)
        return try rows("""
            SELECT p.id, p.forename || ' ' || p.surname, p.birth FROM pupil p WHERE p.id IN \(pupils)
            """) { row in
            let pupil: PupilID = try row.next()
            return DueRecord(pupil: pupil, name: try row.next(), birth: try row.next(), dueOn: since[pupil] ?? day, keptBecause: held[pupil])
        }.sorted { ($0.dueOn, $0.pupil) < ($1.dueOn, $1.pupil) }
    }

    /// Since when a pupil's records of a kind are due, those that are not yet disposed of.
    private func dueDays(_ rule: RetentionRule, on day: Day) throws -> [PupilID: Day] {
        switch rule.record {
        case .send: return try dueByBirth(rule, on: day)
        case .pupilFile: return try dueByBirth(rule, on: day).merging(passedOn(on: day)) { min($0, $1) }
        case .request: return try dueRequests(rule, on: day)
        case .identity, .account, .sight: return [:]
        }
    }

    /// Nobody's record is due while they are on a roll, whatever their age.
    private func dueByBirth(_ rule: RetentionRule, on day: Day) throws -> [PupilID: Day] {
        let born = day.adding(years: -rule.years)
        return try rule.waiting(rows("""
            SELECT p.id, p.birth FROM pupil p WHERE p.birth <= \(born) AND \(offRoll(on: day)) AND \(notYetDisposed(rule.record))
            """) { try ($0.next(PupilID.self), $0.next(Day.self)) }, on: day)
    }

    /// A primary school's file passes to the next school and is not kept (domain 8.2, M): due once that has it.
    private func passedOn(on day: Day) throws -> [PupilID: Day] {
        Dictionary(try rows("""
            SELECT p.id, MAX(f.confirmed_on) FROM pupil p JOIN file_transfer f ON f.pupil_id = p.id AND f.confirmed_on IS NOT NULL \
            WHERE \(offRoll(on: day)) AND \(notYetDisposed(.pupilFile)) AND 'Primary' = (SELECT s.phase FROM enrolment e JOIN school s ON s.id = e.school_id \
            WHERE e.pupil_id = p.id ORDER BY e.starts DESC, e.id DESC LIMIT 1) GROUP BY p.id
            """) { try ($0.next(PupilID.self), $0.next(Day.self)) }) { $1 }
    }

    private func dueRequests(_ rule: RetentionRule, on day: Day) throws -> [PupilID: Day] {
        try rule.waiting(rows("""
            SELECT q.pupil_id, MAX(q.closed_on) FROM (
            SELECT pupil_id, closed_on FROM copy_request UNION ALL SELECT pupil_id, closed_on FROM correction_request
            UNION ALL SELECT pupil_id, closed_on FROM data_complaint UNION ALL SELECT pupil_id, ends FROM restriction) q
            WHERE q.pupil_id IS NOT NULL GROUP BY q.pupil_id HAVING COUNT(*) = COUNT(q.closed_on)
            """) { try ($0.next(PupilID.self), $0.next(Day.self)) }, on: day)
    }

    private func offRoll(on day: Day) -> SQL {
        "NOT EXISTS (SELECT 1 FROM enrolment e WHERE e.pupil_id = p.id AND (e.ends IS NULL OR e.ends >= \(day)))"
    }

    /// Neither carried out nor approved and waiting for the second person.
    private func notYetDisposed(_ record: RecordClass) -> SQL {
        """
        NOT EXISTS (SELECT 1 FROM disposal_line l JOIN disposal d ON d.id = l.disposal_id \
        WHERE l.pupil_id = p.id AND d.record_class = \(record) AND d.withdrawn_on IS NULL AND l.kept_because = '')
        """
    }

    /// Why nothing about a pupil may be disposed of: a hold, or something that is still open. Whoever destroys what
    /// somebody has asked to see commits an offence (Data Protection Act 2018, section 173).
    func heldPupils(among pupils: [PupilID], on day: Day) throws -> [PupilID: String] {
        let reasons: [(SQL, String)] = [
            ("SELECT pupil_id FROM legal_hold WHERE ends IS NULL", "A hold stands over this record."),
            ("SELECT pupil_id FROM copy_request WHERE outcome = 'open'", "Somebody has asked for a copy, and it is not answered yet."),
            ("SELECT pupil_id FROM correction_request WHERE outcome = 'open'", "Somebody says that something in it is wrong, and it is not decided yet."),
            ("SELECT pupil_id FROM data_complaint WHERE closed_on IS NULL", "A complaint is not answered yet."),
            ("SELECT pupil_id FROM restriction WHERE ends IS NULL", "The use of this record is restricted."),
            ("SELECT r.pupil_id FROM released_copy r JOIN copy_text t ON t.copy_id = r.id", "A released copy is not handed over yet."),
        ]
        return try reasons.reduce(into: [:]) { held, reason in
            for pupil in try column("SELECT h.pupil_id FROM (\(reason.0)) h WHERE h.pupil_id IN \(pupils)", as: PupilID.self) where held[pupil] == nil { held[pupil] = reason.1 }
        }
    }
}

extension RetentionRule {
    /// Those whose time has run out on a day, each with the day on which it did.
    fileprivate func waiting(_ starts: [(PupilID, Day)], on day: Day) -> [PupilID: Day] {
        Dictionary(starts.map { ($0, due(from: $1)) }.filter { $0.1 <= day }) { $1 }
    }
}
