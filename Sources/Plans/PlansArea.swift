import Access
import AreaKit
import Database
import Pages
import Papers
import People

/// What a pupil is helped to reach, how, and how it went: plans with their cycles and reviews.
public struct PlansArea: Area, TakesReports {
    private let papers: PaperStore?
    /// Who is supported by an adult of their own, from the areas that know.
    private let oneToOne: [OneToOneSource]

    /// - Parameters:
    ///   - papers: where papers lie; where there is no such place, no plan comes as a file.
    ///   - others: the areas of which it asks who has 1:1 support; where none tells, the words of the plans do.
    public init(papers: PaperStore? = nil, beside others: [any Area] = []) { (self.papers, oneToOne) = (papers, others.compactMap(\.oneToOne)) }

    public let name = "Plans"
    public let migrations = [
        Migration(321, "plans", PackageResources._321_plans_sql),
        Migration(331, "bank", PackageResources._331_bank_sql),
        Migration(341, "round", PackageResources._341_round_sql),
        Migration(351, "plan_kinds", PackageResources._351_plan_kinds_sql),
        Migration(352, "plan_export", PackageResources._352_plan_export_sql),
    ]

    public var routes: [Route] {
        [
            plansRoutes, planRoutes, startPlanRoutes(bringsFiles: papers != nil), writePlanRoutes, changeOutcome.routes(changeOutcomePath), removeOutcomeRoutes,
            sharePlan.routes(sharePlanPath), makeLive.routes(makeLivePath), answerPlan.routes(answerPlanPath), reviewPlan.routes(reviewPlanPath),
            amendPlan.routes(amendPlanPath), closePlan.routes(closePlanPath), readPlanRoutes, comparePlanRoutes, profileRoutes, planPDFRoutes,
            bankRoutes, wordingRoutes, roundRoutes(oneToOne), lookAtSupport.routes(lookAtSupportPath), bookedRoundsRoutes,
            planKindsRoutes, keepPlanKindRoutes, exportPlanRoutes, importPlansRoutes,
            papers.map { bringPlanRoutes($0) + planFileRoutes($0) + outcomePaperRoutes($0) } ?? [],
        ].flatMap { $0 }
    }

    public var apiRoutes: [APIRoute] { plansAPI + planExchangeAPI + bankAPI + roundsAPI }

    public func menu(for viewer: Viewer) -> [MenuEntry] {
        (viewer.inStaffParts.may(.seePlans) ? [MenuEntry("Plans", plansPath(), place: "plans", order: 22)] : []) + bankMenu(for: viewer)
    }

    /// Rows of plans that were kept elsewhere.
    public var reportTakers: [ReportKind: ReportTaker] { [.plans: PlanRowsImport.take] }

    public var pupilSections: [PupilSection] { [plansSection] }
    public var timelines: [Timeline] { [plansTimeline] }
    public var safetyRules: [SafetyRule] { plansSafetyRules(asking: oneToOne) }
    public var chapters: [DemonstrationChapter] { [plansChapter(asking: oneToOne)] }
    public var pageWords: [String: String] {
        ["/pupils/*/plans/start": "The form “Begin a plan”", "/pupils/*/plans/bring": "The form “Take in a plan as a file”", "/pupils/*/profile": "The one-page profile", "/plans": "The list of plans", "/plans/*": "A plan",
         "/plans/*/pdf": "A plan as PDF", "/pupils/*/profile/pdf": "The one-page profile as PDF",
         "/plans/*/compare/*": "Two plans side by side", "/plans/*/write": "The form “Write a plan”", "/plans/*/review": "The form “Review a plan”", "/plans/*/export": "A plan as a file",
         "/pupils/*/plans/import": "The form “Bring a plan from another school”", "/plan-imports/*": "Plans from another school, before they are saved",
         "/api/v1/pupils/*/plans/import": "For programs: plans from another school", "/api/v1/plans/*/export": "For programs: a plan as a file",
         "/plans/round": "The review round", "/plans/*/round": "A row of the review round", "/pupils/*/look": "The form “Look at what is done”"].merging(planActWords) { $1 }
    }
    public var todayItems: [TodayItem] { [plansToday, roundsToday] }
    public var evidence: [EvidenceSource] { [cyclesEvidence] }
    public var subjectSources: [SubjectSource] { plansSubjectSources }
    public var freeTexts: [FreeTexts] { plansFreeTexts }

    /// A plan is begun from what somebody saw, from a result or from a review, with a note of where it came from.
    public var starts: [Start] {
        [Start("Begin a plan", from: [.concern, .result, .review], needs: .workOnPlans) { pupil, origin, row in
            startPlanPath(pupil).asking(["origin": origin.rawValue, "row": "\(row)"])
        }]
    }
}
