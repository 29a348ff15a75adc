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
            SELECT d.la_code, d.matter, d.matter_id, d.pupil_id, d.due_on, d.done_on FROM statutory_duty d JOIN statutory_event v ON v.id = d.event_id \
            WHERE d.owner = 'la' AND d.la_code <> '' AND d.due_is = 'by' AND d.dropped_because = '' AND d.is_estimated = \(false) AND (d.is_conditional = \(false) OR d.done_on IS NOT NULL) AND v.stated IN \(DateSource.allCases.filter(\.counts)) AND (d.done_stated IS NULL OR d.done_stated IN \(DateSource.allCases.filter(\.counts))) \
            AND d.due_on >= \(year.firstDay) AND d.due_on <= \(year.lastDay) AND \(DutyExemption.excuses) = 0
            """) { row in
            let council: String = try row.next(), matter = try "\(row.next(String.self)) \(row.next(Int.self))"
            return try CouncilFigures.Kept(council: council, matter: matter, pupil: row.next(), due: row.next(), done: row.next())
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

    /// What went to a council from these schools in the last month.
    func summaries(to council: String, from schools: [SchoolID], on day: Day) throws -> [CouncilSummary] {
        try all(CouncilSummary.self, "WHERE la_code = \(council) AND school_id IN \(schools) AND sent_on > \(day - 31) ORDER BY sent_on DESC, id DESC")
    }

    /// What went to a council from anywhere in the trust within a week of a day: an officer has one week, however many schools write.
    func summaries(to council: String, around day: Day) throws -> [CouncilSummary] {
        try all(CouncilSummary.self, "WHERE la_code = \(council) AND sent_on BETWEEN \(day - 6) AND \(day + 6) ORDER BY sent_on, id")
    }

    /// What each council owes for pupils of each school in sight, late or within two weeks: whom one may write to about whom.
    func councilsToAsk(for viewer: Viewer, on day: Day) throws -> [CouncilToAsk] {
        let lines = try unseenDuties(.next(14, from: day, owner: .la), for: viewer.keepingDuties, on: day).filter { $0.isToAsk }
        return Dictionary(grouping: lines, by: \.owed.matter.council).map { council, lines in
            let schools = Dictionary(grouping: lines, by: \.schoolID).compactMap { id, lines in lines.first.map { (id: id, name: $0.school, number: lines.count) } }
            return CouncilToAsk(council: council, schools: schools.sorted { ($0.name, $0.id.rawValue) < ($1.name, $1.id.rawValue) })
        }.sorted { $0.council < $1.council }
    }

    /// What a council owes for pupils of some schools: what is late, and what is due within two weeks.
    func summaryLines(of council: String, at schools: [School], for viewer: Viewer, on day: Day) throws -> [SummaryLine] {
        let filter = DutyFilter.next(14, from: day, school: schools.count == 1 ? schools[0].id : nil, owner: .la)
        let lines = try unseenDuties(filter, for: viewer.keepingDuties, on: day).filter { line in line.isToAsk && line.owed.matter.council == council && schools.contains { $0.id == line.schoolID } }
        viewer.witness.saw(lines.compactMap(\.owed.matter.pupil))
        let events = Dictionary(try all(LegalEvent.self, "WHERE id IN \(lines.map(\.owed.event))").map { ($0.id, $0) }) { $1 }
        return lines.compactMap { line in
            events[line.owed.event].map { SummaryLine(initials: line.initials, upn: line.upn, school: schools.count == 1 ? "" : line.school, at: line.schoolID, owed: line.owed, event: $0.event, happenedOn: $0.happenedOn, stated: $0.stated) }
        }
    }
}

/// One council and the schools in sight for whose pupils it owes something now.
struct CouncilToAsk: Sendable {
    let council: String
    let schools: [(id: SchoolID, name: String, number: Int)]
}

extension DutyLine {
    /// Whether a council can be asked for it.
    fileprivate var isToAsk: Bool { !owed.matter.council.isEmpty && !isExcused && owed.limit == .by }

    /// `S. W.`; empty where it is about no pupil.
    var initials: String { pupil.split(separator: " ").compactMap(\.first).map { "\($0)." }.joined(separator: " ") }
}
