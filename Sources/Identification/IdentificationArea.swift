import Access
import AreaKit
import Database
import Pages
import People

/// Concerns, what colleagues say of them, screening, and the decisions that follow.
public struct IdentificationArea: Area {
    /// What may be begun in other areas from a concern.
    private let startsElsewhere: [Start]
    private let letter: ColleagueLetter

    /// - Parameters:
    ///   - others: the areas in which something may be begun from a concern.
    ///   - letter: how a colleague is reminded by mail; not at all, where it is left out.
    public init(beside others: [any Area] = [], reminding letter: @escaping ColleagueLetter = { _, _, _ in false }) {
        (startsElsewhere, self.letter) = (others.flatMap(\.starts), letter)
    }

    public let name = "Identification"
    public let migrations = [
        Migration(311, "concerns", PackageResources._311_concerns_sql),
        Migration(312, "signals", PackageResources._312_signals_sql),
        Migration(313, "screening", PackageResources._313_screening_sql),
        Migration(316, "score rules", PackageResources._316_score_rules_sql),
    ]

    public var routes: [Route] {
        concernsRoutes + choosePupilRoutes + raiseConcern.routes(raiseConcernPath) + concernRoutes(startsElsewhere) + decideConcern.routes(decideConcernPath)
            + askColleagues.routes(askColleaguesPath) + answerReturn.routes(answerReturnPath) + remindRoutes(letter)
            + tellFamily.routes(tellFamilyPath) + familiesToTellRoutes + concernRulesRoutes + concernFiguresRoutes
            + signalsRoutes + setAside.routes(setAsidePath) + signalRulesRoutes
            + screeningsRoutes + planScreeningRoutes + screeningRoutes + closeScreeningRoutes + screeningGridRoutes + untestedRoutes + followUpsRoutes(startsElsewhere)
    }

    public var apiRoutes: [APIRoute] { concernsAPI + concernFiguresAPI + screeningAPI }

    public func menu(for viewer: Viewer) -> [MenuEntry] {
        let concerns = viewer.inStaffParts.may(.raiseConcern) ? [MenuEntry("Concerns", concernsPath(), place: "concerns", order: 22)] : []
        return concerns + (viewer.seesScreening ? [MenuEntry("Screening", screeningsPath(), place: "screening", order: 28)] : [])
    }

    public func figurePages(for viewer: Viewer) -> [MenuEntry] {
        viewer.may(.seeFigures) ? [MenuEntry("See concerns in figures", concernFiguresPath(), place: "trust", order: 10)] : []
    }

    public var pupilSections: [PupilSection] { [concernsSection] }
    public var pageWords: [String: String] {
        [
            "/concerns": "The list of concerns", "/pupils/*/concerns/*": "A concern", "/pupils/*/concerns/raise": "The form “Raise a concern”",
            "/pupils/*/concerns/*/ask": "The form “Ask colleagues”", "/pupils/*/concerns/*/decide": "The form “Decide about a concern”",
            "/pupils/*/returns/*": "What a colleague was asked", "/pupils/*/returns/*/remind": "A reminder to a colleague", "/returns/*": "The link to what a colleague was asked",
            "/pupils/*/family-told": "The form “The family was told”", "/families-to-tell": "Families that are not told of SEN support",
            "/pupils/*/signals/set-aside": "The form “Set a suggestion aside”", "/api/v1/concerns": "Concerns, for a program",
            "/api/v1/pupils/*/concerns": "A concern, from a program", "/api/v1/pupils/*/concerns/*/decide": "A decision, from a program",
        ].merging(screeningPageWords) { $1 }
    }
    public var timelines: [Timeline] { [concernTimeline, screeningTimeline] }
    public var safetyRules: [SafetyRule] { concernSafetyRules + screeningSafetyRules }
    public var todayItems: [TodayItem] { [concernsToday, returnsToday, followUpsToday, testingToday] }
    public var letterLines: [LetterLine] { [returnsLetterLine, concernsLetterLine] }
    public var freeTexts: [FreeTexts] { concernFreeTexts + screeningFreeTexts }
    public var chapters: [DemonstrationChapter] { [DemonstrationChapter(planted: concernsLeftUndone, tellConcernsChapter), DemonstrationChapter(planted: screeningLeftUndone, tellScreeningChapter)] }
    public var subjectSources: [SubjectSource] { concernSubjectSources + screeningSubjectSources }
}
