import Basics
import Database

extension Reader {
    /// The pupils who on a day take part in a provision that is planned for one alone. What is there for everyone is not meant.
    public func pupilsOneToOne(on day: Day) throws -> Set<PupilID> {
        Set(try column("""
            SELECT DISTINCT m.pupil_id FROM provision_run r JOIN provision_pattern w ON w.run_id = r.id JOIN provision_member m ON m.run_id = r.id \
            WHERE r.kind <> 'universal' AND r.starts <= \(day) AND (r.ended_on IS NULL OR r.ended_on >= \(day)) AND (r.planned_end IS NULL OR r.planned_end >= \(day)) \
            AND w.planned_size = 1 AND w.starts <= \(day) AND (w.ends IS NULL OR w.ends >= \(day)) AND m.starts <= \(day) AND (m.ends IS NULL OR m.ends >= \(day))
            """, as: PupilID.self))
    }
}
