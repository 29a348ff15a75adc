import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Which recommendations are asked for.
struct RecommendationFilter: Sendable {
    enum State: String, CaseIterable, Sendable {
        case open, proposed, overdue, ended

        var label: String {
            switch self {
            case .open: "Open"
            case .proposed: "Not answered yet"
            case .overdue: "Overdue"
            case .ended: "Done, declined or lapsed"
            }
        }
    }

    var school: SchoolID?
    var state = State.open
    var page = 1

    static let size = 50
}

/// One line of a list of recommendations.
struct RecommendationLine: Sendable {
    let recommendation: Recommendation
    let author: String
    let receivedOn: Day
    let pupil: String
    let upn: String
    let school: String
    let urn: String
}

extension Reader {
    /// A page of the recommendations for pupils whose record is in sight, those due first at the top.
    func recommendationLines(_ filter: RecommendationFilter, for viewer: Viewer, on day: Day) throws -> [RecommendationLine] {
        try lines("\(source(filter, viewer, day)) ORDER BY COALESCE(c.due, a.received_on), c.id LIMIT \(RecommendationFilter.size) OFFSET \((filter.page - 1) * RecommendationFilter.size)", viewer)
    }

    /// The same by number, behind one of them: for files and programs.
    func eachRecommendation(of school: SchoolID?, for viewer: Viewer, on day: Day, after: Int = 0, limit: Int) throws -> [RecommendationLine] {
        try lines("\(source(RecommendationFilter(school: school), viewer, day, all: true)) AND c.id > \(after) ORDER BY c.id LIMIT \(limit)", viewer)
    }

    func recommendationCounts(at school: SchoolID? = nil, for viewer: Viewer, on day: Day) throws -> [RecommendationFilter.State: Int] {
        let states = RecommendationFilter.State.allCases, sums = states.map { "COUNT(CASE WHEN \($0.condition(day)) THEN 1 END)" as SQL }
        let counts = try rows("SELECT \(SQL.joined(sums, ", ")) \(source(RecommendationFilter(school: school), viewer, day, all: true))") { row in try states.map { _ in try row.next(Int.self) } }
        return Dictionary(uniqueKeysWithValues: zip(states, counts.first ?? []))
    }

    private func lines(_ rest: SQL, _ viewer: Viewer) throws -> [RecommendationLine] {
        let found = try rows("""
            SELECT c.id, a.author, a.received_on, \(CalledName.whole), p.upn, s.name, s.urn \(rest)
            """) { try ($0.next(RecommendationID.self), $0.next(String.self), $0.next(Day.self), $0.next(String.self), $0.next(String?.self), $0.next(String.self), $0.next(String.self)) }
        let byID = Dictionary(try all(Recommendation.self, "WHERE id IN \(found.map(\.0))").map { ($0.id, $0) }) { $1 }
        viewer.witness.saw(byID.values.map(\.pupil))
        return found.compactMap { id, author, received, pupil, upn, school, urn in
            byID[id].map { RecommendationLine(recommendation: $0, author: author, receivedOn: received, pupil: pupil, upn: upn ?? "", school: school, urn: urn) }
        }
    }

    /// Recommendations `c` with their advice `a`, by the school on whose roll the pupil is now.
    private func source(_ filter: RecommendationFilter, _ viewer: Viewer, _ day: Day, all: Bool = false) -> SQL {
        let sight = viewer.inStaffParts.doing(.seeRecord), school: SQL = filter.school.map { "e.school_id = \($0)" } ?? "1 = 1"
        let near: SQL = (filter.school.map { [$0] } ?? sight.schools).map { "c.pupil_id IN (SELECT x.pupil_id FROM enrolment x WHERE x.school_id IN \($0))" } ?? "1 = 1"
        let state: SQL = all ? "1 = 1" : filter.state.condition(day)
        return """
            FROM recommendation c JOIN advice a ON a.id = c.advice_id JOIN pupil p ON p.id = c.pupil_id \
            JOIN enrolment e ON e.id = (SELECT x.id FROM enrolment x WHERE x.pupil_id = c.pupil_id AND x.starts <= \(day) AND (x.ends IS NULL OR x.ends >= \(day)) \
            AND x.kind <> 'G' ORDER BY CASE x.kind WHEN 'S' THEN 1 ELSE 0 END, x.id LIMIT 1) JOIN school s ON s.id = e.school_id \
            WHERE a.withdrawn_on IS NULL AND \(near) AND \(school) AND \(state) AND \(sight.seesEnrolment(on: day))
            """
    }
}

extension RecommendationFilter.State {
    fileprivate func condition(_ day: Day) -> SQL {
        let open: SQL = "c.state IN \(Recommendation.State.allCases.filter(\.isOpen))"
        switch self {
        case .open: return open
        case .proposed: return "c.state = 'proposed'"
        case .overdue: return "\(open) AND c.due < \(day)"
        case .ended: return "NOT \(open)"
        }
    }
}

let recommendationsRoutes: [Route] = [
    .read(recommendationsPath, .seeRecord) { visit in
        let query = visit.request.query
        let filter = RecommendationFilter(school: SchoolID(query["school"]), state: RecommendationFilter.State(rawValue: query["state"]) ?? .open, page: max(1, min(Int(query["page"]) ?? 1, 1_000)))
        return try await visit.read { try page(visit, filter, $0) }
    },
]

private func page(_ visit: Visit, _ filter: RecommendationFilter, _ reader: Reader) throws -> Answer {
    let viewer = visit.viewer, schools = try reader.schools(for: viewer)
    if let school = filter.school, !schools.contains(where: { $0.id == school }) { throw NotFound() }
    let lines = try reader.recommendationLines(filter, for: viewer, on: visit.today), counts = try reader.recommendationCounts(at: filter.school, for: viewer, on: visit.today)
    let number = counts[filter.state] ?? 0
    let chosen = { (state: RecommendationFilter.State, page: Int) in
        recommendationsPath().asking(["school": filter.school.map { "\($0)" }, "state": state.rawValue, "page": page > 1 ? "\(page)" : nil])
    }
    let tilesOfStates = tiles(RecommendationFilter.State.allCases.map { Tile(counts[$0] ?? 0, $0.label, chosen($0, 1), warns: $0 == .overdue && counts[$0] ?? 0 > 0) })
    return visit.page("Recommendations", at: "agencies", """
        \(crumbs(("Agencies", agenciesPath())))\(pageTitle("Recommendations", lead: "What specialists advise, and what the schools made of it."))\(tilesOfStates)\(schoolChoice(filter, schools))\
        <p id="found" role="status">\(number == 0 ? "None." : "\(count(number, "recommendation")), what is due first at the top.")</p>\
        <div id="found-recommendations">\(recommendationTable(lines, visit.today))\
        \(pager(filter.page, of: (number + RecommendationFilter.size - 1) / RecommendationFilter.size, size: RecommendationFilter.size) { chosen(filter.state, $0) })</div>
        """)
}

private func schoolChoice(_ filter: RecommendationFilter, _ schools: [School]) -> HTML {
    if schools.count < 2 { return "" }
    let write = FormWriter(FormValues([("school", filter.school.map { "\($0)" } ?? ""), ("state", filter.state.rawValue)]))
    return """
        <form class="filters" method="get" action="\(recommendationsPath())" data-shows="found found-recommendations">\
        \(write.select("school", "School", [Choice("", "All schools")] + schools.map { Choice("\($0.id)", $0.name) }))\
        \(write.select("state", "Which", RecommendationFilter.State.allCases.map { Choice($0.rawValue, $0.label) }))<p class="actions"><button>Show these recommendations</button></p></form>
        """
}

private func recommendationTable(_ lines: [RecommendationLine], _ today: Day) -> HTML {
    if lines.isEmpty { return "" }
    return table("Recommendations", [head("Pupil"), head("What they recommend"), head("Where it stands"), head("Who"), head("By")], lines.map { line in
        let item = line.recommendation, late: HTML = item.isOverdue(on: today) ? " <span class=\"tag tag-warn\">Overdue</span>" : ""
        return """
            <tr><th scope="row"><a class="name" href="\(advicePath(item.pupil, RowID(item.advice.rawValue)))">\(line.pupil)</a></th><td data-label="What they recommend">\(item.words) <span class="quiet">\(line.author)</span></td>\
            <td data-label="Where it stands">\(item.state.label)\(late)</td><td data-label="Who">\(item.owner.name)</td><td class="date" data-label="By">\(item.due?.short ?? "")</td></tr>

            """
    })
}
