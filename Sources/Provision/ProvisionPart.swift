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
    /// Its pages of figures, for whoever may see these.
    var figurePages: [MenuEntry] = []
}
