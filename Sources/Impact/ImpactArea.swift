import Access
import AreaKit
import Basics
import Database
import Pages

/// What support did: outcomes first, then scores before and after, and what the school decides about it.
public struct ImpactArea: Area {
    private let drops: DropsPart

    /// - Parameter colleagues: who could look a school's data drop through, as the area knows that keeps accounts.
    public init(colleagues: @escaping DropColleagues = { _, _, _ in [] }) { drops = DropsPart(colleagues: colleagues) }

    public let name = "Impact"
    public let migrations = [Migration(411, "impact", PackageResources._411_impact_sql)]

    public var routes: [Route] { impactRoutes + interventionImpactRoutes + decideImpactRoutes + judgeRunRoutes + testErrorRoutes + practiceRoutes + engagementRoutes + drops.routes }
    public var apiRoutes: [APIRoute] { impactAPI + practiceAPI + dropsAPI }

    public func menu(for viewer: Viewer) -> [MenuEntry] {
        viewer.inStaffParts.may(.seeFigures) ? [MenuEntry("Impact", impactPath(), place: "impact", order: 26)] : []
    }

    public func figurePages(for viewer: Viewer) -> [MenuEntry] {
        viewer.may(.seeFigures) ? [MenuEntry("See the impact of interventions", impactPath(), place: "trust", order: 20), MenuEntry("See the data drops of schools", dropsPath(), place: "trust", order: 21)] : []
    }

    public var pupilSections: [PupilSection] { [practiceSection] }
    public var provisionSections: [PageSection<ProvisionID>] { [runImpactSection, judgeRunSection] }
    public var instrumentSections: [PageSection<InstrumentID>] { [testErrorSection] }
    public var safetyRules: [SafetyRule] { impactSafetyRules }
    public var todayItems: [TodayItem] { [dropsToday] }
    public var chapters: [DemonstrationChapter] { [impactChapter, dropsChapter(drops.colleagues)] }
    public var subjectSources: [SubjectSource] { impactSubjectSources }
    public var freeTexts: [FreeTexts] { impactFreeTexts }
    public var pageWords: [String: String] {
        ["/impact/*": "The impact of an intervention", "/provisions/*/measure": "The form “Judge provision by a test”",
         "/pupils/*/practice": "Daily practices of a pupil", "/pupils/*/practice/*": "A daily practice", "/pupils/*/practice/start": "The form “Begin a daily practice”",
         "/pupils/*/practice/*/log": "The form “Write down a timing”", "/pupils/*/practice/*/phase": "The form “Mark a change in the practice”", "/pupils/*/practice/*/end": "The form “End the practice”",
         "/pupils/*/engagement": "Engagement of a pupil", "/pupils/*/engagement/write": "The form “Write what you saw”", "/api/v1/practice/*/timings": "For programs: a timing"].merging(DropsPart.words) { $1 }
    }
}
