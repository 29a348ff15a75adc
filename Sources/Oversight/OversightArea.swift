import Access
import AreaKit
import Basics
import Database
import Pages

/// Today, the safety net and search: reads what the areas contribute.
public struct OversightArea: Area {
    public init() {}

    public let name = "Oversight"
    public let migrations = [Migration(201, "oversight", PackageResources._201_oversight_sql)]
}

/// Finds pupils and schools by words.
public let searchPath = PagePath< >("/search")
