import Access
import AreaKit
import Basics
import Database
import Pages

/// The kinds of plan that there are: what each is for, its parts, how often it is looked at, and where that stands.
let planKindsPath = PagePath< >("/plans/kinds")

let planKindsRoutes: [Route] = [
    .read(planKindsPath, .seePlans) { visit in
        guard visit.viewer.inStaffParts.may(.seePlans) else { throw NotFound() }
        return try await list(visit)
    },
]

private func list(_ visit: Visit) async throws -> Answer {
    let versions = try await visit.read { try $0.planKindVersions() }
    let keeps = visit.viewer.keepsPlanKinds, saved = visit.request.query.has("saved") ? notice("Saved. Plans that are there keep the kind as it was.") : ""
    let cards: [HTML] = versions.kinds(on: visit.today).map { kind in
        kindCard(kind, coming: versions.filter { $0.kind == kind.key && $0.fromDay > visit.today }, keeps: keeps, today: visit.today)
    }
    let coming = versions.filter { version in version.fromDay > visit.today && versions.kinds(on: visit.today).named(version.kind) == nil }
    let later: [HTML] = coming.map { "<li>\($0.name), from \($0.fromDay.inWords)</li>" }
    return visit.page("Kinds of plan", at: "plans", """
        \(crumbs(("Plans", plansPath())))\(saved)\(pageTitle("Kinds of plan", lead: "What each is for, what it can’t be without, and how often it is looked at",
            actions: keeps ? [linkButton("Add a kind of your own", addPlanKindPath())] : []))\
        \(cards)\(later.isEmpty ? "" : card("To come", "<ul>\(later)</ul>"))
        """)
}

private func kindCard(_ kind: PlanKind, coming: [PlanKindVersion], keeps: Bool, today: Day) -> HTML {
    let needed = kind.parts.filter(\.isNeeded).map(\.part.title).joined(separator: "; "), possible = kind.parts.filter { !$0.isNeeded }.map(\.part.title).joined(separator: "; ")
    var list: [(String, HTML)] = [("Can’t be without", "\(needed)")]
    if !possible.isEmpty { list.append(("May have", "\(possible)")) }
    list.append(("Looked at", "\(kind.rhythm(on: today).label)"))
    list.append((kind.isProposal ? "Proposed in" : "Where that stands", "\(kind.source(on: today))"))
    for version in coming { list.append(("Changes on", "\(version.fromDay.inWords)\(version.isRetired ? ": retired" : "")")) }
    let change: HTML = keeps && !kind.isProposal ? "<p class=\"actions\"><a href=\"\(changePlanKindPath(kind.key))\">Change this kind<span class=\"unseen\">: \(kind.name)</span></a></p>" : ""
    return card(kind.name, id: kind.key, "<p>\(kindTag(kind)) \(kind.about)</p>\(facts(list))\(change)")
}

private func kindTag(_ kind: PlanKind) -> HTML {
    if kind.isProposal { return "<span class=\"tag tag-unknown\">Proposed, not law</span>" }
    if kind.isRetired { return "<span class=\"tag tag-none\">Retired</span>" }
    return kind.isShipped ? "" : "<span class=\"tag tag-support\">Your own</span>"
}

extension PlanKind {
    /// Where the rhythm of a day stands.
    func source(on day: Day) -> String { (rhythms.last { $0.from <= day } ?? rhythms.first)?.source ?? "" }
}
