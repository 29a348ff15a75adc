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
    private let areas: [any Area]

    /// - Parameter areas: those whose contributions it reads.
    public init(reading areas: [any Area]) {
        net = SafetyNet(rules: areas.flatMap(\.safetyRules))
        waiting = areas.flatMap(\.todayItems)
        sources = areas.flatMap(\.searches)
        self.areas = areas
    }

    public let name = "Oversight"
    public let migrations = [
        Migration(201, "oversight", PackageResources._201_oversight_sql),
        Migration(405, "finding_subject", PackageResources._405_finding_subject_sql),
    ]

    public var routes: [Route] {
        let figures = { @Sendable [areas] (viewer: Viewer) in areas.flatMap { $0.figurePages(for: viewer) } }
        // Who has no page of the trust finds the figures from Today.
        let places = { @Sendable [areas] (viewer: Viewer) in areas.flatMap { $0.menu(for: viewer) } + oversightMenu(for: viewer) + (viewer.seesTrustPage ? [] : figures(viewer).map { MenuEntry($0.label, $0.address, place: $0.place, order: 100 + $0.order) }) }
        return todayRoutes(net, waiting, places) + searchRoutes(sources) + trustRoutes(figures) + gapsRoutes(net) + answerFindingRoutes(net)
    }

    public var pageWords: [String: String] { oversightPageWords }

    public var freeTexts: [FreeTexts] { [FreeTexts((column: "reason", text: \FindingAnswer.reason))] }

    public var apiRoutes: [APIRoute] { gapsAPI(net) + figuresAPI }

    public var subjectSources: [SubjectSource] { [.ofPupil("Answers to the safety net", FindingAnswer.self, keep: .send)] }

    public func menu(for viewer: Viewer) -> [MenuEntry] {
        guard viewer.may(.visit) else { return [] }
        return [MenuEntry("Today", todayPath(), place: "today", order: 10)] + oversightMenu(for: viewer)
    }
}

/// The pages of this area beside Today.
private func oversightMenu(for viewer: Viewer) -> [MenuEntry] {
    let trust = viewer.seesTrustPage ? [MenuEntry("Trust", trustPath(), place: "trust", order: 40)] : []
    return trust + (viewer.may(.seeSafetyNet) ? [MenuEntry("Safety net", gapsPath(), place: "gaps", order: 50)] : [])
}
