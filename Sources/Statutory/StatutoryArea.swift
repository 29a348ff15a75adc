import Access
import AreaKit
import Database
import Pages
import Papers

/// What the law asks for by which day, of whom, and why; the legal cases that a school keeps, and their papers.
public struct StatutoryArea: Area {
    private let parts: [StatutoryPart]

    /// - Parameters:
    ///   - papers: where papers lie; nil where nobody looks at pages.
    ///   - viewers: what somebody may see when their calendar is read, by the area that knows accounts.
    public init(papers: PaperStore? = nil, viewers: @escaping AccountViewers = { _, _, _, _ in nil }) {
        parts = [
            datesPart, dutiesPart, calendarPart(viewers),
            // Reviews are told after plans and requests: their chapter passes over pupils whom these have given a matter.
            plansPart, casesPart, reviewsPart,
        ]
    }

    public let name = "Statutory"
    public var migrations: [Migration] { parts.flatMap(\.migrations) }
    public var routes: [Route] { parts.flatMap(\.routes) }
    public var apiRoutes: [APIRoute] { parts.flatMap(\.apiRoutes) }
    public func menu(for viewer: Viewer) -> [MenuEntry] { parts.flatMap { $0.menu(viewer) } }
    public var openPages: [MenuEntry] { parts.flatMap(\.openPages) }
    public var pageWords: [String: String] { parts.map(\.words).reduce(into: [:]) { $0.merge($1) { $1 } } }
    public var pupilSections: [PupilSection] { parts.flatMap(\.sections) }
    public var timelines: [Timeline] { parts.flatMap(\.timelines) }
    public var todayItems: [TodayItem] { parts.flatMap(\.today) }
    public var letterLines: [LetterLine] { parts.flatMap(\.letter) }
    public var searches: [SearchSource] { parts.flatMap(\.searches) }
    public var starts: [Start] { parts.flatMap(\.starts) }
    public var safetyRules: [SafetyRule] { parts.flatMap(\.safetyRules) }
    public var subjectSources: [SubjectSource] { parts.flatMap(\.sources) }
    public var chapters: [DemonstrationChapter] { parts.flatMap(\.chapters) }
    public var freeTexts: [FreeTexts] { parts.flatMap(\.freeTexts) }
}

/// The law's dates for everybody, without a record.
let datesPart = StatutoryPart(routes: DatesPages().routes, openPages: [MenuEntry("Dates of the law", datesPath(), place: "dates", order: 10)])
