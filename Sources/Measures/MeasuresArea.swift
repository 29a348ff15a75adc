import AreaKit
import Database

/// The one catalogue of scales, tests and instruments, and every result on them.
public struct MeasuresArea: Area {
    public init() {}

    public let name = "Measures"
    public let migrations = [Migration(201, "measures", PackageResources._201_measures_sql)]
}
