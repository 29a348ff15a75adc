import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Which concerns are asked for.
struct ConcernFilter: Sendable {
    enum State: String, CaseIterable, Sendable {
        case open, undecided, late, closed, all

        var label: String {
            switch self {
            case .open: "Open"
            case .undecided: "Not decided yet"
            case .late: "Late"
            case .closed: "Closed"
            case .all: "All"
            }
        }
    }

    var school: SchoolID?
    var state = State.open
    var page = 1

    static let size = 50
}

/// One line of a list of concerns.
struct ConcernLine: Sendable {
    let record: ConcernRecord
    let pupil: String
    let school: String
    /// How many colleagues were asked, and how many have answered.
    let asked: Int
    let answered: Int
}

extension Reader {
    /// A page of the concerns in sight: those who see the whole record find all, others their own.
    func concernLines(_ filter: ConcernFilter, for viewer: Viewer, on day: Day) throws -> [ConcernLine] {
        let order: SQL = filter.state == .closed || filter.state == .all ? "c.raised_on DESC, c.id DESC" : "COALESCE(d.look_again, c.decide_by), c.id"
        let found = try rows("""
            SELECT c.id, \(called), s.name, (SELECT COUNT(*) FROM colleague_return r JOIN colleague_question q ON q.id = r.question_id WHERE q.concern_id = c.id), \
            (SELECT COUNT(r.answered_on) FROM colleague_return r JOIN colleague_question q ON q.id = r.question_id WHERE q.concern_id = c.id) \
            \(source(filter, viewer, day)) ORDER BY \(order) LIMIT \(ConcernFilter.size) OFFSET \((filter.page - 1) * ConcernFilter.size)
            """) { try ($0.next(ConcernID.self), $0.next(String.self), $0.next(String.self), $0.next(Int.self), $0.next(Int.self)) }
        let records = try records(all(Concern.self, "WHERE id IN \(found.map(\.0))"))
        let byID = Dictionary(records.map { ($0.concern.id, $0) }) { $1 }
        viewer.witness.saw(records.map(\.concern.pupil))
        return found.compactMap { id, pupil, school, asked, answered in
            byID[id].map { ConcernLine(record: $0, pupil: pupil, school: school, asked: asked, answered: answered) }
        }
    }

    /// How many concerns in sight stand where, by one look at them.
    func concernCounts(at school: SchoolID? = nil, for viewer: Viewer, on day: Day) throws -> [ConcernFilter.State: Int] {
        let states = ConcernFilter.State.allCases, sums = states.map { "COUNT(CASE WHEN \($0.condition(day)) THEN 1 END)" as SQL }
        let counts = try rows("SELECT \(SQL.joined(sums, ", ")) \(source(ConcernFilter(school: school, state: .all), viewer, day))") { row in try states.map { _ in try row.next(Int.self) } }
        return Dictionary(uniqueKeysWithValues: zip(states, counts.first ?? []))
    }

    /// Every concern in sight, for files and programs, by number.
    func eachConcern(of school: SchoolID?, for viewer: Viewer, on day: Day, after: Int = 0, limit: Int = 10_000) throws -> [(record: ConcernRecord, upn: String, urn: String)] {
        let filter = ConcernFilter(school: school, state: .all)
        let found = try rows("""
            SELECT c.id, p.upn, s.urn \(source(filter, viewer, day)) AND c.id > \(after) ORDER BY c.id LIMIT \(limit)
            """) { try ($0.next(ConcernID.self), $0.next(String?.self), $0.next(String.self)) }
        let records = try records(all(Concern.self, "WHERE id IN \(found.map(\.0))"))
        let byID = Dictionary(records.map { ($0.concern.id, $0) }) { $1 }
        viewer.witness.saw(records.map(\.concern.pupil))
        return found.compactMap { id, upn, urn in byID[id].map { ($0, upn ?? "", urn) } }
    }

    private var called: SQL {
        """
        \(CalledName.whole)
        """
    }

    /// Concerns `c` with their latest decision `d`, by the school on whose roll the pupil is now: a concern moves with the pupil.
    private func source(_ filter: ConcernFilter, _ viewer: Viewer, _ day: Day) -> SQL {
        let record = viewer.doing(.seeRecord)
        let own: SQL = "(\(viewer.raised("c")) AND \(viewer.seesEnrolment(on: day)))"
        let school: SQL = filter.school.map { "e.school_id = \($0)" } ?? "1 = 1"
        // Of a few schools the pupils are found first, by the index of rolls; else every concern of the trust is looked at.
        let near: SQL = (filter.school.map { [$0] } ?? viewer.schools).map { "c.pupil_id IN (SELECT x.pupil_id FROM enrolment x WHERE x.school_id IN \($0))" } ?? "1 = 1"
        return """
            FROM concern c JOIN pupil p ON p.id = c.pupil_id \
            JOIN enrolment e ON e.id = (SELECT x.id FROM enrolment x WHERE x.pupil_id = c.pupil_id AND x.starts <= \(day) AND (x.ends IS NULL OR x.ends >= \(day)) \
            AND x.kind <> 'G' ORDER BY CASE x.kind WHEN 'S' THEN 1 ELSE 0 END, x.id LIMIT 1) \
            JOIN school s ON s.id = e.school_id LEFT JOIN concern_decision d ON d.id = (SELECT MAX(x.id) FROM concern_decision x WHERE x.concern_id = c.id) \
            WHERE \(near) AND \(school) AND \(filter.state.condition(day)) AND (\(record.seesEnrolment(on: day)) OR \(own))
            """
    }
}

extension ConcernFilter.State {
    fileprivate func condition(_ day: Day) -> SQL {
        let open: SQL = "(d.id IS NULL OR d.outcome IN \(ConcernOutcome.open))"
        switch self {
        case .open: return open
        case .undecided: return "d.id IS NULL"
        case .late: return "\(open) AND COALESCE(d.look_again, c.decide_by) < \(day)"
        case .closed: return "NOT \(open)"
        case .all: return "1 = 1"
        }
    }
}
