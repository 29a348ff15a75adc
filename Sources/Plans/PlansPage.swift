import Access
import AreaKit
import Basics
import Database
import Pages
import People

let plansRoutes: [Route] = [
    .read(plansPath, .seePlans) { visit in
        try await visit.read { reader in
            let ask = PlansQuestion(visit), schools = try reader.schools(for: visit.viewer)
            if let school = ask.school, !schools.contains(where: { $0.id == school }) { throw NotFound() }
            let found = try reader.plans(ask, for: visit.viewer)
            visit.viewer.witness.saw(found.map(\.plan.pupil))
            return page(visit, ask, schools, try reader.planKinds(on: visit.today), found)
        }
    },
]

/// Which plans are asked for.
public struct PlansQuestion: Sendable {
    public var school: SchoolID?
    public var schoolClass: ClassID?
    /// Empty for all kinds.
    public var kind = ""
    /// Nil for all that are open.
    public var state: PlanState?
    /// Only those to be reviewed by then.
    public var reviewBy: Day?
    public var day: Day
    public var page = 1

    public static let size = 50

    public init(day: Day) { self.day = day }

    init(_ visit: Visit) {
        let query = visit.request.query
        day = visit.today
        school = SchoolID(query["school"])
        schoolClass = ClassID(query["class"])
        kind = String(query["kind"].prefix(40))
        state = PlanState(rawValue: query["state"])
        reviewBy = query["due"] == "now" ? visit.today : query["due"] == "soon" ? visit.today + 14 : nil
        page = max(1, min(10_000, Int(query["page"]) ?? 1))
    }
}

/// A plan in a list, with the pupil's name and class.
public struct PlanLine: Sendable {
    public let plan: Plan
    public let name: String
    public let school: String
    public let className: String
}

extension Reader {
    /// Plans in sight, those to be reviewed first; one more than a page holds where there are more.
    public func plans(_ ask: PlansQuestion, for viewer: Viewer) throws -> [PlanLine] {
        let found = try rows("""
            SELECT n.id, \(CalledName.given), \(CalledName.family), \
            s.name, \(className(ask.day)) FROM plan n JOIN pupil p ON p.id = n.pupil_id JOIN school s ON s.id = n.school_id WHERE \(condition(ask, viewer)) \
            ORDER BY CASE WHEN n.review_by IS NULL THEN 1 ELSE 0 END, n.review_by, p.sort_name, n.id LIMIT \(PlansQuestion.size + 1) OFFSET \((ask.page - 1) * PlansQuestion.size)
            """) { row in
            let id: PlanID = try row.next(), name = try [row.next(String.self), row.next(String.self)].filter { !$0.isEmpty }.joined(separator: " ")
            return (id: id, name: name, school: try row.next(String.self), className: try row.next(String?.self) ?? "")
        }
        let plans = Dictionary(try all(Plan.self, "WHERE id IN \(found.map(\.id))").map { ($0.id, $0) }) { $1 }
        return found.compactMap { line in plans[line.id].map { PlanLine(plan: $0, name: line.name, school: line.school, className: line.className) } }
    }

    /// The numbers of all of them, in their order.
    public func planNumbers(_ ask: PlansQuestion, for viewer: Viewer) throws -> [PlanID] {
        try column("SELECT n.id FROM plan n WHERE \(condition(ask, viewer)) ORDER BY n.id")
    }

    /// All of them with what stands in them, those to be reviewed first: for a screen of many plans.
    public func wholePlans(_ ask: PlansQuestion, for viewer: Viewer) throws -> [WholePlan] {
        let plans = try all(Plan.self, "WHERE id IN \(try planNumbers(ask, for: viewer)) ORDER BY review_by, id")
        viewer.witness.saw(plans.map(\.pupil))
        return try whole(plans)
    }

    /// How many there are.
    func count(_ ask: PlansQuestion, for viewer: Viewer) throws -> Int {
        try value("SELECT COUNT(*) FROM plan n WHERE \(condition(ask, viewer))", as: Int.self) ?? 0
    }

    /// True for a plan `n` that is asked for and in sight; drafts for those who write plans or see the whole record.
    private func condition(_ ask: PlansQuestion, _ viewer: Viewer) -> SQL {
        let states = ask.state.map { [$0] } ?? PlanState.allCases.filter { $0 != .closed }
        var list: [SQL] = ["n.state IN \(states)", onRoll(viewer.doing(.seePlans), ask.day)]
        if !states.allSatisfy({ [.shared, .live, .reviewed].contains($0) }) { list.append("(\(wasShown) OR \(onRoll(viewer.doing(.workOnPlans), ask.day)) OR \(onRoll(viewer.doing(.seeRecord), ask.day)))") }
        if let school = ask.school { list.append("n.school_id = \(school)") }
        if !ask.kind.isEmpty { list.append("n.kind = \(ask.kind)") }
        if let day = ask.reviewBy { list.append("n.state = 'live' AND n.review_by <= \(day)") }
        if let schoolClass = ask.schoolClass {
            list.append("EXISTS (SELECT 1 FROM class_member m WHERE m.class_id = \(schoolClass) AND m.pupil_id = n.pupil_id AND m.starts <= \(ask.day) AND (m.ends IS NULL OR m.ends >= \(ask.day)))")
        }
        return SQL.joined(list, " AND ")
    }

    /// `Plan.wasShown` of a plan `n`.
    private var wasShown: SQL { "n.state <> 'draft' AND (n.state <> 'closed' OR n.shared_on IS NOT NULL OR n.starts IS NOT NULL)" }

    private func onRoll(_ viewer: Viewer, _ day: Day) -> SQL {
        "EXISTS (SELECT 1 FROM enrolment e WHERE e.pupil_id = n.pupil_id AND e.starts <= \(day) AND (e.ends IS NULL OR e.ends >= \(day)) AND \(viewer.seesEnrolment(on: day)))"
    }

    private func className(_ day: Day) -> SQL {
        """
        (SELECT c.name FROM class_member m JOIN school_class c ON c.id = m.class_id WHERE m.pupil_id = n.pupil_id AND c.school_id = n.school_id AND c.kind = 'class' \
        AND m.starts <= \(day) AND (m.ends IS NULL OR m.ends >= \(day)) ORDER BY m.starts DESC LIMIT 1)
        """
    }
}

private func page(_ visit: Visit, _ ask: PlansQuestion, _ schools: [School], _ kinds: [PlanKind], _ found: [PlanLine]) -> Answer {
    let shown = found.prefix(PlansQuestion.size)
    let rows: [HTML] = shown.map { line in
        """
        <tr><th scope="row"><a class="name" href="\(planPath(line.plan.id))">\(line.name)<span class="unseen">, \(line.plan.title)</span></a></th><td>\(line.plan.title)</td><td data-label="Class">\(line.className)</td>\
        \(schools.count > 1 ? "<td data-label=\"School\">\(line.school)</td>" : "")<td>\(stateTag(line.plan, on: visit.today))</td><td class="date" data-label="Review by">\(line.plan.reviewBy?.short)</td></tr>
        """
    }
    let list: HTML = rows.isEmpty ? "<p>No plans match. A plan is begun from a pupil’s page.</p>" : table("Plans", [
        head("Pupil"), head("Plan"), head("Class"), schools.count > 1 ? head("School") : "", head("State"), head("Review by"),
    ], rows)
    let round: [HTML] = visit.viewer.inStaffParts.may(.changeRegister) ? [linkButton("Review round", roundPath(), aside: true)] : []
    let booked: [HTML] = visit.viewer.inStaffParts.may(.seeSafetyNet) ? [linkButton("Booked rounds", bookedRoundsPath(), aside: true)] : []
    return visit.page("Plans", at: "plans", """
        \(pageTitle("Plans", lead: "Those to be reviewed first", actions: round + booked + [printButton("Print this list")]))\(filters(ask, schools, kinds))\(list)\(pages(ask, found.count))\(visit.viewer.inStaffParts.may(.seePlans) ? "<p class=\"actions no-print\"><a href=\"\(planKindsPath())\">What kinds of plan there are</a></p>" : "")
        """)
}

private func filters(_ ask: PlansQuestion, _ schools: [School], _ kinds: [PlanKind]) -> HTML {
    var values = FormValues([("kind", ask.kind), ("state", ask.state?.rawValue ?? ""), ("school", ask.school.map { "\($0)" } ?? "")])
    if let day = ask.reviewBy { values.set("due", day == ask.day ? "now" : "soon") }
    let write = FormWriter(values)
    let school: HTML = schools.count > 1 ? write.select("school", "School", [Choice("", "All schools")] + schools.map { Choice("\($0.id)", $0.name) }) : ""
    return """
        <form class="filters" method="get" action="\(plansPath())">\(school)\(write.select("kind", "Kind", [Choice("", "All kinds")] + kinds.filter { !$0.isProposal }.map { Choice($0.key, $0.name) }))\
        \(write.select("state", "State", [Choice("", "All but closed")] + PlanState.allCases.map { Choice($0.rawValue, $0.label) }))\
        \(write.select("due", "Review", [Choice("", "Any day"), Choice("now", "Today or late"), Choice("soon", "Within two weeks")]))<p class="actions"><button>Show</button></p></form>
        """
}

private func pages(_ ask: PlansQuestion, _ found: Int) -> HTML {
    let address = { (page: Int) in
        plansPath().asking(["school": ask.school.map { "\($0)" }, "kind": ask.kind, "state": ask.state?.rawValue, "due": ask.reviewBy.map { $0 == ask.day ? "now" : "soon" }, "page": "\(page)"])
    }
    let before: HTML = ask.page > 1 ? "<li><a href=\"\(address(ask.page - 1))\" rel=\"prev\">Previous \(PlansQuestion.size)</a></li>" : ""
    let after: HTML = found > PlansQuestion.size ? "<li><a href=\"\(address(ask.page + 1))\" rel=\"next\">Next \(PlansQuestion.size)</a></li>" : ""
    return before.isEmpty && after.isEmpty ? "" : "<nav class=\"pager\" aria-label=\"Pages of this list\"><ul>\(before)\(after)</ul></nav>"
}
