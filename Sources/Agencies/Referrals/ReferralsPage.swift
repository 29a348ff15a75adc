import Access
import AreaKit
import Basics
import Database
import Pages
import People

let referralsRoutes: [Route] = [
    .read(referralsPath, .seeRecord) { visit in
        let query = visit.request.query
        let filter = ReferralFilter(school: SchoolID(query["school"]), state: ReferralFilter.State(rawValue: query["state"]) ?? .open, page: max(1, min(Int(query["page"]) ?? 1, 1_000)))
        return try await visit.read { try page(visit, filter, $0) }
    },
]

private func page(_ visit: Visit, _ filter: ReferralFilter, _ reader: Reader) throws -> Answer {
    let viewer = visit.viewer, schools = try reader.schools(for: viewer)
    if let school = filter.school, !schools.contains(where: { $0.id == school }) { throw NotFound() }
    let lines = try reader.referralLines(filter, for: viewer, on: visit.today), counts = try reader.referralCounts(at: filter.school, for: viewer, on: visit.today)
    let number = counts[filter.state] ?? 0
    return visit.page("Referrals", at: "agencies", """
        \(crumbs(("Agencies", agenciesPath())))\(pageTitle("Referrals", lead: "To begin one, open the pupil’s page and choose “Refer to an agency”.", actions: [linkButton("See recommendations", recommendationsPath(), aside: true)]))\(states(filter, counts))\(schoolChoice(filter, schools))\
        <p id="found" role="status">\(number == 0 ? "None." : "\(count(number, "referral")), what has waited longest first.")</p>\
        <div id="referrals">\(referralTable(lines, showSchool: schools.count > 1 && filter.school == nil, visit.today))\
        \(pager(filter.page, of: (number + ReferralFilter.size - 1) / ReferralFilter.size, size: ReferralFilter.size) { address(filter, page: $0) })</div>
        """)
}

private func address(_ filter: ReferralFilter, state: ReferralFilter.State? = nil, page: Int = 1) -> Address {
    referralsPath().asking(["school": filter.school.map { "\($0)" }, "state": (state ?? filter.state).rawValue, "page": page > 1 ? "\(page)" : nil])
}

private func states(_ filter: ReferralFilter, _ counts: [ReferralFilter.State: Int]) -> HTML {
    tiles(ReferralFilter.State.allCases.map { Tile(counts[$0] ?? 0, $0.label, address(filter, state: $0), warns: $0 == .information && counts[$0] ?? 0 > 0) })
}

private func schoolChoice(_ filter: ReferralFilter, _ schools: [School]) -> HTML {
    if schools.count < 2 { return "" }
    let write = FormWriter(FormValues([("school", filter.school.map { "\($0)" } ?? ""), ("state", filter.state.rawValue)]))
    return """
        <form class="filters" method="get" action="\(referralsPath())" data-shows="found referrals">\
        \(write.select("school", "School", [Choice("", "All schools")] + schools.map { Choice("\($0.id)", $0.name) }))\
        \(write.select("state", "Which", ReferralFilter.State.allCases.map { Choice($0.rawValue, $0.label) }))<p class="actions"><button>Show these referrals</button></p></form>
        """
}

private func referralTable(_ lines: [ReferralLine], showSchool: Bool, _ today: Day) -> HTML {
    if lines.isEmpty { return "" }
    let school: HTML = showSchool ? head("School") : ""
    return table("Referrals", [head("Pupil"), school, head("Agency"), head("Where it stands"), head("Sent"), head("Waited", number: true)], lines.map { line in
        let referral = line.referral, place: HTML = showSchool ? "<td data-label=\"School\">\(line.school)</td>" : ""
        let late: HTML = referral.unansweredSince(line.answerDays, on: today) == nil ? "" : " <span class=\"tag tag-warn\">No answer in time</span>"
        return """
            <tr><th scope="row"><a class="name" href="\(referralPath(referral.pupil, referral.row))">\(line.pupil)</a></th>\(place)<td data-label="Agency">\(line.agency)</td>\
            <td data-label="Where it stands">\(referral.state.label), \(referral.since.short)\(late)\(closedTag(line.agencyEnds, referral, today))</td><td class="date" data-label="Sent">\(referral.sentOn?.short ?? "Not sent")</td>\
            <td class="number" data-label="Waited">\(referral.waited(on: today).map { count($0, "day") } ?? "")</td></tr>

            """
    })
}
