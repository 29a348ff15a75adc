import Access
import AreaKit
import Database
import Pages

/// What is done for pupils beyond teaching for everyone: what there is, who gets it, whether it was given, and what it costs.
public struct ProvisionArea: Area {
    private let parts: [ProvisionPart]

    /// - Parameters:
    ///   - effects: what came of provisions, from the area that judges it; nothing where it is left out.
    ///   - beside: the areas that show something on the page of a provision.
    public init(effects: @escaping ProvisionEffects = { _, _, _, _ in [:] }, beside others: [any Area] = []) {
        parts = [mapPart(effects), runningPart(others.flatMap(\.provisionSections)), cataloguePart, sessionsPart, deliveryPart, costsPart, safetyNetPart]
    }

    public let name = "Provision"
    public let migrations = [Migration(401, "provision", PackageResources._401_provision_sql)]

    public var routes: [Route] { parts.flatMap(\.routes) }
    public var apiRoutes: [APIRoute] { parts.flatMap(\.apiRoutes) }
    public func menu(for viewer: Viewer) -> [MenuEntry] { parts.flatMap { $0.menu(viewer) } }
    public func figurePages(for viewer: Viewer) -> [MenuEntry] { parts.flatMap { $0.figures(viewer) } }
    public var pageWords: [String: String] { parts.map(\.words).reduce(into: [:]) { $0.merge($1) { $1 } } }
    public var pupilSections: [PupilSection] { parts.flatMap(\.sections) }
    public var timelines: [Timeline] { parts.flatMap(\.timelines) }
    public var todayItems: [TodayItem] { parts.flatMap(\.today) }
    public var searches: [SearchSource] { parts.flatMap(\.searches) }
    public var starts: [Start] { parts.flatMap(\.starts) }
    public var safetyRules: [SafetyRule] { parts.flatMap(\.safetyRules) }
    public var subjectSources: [SubjectSource] { provisionSubjectSources }
    public var chapters: [DemonstrationChapter] { [provisionChapter] }
    public var freeTexts: [FreeTexts] { provisionFreeTexts }
    public var oneToOne: OneToOneSource? { { reader, day in try reader.pupilsOneToOne(on: day) } }
}
