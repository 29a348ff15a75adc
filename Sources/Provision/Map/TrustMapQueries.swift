import Access
import Basics
import Database
import People

/// What one school has, as a line of the trust's map.
struct SchoolSum: Sendable {
    var pupils: Set<PupilID> = []
    var provisions = 0
    var minutes = MapMinutes()
}

/// The trust's map with all that its sums depend on besides what is in the trail.
private struct AskedTrustMap: Hashable {
    let period: MapPeriod, kind: InterventionKind?, day: Day
    let parts: [Part], family: [PupilID]

    // Parts with all that they allow are long to mix.
    func hash(into hasher: inout Hasher) {
        hasher.combine(period)
        hasher.combine(kind)
        hasher.combine(parts.first?.sight)
    }
}

private let keptTrustCosts = KeptAnswers<AskedTrustMap, [SchoolID: MapCost]>(most: 50)
private let keptTrustMaps = KeptAnswers<AskedTrustMap, [SchoolID: SchoolSum]>(most: 200)

extension Reader {
    /// The sums of each school, made by the store: three queries, whatever the size of the trust. They stand until somebody
    /// changes something.
    func trustMap(_ ask: MapQuestion, of schools: [SchoolID], for viewer: Viewer) throws -> [SchoolID: SchoolSum] {
        let question = AskedTrustMap(period: ask.period, kind: ask.kind, day: ask.day, parts: viewer.parts, family: viewer.family)
        return try keptTrustMaps.answer(to: question, self) {
            let calendars = try mapCalendars(of: schools, ask.period, on: ask.day)
            var sums: [SchoolID: SchoolSum] = [:]
            try countProvisions(ask, calendars, viewer, &sums)
            try each(plannedInTrust(ask, calendars, viewer)) { try addPlanned(&$0, calendars, &sums) }
            try each(deliveredInTrust(ask, calendars, viewer)) { row in
                let (school, pupil): (SchoolID, PupilID) = try (row.next(), row.next())
                sums[school, default: SchoolSum()].pupils.insert(pupil)
                sums[school, default: SchoolSum()].minutes = try sums[school, default: SchoolSum()].minutes + MapMinutes(offered: row.next(), received: row.next())
            }
            return sums
        }
    }

    /// What the provisions of each school cost, for those schools at which the viewer sees it.
    func trustMapCosts(_ ask: MapQuestion, of schools: [SchoolID], for viewer: Viewer) throws -> [SchoolID: MapCost] {
        let question = AskedTrustMap(period: ask.period, kind: ask.kind, day: ask.day, parts: viewer.parts, family: viewer.family), told = schools.filter { viewer.may(.seeCosts, at: $0) }
        return try keptTrustCosts.answer(to: question, self) {
            let runs = try mapRuns(ask, mapCalendars(of: told, ask.period, on: ask.day), for: viewer), sheets = try costs(of: runs, today: ask.day)
            return runs.reduce(into: Dictionary(uniqueKeysWithValues: told.map { ($0, MapCost()) })) { sums, run in
                guard let sheet = sheets[run.run.id] else { return }
                sums[run.run.school, default: MapCost()] = sums[run.run.school, default: MapCost()] + MapCost(toDate: sheet.toDate.total, whole: sheet.whole.total)
            }
        }
    }

    private func countProvisions(_ ask: MapQuestion, _ calendars: [SchoolID: MapCalendar], _ viewer: Viewer, _ sums: inout [SchoolID: SchoolSum]) throws {
        let counted = SQL.joined(stretches(calendars) { calendar, schools in "SELECT r.school_id, COUNT(*) FROM provision_run r WHERE \(runs(ask, calendar, schools, viewer)) GROUP BY r.school_id" }, " UNION ALL ")
        try each(counted) { row in
            let school: SchoolID = try row.next()
            sums[school, default: SchoolSum()].provisions = try row.next()
        }
        let members = SQL.joined(stretches(calendars) { calendar, schools in
            """
            SELECT DISTINCT r.school_id, m.pupil_id FROM provision_run r JOIN provision_member m ON m.run_id = r.id JOIN enrolment e ON e.pupil_id = m.pupil_id AND e.school_id = r.school_id \
            WHERE \(runs(ask, calendar, schools, viewer)) AND m.starts <= \(calendar.spell.ends ?? ask.day) AND (m.ends IS NULL OR m.ends >= \(calendar.spell.starts)) \
            AND \(onRoll(calendar.spell.ends ?? ask.day, calendar.spell.starts))
            """
        }, " UNION ALL ")
        try each(members) { row in
            let school: SchoolID = try row.next()
            sums[school, default: SchoolSum()].pupils.insert(try row.next())
        }
        for (asked, pupils) in try audiences(of: audiences(ask, calendars, viewer), on: ask.day) { sums[asked.school, default: SchoolSum()].pupils.formUnion(pupils) }
    }

    /// The classes and schools that have something as a whole.
    private func audiences(_ ask: MapQuestion, _ calendars: [SchoolID: MapCalendar], _ viewer: Viewer) throws -> [MapAudience] {
        try rows(SQL.joined(stretches(calendars) { calendar, schools in
            """
            SELECT DISTINCT r.school_id, r.class_id FROM provision_run r WHERE r.kind = 'universal' AND \(runs(ask, calendar, schools, viewer)) \
            AND NOT EXISTS (SELECT 1 FROM provision_member m WHERE m.run_id = r.id)
            """
        }, " UNION ALL ")) { try MapAudience(school: $0.next(), schoolClass: $0.next()) }
    }

    /// True for a roll `e` that has days with the time `m` of somebody in a provision, between two days.
    private func onRoll(_ last: Day, _ first: Day) -> SQL {
        "e.starts <= \(last) AND (e.ends IS NULL OR e.ends >= \(first)) AND (m.ends IS NULL OR e.starts <= m.ends) AND (e.ends IS NULL OR e.ends >= m.starts)"
    }

    /// Minutes of a week's time, put together where provision, week, time in it and roll have the same days: school days are
    /// counted in Swift. Rolls are told as far as they cut the period, so that most are alike.
    func plannedInTrust(_ ask: MapQuestion, _ calendars: [SchoolID: MapCalendar], _ viewer: Viewer) -> SQL {
        SQL.joined(stretches(calendars) { calendar, schools in
            """
            SELECT r.school_id, t.weekday, r.starts, COALESCE(r.ended_on, r.planned_end), w.starts, w.ends, m.starts, m.ends, \
            CASE WHEN e.starts > \(calendar.spell.starts) THEN e.starts ELSE m.starts END, CASE WHEN e.ends < \(calendar.last) THEN e.ends ELSE m.ends END, SUM(t.minutes) \
            FROM provision_run r JOIN provision_pattern w ON w.run_id = r.id JOIN provision_time t ON t.pattern_id = w.id JOIN provision_member m ON m.run_id = r.id \
            JOIN enrolment e ON e.pupil_id = m.pupil_id AND e.school_id = r.school_id WHERE \(runs(ask, calendar, schools, viewer)) AND w.proof <> 'none' AND m.starts <= \(calendar.last) AND (m.ends IS NULL OR m.ends >= \(calendar.spell.starts)) \
            AND \(onRoll(calendar.last, calendar.spell.starts)) GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
            """
        }, " UNION ALL ")
    }

    private func addPlanned(_ row: inout Row, _ calendars: [SchoolID: MapCalendar], _ sums: inout [SchoolID: SchoolSum]) throws {
        let (school, weekday): (SchoolID, Int) = try (row.next(), row.next())
        let spells = try (0..<4).map { _ in try Spell(starts: row.next(), ends: row.next()) }, minutes: Int = try row.next()
        guard let calendar = calendars[school] else { return }
        let (from, to) = WholeProvision.shared(spells, to: calendar.last)
        sums[school, default: SchoolSum()].minutes.planned += minutes * calendar.days.count(weekday, from: from, to: to)
    }

    func deliveredInTrust(_ ask: MapQuestion, _ calendars: [SchoolID: MapCalendar], _ viewer: Viewer) -> SQL {
        SQL.joined(stretches(calendars) { calendar, schools in
            """
            SELECT r.school_id, s.pupil_id, SUM(s.offered), SUM(s.minutes) FROM provision_run r JOIN session_pupil s ON s.run_id = r.id \
            WHERE \(runs(ask, calendar, schools, viewer)) AND s.day >= \(calendar.spell.starts) AND s.day <= \(calendar.last) AND s.stands GROUP BY r.school_id, s.pupil_id
            """
        }, " UNION ALL ")
    }

    /// Schools with the same days are asked about together.
    private func stretches(_ calendars: [SchoolID: MapCalendar], _ part: (MapCalendar, [SchoolID]) -> SQL) -> [SQL] {
        Dictionary(grouping: calendars) { $0.value.spell }.sorted { ($0.key.starts, $0.key.ends ?? .distantFuture) < ($1.key.starts, $1.key.ends ?? .distantFuture) }
            .compactMap { _, schools in schools.first.map { part($0.value, schools.map(\.key).sorted()) } }
    }

    /// The same provisions as a school's own map shows.
    private func runs(_ ask: MapQuestion, _ calendar: MapCalendar, _ schools: [SchoolID], _ viewer: Viewer) -> SQL {
        let kind: SQL = ask.kind.map { "r.kind = \($0)" } ?? "1 = 1"
        return """
            r.school_id IN \(schools) AND r.starts <= \(calendar.spell.ends ?? ask.day) AND (r.ended_on IS NULL OR r.ended_on >= \(calendar.spell.starts)) \
            AND \(kind) AND \(viewer.seesProvision(on: ask.day))
            """
    }
}
