import Access
import AreaKit
import Database
import Pages
import Papers

/// Who outside the school helps pupils: how to refer to them, what was asked of them, and what they advised.
public struct AgenciesArea: Area {
    private let parts: [AgenciesPart]

    /// - Parameter papers: where papers lie; nil where nobody looks at pages.
    public init(papers: PaperStore? = nil) {
        parts = [registerPart, referralsPart, advicePart]
    }

    public let name = "Agencies"
    public let migrations = [
        Migration(501, "agencies", PackageResources._501_agencies_sql),
        Migration(502, "referrals", PackageResources._502_referrals_sql),
        Migration(503, "advice", PackageResources._503_advice_sql),
    ]

    public var routes: [Route] { parts.flatMap(\.routes) }
    public var apiRoutes: [APIRoute] { agenciesAPI }
    public func menu(for viewer: Viewer) -> [MenuEntry] { parts.flatMap { $0.menu(viewer) } }
    public var pageWords: [String: String] { parts.map(\.words).reduce(into: [:]) { $0.merge($1) { $1 } } }
    public var pupilSections: [PupilSection] { parts.flatMap(\.sections) }
    public var timelines: [Timeline] { parts.flatMap(\.timelines) }
    public var todayItems: [TodayItem] { parts.flatMap(\.today) }
    public var letterLines: [LetterLine] { parts.flatMap(\.letter) }
    public var searches: [SearchSource] { parts.flatMap(\.searches) }
    public var starts: [Start] { parts.flatMap(\.starts) }
    public var safetyRules: [SafetyRule] { parts.flatMap(\.safetyRules) }
    public var subjectSources: [SubjectSource] { parts.flatMap(\.sources) }
    public var chapters: [DemonstrationChapter] { [agenciesChapter] }
    public var freeTexts: [FreeTexts] { parts.flatMap(\.freeTexts) }
}
