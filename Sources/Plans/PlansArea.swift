import Access
import AreaKit
import Database
import Pages

/// What a pupil is helped to reach, how, and how it went: plans with their cycles and reviews.
public struct PlansArea: Area {
    public init() {}

    public let name = "Plans"
    public let migrations = [
        Migration(321, "plans", PackageResources._321_plans_sql),
        Migration(331, "bank", PackageResources._331_bank_sql),
    ]
    public var routes: [Route] { bankRoutes + wordingRoutes }
    public var apiRoutes: [APIRoute] { bankAPI }
    public func menu(for viewer: Viewer) -> [MenuEntry] { bankMenu(for: viewer) }
}
