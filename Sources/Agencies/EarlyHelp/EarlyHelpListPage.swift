import Access
import AreaKit
import Basics
import Database
import Pages
import People

let earlyHelpListRoutes: [Route] = [
    .read(earlyHelpListPath, .seeRecord) { visit in
        let query = visit.request.query
        let filter = EarlyHelpFilter(school: SchoolID(query["school"]), state: EarlyHelpFilter.State(rawValue: query["state"]) ?? .open, page: max(1, min(Int(query["page"]) ?? 1, 1_000)))
        return try await visit.read { try page(visit, filter, $0) }
    },
]

private func page(_ visit: Visit, _ filter: EarlyHelpFilter, _ reader: Reader) throws -> Answer {
    let viewer = visit.viewer, schools = try reader.schools(for: viewer)
    if let school = filter.school, !schools.contains(where: { $0.id == school }) { throw NotFound() }
    let lines = try reader.earlyHelpLines(filter, for: viewer, on: visit.today), counts = try reader.earlyHelpCounts(at: filter.school, for: viewer, on: visit.today)
    let number = counts[filter.state] ?? 0
    return visit.page("Early help", at: "agencies", """
        \(crumbs(("Agencies", agenciesPath())))\(pageTitle("Early help", lead: "Help that a family agrees to, before things get worse. To begin, open the pupil’s page and choose “Begin early help”.", actions: [linkButton("See how each council does it", earlyHelpSchemesPath(), aside: true)]))\
        \(tiles(EarlyHelpFilter.State.allCases.map { Tile(counts[$0] ?? 0, $0.label, address(filter, state: $0), warns: [.late, .undated].contains($0) && counts[$0] ?? 0 > 0) }))\(schoolChoice(filter, schools))\
        <p id="found" role="status">\(number == 0 ? "None." : "\(count(number, "episode"))\(filter.state == .closed ? ", the latest first" : ", the next meeting first").")</p>\
        <div id="early-help">\(lineTable(lines, showSchool: schools.count > 1 && filter.school == nil, visit.today))\
        \(pager(filter.page, of: (number + EarlyHelpFilter.size - 1) / EarlyHelpFilter.size, size: EarlyHelpFilter.size) { address(filter, page: $0) })</div>
        """)
}

private func address(_ filter: EarlyHelpFilter, state: EarlyHelpFilter.State? = nil, page: Int = 1) -> Address {
    earlyHelpListPath().asking(["school": filter.school.map { "\($0)" }, "state": (state ?? filter.state).rawValue, "page": page > 1 ? "\(page)" : nil])
}

private func schoolChoice(_ filter: EarlyHelpFilter, _ schools: [School]) -> HTML {
    if schools.count < 2 { return "" }
    let write = FormWriter(FormValues([("school", filter.school.map { "\($0)" } ?? ""), ("state", filter.state.rawValue)]))
    return """
        <form class="filters" method="get" action="\(earlyHelpListPath())" data-shows="found early-help">\
        \(write.select("school", "School", [Choice("", "All schools")] + schools.map { Choice("\($0.id)", $0.name) }))\
        \(write.select("state", "Which", EarlyHelpFilter.State.allCases.map { Choice($0.rawValue, $0.label) }))<p class="actions"><button>Show these</button></p></form>
        """
}

private func lineTable(_ lines: [EarlyHelpLine], showSchool: Bool, _ today: Day) -> HTML {
    if lines.isEmpty { return "" }
    let school: HTML = showSchool ? head("School") : ""
    return table("Early help", [head("Pupil"), school, head("What"), head("Lead practitioner"), head("Next meeting"), head("To do", number: true)], lines.map { line in
        let episode = line.episode, place: HTML = showSchool ? "<td data-label=\"School\">\(line.school)</td>" : ""
        let lead: HTML = line.lead.isEmpty && episode.isOpen ? "<span class=\"tag tag-warn\">Nobody yet</span>" : "\(line.lead)"
        return """
            <tr><th scope="row"><a class="name" href="\(earlyHelpPath(episode.pupil, episode.row))">\(line.pupil)</a></th>\(place)<td data-label="What">\(episode.name), since \(episode.startedOn.short)</td>\
            <td data-label="Lead practitioner">\(lead)</td><td data-label="Next meeting">\(meetingWords(episode, today))</td><td class="number" data-label="To do">\(line.actions)</td></tr>

            """
    })
}

/// When the next meeting is, or why none is.
func meetingWords(_ episode: EarlyHelpEpisode, _ today: Day) -> HTML {
    if let closed = episode.closedOn { return "Closed \(closed.short)" }
    guard let day = episode.reviewOn else { return "<span class=\"tag tag-warn\">No day set</span>" }
    return episode.lateSince(on: today) == nil ? "\(day.short)" : "\(day.short) <span class=\"tag tag-warn\">Late</span>"
}
