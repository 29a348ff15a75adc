import Access
import AreaKit
import Basics
import Database
import Pages

/// Schools, staff, pupils and the SEND register: the ground all areas stand on.
public struct PeopleArea: Area {
    public init() {}

    public let name = "People"
    public let migrations = [Migration(101, "people", PackageResources._101_people_sql)]

    public var routes: [Route] {
        registerRoutes + pupilRoutes + changeStatusRoutes + schoolRoutes
            + importRoutes + importMapRoutes + importPreviewRoutes + receiptRoutes
    }

    public func menu(for viewer: Viewer) -> [MenuEntry] {
        let pupils = viewer.may(.seePupils) ? [MenuEntry("Pupils", registerPath(), place: "pupils", order: 20)] : []
        return pupils + schoolMenu(for: viewer)
    }

    public var timelines: [Timeline] { [registerTimeline] }
    public var safetyRules: [SafetyRule] { peopleSafetyRules }
    public var todayItems: [TodayItem] { [lookAgainToday, misTasksToday, conflictsToday] }
    public var searches: [SearchSource] { [pupilSearch, schoolSearch] }
}
