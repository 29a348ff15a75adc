import Access
import Basics
import Database
import Pages

/// One area of the work, and everything it adds to the house. Each part has an empty default.
public protocol Area: Sendable {
    /// In plain words, for messages.
    var name: String { get }
    var migrations: [Migration] { get }
    var routes: [Route] { get }
    /// What programs can ask of it, each declared once for the route and for OpenAPI.
    var apiRoutes: [APIRoute] { get }
    func menu(for viewer: Viewer) -> [MenuEntry]
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
    public var migrations: [Migration] { [] }
    public var routes: [Route] { [] }
    public var apiRoutes: [APIRoute] { [] }
    public func menu(for viewer: Viewer) -> [MenuEntry] { [] }
    public func figurePages(for viewer: Viewer) -> [MenuEntry] { [] }
    public var pupilSections: [PupilSection] { [] }
    public var provisionSections: [PageSection<ProvisionID>] { [] }
    public var instrumentSections: [PageSection<InstrumentID>] { [] }
    public var timelines: [Timeline] { [] }
    public var safetyRules: [SafetyRule] { [] }
    public var todayItems: [TodayItem] { [] }
    public var letterLines: [LetterLine] { [] }
    public var searches: [SearchSource] { [] }
    public var starts: [Start] { [] }
    public var subjectSources: [SubjectSource] { [] }
    public var chapters: [DemonstrationChapter] { [] }
    public var freeTexts: [FreeTexts] { [] }
    public var safeguardingLead: SafeguardingLead? { nil }
    public var oneToOne: OneToOneSource? { nil }
    public var pageWords: [String: String] { [:] }
    public var setupChecks: [SetupCheck] { [] }
}

/// What pages are called on which something is typed: looked at meanwhile; whether it was saved stands in the trail.
/// - Parameter forms: what each does, by its pattern.
public func formWords(_ forms: [String: String]) -> [String: String] { forms.mapValues { "The form “\($0)”" } }
