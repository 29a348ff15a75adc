import Access
import Basics
import Database
import Pages

// Which pupils a viewer may see, as a condition on a query. Every lookup about pupils goes through here.

extension Viewer {
    /// True for an enrolment `e` that is in sight on a day, in a query that names it so.
    public func seesEnrolment(on day: Day) -> SQL {
        any(of: parts.map { part in unrestricted(part, staffOnly(part, part.sight.covers(on: day), pupil: "e.pupil_id"), pupil: "e.pupil_id") })
    }

    /// The same for numbers without names, where one's own child counts like any other.
    public func countsEnrolment(on day: Day) -> SQL { any(of: parts.map { $0.sight.covers(on: day) }) }

    /// True for a pupil `p` in sight. Those who keep a school's records see its leavers too, for the
    /// hand-over; everybody else's sight ends the day after a pupil leaves (domain 8.4).
    public func seesPupil(on day: Day) -> SQL { any(of: parts.map { sees(pupilIn: $0, on: day) }) }

    /// True for a pupil `p` whom one of the viewer's parts has in sight.
    private func sees(pupilIn part: Part, on day: Day) -> SQL {
        unrestricted(part, staffOnly(part, part.finds(on: day), pupil: "p.id"), pupil: "p.id")
    }

    /// One column for each part: 1 where it has the pupil in sight.
    func partsThatSee(_ pupil: PupilID, on day: Day) -> SQL {
        let sees: [SQL] = parts.map { "CASE WHEN \(self.sees(pupilIn: $0, on: day)) THEN 1 ELSE 0 END" }
        return "SELECT \(SQL.joined(sees, ", ")) FROM pupil p WHERE p.id = \(pupil)"
    }

    /// A record whose use is restricted (UK GDPR, Article 18) is there, and shown to nobody but the data protection officer
    /// and, to protect the child and others (Article 18(2)), the safeguarding lead.
    private func unrestricted(_ part: Part, _ condition: SQL, pupil: SQL) -> SQL {
        part.seesRestricted ? condition : "(\(condition) AND \(Self.isUsed(pupil: pupil)))"
    }

    /// True for a pupil whose record nobody has restricted: what an area shows beyond `seesPupil`, such as a group to whoever
    /// gives it, must ask this.
    public static func isUsed(pupil: SQL) -> SQL { "\(pupil) NOT IN (SELECT r.pupil_id FROM restriction r WHERE r.ends IS NULL)" }

    /// A part on the staff never shows the children of one's own family.
    private func staffOnly(_ part: Part, _ condition: SQL, pupil: SQL) -> SQL {
        part.role.isStaff && !family.isEmpty ? "(\(condition) AND \(pupil) NOT IN \(family))" : condition
    }

    private func any(of conditions: [SQL]) -> SQL {
        if conditions.count == 1 { return conditions[0] }
        return conditions.isEmpty ? "1 = 0" : "(\(SQL.joined(conditions, " OR ")))"
    }
}

extension Part {
    fileprivate var seesRestricted: Bool { permissions.contains(.protectData) || permissions.contains(.safeguard) }

    fileprivate func finds(on day: Day) -> SQL {
        switch sight {
        case .trust: return "1 = 1"
        case .pupils(let pupils): return "p.id IN \(pupils)"
        case .caseload(let account): return onCaseload(account, "p.id", day)
        default:
            let present: SQL = role.handsOver ? "1 = 1" : "e.starts <= \(day) AND (e.ends IS NULL OR e.ends >= \(day))"
            return "EXISTS (SELECT 1 FROM enrolment e WHERE e.pupil_id = p.id AND \(sight.covers(on: day)) AND \(present))"
        }
    }
}

extension Sight {
    /// True for an enrolment `e` within this sight.
    fileprivate func covers(on day: Day) -> SQL {
        switch self {
        case .trust: "1 = 1"
        case .schools(let schools): "e.school_id IN \(schools)"
        case .years(let years, let school): """
            (e.school_id = \(school) AND EXISTS (SELECT 1 FROM pupil_year y WHERE y.pupil_id = e.pupil_id AND y.school_id = e.school_id \
            AND y.academic_year = \(AcademicYear(containing: day).starting) AND y.year IN \(years.map(\.rawValue))))
            """
        case .classes(let classes, let school): """
            (e.school_id = \(school) AND EXISTS (SELECT 1 FROM class_member m WHERE m.pupil_id = e.pupil_id \
            AND m.class_id IN \(classes) AND \(runs("m", day))))
            """
        case .taught(let staff, let school): """
            (e.school_id = \(school) AND EXISTS (SELECT 1 FROM class_member m WHERE m.pupil_id = e.pupil_id AND \(runs("m", day)) \
            AND m.class_id IN (SELECT t.class_id FROM class_staff t WHERE t.staff_id = \(staff) UNION SELECT l.class_id FROM lesson l WHERE l.staff_id = \(staff))))
            """
        case .lookedAfter(let school): """
            (e.school_id = \(school) AND EXISTS (SELECT 1 FROM context_flag f WHERE f.pupil_id = e.pupil_id \
            AND f.flag IN \([ContextFlag.Kind.lookedAfter, .previouslyLookedAfter]) AND \(runs("f", day))))
            """
        case .caseload(let account): onCaseload(account, "e.pupil_id", day)
        case .pupils(let pupils): "e.pupil_id IN \(pupils)"
        }
    }
}

private func runs(_ table: SQL, _ day: Day) -> SQL { "\(table).starts <= \(day) AND (\(table).ends IS NULL OR \(table).ends >= \(day))" }

private func onCaseload(_ account: AccountID, _ pupil: SQL, _ day: Day) -> SQL {
    "EXISTS (SELECT 1 FROM caseload_member k WHERE k.account_id = \(account) AND k.pupil_id = \(pupil) AND \(runs("k", day)))"
}

extension Reader {
    /// The pupil, if this viewer may see them. That they were seen goes into the trail.
    /// - Throws: `NotFound` otherwise: what one may not see is not there.
    public func pupil(_ id: PupilID, for viewer: Viewer, on day: Day) throws -> Pupil {
        guard viewer.may(.seePupils), try finds(id, viewer, day), let pupil = try once(PupilRow(id: id), { try one(id, of: Pupil.self) }) else { throw NotFound() }
        viewer.witness.saw(id)
        return pupil
    }

    /// The pupil, for those who answer for the record and don't work with it: who looked, copies, disposal.
    /// - Throws: `NotFound` for everybody else.
    public func pupilOnFile(_ id: PupilID, for viewer: Viewer, on day: Day) throws -> Pupil {
        guard viewer.may(.protectData) || viewer.may(.seeTrail), try finds(id, viewer, day), let pupil = try one(id, of: Pupil.self) else { throw NotFound() }
        viewer.witness.saw(id)
        return pupil
    }

    /// What this viewer may do about one pupil: the permissions of those parts that have the pupil in sight.
    public func powers(of viewer: Viewer, over pupil: PupilID, on day: Day) throws -> Set<Permission> {
        let parts = try withoutFormerSchools(parts(of: viewer, over: pupil, on: day), of: pupil, on: day)
        return parts.dropFirst().reduce(into: parts.first?.permissions ?? []) { $0.formUnion($1.permissions) }
    }

    /// Those parts of a viewer that have one pupil in sight. Every section of a pupil's page asks, and is answered from
    /// one query.
    public func parts(of viewer: Viewer, over pupil: PupilID, on day: Day) throws -> [Part] {
        if viewer.parts.isEmpty { return [] }
        return try once(WhoSees(pupil: pupil, day: day, parts: viewer.parts, family: viewer.family)) {
            try first(viewer.partsThatSee(pupil, on: day)) { row in try viewer.parts.filter { _ in try row.next(Int.self) == 1 } } ?? []
        }
    }

    private func finds(_ pupil: PupilID, _ viewer: Viewer, _ day: Day) throws -> Bool { try !parts(of: viewer, over: pupil, on: day).isEmpty }

    /// What the rules of the register need of one pupil.
    public func registerRecord(_ id: PupilID, for viewer: Viewer, on day: Day) throws -> RegisterRecord {
        RegisterRecord(
            pupil: try pupil(id, for: viewer, on: day), provisions: try spells(ProvisionSpell.self, of: id),
            needs: try all(PupilNeed.self, "WHERE pupil_id = \(id) ORDER BY rank, id"), watches: try spells(WatchSpell.self, of: id))
    }

    /// What was true of a pupil from a day on, the first first: for the cards of a page and again for its history.
    /// Whoever asks has the pupil in sight.
    func spells<Part: Recorded>(_ part: Part.Type, of pupil: PupilID) throws -> [Part] {
        try once(SpellsOf(table: Part.table.name, pupil: pupil)) { try all(part, "WHERE pupil_id = \(pupil) ORDER BY starts, id") }
    }
}

private struct PupilRow: Hashable { let id: PupilID }
private struct SpellsOf: Hashable { let table: String, pupil: PupilID }

/// Which parts of a viewer have a pupil in sight, as a question that is asked again and again.
private struct WhoSees: Hashable {
    let pupil: PupilID, day: Day
    let parts: [Part], family: [PupilID]

    // Parts with all that they allow are long to mix; the same pupil is hardly ever asked about for many viewers.
    func hash(into hasher: inout Hasher) { hasher.combine(pupil) }
}
