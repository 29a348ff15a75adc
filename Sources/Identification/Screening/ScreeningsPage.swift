import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// The campaigns of the schools in sight.
public let screeningsPath = PagePath< >("/screening")

let screeningsRoutes: [Route] = [
    .read(screeningsPath, .visit) { visit in
        guard visit.person.seesScreening else { throw NotFound() }
        return try await visit.read { try screeningsPage(visit, $0) }
    },
]

/// So many stand on one page; older ones are one click away.
private let most = 30

private func screeningsPage(_ visit: Visit, _ reader: Reader) throws -> Answer {
    let person = visit.person, whole = visit.request.query.has("all"), list = try reader.screenings(for: person, limit: whole ? 400 : most + 1)
    let shown = whole ? list[...] : list.prefix(most)
    let plan = person.may(.planScreening) ? [linkButton("Plan a campaign", planScreeningPath())] : []
    let older: HTML = shown.count < list.count ? "<p class=\"actions\"><a href=\"\(screeningsPath().asking(["all": "yes"]))\">See older campaigns</a></p>" : ""
    let body: HTML = list.isEmpty
        ? "<p>No campaign is planned yet.\(plan.isEmpty ? "" : " Plan one: choose a test, the children and the weeks.")</p>"
        : "\(table("Campaigns, the latest first", [head("Campaign"), head("For whom"), head("Where"), head("When"), head("How far")], shown.map { row($0, visit.today) }))\(older)"
    return visit.page("Screening", at: "screening", """
        \(pageTitle("Screening", lead: "One test for many children in the same weeks, so that nobody who needs help is missed.", actions: plan))\(body)
        """)
}

private func row(_ screening: Screening, _ today: Day) -> HTML {
    let campaign = screening.campaign
    return """
        <tr><th scope="row"><a class="name" href="\(screeningPath(screening.id))">\(campaign.name)</a></th><td data-label="For whom">\(screening.forWhom)</td>\
        <td data-label="Where">\(place(screening))</td><td data-label="When">\(campaign.starts.short) to \(campaign.ends.short)</td><td>\(stateTag(campaign.state(on: today)))</td></tr>

        """
}

/// `Elm Primary School`, or how many schools.
func place(_ screening: Screening) -> String {
    screening.schools.count == 1 ? screening.schools[0].name : count(screening.schools.count, "school")
}

/// How far a campaign is, as a small label; its words say it, not only its colour.
func stateTag(_ state: ScreeningCampaign.State) -> HTML {
    switch state {
    case .running: "<span class=\"tag tag-good\">\(state.label)</span>"
    case .past: "<span class=\"tag tag-warn\">\(state.label)</span>"
    case .planned, .closed: "<span class=\"tag tag-none\">\(state.label)</span>"
    }
}
