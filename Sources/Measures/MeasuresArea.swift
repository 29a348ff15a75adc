import AreaKit
import Database

/// The one catalogue of scales, tests and instruments, and every result on them.
public struct MeasuresArea: Area {
    public init() {}

    public let name = "Measures"
    public let migrations = [Migration(301, "measures", PackageResources._301_measures_sql)]
}
