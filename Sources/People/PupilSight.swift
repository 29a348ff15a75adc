import Access
import Basics
import Database
import Pages

// Which pupils a viewer may see, as a condition on a query. Every lookup about pupils goes through here.

extension Viewer {
    /// True for an enrolment `e` that is in sight on a day, in a query that names it so.
    func seesEnrolment(on day: Day) -> SQL {
        switch sight {
        case .trust: "1 = 1"
        case .schools(let schools): "e.school_id IN \(schools)"
        case .classes(let classes, let school): """
            e.school_id = \(school) AND EXISTS (SELECT 1 FROM class_member m WHERE m.pupil_id = e.pupil_id \
            AND m.class_id IN \(classes) AND m.starts <= \(day) AND (m.ends IS NULL OR m.ends >= \(day)))
            """
        }
    }

    /// True for a pupil `p` in sight. Those who keep a school's records see its leavers too, for the
    /// hand-over; everybody else's sight ends the day after a pupil leaves (domain 8.4).
    func seesPupil(on day: Day) -> SQL {
        if sight == .trust { return "1 = 1" }
        let present: SQL = handsOver ? "1 = 1" : "e.starts <= \(day) AND (e.ends IS NULL OR e.ends >= \(day))"
        return "EXISTS (SELECT 1 FROM enrolment e WHERE e.pupil_id = p.id AND \(seesEnrolment(on: day)) AND \(present))"
    }

    private var handsOver: Bool { role == .senco || role == .dataManager }
}

extension Reader {
    /// The pupil, if this viewer may see them.
    /// - Throws: `NotFound` otherwise: what one may not see is not there.
    public func pupil(_ id: PupilID, for viewer: Viewer, on day: Day) throws -> Pupil {
        let visible: Int? = try value("SELECT 1 FROM pupil p WHERE p.id = \(id) AND \(viewer.seesPupil(on: day))")
        guard viewer.may(.seePupils), visible != nil, let pupil = try one(id, of: Pupil.self) else { throw NotFound() }
        return pupil
    }

    /// What the rules of the register need of one pupil.
    public func registerRecord(_ id: PupilID, for viewer: Viewer, on day: Day) throws -> RegisterRecord {
        RegisterRecord(
            pupil: try pupil(id, for: viewer, on: day),
            provisions: try all(ProvisionSpell.self, "WHERE pupil_id = \(id) ORDER BY starts"),
            needs: try all(PupilNeed.self, "WHERE pupil_id = \(id) ORDER BY rank, id"),
            watches: try all(WatchSpell.self, "WHERE pupil_id = \(id) ORDER BY starts"))
    }
}
