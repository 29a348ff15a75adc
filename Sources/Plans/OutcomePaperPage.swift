import Access
import AreaKit
import Basics
import Database
import Pages
import Papers
import People

/// The paper that shows how an outcome went, for those of the staff who may read the plan.
let outcomePaperPath = PagePath<RowID>("/outcome-papers/*")

func outcomePaperRoutes(_ papers: PaperStore) -> [Route] {
    [
        .read(outcomePaperPath, .seePlans) { visit, row in
            let (pupil, paper) = try await visit.read { reader in
                guard let result = try reader.one(row, of: OutcomeReview.self), let id = result.paper else { throw NotFound() }
                let seen = try reader.plan(result.plan, for: visit.viewer, on: visit.today)
                guard seen.opensEvidence, let paper = try reader.standingPapers(of: seen.pupil).first(where: { $0.id == id }) else { throw NotFound() }
                return (seen.plan.pupil, paper)
            }
            return try handOut(paper, of: pupil, visit, papers)
        },
    ]
}

extension SeenPlan {
    /// Whoever works on the plan or sees the whole record opens what was named in it; families ask the school.
    var opensEvidence: Bool { powers.contains(.workOnPlans) || powers.contains(.seeRecord) }
}
