import Access
import Database
import Pages

/// What one folder of a room adds to its area, where a room is large enough for folders: each says its own.
public struct AreaPart: Sendable {
    public var migrations: [Migration]
    public var routes: [Route]
    public var apiRoutes: [APIRoute]
    /// What its pages are called for those who read who looked.
    public var words: [String: String]
    public var sections: [PupilSection]
    public var timelines: [Timeline]
    public var today: [TodayItem]
    public var letter: [LetterLine]
    public var searches: [SearchSource]
    public var starts: [Start]
    public var evidence: [EvidenceSource]
    public var safetyRules: [SafetyRule]
    public var sources: [SubjectSource]
    public var chapters: [DemonstrationChapter]
    public var freeTexts: [FreeTexts]
    public var menu: @Sendable (Viewer) -> [MenuEntry]
    /// Its pages of figures, linked from the trust's.
    public var figures: @Sendable (Viewer) -> [MenuEntry]
    /// Its pages that need no sign-in.
    public var openPages: [MenuEntry]

    public init(
        migrations: [Migration] = [],
        routes: [Route] = [],
        apiRoutes: [APIRoute] = [],
        words: [String: String] = [:],
        sections: [PupilSection] = [],
        timelines: [Timeline] = [],
        today: [TodayItem] = [],
        letter: [LetterLine] = [],
        searches: [SearchSource] = [],
        starts: [Start] = [],
        evidence: [EvidenceSource] = [],
        safetyRules: [SafetyRule] = [],
        sources: [SubjectSource] = [],
        chapters: [DemonstrationChapter] = [],
        freeTexts: [FreeTexts] = [],
        menu: @escaping @Sendable (Viewer) -> [MenuEntry] = { _ in [] },
        figures: @escaping @Sendable (Viewer) -> [MenuEntry] = { _ in [] },
        openPages: [MenuEntry] = []
    ) {
        self.migrations = migrations
        self.routes = routes
        self.apiRoutes = apiRoutes
        self.words = words
        self.sections = sections
        self.timelines = timelines
        self.today = today
        self.letter = letter
        self.searches = searches
        self.starts = starts
        self.evidence = evidence
        self.safetyRules = safetyRules
        self.sources = sources
        self.chapters = chapters
        self.freeTexts = freeTexts
        self.menu = menu
        self.figures = figures
        self.openPages = openPages
    }
}
