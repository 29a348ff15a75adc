import Access
import AreaKit
import Pages

/// What the law asks for by which day, of whom, and why.
public struct StatutoryArea: Area {
    public init() {}

    public let name = "Statutory"
    public var routes: [Route] { datesRoutes }
    public var openPages: [MenuEntry] { [MenuEntry("Dates of the law", datesPath(), place: "dates", order: 10)] }
}
