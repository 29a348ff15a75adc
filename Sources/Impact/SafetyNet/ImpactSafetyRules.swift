import Access
import AreaKit
import Basics
import Database
import Measures
import Pages
import People
import Provision

/// What of impact must not be missed. The order is the order of the page.
let impactSafetyRules: [SafetyRule] = [startedWithoutBaseline, endedWithoutExit, noEffectThreeTimes, impactUndecided, dropNotSigned]

extension Reader {
    /// A day so many days from one that stands in a column.
    func day(_ column: SQL, plus days: Int) -> SQL {
        dialect == .sqlite ? "date(\(column), \("\(days) days"))" : "(\(column) + CAST(\(days) AS integer))"
    }
}

/// A pupil `m` in a run `r` of an intervention `i`, with the scale by which it is judged, where somebody chose one.
let measuredMembers: SQL = "provision_member m JOIN provision_run r ON r.id = m.run_id JOIN intervention i ON i.id = r.intervention_id LEFT JOIN run_measure q ON q.run_id = r.id"

/// True for one that is to be measured, at the school on whose roll the pupil is.
let isMeasured: SQL = "r.school_id = e.school_id AND r.kind <> 'universal' AND COALESCE(q.instrument_id, i.entry_instrument_id) IS NOT NULL"

/// True where a result `t` is one by which the run is judged. The plus keeps the planner from reading all pupils' results of
/// a test: one pupil has few results.
let judges: SQL = "t.pupil_id = m.pupil_id AND +t.instrument_id = COALESCE(q.instrument_id, i.entry_instrument_id) AND (q.scale IS NULL OR t.scale = q.scale) AND t.withdrawn_on IS NULL"

/// True where nobody named a result for the moment.
func nobodyNamed(_ moment: ChosenResult.Moment) -> SQL {
    "NOT EXISTS (SELECT 1 FROM chosen_result h WHERE h.run_id = r.id AND h.pupil_id = m.pupil_id AND h.moment = \(moment))"
}

extension SafetyQuestion {
    /// Where results are entered for those who may, else the pupil's page.
    func enter(_ found: FoundPupil, _ test: InstrumentID) -> Address {
        viewer.may(.enterResults, at: found.school) ? addResultPath(found.pupil).asking(["test": "\(test)"]) : pupilPath(found.pupil)
    }

    /// True for a row of a school in question.
    func asks(about school: SQL) -> SQL {
        let asked: SQL = self.school.map { "\(school) = \($0)" } ?? "1 = 1"
        return "\(asked) AND \(viewer.sees(school: school))"
    }
}

extension [Finding] {
    /// One for each pupil at a school: that of the longest standing.
    var oncePerPupil: [Finding] {
        var places: [String: Int] = [:], kept: [Finding] = []
        for finding in self {
            let key = "\(finding.school)-\(finding.pupil?.rawValue ?? 0)"
            guard let place = places[key] else {
                places[key] = kept.count
                kept.append(finding)
                continue
            }
            if finding.since ?? .distantFuture < kept[place].since ?? .distantFuture { kept[place] = finding }
        }
        return kept
    }
}
