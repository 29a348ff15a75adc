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

    /// What a council’s form asks for; the list for every council where it has none of its own.
    func checklist(of council: String, asOf answered: Set<RowID> = []) throws -> [ChecklistAsk] {
        let all = try all(ChecklistAsk.self, "WHERE la_code IN \([council, ""]) ORDER BY position, id"), own = all.filter { $0.council == council && !council.isEmpty }
        let standing = own.contains { $0.endedOn == nil } ? own : all.filter(\.council.isEmpty)
        return standing.filter { $0.endedOn == nil || answered.contains($0.id) }
    }

    func answers(in held: AssessmentCase) throws -> [RowID: ChecklistAnswer] {
        Dictionary(try all(ChecklistAnswer.self, "WHERE case_id = \(held.id)").map { ($0.ask, $0) }) { $1 }
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
}

extension Reader {
    /// The open cases, or those that are over, of pupils on roll whose record is in sight; what is due soonest first.
    func caseLines(at school: SchoolID?, over: Bool, for viewer: Viewer, on day: Day, limit: Int = 200) throws -> [CaseLine] {
        let sight = viewer.inStaffParts.doing(.seeRecord), at: SQL = school.map { "e.school_id = \($0)" } ?? "1 = 1"
        let found = try rows("""
            SELECT c.id, \(calledName), s.name FROM ehc_case c JOIN pupil p ON p.id = c.pupil_id \
            JOIN enrolment e ON e.id = (SELECT x.id FROM enrolment x WHERE x.pupil_id = c.pupil_id AND x.starts <= \(day) AND (x.ends IS NULL OR x.ends >= \(day)) \
            AND x.kind <> 'G' ORDER BY CASE x.kind WHEN 'S' THEN 1 ELSE 0 END, x.id LIMIT 1) JOIN school s ON s.id = e.school_id \
            WHERE c.is_over = \(over) AND \(at) AND \(sight.seesEnrolment(on: day)) ORDER BY c.since DESC, c.id LIMIT \(limit)
            """) { try ($0.next(RowID.self), $0.next(String.self), $0.next(String.self)) }
        let ids = found.map(\.0), cases = Dictionary(try all(AssessmentCase.self, "WHERE id IN \(ids)").map { ($0.id, $0) }) { $1 }
        let open = try all(OwedDuty.self, "WHERE matter = 'case' AND matter_id IN \(ids) AND done_on IS NULL AND dropped_because = '' ORDER BY due_on, id")
        let next = Dictionary(open.map { ($0.matter.row, $0) }) { first, _ in first }
        viewer.witness.saw(cases.values.map(\.pupil))
        let lines = found.compactMap { id, name, school in cases[id].map { CaseLine(held: $0, name: name, school: school, next: next[id]) } }
        return lines.sorted { ($0.next?.dueOn ?? .distantFuture, $0.held.id) < ($1.next?.dueOn ?? .distantFuture, $1.held.id) }
    }
}
