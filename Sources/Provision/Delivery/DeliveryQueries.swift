import Access
import Basics
import Database
import People

// What was planned, given and received, for many pupils at once. The number of queries does not grow with theirs.

/// About whom and about which days somebody asks.
public struct DeliveryQuestion: Sendable {
    public var school: SchoolID?
    /// Only these pupils, and the provisions in which they take part; all in sight where it is nil.
    public var pupils: [PupilID]?
    public var from: Day
    public var to: Day
    public let today: Day
    /// Whether it is about the shortfalls of lines alone: then nothing is read of single sessions.
    var isAboutLines = false

    public init(school: SchoolID? = nil, pupils: [PupilID]? = nil, from: Day, to: Day, today: Day) {
        (self.school, self.pupils, self.from, self.to, self.today) = (school, pupils, from, min(to, today), today)
    }
}

extension Reader {
    /// What was planned, offered and received in some days, of provisions that the viewer has in sight. Whom a page then
    /// shows, it tells the witness itself.
    public func delivery(_ ask: DeliveryQuestion, for viewer: Viewer) throws -> Delivery {
        let reach = min(ask.from, ask.today - Delivery.alertReach)
        let runs = ask.isAboutLines ? [] : try deliveredRuns(ask, reach, for: viewer), provisions = try whole(runs)
        let lines = Dictionary(grouping: try owedLines(in: ask, for: viewer), by: \.pupil), asked = ask.pupils.map(Set.init)
        var pupils = try seenPupils(in: provisions, for: viewer, on: ask.today).filter { asked?.contains($0.key) ?? true }
        pupils.merge(try seenPupils(Set(lines.keys).subtracting(pupils.keys), for: viewer, on: ask.today)) { $1 }
        let reviews = try reviewDays(Array(pupils.keys), ask.today), homes = try homes(Array(lines.keys), ask), since = Delivery.shortSince(ask.today)
        let rolls = try rolls(of: provisions.flatMap { $0.members.map(\.pupil) } + lines.keys)
        let years = try schoolYearDays(of: runs.map(\.school) + homes.values, from: min(reach, since), to: Delivery.horizon(ask.today, reviews))
        return Delivery(ask: ask, provisions: provisions, pupils: pupils, years: years, logs: try standingLogs(of: runs.map(\.id), from: reach, to: ask.today), lines: lines, reviews: reviews,
                        rolls: rolls, homes: homes, offered: try offeredDays(lines.values.flatMap { $0 }, since: since), reach: reach)
    }

    /// Lines of section F that are short in a viewer's sight, by pupil, of those on roll today: what Today asks.
    public func sectionFShortfalls(school: SchoolID? = nil, for viewer: Viewer, on day: Day) throws -> [FoundAlert] {
        var ask = DeliveryQuestion(school: school, from: day, to: day, today: day)
        ask.isAboutLines = true
        let delivery = try delivery(ask, for: viewer)
        return delivery.lines.sorted { $0.key < $1.key }.flatMap { $0.value.filter(\.isSectionF).flatMap(delivery.alerts) }
    }

    /// Standing entries of a school that the viewer has in sight, between two days, each with its pupils.
    public func standingLogs(at school: SchoolID, from: Day, to: Day, for viewer: Viewer, on day: Day) throws -> [SessionLog] {
        let runs: [ProvisionID] = try column("SELECT r.id FROM provision_run r WHERE r.school_id = \(school) AND \(viewer.seesProvision(on: day))")
        return try standingLogs(of: runs, from: from, to: to).values.flatMap { $0 }.sorted { ($0.day, $0.startsAt, $0.id) < ($1.day, $1.startsAt, $1.id) }
    }

    /// Standing entries by provision. Whoever calls this has the provisions in sight.
    public func standingLogs(of runs: [ProvisionID], from: Day, to: Day) throws -> [ProvisionID: [SessionLog]] {
        let logs = try all(SessionLog.self, "WHERE run_id IN \(runs) AND day BETWEEN \(from) AND \(to) AND superseded_on IS NULL ORDER BY day, starts_at, id")
        let parts = Dictionary(grouping: try all(KeptSessionPupil.self, "WHERE run_id IN \(runs) AND day BETWEEN \(from) AND \(to) AND stands ORDER BY pupil_id"), by: \.session)
        return Dictionary(grouping: logs.map { log in
            var log = log
            log.pupils = (parts[log.id] ?? []).map(\.part)
            return log
        }, by: \.run)
    }

    private func deliveredRuns(_ ask: DeliveryQuestion, _ from: Day, for viewer: Viewer) throws -> [ProvisionRun] {
        var conditions: [SQL] = ["r.starts <= \(ask.to)", "(r.ended_on IS NULL OR r.ended_on >= \(from))", viewer.seesProvision(on: ask.today)]
        if let school = ask.school { conditions.append("r.school_id = \(school)") }
        if let pupils = ask.pupils { conditions.append("r.id IN (SELECT m.run_id FROM provision_member m WHERE m.pupil_id IN \(pupils))") }
        return try all(ProvisionRun.self, "r WHERE \(SQL.joined(conditions, " AND ")) ORDER BY r.name, r.id")
    }

    /// Lines of the pupils in sight; of one who takes part in nothing, too: all that is owed is missing then.
    private func owedLines(in ask: DeliveryQuestion, for viewer: Viewer) throws -> [OwedLine] {
        let viewer = viewer.doing(.seeProvision), today = ask.today
        var conditions: [SQL] = [viewer.seesPupil(on: today)]
        if let pupils = ask.pupils { conditions.append("p.id IN \(pupils)") }
        if ask.isAboutLines {
            let school: SQL = ask.school.map { "e.school_id = \($0)" } ?? "1 = 1"
            conditions.append("p.id IN (SELECT e.pupil_id FROM enrolment e WHERE \(school) AND e.starts <= \(today) AND (e.ends IS NULL OR e.ends >= \(today)) AND \(viewer.seesEnrolment(on: today)))")
        } else if let school = ask.school { conditions.append("p.id IN (SELECT e.pupil_id FROM enrolment e WHERE e.school_id = \(school) AND e.starts <= \(ask.to) AND (e.ends IS NULL OR e.ends >= \(ask.from)))") }
        return try owedLines("WHERE pupil_id IN (SELECT p.id FROM pupil p WHERE p.id IN (SELECT o.pupil_id FROM owed_line o) AND \(SQL.joined(conditions, " AND "))) ORDER BY starts, id")
    }

    /// The school on whose roll each is.
    private func homes(_ pupils: [PupilID], _ ask: DeliveryQuestion) throws -> [PupilID: SchoolID] {
        let found = try rows("SELECT pupil_id, school_id FROM enrolment WHERE pupil_id IN \(pupils.sorted()) AND starts <= \(ask.today) ORDER BY starts, id") { try ($0.next(PupilID.self), $0.next(SchoolID.self)) }
        return Dictionary(found) { ask.school == $0 ? $0 : $1 }
    }

    /// By when the plan of each is reviewed next.
    private func reviewDays(_ pupils: [PupilID], _ today: Day) throws -> [PupilID: Day] {
        let found = try rows("SELECT pupil_id, MIN(review_by) FROM plan WHERE pupil_id IN \(pupils.sorted()) AND state = 'live' AND review_by >= \(today) GROUP BY pupil_id") {
            try ($0.next(PupilID.self), $0.next(Day.self))
        }
        return Dictionary(found) { $1 }
    }

    /// What was offered to the pupils of lines on each day, by the lines' provisions: read from the index alone.
    private func offeredDays(_ lines: [OwedLine], since: Day) throws -> [OfferedTo: [Day: Int]] {
        let runs = lines.flatMap(\.runs).unique, pupils = Set(lines.map(\.pupil))
        if runs.isEmpty { return [:] }
        let found = try rows("""
            SELECT run_id, pupil_id, day, SUM(offered) FROM session_pupil WHERE run_id IN \(runs) AND day >= \(since) AND stands GROUP BY run_id, pupil_id, day
            """) { try (OfferedTo(run: $0.next(), pupil: $0.next()), $0.next(Day.self), $0.next(Int.self)) }
        return found.filter { pupils.contains($0.0.pupil) }.reduce(into: [:]) { $0[$1.0, default: [:]][$1.1] = $1.2 }
    }
}

/// A pupil in a provision.
struct OfferedTo: Hashable, Sendable {
    let run: ProvisionID
    let pupil: PupilID

    init(run: ProvisionID, pupil: PupilID) { (self.run, self.pupil) = (run, pupil) }
}
