import Access
import Basics
import Database
import Pages
import People

extension Reader {
    /// How each council kept its days over the whole trust in a school year: numbers, in which every child counts and none is named.
    /// Only what the council said or we saw counts, and nothing that an excuse stands beside.
    func councilFigures(in year: AcademicYear, on today: Day) throws -> [CouncilFigures] {
        let kept = try rows("""
            SELECT d.la_code, d.matter, d.matter_id, d.due_on, d.done_on FROM statutory_duty d JOIN statutory_event v ON v.id = d.event_id \
            WHERE d.owner = 'la' AND d.la_code <> '' AND d.due_is = 'by' AND d.dropped_because = '' AND d.is_estimated = \(false) AND v.stated IN \(DateSource.allCases.filter(\.counts)) \
            AND d.due_on >= \(year.firstDay) AND d.due_on <= \(year.lastDay) AND \(DutyExemption.excuses) = 0
            """) { row in
            let council: String = try row.next(), matter = try "\(row.next(String.self)) \(row.next(Int.self))"
            return try CouncilFigures.Kept(council: council, matter: matter, due: row.next(), done: row.next())
        }
        return CouncilFigures.all(kept, on: today)
    }

    /// Who agrees, and has not taken it back.
    func agreements(in year: AcademicYear) throws -> [FiguresAgreement] {
        try all(FiguresAgreement.self, "WHERE academic_year = \(year.starting) AND ended_on IS NULL ORDER BY id")
    }

    /// The names of councils by their codes, as the trust's schools have them.
    func councilNames() throws -> [String: String] {
        Dictionary(try rows("SELECT DISTINCT la_code, la_name FROM school") { try ($0.next(String.self), $0.next(String.self)) }) { first, _ in first }
    }

    /// What went to a council from a school in the last month.
    func summaries(to council: String, from school: SchoolID, on day: Day) throws -> [CouncilSummary] {
        try all(CouncilSummary.self, "WHERE la_code = \(council) AND school_id = \(school) AND sent_on > \(day - 31) ORDER BY sent_on DESC, id DESC")
    }

    /// What a council owes for pupils of one school: what is late, and what is due within two weeks.
    func summaryLines(of council: String, at school: SchoolID, for viewer: Viewer, on day: Day) throws -> [SummaryLine] {
        let lines = try openDuties(.next(14, from: day, school: school, owner: .la), for: viewer.keepingDuties, on: day).filter { $0.owed.matter.council == council && !$0.isExcused && $0.owed.limit == .by }
        let events = Dictionary(try all(LegalEvent.self, "WHERE id IN \(lines.map(\.owed.event))").map { ($0.id, $0) }) { $1 }
        return lines.compactMap { line in
            events[line.owed.event].map { SummaryLine(initials: line.initials, upn: line.upn, owed: line.owed, event: $0.event, happenedOn: $0.happenedOn, stated: $0.stated) }
        }
    }
}

extension DutyLine {
    /// `S. W.`; empty where it is about no pupil.
    var initials: String { pupil.split(separator: " ").compactMap(\.first).map { "\($0)." }.joined(separator: " ") }
}
