import Access
import Basics
import Database
import Pages

/// One area of the work, and everything it adds to the house. What it doesn't say is what its parts say, and without parts nothing.
public protocol Area: Sendable {
    /// In plain words, for messages.
    var name: String { get }
    /// What its folders add, where it has parts: everything below that it doesn't say itself is theirs.
    var parts: [AreaPart] { get }
    var migrations: [Migration] { get }
    var routes: [Route] { get }
    /// What programs can ask of it, each declared once for the route and for OpenAPI.
    var apiRoutes: [APIRoute] { get }
    func menu(for viewer: Viewer) -> [MenuEntry]
    /// Its pages that anybody may open without signing in, linked from the foot of every page.
    var openPages: [MenuEntry] { get }
    /// Its pages of figures, linked from the trust's.
    func figurePages(for viewer: Viewer) -> [MenuEntry]
    /// What it shows on a pupil's page.
    var pupilSections: [PupilSection] { get }
    /// What it shows on the page of a provision, and on that of a test.
    var provisionSections: [PageSection<ProvisionID>] { get }
    var instrumentSections: [PageSection<InstrumentID>] { get }
    /// What it adds to a pupil's history.
    var timelines: [Timeline] { get }
    var safetyRules: [SafetyRule] { get }
    var todayItems: [TodayItem] { get }
    /// What its line of the daily letter says.
    var letterLines: [LetterLine] { get }
    var searches: [SearchSource] { get }
    /// What may be begun in it from a concern, a result or a review.
    var starts: [Start] { get }
    /// What its record holds of a pupil for a request to the council.
    var evidence: [EvidenceSource] { get }
    /// Where it keeps something about a person: for copies, and for disposal.
    var subjectSources: [SubjectSource] { get }
    /// Its years of the demonstration trust.
    var chapters: [DemonstrationChapter] { get }
    /// Where its subjects hold sentences about a pupil.
    var freeTexts: [FreeTexts] { get }
    /// Who leads safeguarding at a school, where this area knows.
    var safeguardingLead: SafeguardingLead? { get }
    /// Who is supported by an adult of their own, where this area knows.
    var oneToOne: OneToOneSource? { get }
    /// What its pages are called for those who read who looked: by their pattern, a form by what it does.
    var pageWords: [String: String] { get }
    /// What `trellis check` looks at for it.
    var setupChecks: [SetupCheck] { get }
}

extension Area {
    public var parts: [AreaPart] { [] }
    public var migrations: [Migration] { parts.flatMap(\.migrations) }
    public var routes: [Route] { parts.flatMap(\.routes) }
    public var apiRoutes: [APIRoute] { parts.flatMap(\.apiRoutes) }
    public func menu(for viewer: Viewer) -> [MenuEntry] { parts.flatMap { $0.menu(viewer) } }
    public var openPages: [MenuEntry] { parts.flatMap(\.openPages) }
    public func figurePages(for viewer: Viewer) -> [MenuEntry] { parts.flatMap { $0.figures(viewer) } }
    public var pupilSections: [PupilSection] { parts.flatMap(\.sections) }
    public var provisionSections: [PageSection<ProvisionID>] { [] }
    public var instrumentSections: [PageSection<InstrumentID>] { [] }
    public var timelines: [Timeline] { parts.flatMap(\.timelines) }
    public var safetyRules: [SafetyRule] { parts.flatMap(\.safetyRules) }
    public var todayItems: [TodayItem] { parts.flatMap(\.today) }
    public var letterLines: [LetterLine] { parts.flatMap(\.letter) }
    public var searches: [SearchSource] { parts.flatMap(\.searches) }
    public var starts: [Start] { parts.flatMap(\.starts) }
    public var evidence: [EvidenceSource] { parts.flatMap(\.evidence) }
    public var subjectSources: [SubjectSource] { parts.flatMap(\.sources) }
    public var chapters: [DemonstrationChapter] { parts.flatMap(\.chapters) }
    public var freeTexts: [FreeTexts] { parts.flatMap(\.freeTexts) }
    public var safeguardingLead: SafeguardingLead? { nil }
    public var oneToOne: OneToOneSource? { nil }
    public var pageWords: [String: String] { parts.map(\.words).reduce(into: [:]) { $0.merge($1) { $1 } } }
    public var setupChecks: [SetupCheck] { [] }
}

/// What pages are called on which something is typed: looked at meanwhile; whether it was saved stands in the trail.
/// - Parameter forms: what each does, by its pattern.
public func formWords(_ forms: [String: String]) -> [String: String] { forms.mapValues { "The form “\($0)”" } }
