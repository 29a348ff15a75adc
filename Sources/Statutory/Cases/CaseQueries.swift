import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// A case with its steps, the first first.
struct HeldCase: Sendable {
    let held: AssessmentCase
    let steps: [CaseStep]

    var next: [CaseStepKind] { CaseStepKind.next(after: steps.map(\.kind)) }
}

extension Reader {
    /// The cases of a pupil whose whole record is in sight, the latest first.
    /// - Throws: `NotFound` where it is not.
    func cases(of pupil: PupilID, for viewer: Viewer, on day: Day) throws -> [AssessmentCase] {
        try requireRecord(of: pupil, for: viewer, on: day)
        return try once(CasesOf(pupil: pupil)) { try all(AssessmentCase.self, "WHERE pupil_id = \(pupil) ORDER BY begun_on DESC, id DESC") }
    }

    /// - Throws: `NotFound` where there is none that the viewer may read.
    func heldCase(_ row: RowID, of pupil: PupilID, for viewer: Viewer, on day: Day) throws -> HeldCase {
        guard let held = try cases(of: pupil, for: viewer, on: day).first(where: { $0.id == row }) else { throw NotFound() }
        return HeldCase(held: held, steps: try all(CaseStep.self, "WHERE case_id = \(row) ORDER BY id"))
    }

    func heldCase(_ ask: PupilQuestion) throws -> HeldCase {
        guard let row = ask.row else { throw NotFound() }
        return try heldCase(row, of: ask.pupil, for: ask.viewer, on: ask.today)
    }

    /// What a council’s form asks for; the list for every council where it has none of its own. What was answered stays, unless the same
    /// is asked in the list that stands now.
    func checklist(of council: String, asOf answered: Set<RowID> = []) throws -> [ChecklistAsk] {
        let all = try all(ChecklistAsk.self, "WHERE la_code IN \([council, ""]) ORDER BY position, id"), own = all.filter { $0.council == council && !council.isEmpty }
        let standing = own.contains { $0.endedOn == nil } ? own : all.filter(\.council.isEmpty)
        let open = standing.filter { $0.endedOn == nil }, asked = Set(open.map(\.words.folded))
        return open + all.filter { ask in answered.contains(ask.id) && !open.contains { $0.id == ask.id } && !asked.contains(ask.words.folded) }
    }

    func answers(in held: AssessmentCase) throws -> [RowID: ChecklistAnswer] {
        Dictionary(try all(ChecklistAnswer.self, "WHERE case_id = \(held.id)").map { ($0.ask, $0) }) { $1 }
    }

    /// What the asks of these rows say, so that an answer is found again where another list asks the same.
    func words(of asks: [RowID]) throws -> [RowID: String] {
        asks.isEmpty ? [:] : Dictionary(try all(ChecklistAsk.self, "WHERE id IN \(asks)").map { ($0.id, $0.words.folded) }) { $1 }
    }
}

private struct CasesOf: Hashable { let pupil: PupilID }

/// One line of a list of cases.
struct CaseLine: Sendable {
    let held: AssessmentCase
    let name: String
    let school: String
    /// What is owed next.
    let next: OwedDuty?
    /// Whether it is called late: not where its day is estimated, where it is owed only if something comes about, nor where an excuse stands beside it.
    let isLate: Bool

    static let size = 50, mostPages = 10_000
}

extension Reader {
    /// A part of the open cases, or of those that are over, of pupils on roll whose record is in sight: what is due soonest first, then
    /// what stands longest.
    func caseLines(at school: SchoolID?, over: Bool, page: Int = 1, for viewer: Viewer, on day: Day) throws -> [CaseLine] {
        let due: SQL = "SELECT MIN(d.due_on) FROM statutory_duty d WHERE d.matter = 'case' AND d.matter_id = c.id AND \(OwedDuty.waits(on: day))", standing: SQL = over ? "c.since DESC" : "c.since"
        let found = try rows("""
            SELECT c.id, \(calledName), s.name, (\(due)) AS due \(caseSource(school, viewer, day)) AND c.is_over = \(over) \
            ORDER BY CASE WHEN (\(due)) IS NULL THEN 1 ELSE 0 END, due, \(standing), c.id LIMIT \(CaseLine.size) OFFSET \((max(1, min(page, CaseLine.mostPages)) - 1) * CaseLine.size)
            """) { try ($0.next(RowID.self), $0.next(String.self), $0.next(String.self)) }
        let ids = found.map(\.0), cases = Dictionary(try all(AssessmentCase.self, "WHERE id IN \(ids)").map { ($0.id, $0) }) { $1 }
        let open = try all(OwedDuty.self, "WHERE matter = 'case' AND matter_id IN \(ids) AND done_on IS NULL AND dropped_because = '' ORDER BY due_on, id")
        let next = Dictionary(open.filter { $0.waits(on: day) }.map { ($0.matter.row, $0) }) { first, _ in first }, excused = try exemptions(of: Array(next.values))
        viewer.witness.saw(cases.values.map(\.pupil))
        return found.compactMap { id, name, school in cases[id].map { CaseLine(held: $0, name: name, school: school, next: next[id], isLate: next[id].map { $0.countsAsLate(on: day) && excused[$0.id] == nil } ?? false) } }
    }

    /// How many cases there are, open or over, or in one state.
    func countCases(at school: SchoolID?, over: Bool, in state: CaseStepKind? = nil, for viewer: Viewer, on day: Day) throws -> Int {
        let only: SQL = state.map { "c.state = \($0)" } ?? "1 = 1"
        return try value("SELECT COUNT(*) \(caseSource(school, viewer, day)) AND c.is_over = \(over) AND \(only)") ?? 0
    }

    private func caseSource(_ school: SchoolID?, _ viewer: Viewer, _ day: Day) -> SQL {
        let sight = viewer.inStaffParts.doing(.seeRecord), at: SQL = school.map { "e.school_id = \($0)" } ?? "1 = 1"
        return """
            FROM ehc_case c JOIN pupil p ON p.id = c.pupil_id \
            JOIN enrolment e ON e.id = (SELECT x.id FROM enrolment x WHERE x.pupil_id = c.pupil_id AND x.starts <= \(day) AND (x.ends IS NULL OR x.ends >= \(day)) \
            AND x.kind <> 'G' ORDER BY CASE x.kind WHEN 'S' THEN 1 ELSE 0 END, x.id LIMIT 1) JOIN school s ON s.id = e.school_id \
            WHERE \(at) AND \(sight.seesEnrolment(on: day))
            """
    }
}
