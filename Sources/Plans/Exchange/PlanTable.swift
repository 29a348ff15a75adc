import Access
import Basics
import Database
import Files
import Foundation
import People

/// The plans of a school or of the trust as a table: one row for each outcome, one for a plan that has none. Its columns are
/// those that a file of plans is read in by, and some more.
public struct PlanTable: RecordTable {
    /// The columns, in their order for good.
    public static let columns = [
        "urn", "upn", "admission_number", "plan", "kind", "kind_name", "state", "cycle", "start", "review_date", "ends", "rhythm", "strategies", "provision", "family_answer",
        "outcome", "measure", "baseline", "target", "due", "owner", "area", "adult_life", "result", "evidence", "next_step", "reviewed_on", "decision",
    ]

    private let school: SchoolID?
    private let day: Day

    public init(school: SchoolID?, day: Day) { (self.school, self.day) = (school, day) }

    public func table(for viewer: Viewer, _ reader: Reader) throws -> (table: TextTable, records: Int) {
        let (lines, plans) = try lines(for: viewer, reader)
        return (TextTable("Plans", columns: Self.columns, lines: lines), plans)
    }

    private func lines(for viewer: Viewer, _ reader: Reader) throws -> (lines: [[String]], plans: Int) {
        var lines: [[String]] = [], number = 0
        for state in PlanState.allCases {
            var ask = PlansQuestion(day: day)
            (ask.school, ask.state) = (school, state)
            let plans = try reader.wholePlans(ask, for: viewer), names = try reader.numbersOfPupils(plans.map(\.plan))
            number += plans.count
            for whole in plans { lines += rows(of: whole, names[whole.plan.id] ?? ["", "", ""]) }
        }
        return (lines, number)
    }

    private func rows(of whole: WholePlan, _ numbers: [String]) -> [[String]] {
        let plan = whole.plan, days = [plan.starts, plan.reviewBy, plan.ends].map { $0?.description ?? "" }
        let head = numbers + ["\(plan.id)", plan.kind, Plan.nameOfKind(plan.kind, plan.kindName), plan.state.rawValue, "\(plan.cycle)"] + days
            + [plan.rhythm, whole.words(.strategies), whole.words(.provision), whole.answer?.kind.rawValue ?? ""]
        let decision = [whole.review?.decision.rawValue ?? ""]
        if whole.outcomes.isEmpty { return [head + Array(repeating: "", count: 12) + decision] }
        return whole.outcomes.map { head + Self.cells($0, whole.result(of: $0)) + decision }
    }

    private static func cells(_ outcome: Outcome, _ result: OutcomeReview?) -> [String] {
        [outcome.words, outcome.measure, outcome.baseline, outcome.target, outcome.due?.description ?? "", outcome.owner, outcome.area, outcome.adultLife?.rawValue ?? ""]
            + [result?.result.rawValue ?? "", result?.evidence ?? "", result?.nextStep ?? "", result?.reviewedOn.description ?? ""]
    }
}

extension Reader {
    /// URN of the school, UPN and admission number, for each plan.
    fileprivate func numbersOfPupils(_ plans: [Plan]) throws -> [PlanID: [String]] {
        Dictionary(try rows("""
            SELECT n.id, s.urn, p.upn, (SELECT e.admission_number FROM enrolment e WHERE e.pupil_id = n.pupil_id AND e.school_id = n.school_id ORDER BY e.starts DESC, e.id DESC LIMIT 1) \
            FROM plan n JOIN pupil p ON p.id = n.pupil_id JOIN school s ON s.id = n.school_id WHERE n.id IN \(plans.map(\.id))
            """) { try ($0.next(PlanID.self), [$0.next(String.self), $0.next(String?.self) ?? "", $0.next(String?.self) ?? ""]) }) { $1 }
    }
}
