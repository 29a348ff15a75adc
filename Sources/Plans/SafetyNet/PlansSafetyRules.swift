import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// What plans must not miss. The order is the order of the page.
func plansSafetyRules(asking oneToOne: [OneToOneSource]) -> [SafetyRule] {
    [planMissing, planReviewLate, outcomeIncomplete, noProgress, planNotRead, notLookedAt(oneToOne)]
}

extension SafetyQuestion {
    /// Where this viewer goes on: the form for those who may, the plan for the others.
    func step(_ found: FoundPupil, _ needed: Permission, form: Address, page: Address) -> Address {
        viewer.may(needed, at: found.school) ? form : page
    }

    /// The plan for those who may read it, the pupil’s page for the others.
    func plan(_ found: FoundPupil, _ id: PlanID, at part: String? = nil) -> Address {
        step(found, .seePlans, form: part.map { planPath(id).at($0) } ?? planPath(id), page: pupilPath(found.pupil))
    }
}
