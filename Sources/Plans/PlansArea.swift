import Access
import AreaKit
import Database
import Pages
import Papers

/// What a pupil is helped to reach, how, and how it went: plans with their cycles and reviews.
public struct PlansArea: Area {
    private let papers: PaperStore?

    /// - Parameter papers: where papers lie; where there is no such place, no plan comes as a file.
    public init(papers: PaperStore? = nil) { self.papers = papers }

    public let name = "Plans"
    public let migrations = [
        Migration(321, "plans", PackageResources._321_plans_sql),
        Migration(331, "bank", PackageResources._331_bank_sql),
    ]

    public var routes: [Route] {
        [
            plansRoutes, planRoutes, startPlanRoutes(bringsFiles: papers != nil), writePlanRoutes, changeOutcome.routes(changeOutcomePath), removeOutcomeRoutes,
            sharePlan.routes(sharePlanPath), makeLive.routes(makeLivePath), answerPlan.routes(answerPlanPath), reviewPlan.routes(reviewPlanPath),
            amendPlan.routes(amendPlanPath), closePlan.routes(closePlanPath), readPlanRoutes, comparePlanRoutes, profileRoutes,
            bankRoutes, wordingRoutes,
            papers.map { bringPlanRoutes($0) + planFileRoutes($0) + outcomePaperRoutes($0) } ?? [],
        ].flatMap { $0 }
    }

    public var apiRoutes: [APIRoute] { plansAPI + bankAPI }

    public func menu(for viewer: Viewer) -> [MenuEntry] {
        (viewer.inStaffParts.may(.seePlans) ? [MenuEntry("Plans", plansPath(), place: "plans", order: 22)] : []) + bankMenu(for: viewer)
    }

    public var pupilSections: [PupilSection] { [plansSection] }
    public var timelines: [Timeline] { [plansTimeline] }
    public var safetyRules: [SafetyRule] { plansSafetyRules }
    public var chapters: [DemonstrationChapter] { [plansChapter] }
    public var pageWords: [String: String] {
        ["/pupils/*/plans/start": "The form “Begin a plan”", "/pupils/*/plans/bring": "The form “Take in a plan as a file”", "/pupils/*/profile": "The one-page profile", "/plans": "The list of plans", "/plans/*": "A plan",
         "/plans/*/compare/*": "Two plans side by side", "/plans/*/write": "The form “Write a plan”", "/plans/*/review": "The form “Review a plan”"]
    }
    public var todayItems: [TodayItem] { [plansToday] }
    public var subjectSources: [SubjectSource] { plansSubjectSources }
    public var freeTexts: [FreeTexts] { plansFreeTexts }

    /// A plan is begun from what somebody saw, from a result or from a review, with a note of where it came from.
    public var starts: [Start] {
        [Start("Begin a plan", from: [.concern, .result, .review], needs: .workOnPlans) { pupil, origin, row in
            startPlanPath(pupil).asking(["origin": origin.rawValue, "row": "\(row)"])
        }]
    }
}
