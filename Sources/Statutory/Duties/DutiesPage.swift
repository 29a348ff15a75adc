import Access
import AreaKit
import Basics
import Database
import Pages
import People

let dutiesRoutes: [Route] = [
    .read(dutiesPath, .seeSafetyNet) { visit in
        let asked = AskedDuties(visit.request.query)
        return try await visit.read { try page(visit, asked, $0) }
    },
]

/// What the page was asked.
struct AskedDuties: Hashable, Sendable {
    var school: SchoolID?
    var owner: DutyOwner?
    var days: Int
    var page: Int

    static let spans = [7, 30, 90, 365]
    static let size = 25

    init(_ query: FormValues) {
        (school, owner) = (SchoolID(query["school"]), DutyOwner(rawValue: query["owner"]))
        days = Int(query["days"]).flatMap { Self.spans.contains($0) ? $0 : nil } ?? 30
        page = max(1, min(Int(query["page"]) ?? 1, 4_000))
    }

    func filter(_ today: Day) -> DutyFilter { .next(days, from: today, school: school, owner: owner) }

    func address(owner: DutyOwner?, page: Int = 1) -> Address {
        dutiesPath().asking(["school": school.map { "\($0)" }, "owner": owner?.rawValue, "days": days == 30 ? nil : "\(days)", "page": page > 1 ? "\(page)" : nil])
    }
}

private func page(_ visit: Visit, _ asked: AskedDuties, _ reader: Reader) throws -> Answer {
    let viewer = visit.viewer.atDuties, today = visit.today, schools = try reader.schools(for: viewer)
    if let school = asked.school, !schools.contains(where: { $0.id == school }) { throw NotFound() }
    let lines = try reader.openDuties(asked.filter(today), for: viewer, on: today, limit: AskedDuties.size, after: (asked.page - 1) * AskedDuties.size)
    let counts = try reader.dutyCounts(DutyFilter(school: asked.school, until: today + asked.days), for: viewer, on: today)
    let shown = counts.filter { asked.owner == nil || $0.owner == asked.owner }, number = shown.map(\.open).reduce(0, +), late = shown.map(\.late).reduce(0, +)
    let own: [HTML] = schools.count == 1 ? [linkButton("The school’s own duties", schoolDutiesPath(schools[0].id), aside: true)] : []
    return visit.page("What is due", at: "duties", """
        \(saved(visit))\(pageTitle("What is due", lead: "What the law, the Code and grants ask for by a day: of schools and of councils.", actions: own + [linkButton("Councils and their days", councilsPath(), aside: true), linkButton("Your calendar", myCalendarPath(), aside: true)]))\(owners(asked, counts))\(choice(asked, schools))\
        <p id="found" role="status">\(number == 0 ? "Nothing is due within \(count(asked.days, "day"))." : "\(count(number, "duty", "duties")), what is latest first. \(late == 0 ? "None is late." : "\(late) late.")")</p>\
        <div id="duties">\(dutyTable(lines, schools: schools.count > 1 && asked.school == nil, viewer, today))\
        \(pager(asked.page, of: (number + AskedDuties.size - 1) / AskedDuties.size, size: AskedDuties.size) { asked.address(owner: asked.owner, page: $0) })</div>
        """)
}

private func saved(_ visit: Visit) -> HTML {
    switch visit.request.query["saved"] {
    case "done": notice("Saved: what was done stands in the record.")
    case "excuse": notice("Saved: the excuse stands beside the duty. Its day has not moved.")
    case "taken-back": notice("Saved: that excuse is taken back, and the duty counts again.")
    default: ""
    }
}

private func owners(_ asked: AskedDuties, _ counts: [DutyCount]) -> HTML {
    tiles([DutyOwner.school, .la].map { owner in
        let found = counts.first { $0.owner == owner }
        return Tile(found?.late ?? 0, owner == .school ? "Late at schools" : "Late at councils", asked.address(owner: owner), warns: found?.late ?? 0 > 0)
    } + [Tile(counts.map(\.open).reduce(0, +), "Late, or due in that time", asked.address(owner: nil))])
}

private func choice(_ asked: AskedDuties, _ schools: [School]) -> HTML {
    let write = FormWriter(FormValues([("school", asked.school.map { "\($0)" } ?? ""), ("owner", asked.owner?.rawValue ?? ""), ("days", "\(asked.days)")]))
    let place: HTML = schools.count < 2 ? "" : write.select("school", "School", [Choice("", "All schools")] + schools.map { Choice("\($0.id)", $0.name) })
    return """
        <form class="filters" method="get" action="\(dutiesPath())" data-shows="found duties">\(place)\
        \(write.select("owner", "Who owes it", [Choice("", "Anybody")] + DutyOwner.allCases.map { Choice($0.rawValue, $0.label) }))\
        \(write.select("days", "Late, or due within", AskedDuties.spans.map { Choice("\($0)", $0 == 365 ? "a year" : "\($0) days") }))<p class="actions"><button>Show these duties</button></p></form>
        """
}

private func dutyTable(_ lines: [DutyLine], schools: Bool, _ viewer: Viewer, _ today: Day) -> HTML {
    if lines.isEmpty { return "" }
    let place: HTML = schools ? head("School") : ""
    return table("Duties", [head("Last day"), head("What"), head("Who owes it"), place, head("Why"), head("Do")], lines.map { line in
        let school: HTML = schools ? "<td data-label=\"School\">\(line.school)</td>" : "", mayKeep = line.names(for: viewer)
        let whose: HTML = line.pupil.isEmpty ? "" : mayKeep ? "<br><a class=\"name\" href=\"\(line.owed.matter.address)\">\(line.pupil)</a>" : "<br>About a pupil"
        return """
            <tr><th scope="row">\(line.owed.when(today, isExcused: line.isExcused))</th><td data-label="What">\(line.owed.what)\(whose)</td><td data-label="Who owes it">\(line.owed.owner.label)</td>\(school)\
            <td data-label="Why">\(line.owed.why)</td><td data-label="Do">\(mayKeep ? line.owed.steps : "")</td></tr>

            """
    })
}

extension OwedDuty {
    /// What one may do about it.
    var steps: HTML {
        if matter.pupil == nil, let school = matter.school, let event = RecordOwnDay.event(renewing: rule) {
            return "<a href=\"\(recordOwnDayPath(school).asking(["event": event.rawValue]))\">Write down the new day</a>"
        }
        let excuse: HTML = duty.grounds.isEmpty ? "" : "<br><a href=\"\(dutyExcusePath(row))\">Write down an excuse</a>"
        return "<a href=\"\(dutyDonePath(row))\">Say when it was done</a>\(excuse)"
    }
}
