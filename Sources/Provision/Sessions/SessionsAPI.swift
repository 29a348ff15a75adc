import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Sessions for programs: what was said of them, and logging them.
let sessionsAPI: [APIRoute] = [
    .list(sessionsAPIPath, .seeProvision, name: "listSessions", "What stands logged of sessions, by number", query: sessionQuestions, item: sessionFields) { asked in
        let after = try asked.mark(of: 1)?.first ?? 0
        return try await asked.read { reader in
            let logs = try reader.sessions(asked.query, after: SessionID(after), limit: asked.limit + 1, for: asked.viewer, on: asked.today)
            let part = try asked.part(of: logs, marks: 1) { [$0.id.rawValue] }, shown = try reader.pupilsInSight(of: part.items, for: asked.viewer, on: asked.today)
            asked.viewer.witness.saw(part.items.flatMap { $0.pupils.map(\.pupil) }.unique.filter(shown.contains))
            return part.json { $0.json(shown) }
        }
    },
    .act(sessionsAPIPath, .logSessions, name: "logSession", "Log a session of the week", body: [
        APIField("time", .id, "The number of the time of the week, as a provision lists it."), APIField("day", .day, "The day."), APIField("result", .code(SessionResult.allCases.map(\.rawValue)), "Whether it was given."),
        .maybe("minutes", .integer(1...360), "Minutes given; where it was partly given."), .maybe("reason", .code(SessionReason.allCases.map(\.rawValue)), "Why it was not given, or not in full."),
        .maybe("note", .wordsIfAny(LogSession.longestNote), "A short note."),
        .maybe("away", .list(.object([APIField("pupil", .id, "The pupil."), APIField("why", .code(SessionPupil.Away.allCases.map(\.rawValue)), "Why they were not there.")])), "Those who were not there; everybody else was."),
    ], gives: sessionFields, adds: true) { writer, asked in
        guard let time = asked.body.integer("time"), let day = asked.body.day("day") else { throw NotFound() }
        let key = digest(of: Array("\(asked.viewer.name) \(asked.visit.request.headers["idempotency-key"] ?? SendKey.fresh())".utf8))
        do {
            let log = try writer.log(asked.body.session(key: key), of: SessionSlot(time: RowID(time), day: day), for: asked.viewer, today: asked.today)
            return log.json(try writer.pupilsInSight(of: [log], for: asked.viewer, on: asked.today))
        } catch let overtaken as FormOvertaken {
            throw overtaken.problems
        }
    },
]

private let sessionsAPIPath = PagePath< >("/api/v1/sessions")

private let sessionQuestions: [APIField] = [
    .maybe("provision", .id, "Only sessions of this provision."), .maybe("pupil", .id, "Only sessions of this pupil."), .maybe("from", .day, "From this day on; the last 28 days where it is left out."), .maybe("to", .day, "Up to this day."),
]

private let sessionFields: [APIField] = [
    APIField("session", .id, "Its number."), APIField("provision", .id, "The provision."), APIField("time", .orNull(.id), "The time of the week; null for one beside the week."), APIField("day", .day, "The day."),
    APIField("starts_at", .text(least: 5, most: 5), "When it began."), APIField("planned", .number, "Minutes that were planned."), APIField("result", .code(SessionResult.allCases.map(\.rawValue)), "Whether it was given."),
    APIField("minutes", .number, "Minutes given."), APIField("reason", .orNull(.code(SessionReason.allCases.map(\.rawValue))), "Why it was not given, or not in full."),
    APIField("pupils", .list(.object([
        APIField("pupil", .id, "The pupil."), APIField("offered", .number, "Minutes that were ready for them."), APIField("received", .number, "Minutes they were there."),
        APIField("away", .orNull(.code(SessionPupil.Away.allCases.map(\.rawValue))), "Why they were not there."),
    ])), "The pupils in sight."),
    APIField("makes_up", .orNull(.id), "The missed session that it makes up."), APIField("corrects", .orNull(.id), "The entry that it puts right."), APIField("logged_on", .day, "When it was said."),
]

extension Reader {
    fileprivate func sessions(_ query: APIValues, after: SessionID, limit: Int, for viewer: Viewer, on day: Day) throws -> [SessionLog] {
        let from = query.day("from") ?? day - 28, to = query.day("to") ?? day
        var runs: [SQL] = [viewer.seesProvision(on: day), "r.starts <= \(to)", "(r.ended_on IS NULL OR r.ended_on >= \(from))"], sessions: [SQL] = ["day BETWEEN \(from) AND \(to)", "superseded_on IS NULL", "id > \(after)"]
        if let run = query.integer("provision") { runs.append("r.id = \(run)") }
        if let pupil = query.integer("pupil").map({ PupilID($0) }) {
            let seen: [PupilID] = try column("SELECT p.id FROM pupil p WHERE p.id = \(pupil) AND \(viewer.doing(.seeProvision).seesPupil(on: day))")
            runs.append("r.id IN (SELECT m.run_id FROM provision_member m WHERE m.pupil_id IN \(seen))")
            sessions.append("id IN (SELECT s.session_id FROM session_pupil s WHERE s.pupil_id IN \(seen) AND s.day BETWEEN \(from) AND \(to))")
        }
        let inSight: [ProvisionID] = try column("SELECT r.id FROM provision_run r WHERE \(SQL.joined(runs, " AND "))")
        return try sessionLogs("WHERE run_id IN \(inSight) AND \(SQL.joined(sessions, " AND ")) ORDER BY id LIMIT \(limit)")
    }

    fileprivate func pupilsInSight(of logs: [SessionLog], for viewer: Viewer, on day: Day) throws -> Set<PupilID> {
        let provisions = try whole(all(ProvisionRun.self, "WHERE id IN \(logs.map(\.run).unique)"))
        let members = try seenPupils(in: provisions, for: viewer, on: day)
        return Set(try seenPupils(Set(logs.flatMap { $0.pupils.map(\.pupil) }), for: viewer, on: day).keys).union(members.keys)
    }
}

extension APIValues {
    /// The same as a page would say.
    fileprivate func session(key: String) -> LogSession {
        var log = LogSession(SessionResult(rawValue: text("result")), minutes: integer("minutes"), reason: SessionReason(rawValue: text("reason")), away: awayPupils, sendKey: key)
        log.note = text("note")
        return log
    }

    private var awayPupils: [PupilID: SessionPupil.Away] {
        guard case .object(let values) = json, case .list(let items)? = values["away"] else { return [:] }
        return items.reduce(into: [:]) { away, item in
            guard case .object(let part) = item, case .integer(let pupil)? = part["pupil"], case .text(let why)? = part["why"] else { return }
            away[PupilID(pupil)] = SessionPupil.Away(rawValue: why)
        }
    }
}

extension SessionLog {
    fileprivate func json(_ shown: Set<PupilID>) -> JSON {
        let parts = pupils.filter { shown.contains($0.pupil) }.map { part in
            JSON.object(["pupil": .integer(part.pupil.rawValue), "offered": .integer(offered(to: part.pupil)), "received": .integer(part.minutes), "away": .optional(part.away?.rawValue)])
        }
        return .object([
            "session": .integer(id.rawValue), "provision": .integer(run.rawValue), "time": time.map { .integer($0.rawValue) } ?? .null, "day": .text("\(day)"), "starts_at": .text("\(startsAt)"), "planned": .integer(planned),
            "result": .text(result.rawValue), "minutes": .integer(minutes), "reason": .optional(reason?.rawValue), "pupils": .list(parts), "makes_up": makesUp.map { .integer($0.rawValue) } ?? .null,
            "corrects": corrects.map { .integer($0.rawValue) } ?? .null, "logged_on": .text("\(loggedOn)"),
        ])
    }
}
