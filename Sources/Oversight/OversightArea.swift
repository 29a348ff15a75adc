import Access
import AreaKit
import Basics
import Database
import Pages

/// Today, the safety net, search and the trust's figures: reads what the areas contribute.
public struct OversightArea: Area {
    let net: SafetyNet
    let waiting: [TodayItem]
    let sources: [SearchSource]

    /// - Parameter areas: those whose contributions it reads.
    public init(reading areas: [any Area]) {
        net = SafetyNet(rules: areas.flatMap(\.safetyRules))
        waiting = areas.flatMap(\.todayItems)
        sources = areas.flatMap(\.searches)
    }

    public let name = "Oversight"
    public let migrations = [Migration(201, "oversight", PackageResources._201_oversight_sql)]

    public var routes: [Route] {
        todayRoutes(net, waiting) + searchRoutes(sources) + trustRoutes + gapsRoutes(net) + answerFindingRoutes(net) + gapsAPIRoutes(net)
    }

    public var subjectSources: [SubjectSource] { [.ofPupil("Answers to the safety net", FindingAnswer.self, keep: .send)] }

    public func menu(for viewer: Viewer) -> [MenuEntry] {
        guard viewer.may(.visit) else { return [] }
        var entries = [MenuEntry("Today", todayPath(), place: "today", order: 10)]
        if viewer.seesTrustPage { entries.append(MenuEntry("Trust", trustPath(), place: "trust", order: 40)) }
        if viewer.may(.seeSafetyNet) { entries.append(MenuEntry("Safety net", gapsPath(), place: "gaps", order: 50)) }
        return entries
    }
}
