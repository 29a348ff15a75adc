import Access
import AreaKit
import Database
import Pages

/// What one part of the room adds to the area: each folder says its own.
struct StatutoryPart: Sendable {
    var migrations: [Migration] = []
    var routes: [Route] = []
    var apiRoutes: [APIRoute] = []
    /// What its pages are called for those who read who looked.
    var words: [String: String] = [:]
    var sections: [PupilSection] = []
    var timelines: [Timeline] = []
    var today: [TodayItem] = []
    var letter: [LetterLine] = []
    var searches: [SearchSource] = []
    var starts: [Start] = []
    var safetyRules: [SafetyRule] = []
    var sources: [SubjectSource] = []
    var chapters: [DemonstrationChapter] = []
    var freeTexts: [FreeTexts] = []
    var menu: @Sendable (Viewer) -> [MenuEntry] = { _ in [] }
    var openPages: [MenuEntry] = []
}
