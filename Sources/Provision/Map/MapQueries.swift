import Access
import Basics
import Database
import People

// What the map shows, with as many queries for a large school as for a small one.

extension Reader {
    /// The provisions of schools in sight that run in the period, with everybody's minutes.
    /// - Parameter schools: whose provisions; the viewer's own, among those that are in sight.
    func provisionMap(_ ask: MapQuestion, of schools: [SchoolID], for viewer: Viewer) throws -> MapSheet {
        let calendars = try mapCalendars(of: schools, ask.period, on: ask.day), spells = calendars.mapValues(\.spell)
        let runs = try mapRuns(ask, calendars, for: viewer), delivered = try delivered(runs.map(\.run), calendars)
        let interventions = Dictionary(try all(Intervention.self, "WHERE id IN \(runs.map(\.run.intervention).unique)").map { ($0.id, $0) }) { $1 }
        // A guest who is in no list of members takes part without a name.
        let seen = try seenPupils(in: runs, for: viewer, on: ask.day), chosen = try chosenPupils(ask, for: viewer)
        let rolls = try rolls(of: runs.flatMap { $0.members.map(\.pupil) }), audiences = ask.choosesPupils ? [:] : try audiences(of: runs.compactMap(\.audience), on: ask.day)
        return MapSheet(runs: runs.compactMap { whole in
            guard let intervention = interventions[whole.run.intervention], let calendar = calendars[whole.run.school] else { return nil }
            let places = whole.places(calendar, rolls, delivered[whole.run.id] ?? [:]).filter { ask.shows($0.pupil, seen, chosen) }
            if places.isEmpty, ask.choosesPupils { return nil }
            let named = places.map(\.pupil).unique.compactMap { seen[$0] }.sorted { ($0.name.folded, $0.id) < ($1.name.folded, $1.id) }
            return MapRun(whole: whole, intervention: intervention, places: places, named: named, everyone: whole.audience.flatMap { audiences[$0] } ?? [])
        }, spells: spells)
    }

    /// Provisions that run in the period, and those past their end that nobody has ended, by name.
    func mapRuns(_ ask: MapQuestion, _ calendars: [SchoolID: MapCalendar], for viewer: Viewer) throws -> [WholeProvision] {
        let ids = try column(mapRunNumbers(ask, calendars, for: viewer), as: ProvisionID.self)
        let runs = try all(ProvisionRun.self, "WHERE id IN \(ids) ORDER BY name, id").filter { run in
            calendars[run.school].map { $0.spell.overlaps(Spell(starts: run.starts, ends: run.endedOn)) } ?? false
        }
        return try whole(runs)
    }

    func mapRunNumbers(_ ask: MapQuestion, _ calendars: [SchoolID: MapCalendar], for viewer: Viewer) -> SQL {
        let first = calendars.values.map(\.spell.starts).min() ?? ask.day, last = calendars.values.compactMap(\.spell.ends).max() ?? ask.day
        let kind: SQL = ask.kind.map { "r.kind = \($0)" } ?? "1 = 1"
        return """
            SELECT r.id FROM provision_run r WHERE r.school_id IN \(calendars.keys.sorted()) AND r.starts <= \(last) AND (r.ended_on IS NULL OR r.ended_on >= \(first)) \
            AND \(kind) AND \(viewer.seesProvision(on: ask.day))
            """
    }

    /// What was offered to each pupil in each provision, and what the pupil was there for.
    private func delivered(_ runs: [ProvisionRun], _ calendars: [SchoolID: MapCalendar]) throws -> [ProvisionID: [PupilID: MapMinutes]] {
        if runs.isEmpty { return [:] }
        var sums: [ProvisionID: [PupilID: MapMinutes]] = [:]
        try each(deliveredMinutes(runs, calendars)) { row in
            let (run, pupil): (ProvisionID, PupilID) = try (row.next(), row.next())
            sums[run, default: [:]][pupil] = try MapMinutes(offered: row.next(), received: row.next())
        }
        return sums
    }

    /// Schools with the same days share a part of the question.
    func deliveredMinutes(_ runs: [ProvisionRun], _ calendars: [SchoolID: MapCalendar]) -> SQL {
        let bySpell = Dictionary(grouping: runs) { run in calendars[run.school].map { Spell(starts: $0.spell.starts, ends: $0.last) } ?? Spell(starts: .distantFuture) }
        let parts: [SQL] = bySpell.sorted { $0.key.starts < $1.key.starts }.map { spell, runs in
            """
            SELECT run_id, pupil_id, SUM(offered), SUM(minutes) FROM session_pupil WHERE run_id IN \(runs.map(\.id)) AND day >= \(spell.starts) AND day <= \(spell.ends ?? spell.starts) \
            AND stands GROUP BY run_id, pupil_id
            """
        }
        return SQL.joined(parts, " UNION ALL ")
    }

    /// The pupils of the class, year or need that is asked for; nil where none is.
    private func chosenPupils(_ ask: MapQuestion, for viewer: Viewer) throws -> Set<PupilID>? {
        var list: [SQL] = []
        if let schoolClass = ask.schoolClass { list.append("EXISTS (SELECT 1 FROM class_member m WHERE m.class_id = \(schoolClass) AND m.pupil_id = e.pupil_id AND \(open("m", ask.day)))") }
        if !ask.year.isEmpty {
            list.append("EXISTS (SELECT 1 FROM pupil_year y WHERE y.pupil_id = e.pupil_id AND y.school_id = e.school_id AND y.academic_year = \(AcademicYear(containing: ask.day).starting) AND y.year = \(ask.year))")
        }
        if !ask.need.isEmpty { list.append("EXISTS (SELECT 1 FROM pupil_need n WHERE n.pupil_id = e.pupil_id AND n.need = \(ask.need) AND \(open("n", ask.day)))") }
        if list.isEmpty { return nil }
        let school: SQL = ask.school.map { "e.school_id = \($0)" } ?? "1 = 1"
        return Set(try column("SELECT e.pupil_id FROM enrolment e WHERE \(open("e", ask.day)) AND \(school) AND \(viewer.doing(.seeProvision).seesEnrolment(on: ask.day)) AND \(SQL.joined(list, " AND "))", as: PupilID.self))
    }

    /// When the plans of pupils are looked at next, as far as the viewer reads plans.
    func nextReviews(of pupils: [PupilID], for viewer: Viewer, on day: Day) throws -> [PupilID: Day] {
        if pupils.isEmpty || !viewer.may(.seePlans) { return [:] }
        return Dictionary(try rows("""
            SELECT n.pupil_id, MIN(n.review_by) FROM plan n JOIN pupil p ON p.id = n.pupil_id WHERE n.pupil_id IN \(pupils) AND n.state = 'live' AND n.review_by IS NOT NULL \
            AND \(viewer.doing(.seePlans).seesPupil(on: day)) GROUP BY n.pupil_id
            """) { try ($0.next(PupilID.self), $0.next(Day.self)) }) { $1 }
    }
}

extension MapQuestion {
    /// Whether a place belongs to what is asked for. Of those without a name nothing is told by choosing.
    fileprivate func shows(_ pupil: PupilID, _ seen: [PupilID: SeenPupil], _ chosen: Set<PupilID>?) -> Bool {
        if !choosesPupils { return true }
        guard let seen = seen[pupil], chosen?.contains(pupil) ?? true else { return false }
        return name.isEmpty || seen.name.folded.contains(name.folded)
    }
}

extension WholeProvision {
    /// The place of each pupil who takes part in the period, by their numbers; of guests, too, who were in a session.
    fileprivate func places(_ calendar: MapCalendar, _ rolls: Rolls, _ delivered: [PupilID: MapMinutes]) -> [MapPlace] {
        let times = Dictionary(grouping: members.filter { $0.spell.overlaps(calendar.spell) }, by: \.pupil).mapValues { $0.flatMap { rolls.spells(of: $0, at: run.school, in: calendar.spell) } }
        return Set(times.filter { !$0.value.isEmpty }.keys).union(delivered.keys).sorted().map { pupil in
            var minutes = delivered[pupil] ?? MapMinutes()
            minutes.planned = (times[pupil] ?? []).map { plannedMinutes(in: $0, to: calendar.last, calendar.days) }.reduce(0, +)
            return MapPlace(school: run.school, run: run.id, pupil: pupil, minutes: minutes)
        }
    }
}

extension Rolls {
    /// The days of somebody’s time in a provision on which they were on the school’s roll: what is planned ends with leaving.
    fileprivate func spells(of member: ProvisionMember, at school: SchoolID, in period: Spell) -> [Spell] {
        spells(of: member.pupil, at: school).filter { $0.overlaps(member.spell) && $0.overlaps(period) }.map { roll in
            Spell(starts: max(roll.starts, member.spell.starts), ends: [roll.ends, member.spell.ends].compactMap(\.self).min())
        }
    }
}
