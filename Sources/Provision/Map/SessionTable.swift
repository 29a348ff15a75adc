import Access
import Basics
import Database
import Files
import People

/// The sessions of this school year and the last as a table: one row for each session and pupil, as it stands now. Who
/// logged it, and what was noted, are left out: missed sessions are never added up by a named person.
public struct SessionTable: RecordTable {
    /// The columns, in their order for good.
    public static let columns = [
        "urn", "session", "provision", "name", "kind", "intervention", "day", "starts_at", "planned_minutes", "result", "given_minutes", "reason", "roles", "makes_up", "proof", "logged_on",
        "upn", "pupil", "offered_minutes", "attended_minutes", "away",
    ]

    private let school: SchoolID?
    private let day: Day

    public init(school: SchoolID?, day: Day) { (self.school, self.day) = (school, day) }

    public func table(for viewer: Viewer, _ reader: Reader) throws -> (table: TextTable, records: Int) {
        var lines: [[String]] = []
        try eachLine(for: viewer, reader) { lines.append($0) }
        return (TextTable("Sessions", columns: Self.columns, lines: lines), lines.count)
    }

    public func write(_ format: TableFormat, for viewer: Viewer, _ reader: Reader, _ output: (String) throws -> Void) throws -> Int {
        var number = 0, held = format == .json ? "[" : DelimitedText.line(Self.columns)
        try eachLine(for: viewer, reader) { line in
            held += format == .json ? (number > 0 ? ",\n" : "\n") + Self.json(line) : DelimitedText.line(line)
            number += 1
            if held.utf8.count > 1 << 16 { try output(held); held = "" }
        }
        if format == .json { held += number > 0 ? "\n]\n" : "]\n" }
        try output(held)
        return number
    }

    private static func json(_ line: [String]) -> String { JSON.object(JSON.KeyedValues(zip(columns, line).map { ($0, JSON.optional($1.nonEmpty)) })).text }

    /// Some provisions at a time, each with all of its sessions: few queries, and never all sessions at once.
    private func eachLine(for viewer: Viewer, _ reader: Reader, _ body: ([String]) throws -> Void) throws {
        let first = AcademicYear(containing: day).previous.firstDay
        for school in try reader.schools(for: viewer) where self.school == nil || school.id == self.school {
            var runs = try reader.exportedRuns(at: school, since: first, for: viewer, on: day)[...]
            while !runs.isEmpty {
                let some = Dictionary(runs.prefix(40)) { $1 }
                runs = runs.dropFirst(40)
                try reader.eachSession(of: some, since: first, for: viewer, on: day, body)
            }
        }
    }
}

extension Reader {
    /// The first cells of each line, by provision.
    fileprivate func exportedRuns(at school: School, since first: Day, for viewer: Viewer, on day: Day) throws -> [(ProvisionID, [String])] {
        try rows("""
            SELECT r.id, r.name, r.kind, i.name FROM provision_run r JOIN intervention i ON i.id = r.intervention_id WHERE r.school_id = \(school.id) \
            AND (r.ended_on IS NULL OR r.ended_on >= \(first)) AND \(viewer.seesProvision(on: day)) ORDER BY r.id
            """) { row in
            let id: ProvisionID = try row.next()
            return (id, ["\(id)", try row.next(), try row.next(), try row.next()].reduce(into: [school.urn]) { $0.append($1) })
        }
    }

    fileprivate func eachSession(of runs: [ProvisionID: [String]], since first: Day, for viewer: Viewer, on day: Day, _ body: ([String]) throws -> Void) throws {
        let ids = runs.keys.sorted()
        let pupils = Dictionary(try rows("""
            SELECT p.id, p.upn, \(CalledName.given), \(CalledName.family) \
            FROM pupil p WHERE p.id IN (SELECT s.pupil_id FROM session_pupil s WHERE s.run_id IN \(ids) AND s.day >= \(first)) AND \(viewer.doing(.seeProvision).seesPupil(on: day))
            """) { row in
            try (row.next(PupilID.self), [row.next(String?.self) ?? "", [row.next(String.self), row.next(String.self)].filter { !$0.isEmpty }.joined(separator: " ")])
        }) { $1 }
        viewer.witness.saw(Array(pupils.keys))
        try each("""
            SELECT k.run_id, k.pupil_id, s.id, s.day, s.starts_at, s.planned, s.result, s.minutes, s.reason, s.roles, s.makes_up_id, s.proof, s.logged_on, k.offered, k.minutes, k.away \
            FROM session_pupil k JOIN session s ON s.id = k.session_id WHERE k.run_id IN \(ids) AND k.day >= \(first) AND k.stands ORDER BY k.run_id, k.day, s.starts_at, s.id, k.pupil_id
            """) { row in
            let (run, pupil): (ProvisionID, PupilID) = try (row.next(), row.next()), session = try sessionCells(&row), part = try partCells(&row)
            guard let head = runs[run], let who = pupils[pupil] else { return }
            try body([head[0], session[0]] + head.dropFirst() + session.dropFirst() + who + part)
        }
    }

    private func sessionCells(_ row: inout Row) throws -> [String] {
        let (id, day, time): (SessionID, Day, ClockTime) = try (row.next(), row.next(), row.next())
        let (planned, result, given): (Int, String, Int) = try (row.next(), row.next(), row.next())
        let (reason, roles, makesUp): (String?, String, SessionID?) = try (row.next(), row.next(), row.next())
        let (proof, loggedOn): (String, Day) = try (row.next(), row.next())
        return ["\(id)", "\(day)", "\(time)", "\(planned)", result, "\(given)", reason ?? "", roles.replacing(",", with: " "), makesUp.map { "\($0)" } ?? "", proof, "\(loggedOn)"]
    }

    private func partCells(_ row: inout Row) throws -> [String] {
        let (offered, minutes, away): (Int, Int, String?) = try (row.next(), row.next(), row.next())
        return ["\(offered)", "\(minutes)", away ?? ""]
    }
}
