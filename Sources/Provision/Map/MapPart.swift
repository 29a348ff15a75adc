import Access
import AreaKit
import Pages

/// - Parameter effects: what came of provisions, from the area that judges it.
func mapPart(_ effects: @escaping ProvisionEffects) -> AreaPart {
    var part = AreaPart(routes: mapRoutes(effects), apiRoutes: mapAPI, words: mapWords)
    part.menu = mapMenu
    part.figures = { $0.may(.seeFigures) ? [MenuEntry("See provision in figures", unnamedMapPath(), place: "trust", order: 14)] : [] }
    return part
}

private let mapWords = [
    "/provision": "The provision map", "/provision/print": "The provision map, to print", "/provision/file": "Provision as a file",
    "/api/v1/provision-map": "The provision map, for a program",
]

/// Whoever gives sessions and plans none begins with today's. Families have a page of their own child instead.
private func mapMenu(_ viewer: Viewer) -> [MenuEntry] {
    let work = viewer.atProvision
    if viewer.findsMap { return [MenuEntry("Provision", work.may(.logSessions) && !work.may(.workOnProvision) ? todaysSessionsPath() : mapPath(), place: "provision", order: 24)] }
    return viewer.plays(.governor) || viewer.plays(.trustee) ? [MenuEntry("Provision", unnamedMapPath(), place: "provision", order: 24)] : []
}
