import Access
import AreaKit
import Basics
import Database
import Pages

/// What support did: outcomes first, then scores before and after, and what the school decides about it.
public struct ImpactArea: Area {
    public init() {}

    public let name = "Impact"
    public let migrations = [Migration(411, "impact", PackageResources._411_impact_sql)]

    public var routes: [Route] { impactRoutes + interventionImpactRoutes + decideImpactRoutes + judgeRunRoutes + testErrorRoutes + practiceRoutes + engagementRoutes }
    public var apiRoutes: [APIRoute] { impactAPI + practiceAPI }

    public func menu(for viewer: Viewer) -> [MenuEntry] {
        viewer.inStaffParts.may(.seeFigures) ? [MenuEntry("Impact", impactPath(), place: "impact", order: 26)] : []
    }

    public func figurePages(for viewer: Viewer) -> [MenuEntry] {
        viewer.may(.seeFigures) ? [MenuEntry("See the impact of interventions", impactPath(), place: "trust", order: 20)] : []
    }

    public var pupilSections: [PupilSection] { [practiceSection] }
    public var provisionSections: [PageSection<ProvisionID>] { [runImpactSection, judgeRunSection] }
    public var instrumentSections: [PageSection<InstrumentID>] { [testErrorSection] }
    public var safetyRules: [SafetyRule] { impactSafetyRules }
    public var chapters: [DemonstrationChapter] { [impactChapter] }
    public var subjectSources: [SubjectSource] { impactSubjectSources }
    public var freeTexts: [FreeTexts] { impactFreeTexts }
    public var pageWords: [String: String] {
        ["/impact/*": "The impact of an intervention", "/provisions/*/measure": "The form “Judge provision by a test”",
         "/pupils/*/practice": "Daily practices of a pupil", "/pupils/*/practice/*": "A daily practice", "/pupils/*/practice/start": "The form “Begin a daily practice”",
         "/pupils/*/practice/*/log": "The form “Write down a timing”", "/pupils/*/practice/*/phase": "The form “Mark a change in the practice”", "/pupils/*/practice/*/end": "The form “End the practice”",
         "/pupils/*/engagement": "Engagement of a pupil", "/pupils/*/engagement/write": "The form “Write what you saw”", "/api/v1/practice/*/timings": "For programs: a timing"]
    }
}
