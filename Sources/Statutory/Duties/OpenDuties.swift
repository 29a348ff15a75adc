import Access
import Basics
import Database
import Pages
import People

/// An open duty with the school it is found at and, where it is about one, the pupil.
public struct DutyLine: Sendable {
    public let owed: OwedDuty
    /// Where the pupil is now; of what a school owes itself, that school.
    public let schoolID: SchoolID
    public let school: String
    public let urn: String
    /// As people call them; empty for what is about no pupil.
    public let pupil: String
    public let upn: String
    /// Whether an excuse stands beside it.
    public let isExcused: Bool
}

extension Viewer {
    /// The parts in which somebody answers for what the law asks of a school.
    var atDuties: Viewer { inStaffParts.doing(.seeSafetyNet) }
    /// Those of them in which somebody reads the record, too, and writes down what was done.
    var keepingDuties: Viewer { atDuties.doing(.seeRecord) }
}

extension DutyLine {
    /// Whether this viewer reads the record of whom it is about: only then a name and what the law says of it stand together.
    func names(for viewer: Viewer) -> Bool {
        let keeping = viewer.keepingDuties
        return keeping.may(.seeSafetyNet) && keeping.sees(schoolID)
    }
}

extension Reader {
    /// Open duties of the schools in sight, by their last day. Nothing is reckoned while listing.
    public func openDuties(_ filter: DutyFilter, for viewer: Viewer, on day: Day, limit: Int = 100_000, after skipped: Int = 0) throws -> [DutyLine] {
        let lines = try unseenDuties(filter, for: viewer, on: day, limit: limit, after: skipped)
        viewer.witness.saw(lines.compactMap(\.owed.matter.pupil))
        return lines
    }

    /// The same before it is known which of them are shown: whoever asks says that.
    func unseenDuties(_ filter: DutyFilter, for viewer: Viewer, on day: Day, limit: Int = 100_000, after skipped: Int = 0) throws -> [DutyLine] {
        try dutyLines(open(filter, on: day), at: filter.school, for: viewer.atDuties, on: day, limit: limit, after: skipped)
    }

    /// One duty, open or not.
    /// - Throws: `NotFound` where it is not in sight of somebody who answers for it and reads the record.
    func duty(_ row: RowID, toKeep viewer: Viewer, on day: Day) throws -> DutyLine {
        guard let line = try dutyLines("d.id = \(row)", at: nil, for: viewer.keepingDuties, on: day, limit: 1, after: 0).first else { throw NotFound() }
        viewer.witness.saw([line].compactMap(\.owed.matter.pupil))
        return line
    }

    private func dutyLines(_ which: SQL, at school: SchoolID?, for sight: Viewer, on day: Day, limit: Int, after skipped: Int) throws -> [DutyLine] {
        guard sight.may(.seeSafetyNet) else { return [] }
        return try rows("""
            SELECT \(OwedDuty.columns), s.id, s.name, s.urn, \(called), p.upn, \(DutyExemption.excuses) \(source(which, school, sight, day)) \
            ORDER BY d.due_on, s.sort_name, d.id LIMIT \(limit) OFFSET \(skipped)
            """) { row in
            let owed = try OwedDuty(&row), school: SchoolID = try row.next()
            return DutyLine(owed: owed, schoolID: school, school: try row.next(), urn: try row.next(), pupil: try row.next(String?.self) ?? "", upn: try row.next(String?.self) ?? "", isExcused: try row.next(Int.self) == 1)
        }
    }

    /// How many of them there are, and how many are late and neither estimated nor excused, by owner.
    func dutyCounts(_ filter: DutyFilter, for viewer: Viewer, on day: Day) throws -> [DutyCount] {
        let sight = viewer.atDuties
        guard sight.may(.seeSafetyNet) else { return [] }
        let late: SQL = "CASE WHEN d.due_on < \(day) AND d.due_is = 'by' AND d.is_estimated = \(false) AND d.is_conditional = \(false) AND \(DutyExemption.excuses) = 0 THEN 1 ELSE 0 END"
        return try rows("SELECT d.owner, COUNT(*), SUM(\(late)) \(source(open(filter, on: day), filter.school, sight, day)) GROUP BY d.owner ORDER BY d.owner") {
            DutyCount(owner: try $0.next(), open: try $0.next(), late: try $0.next())
        }
    }

    private var called: SQL {
        """
        \(CalledName.whole)
        """
    }

    /// True for an open duty `d` that is asked for.
    private func open(_ filter: DutyFilter, on day: Day) -> SQL {
        let from: SQL = filter.from.map { "d.due_on >= \($0)" } ?? "1 = 1", owner: SQL = filter.owner.map { "d.owner = \($0)" } ?? "1 = 1"
        return "\(OwedDuty.waits(on: day)) AND d.due_on <= \(filter.until) AND \(from) AND \(owner)"
    }

    /// Duties `d` with the school `s`: they move with a pupil `p`, but for what a school owes of itself and of those who left it.
    private func source(_ which: SQL, _ school: SchoolID?, _ sight: Viewer, _ day: Day) -> SQL {
        let stays: SQL = "(d.pupil_id IS NULL OR d.rule = 'SD-17')", asked: SQL = school.map { "s.id = \($0)" } ?? "1 = 1"
        return """
            FROM statutory_duty d LEFT JOIN pupil p ON p.id = d.pupil_id \
            LEFT JOIN enrolment e ON e.id = (SELECT x.id FROM enrolment x WHERE x.pupil_id = d.pupil_id AND x.starts <= \(day) AND (x.ends IS NULL OR x.ends >= \(day)) \
            AND x.kind <> 'G' ORDER BY CASE x.kind WHEN 'S' THEN 1 ELSE 0 END, x.id LIMIT 1) \
            JOIN school s ON s.id = CASE WHEN \(stays) THEN d.school_id ELSE e.school_id END \
            WHERE \(which) AND \(asked) \
            AND ((\(stays) AND \(sight.sees(school: "d.school_id")) AND (d.pupil_id IS NULL OR \(sight.seesPupil(on: day)))) OR (NOT \(stays) AND \(sight.seesEnrolment(on: day))))
            """
    }
}

/// How many duties one owner has open, and how many of them count as late.
struct DutyCount: Sendable, Hashable {
    let owner: DutyOwner
    let open: Int
    let late: Int
}

extension OwedDuty {
    /// True for a duty `d` on which somebody waits. A family’s right whose time is over is none.
    static func waits(on day: Day) -> SQL { "d.done_on IS NULL AND d.dropped_because = '' AND (d.owner <> 'family' OR d.due_on >= \(day))" }

    /// Its columns where the table is called `d`.
    static let columns: SQL = """
        d.id, d.version, d.pupil_id, d.school_id, d.la_code, d.matter, d.matter_id, d.event_id, d.rule, d.edition, d.what, d.owner, d.opens_on, d.due_on, d.due_is, d.basis, d.force, \
        d.citation, d.mark, d.note, d.is_estimated, d.is_conditional, d.done_on, d.done_stated, d.done_words, d.done_paper_id, d.dropped_because
        """
}

extension DutyExemption {
    /// 1 where an excuse stands beside the duty `d`.
    static let excuses: SQL = "CASE WHEN EXISTS (SELECT 1 FROM duty_exemption k WHERE k.duty_id = d.id AND k.ended_on IS NULL) THEN 1 ELSE 0 END"
}
