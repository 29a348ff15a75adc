import Access
import AreaKit
import Basics
import Pages

/// One plan, with those that it follows, as an open file for another school.
let exportPlanPath = PagePath<PlanID>("/plans/*/export")

let exportPlanRoutes: [Route] = [
    .read(exportPlanPath, .exportRegister) { visit, id in
        let viewer = visit.viewer, text = try await visit.write { try $0.exportPlanText(id, for: viewer) }
        return .download(.bytes(Array(text.utf8)), name: "plan-\(id).json", type: "application/json")
    },
]
