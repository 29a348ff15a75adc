import Access
import Basics
import Database
import Pages
import People

// Which provisions a viewer may see, and whose names in them. Every lookup of provisions goes through here.

/// A provision that a viewer has in sight.
public struct SeenProvision: Sendable {
    public let whole: WholeProvision
    public let intervention: Intervention
    /// The pupils in it whom the viewer may see, by number, those who left with them. Whoever is not here takes part
    /// without a name.
    public let pupils: [PupilID: SeenPupil]
    /// What the viewer may do about it.
    public let powers: Set<Permission>

    public var run: ProvisionRun { whole.run }
    /// The pupils in it for whom the viewer plans provision, by number.
    public let worked: Set<PupilID>
    /// Whether the viewer starts, changes and ends it.
    public var works: Bool { powers.contains(.workOnProvision) }
}

/// A pupil as a list of provision shows one.
public struct SeenPupil: Hashable, Sendable {
    public let id: PupilID
    public let name: String
    /// First name, for messages.
    public let called: String
    public let className: String
}

extension Viewer {
    /// True for a provision `r` in sight: of the schools one answers for, of a pupil one works with, or one that one gives.
    public func seesProvision(_ needed: Permission = .seeProvision, on day: Day) -> SQL {
        let conditions = parts.filter { $0.permissions.contains(needed) }.map { provisionSight(of: $0, on: day) }
        return conditions.isEmpty ? "1 = 0" : "(\(SQL.joined(conditions, " OR ")))"
    }

    fileprivate func provisionSight(of part: Part, on day: Day) -> SQL {
        switch part.sight {
        case .trust: return "1 = 1"
        case .schools(let schools): return "r.school_id IN \(schools)"
        default:
            let alone = Viewer(name: name, account: account, parts: [part], family: family)
            // In this order: the few members of a run lead to their enrolments, and not a school's whole roll to its members.
            let pupils: SQL = """
                EXISTS (SELECT 1 FROM provision_member v CROSS JOIN enrolment e WHERE v.run_id = r.id AND e.pupil_id = v.pupil_id AND e.school_id = r.school_id \
                AND e.starts <= \(day) AND (e.ends IS NULL OR e.ends >= \(day)) AND \(alone.seesEnrolment(on: day)))
                """
            let reached: SQL = "(\(pupils) OR \(alone.seesSomebodyInClass(on: day)))"
            guard let staff = part.staff ?? part.sight.staff else { return reached }
            return "(\(reached) OR \(gives(staff, since: alone.givesSince(day))) OR \(hasInClass(staff)))"
        }
    }

    private func gives(_ staff: StaffID, since day: Day) -> SQL {
        """
        EXISTS (SELECT 1 FROM provision_time t JOIN provision_pattern w ON w.id = t.pattern_id WHERE t.run_id = r.id AND (t.staff_id = \(staff) OR t.second_staff_id = \(staff)) \
        AND (w.ends IS NULL OR w.ends >= \(day)))
        """
    }

    /// What a whole class has is in sight of those who have a pupil of it in sight.
    /// - Parameter not: whether it asks for somebody out of sight instead.
    private func seesSomebodyInClass(not: Bool = false, on day: Day) -> SQL {
        let sees: SQL = not ? "NOT (\(seesEnrolment(on: day)))" : seesEnrolment(on: day)
        return """
        EXISTS (SELECT 1 FROM class_member w CROSS JOIN enrolment e WHERE w.class_id = r.class_id AND e.pupil_id = w.pupil_id AND e.school_id = r.school_id \
        AND w.starts <= \(day) AND (w.ends IS NULL OR w.ends >= \(day)) AND e.starts <= \(day) AND (e.ends IS NULL OR e.ends >= \(day)) AND \(sees))
        """
    }

    /// What a whole class or school has is changed by those who have all of it in sight, and by nobody with some of it.
    fileprivate func holdsAll(of part: Part, on day: Day) -> SQL {
        switch part.sight {
        case .trust, .schools: return "1 = 1"
        default:
            let alone = Viewer(name: name, account: account, parts: [part], family: family)
            return """
                (EXISTS (SELECT 1 FROM provision_member h WHERE h.run_id = r.id) OR (r.class_id IS NOT NULL AND \(alone.seesSomebodyInClass(on: day)) AND NOT \(alone.seesSomebodyInClass(not: true, on: day))))
                """
        }
    }

    /// What a whole class has is in sight of those who teach it.
    private func hasInClass(_ staff: StaffID) -> SQL {
        "EXISTS (SELECT 1 FROM class_staff k WHERE k.class_id = r.class_id AND k.staff_id = \(staff))"
    }
}

extension Viewer {
    /// Who this person is on the lists of staff, where they may see provision.
    var givers: [StaffID] { parts.filter { $0.permissions.contains(.seeProvision) }.compactMap { $0.staff ?? $0.sight.staff }.unique }

    /// Whoever gave a provision until this day still has it in sight: as long as they may log its sessions, or prove its weeks.
    func givesSince(_ day: Day) -> Day { day - max(daysBack, 7 * WeekQuestion.weeksBack) }

    /// What a provision `r` is called to this viewer. A group's own name may hold that of another child, so a family reads
    /// what it is.
    func provisionName(on day: Day) -> SQL {
        if parts.allSatisfy(\.role.isStaff) { return "r.name" }
        return "CASE WHEN \(inStaffParts.seesProvision(on: day)) THEN r.name ELSE (SELECT i.name FROM intervention i WHERE i.id = r.intervention_id) END"
    }
}

extension Sight {
    /// Whoever it is on the list of staff.
    fileprivate var staff: StaffID? { if case .taught(let staff, _) = self { staff } else { nil } }
}

extension Reader {
    /// One provision with all that belongs to it.
    /// - Parameter needed: what the viewer must be allowed to do about it, beyond seeing it.
    /// - Throws: `NotFound` where it is not in sight.
    public func provision(_ id: ProvisionID, for viewer: Viewer, who needed: Permission = .seeProvision, on day: Day) throws -> SeenProvision {
        let powers = try powers(of: viewer, over: id, on: day)
        guard powers.contains(.seeProvision), powers.contains(needed), let run = try one(id, of: ProvisionRun.self) else { throw NotFound() }
        guard let whole = try whole([run]).first, let intervention = try one(run.intervention, of: Intervention.self) else { throw NotFound() }
        let pupils = try seenPupils(in: [whole], for: viewer, on: day)
        viewer.witness.saw(Array(pupils.keys))
        let worked = powers.contains(.workOnProvision) ? Set(try seenPupils(in: [whole], for: viewer.doing(.workOnProvision), on: day).keys) : []
        return SeenProvision(whole: whole, intervention: intervention, pupils: pupils, powers: powers, worked: worked)
    }

    /// What a viewer may do about one provision: the permissions of those parts that have it in sight.
    func powers(of viewer: Viewer, over run: ProvisionID, on day: Day) throws -> Set<Permission> {
        if viewer.parts.isEmpty { return [] }
        let columns: [SQL] = viewer.parts.map { part in
            let holds: SQL = part.permissions.contains(.workOnProvision) ? viewer.holdsAll(of: part, on: day) : "1 = 1"
            return "CASE WHEN NOT (\(viewer.provisionSight(of: part, on: day))) THEN 0 WHEN \(holds) THEN 2 ELSE 1 END"
        }
        let found = try first("SELECT \(SQL.joined(columns, ", ")) FROM provision_run r WHERE r.id = \(run)") { row in
            try viewer.parts.map { ($0.permissions, try row.next(Int.self)) }
        }
        return (found ?? []).reduce(into: []) { powers, part in
            if part.1 > 0 { powers.formUnion(part.1 == 2 ? part.0 : part.0.subtracting([.workOnProvision])) }
        }
    }

    /// What belongs to provisions, with few queries for many of them, in the order given. Whoever calls this has made sure
    /// that they are in sight.
    public func whole(_ runs: [ProvisionRun]) throws -> [WholeProvision] {
        let ids = runs.map(\.id)
        let times = Dictionary(grouping: try all(KeptTime.self, "WHERE run_id IN \(ids) ORDER BY weekday, starts_at, id"), by: \.pattern)
        let patterns = Dictionary(grouping: try all(WeeklyPattern.self, "WHERE run_id IN \(ids) ORDER BY starts"), by: \.run)
        let members = Dictionary(grouping: try all(ProvisionMember.self, "WHERE run_id IN \(ids) ORDER BY starts, id"), by: \.run)
        let outcomes = Dictionary(grouping: try all(ProvisionOutcome.self, "WHERE run_id IN \(ids) ORDER BY id"), by: \.run)
        return runs.map { run in
            let weeks = (patterns[run.id] ?? []).map { week in
                var week = week
                week.times = (times[week.id] ?? []).map(\.time)
                return week
            }
            return WholeProvision(run: run, patterns: weeks, members: members[run.id] ?? [], outcomes: outcomes[run.id] ?? [])
        }
    }

    /// What provisions in sight are called to a viewer.
    func provisionNames(of runs: [ProvisionID], for viewer: Viewer, on day: Day) throws -> [ProvisionID: String] {
        Dictionary(try rows("SELECT r.id, \(viewer.provisionName(on: day)) FROM provision_run r WHERE r.id IN \(runs)") { try ($0.next(ProvisionID.self), $0.next(String.self)) }) { $1 }
    }

    /// The pupils of provisions whom a viewer may see, by number. Whoever gives a provision sees those who are in it meanwhile,
    /// but for the children of their own family.
    func seenPupils(in provisions: [WholeProvision], for viewer: Viewer, on day: Day) throws -> [PupilID: SeenPupil] {
        let all = Set(provisions.flatMap { $0.members.map(\.pupil) }), givers = viewer.givers, since = viewer.givesSince(day)
        let shown = Set(provisions.flatMap { $0.pupils(givenBy: givers, since: since) }).subtracting(viewer.family)
        return try seenPupils(all, and: shown, for: viewer, on: day)
    }

    /// Of these pupils those whom a viewer may see, by number.
    /// - Parameter shown: those who are shown whether or not the viewer has them in sight, while they are on a roll and their
    ///   records may be used.
    func seenPupils(_ all: Set<PupilID>, and shown: Set<PupilID> = [], for viewer: Viewer, on day: Day) throws -> [PupilID: SeenPupil] {
        if all.isEmpty { return [:] }
        let given: SQL = shown.isEmpty ? "1 = 0" : """
            (p.id IN \(shown.sorted()) AND \(Viewer.isUsed(pupil: "p.id")) \
            AND EXISTS (SELECT 1 FROM enrolment e WHERE e.pupil_id = p.id AND e.starts <= \(day) AND (e.ends IS NULL OR e.ends >= \(day))))
            """
        let found = try rows("""
            SELECT p.id, \(CalledName.given), \(CalledName.family), \
            (SELECT c.name FROM class_member m JOIN school_class c ON c.id = m.class_id WHERE m.pupil_id = p.id AND c.kind = 'class' \
            AND m.starts <= \(day) AND (m.ends IS NULL OR m.ends >= \(day)) ORDER BY m.starts DESC LIMIT 1) \
            FROM pupil p WHERE p.id IN \(all.sorted()) AND (\(viewer.doing(.seeProvision).seesPupil(on: day)) OR \(given))
            """) { row in
            let (id, first, last): (PupilID, String, String) = try (row.next(), row.next(), row.next())
            return SeenPupil(id: id, name: [first, last].filter { !$0.isEmpty }.joined(separator: " "), called: first.isEmpty ? last : first, className: try row.next(String?.self) ?? "")
        }
        return Dictionary(found.map { ($0.id, $0) }) { $1 }
    }

    /// Sessions as they were logged, each with its pupils' minutes.
    func sessionLogs(_ rest: SQL) throws -> [SessionLog] {
        let logs = try all(SessionLog.self, rest)
        if logs.isEmpty { return [] }
        let parts = Dictionary(grouping: try all(KeptSessionPupil.self, "WHERE session_id IN \(logs.map(\.id)) ORDER BY pupil_id"), by: \.session)
        return logs.map { log in
            var log = log
            log.pupils = (parts[log.id] ?? []).map(\.part)
            return log
        }
    }

    /// What a pupil is owed, with the provisions that meet it. Whoever calls this has the pupils in sight.
    public func owedLines(_ rest: SQL) throws -> [OwedLine] {
        let lines = try all(OwedLine.self, rest)
        if lines.isEmpty { return [] }
        let runs = Dictionary(grouping: try all(OwedLineRun.self, "WHERE line_id IN \(lines.map(\.id)) ORDER BY id"), by: \.line)
        return lines.map { line in
            var line = line
            line.runs = (runs[line.id] ?? []).map(\.run)
            return line
        }
    }

    /// The latest day of which something was ever logged of a provision: what was logged is not planned anew.
    func lastLogged(of run: ProvisionID) throws -> Day? { try value("SELECT MAX(day) FROM session WHERE run_id = \(run)", as: Day?.self) ?? nil }

    /// The latest day of which something stands logged: what was taken back holds up no end.
    func lastStanding(of run: ProvisionID) throws -> Day? { try value("SELECT MAX(day) FROM session WHERE run_id = \(run) AND superseded_on IS NULL", as: Day?.self) ?? nil }
}

extension WholeProvision {
    /// Whether one of these members of staff gives it, or gave it on a day or later.
    func isGiven(by staff: [StaffID], since day: Day) -> Bool { !weeks(givenBy: staff, since: day).isEmpty }

    /// Those who take part while one of these members of staff gives it.
    fileprivate func pupils(givenBy staff: [StaffID], since day: Day) -> [PupilID] {
        let weeks = weeks(givenBy: staff, since: day)
        return weeks.isEmpty ? [] : members.filter { member in weeks.contains { $0.spell.overlaps(member.spell) } }.map(\.pupil)
    }

    private func weeks(givenBy staff: [StaffID], since day: Day) -> [WeeklyPattern] {
        patterns.filter { week in
            (week.spell.ends ?? .distantFuture) >= day && week.times.contains { $0.adults.contains { adult in adult.staff.map(staff.contains) ?? false } }
        }
    }
}
