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
        registerRoutes + pupilRoutes + changeStatusRoutes
            + importRoutes + importMapRoutes + importPreviewRoutes + receiptRoutes
    }

    public func menu(for viewer: Viewer) -> [MenuEntry] {
        viewer.may(.seePupils) ? [MenuEntry("Pupils", registerPath(), place: "pupils", order: 20)] : []
    }

    public var timelines: [Timeline] { [registerTimeline] }
}
