import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Which episodes are asked for.
struct EarlyHelpFilter: Sendable {
    enum State: String, CaseIterable, Sendable {
        case open, late, undated, closed

        var label: String {
            switch self {
            case .open: "Open"
            case .late: "The meeting is late"
            case .undated: "No day for a meeting"
            case .closed: "Closed"
            }
        }

        /// - Returns: the condition on an episode `h`.
        func condition(on day: Day) -> SQL {
            switch self {
            case .open: "h.closed_on IS NULL"
            case .late: "h.closed_on IS NULL AND h.review_on < \(day)"
            case .undated: "h.closed_on IS NULL AND h.review_on IS NULL"
            case .closed: "h.closed_on IS NOT NULL"
            }
        }
    }

    var school: SchoolID?
    var state = State.open
    var page = 1

    static let size = 50
}

/// One line of a list of episodes.
struct EarlyHelpLine: Sendable {
    let episode: EarlyHelpEpisode
    let lead: String
    /// How much is still to be done by anybody.
    let actions: Int
    let pupil: String
    let upn: String
    let school: String
    let urn: String
}

extension Reader {
    /// A page of the episodes of pupils whose record is in sight: whose meeting is due first stands first.
    func earlyHelpLines(_ filter: EarlyHelpFilter, for viewer: Viewer, on day: Day) throws -> [EarlyHelpLine] {
        let order: SQL = filter.state == .closed ? "h.closed_on DESC, h.id DESC" : "COALESCE(h.review_on, h.started_on), h.id"
        return try earlyHelpLines("\(source(filter, viewer, day)) AND \(filter.state.condition(on: day)) ORDER BY \(order) LIMIT \(EarlyHelpFilter.size) OFFSET \((filter.page - 1) * EarlyHelpFilter.size)", viewer)
    }

    /// The same by number, behind one of them: for programs.
    func eachEarlyHelp(of school: SchoolID?, for viewer: Viewer, on day: Day, after: Int, limit: Int) throws -> [EarlyHelpLine] {
        try earlyHelpLines("\(source(EarlyHelpFilter(school: school), viewer, day)) AND h.id > \(after) ORDER BY h.id LIMIT \(limit)", viewer)
    }

    /// How many episodes in sight stand where.
    func earlyHelpCounts(at school: SchoolID? = nil, for viewer: Viewer, on day: Day) throws -> [EarlyHelpFilter.State: Int] {
        let states = EarlyHelpFilter.State.allCases
        let sums = SQL.joined(states.map { "COALESCE(SUM(CASE WHEN \($0.condition(on: day)) THEN 1 ELSE 0 END), 0)" }, ", ")
        return try first("SELECT \(sums) \(source(EarlyHelpFilter(school: school), viewer, day))") { row in
            try Dictionary(uniqueKeysWithValues: states.map { ($0, try row.next(Int.self)) })
        } ?? [:]
    }

    private func earlyHelpLines(_ rest: SQL, _ viewer: Viewer) throws -> [EarlyHelpLine] {
        let found = try rows("""
            SELECT h.id, (SELECT l.name FROM early_help_lead l WHERE l.episode_id = h.id AND l.ends IS NULL ORDER BY l.id DESC LIMIT 1), \
            (SELECT COUNT(*) FROM action a WHERE a.source = \(EarlyHelpEpisode.table.name) AND a.source_row = h.id AND a.ending IS NULL), \(CalledName.whole), p.upn, s.name, s.urn \(rest)
            """) {
            try ($0.next(EarlyHelpID.self), $0.next(String?.self), $0.next(Int.self), $0.next(String.self), $0.next(String?.self), $0.next(String.self), $0.next(String.self))
        }
        let byID = Dictionary(try all(EarlyHelpEpisode.self, "WHERE id IN \(found.map(\.0))").map { ($0.id, $0) }) { $1 }
        viewer.witness.saw(byID.values.map(\.pupil))
        return found.compactMap { id, lead, actions, pupil, upn, school, urn in
            byID[id].map { EarlyHelpLine(episode: $0, lead: lead ?? "", actions: actions, pupil: pupil, upn: upn ?? "", school: school, urn: urn) }
        }
    }

    /// Episodes `h`, by the school on whose roll the pupil is now: early help moves with the pupil.
    private func source(_ filter: EarlyHelpFilter, _ viewer: Viewer, _ day: Day) -> SQL {
        let sight = viewer.inStaffParts.doing(.seeRecord), school: SQL = filter.school.map { "e.school_id = \($0)" } ?? "1 = 1"
        let near: SQL = (filter.school.map { [$0] } ?? sight.schools).map { "h.pupil_id IN (SELECT x.pupil_id FROM enrolment x WHERE x.school_id IN \($0))" } ?? "1 = 1"
        return """
            FROM early_help h JOIN pupil p ON p.id = h.pupil_id \
            JOIN enrolment e ON e.id = (SELECT x.id FROM enrolment x WHERE x.pupil_id = h.pupil_id AND x.starts <= \(day) AND (x.ends IS NULL OR x.ends >= \(day)) \
            AND x.kind <> 'G' ORDER BY CASE x.kind WHEN 'S' THEN 1 ELSE 0 END, x.id LIMIT 1) JOIN school s ON s.id = e.school_id \
            WHERE \(near) AND \(school) AND \(sight.seesEnrolment(on: day))
            """
    }
}
