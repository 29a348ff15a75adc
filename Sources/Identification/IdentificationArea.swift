import AreaKit
import Database

/// Concerns, what colleagues say of them, screening, and the decisions that follow.
public struct IdentificationArea: Area {
    public init() {}

    public let name = "Identification"
    public let migrations = [Migration(311, "concerns", PackageResources._311_concerns_sql)]
}
