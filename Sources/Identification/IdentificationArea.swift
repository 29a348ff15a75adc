import AreaKit
import Database

/// Concerns, what colleagues say of them, screening, and the decisions that follow.
public struct IdentificationArea: Area {
    public init() {}

    public let name = "Identification"
    public let migrations = [Migration(211, "concerns", PackageResources._211_concerns_sql)]
}
