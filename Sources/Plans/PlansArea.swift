import AreaKit
import Database

/// What a pupil is helped to reach, how, and how it went: plans with their cycles and reviews.
public struct PlansArea: Area {
    public init() {}

    public let name = "Plans"
    public let migrations = [Migration(321, "plans", PackageResources._321_plans_sql)]
}
