import Access
import AreaKit
import Pages

/// What one part of the room adds to the area: each folder says its own.
struct ProvisionPart: Sendable {
    var routes: [Route] = []
    var apiRoutes: [APIRoute] = []
    /// What its pages are called for those who read who looked.
    var words: [String: String] = [:]
    var sections: [PupilSection] = []
    var timelines: [Timeline] = []
    var today: [TodayItem] = []
    var searches: [SearchSource] = []
    var starts: [Start] = []
    var safetyRules: [SafetyRule] = []
    var menu: @Sendable (Viewer) -> [MenuEntry] = { _ in [] }
    /// Its pages of figures, linked from the trust's.
    var figures: @Sendable (Viewer) -> [MenuEntry] = { _ in [] }
}
