import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// The concerns of a school, or one's own.
public let concernsPath = PagePath< >("/concerns")

let concernsRoutes: [Route] = [
    .read(concernsPath, .raiseConcern) { visit in
        let ask = ConcernQuestion(visit)
        return try await visit.read { try concernsPage(visit, ask, $0) }
    },
]

/// What the address asks.
private struct ConcernQuestion: Sendable {
    let filter: ConcernFilter
    let query: FormValues

    init(_ visit: Visit) {
        query = visit.request.query
        filter = ConcernFilter(school: SchoolID(query["school"]), state: ConcernFilter.State(rawValue: query["state"]) ?? .open, page: max(1, min(Int(query["page"]) ?? 1, 1_000)))
    }

    func address(state: ConcernFilter.State? = nil, page: Int = 1) -> Address {
        concernsPath().asking(["school": filter.school.map { "\($0)" }, "state": (state ?? filter.state).rawValue, "page": page > 1 ? "\(page)" : nil])
    }
}

private func concernsPage(_ visit: Visit, _ ask: ConcernQuestion, _ reader: Reader) throws -> Answer {
    let viewer = visit.viewer, filter = ask.filter
    let schools = try reader.schools(for: viewer)
    if let school = filter.school, !schools.contains(where: { $0.id == school }) { throw NotFound() }
    let lines = try reader.concernLines(filter, for: viewer, on: visit.today), counts = try reader.concernCounts(at: filter.school, for: viewer, on: visit.today)
    let number = counts[filter.state] ?? 0
    let own: HTML = viewer.may(.seeRecord) ? "" : "You see the concerns that you raised yourself, and what came of them."
    let saved: HTML = visit.request.query["saved"] == "answered" ? notice("Sent to the SENCO. Thank you.") : ""
    return visit.page("Concerns", at: "concerns", """
        \(saved)\(pageTitle("Concerns", lead: own, actions: actions(viewer)))\(states(ask, counts))\(schoolChoice(ask, schools))\
        <p id="found" role="status">\(number == 0 ? "None." : "\(count(number, "concern"))\(order(filter.state))")</p>\
        <div id="concerns">\(concernTable(lines, showSchool: schools.count > 1 && filter.school == nil, visit.today))\
        \(pager(filter.page, of: (number + ConcernFilter.size - 1) / ConcernFilter.size, size: ConcernFilter.size) { ask.address(page: $0) })</div>
        """)
}

private func actions(_ viewer: Viewer) -> [HTML] {
    [
        linkButton("Raise a concern", choosePupilPath()),
        viewer.may(.changeRegister) ? linkButton("See suggestions from data", signalsPath(), aside: true) : nil,
        viewer.may(.changeRegister) ? linkButton("See which families to tell", familiesToTellPath(), aside: true) : nil,
        viewer.may(.seeFigures) ? linkButton("See concerns in figures", concernFiguresPath(), aside: true) : nil,
        viewer.may(.keepSchool) && viewer.doing(.keepSchool).schools == nil ? linkButton("Change target and checklist", trustConcernRulesPath(), aside: true) : nil,
        viewer.doing(.keepSchool).schools?.first.map { linkButton("Change target and checklist", concernRulesPath($0), aside: true) },
    ].compactMap { $0 }
}

private func states(_ ask: ConcernQuestion, _ counts: [ConcernFilter.State: Int]) -> HTML {
    tiles([ConcernFilter.State.open, .undecided, .late, .closed].map { state in
        let number = counts[state] ?? 0
        return Tile(number, state.label, ask.address(state: state), warns: state == .late && number > 0)
    })
}

private func schoolChoice(_ ask: ConcernQuestion, _ schools: [School]) -> HTML {
    if schools.count < 2 { return "" }
    let write = FormWriter(ask.query)
    return """
        <form class="filters" method="get" action="\(concernsPath())" data-shows="found concerns">\
        \(write.select("school", "School", [Choice("", "All schools")] + schools.map { Choice("\($0.id)", $0.name) }))\
        \(write.select("state", "Which", ConcernFilter.State.allCases.map { Choice($0.rawValue, $0.label) }))\
        <p class="actions"><button>Show these concerns</button></p></form>
        """
}

private func order(_ state: ConcernFilter.State) -> String {
    state == .closed || state == .all ? ", the latest first." : ", the next due first."
}

/// Concerns as a table; on a phone each is a card.
func concernTable(_ lines: [ConcernLine], showSchool: Bool, _ today: Day) -> HTML {
    if lines.isEmpty { return "" }
    let school: HTML = showSchool ? head("School") : ""
    return table("Concerns", [head("Pupil"), school, head("About"), head("Raised"), head("Where it stands"), head("Colleagues asked"), head("Due")], lines.map { line in
        let concern = line.record.concern, place: HTML = showSchool ? "<td data-label=\"School\">\(line.school)</td>" : ""
        let asked = line.asked == 0 ? "" : "\(line.answered) of \(line.asked) answered"
        return """
            <tr><th scope="row"><a class="name" href="\(concernPath(concern.pupil, concern.row))">\(line.pupil)</a></th>\(place)\
            <td data-label="About">\(concern.areaLabels.joined(separator: "; "))</td><td data-label="Raised">\(concern.raisedOn.short), \(concern.raisedBy)</td>\
            <td data-label="Where it stands">\(line.record.latest?.inWords ?? "Not decided yet")</td><td data-label="Colleagues asked">\(asked)</td>\
            <td class="date" data-label="Due">\(due(line.record, today))</td></tr>

            """
    })
}

/// When somebody must decide or look again, and whether that day has passed.
func due(_ record: ConcernRecord, _ today: Day) -> HTML {
    guard let due = record.due else { return "Closed" }
    return due < today ? "<span class=\"tag tag-warn\">Late</span> \(due.short)" : "\(due.short)"
}
