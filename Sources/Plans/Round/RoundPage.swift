import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Reviews all plans of a class, a year or a school without leaving the page: each row is a form of its own, and works
/// without the script, which saves it in place and keeps what is typed while there is no connection.
///
/// - Parameter oneToOne: the areas that know who is supported by an adult of their own.
func roundRoutes(_ oneToOne: [OneToOneSource]) -> [Route] { [
    .read(roundPath, .changeRegister) { visit in
        try await visit.read { reader in try RoundScreen(visit, reader, RoundQuestion(visit), oneToOne).answer() }
    },
    .send(roundRowPath, .changeRegister) { visit, plan in try await saveRoundRow(visit, plan, oneToOne) },
] }

/// The page of a round, or what came back of one of its rows.
struct RoundScreen {
    let visit: Visit
    let ask: RoundQuestion
    private let schools: [School]
    private let round: Round
    private let classes: [Choice], years: [Choice]
    /// Who leads safeguarding at the school.
    private let safeguarding: String?
    /// The row that was refused, with what was typed and what is wrong.
    var refused: (plan: PlanID, typed: FormValues, problems: Problems)?

    static let safety = "safety"

    init(_ visit: Visit, _ reader: Reader, _ question: RoundQuestion, _ oneToOne: [OneToOneSource]) throws {
        var ask = question
        schools = try reader.schools(for: visit.viewer)
        if ask.school == nil, ask.plan == nil { ask.school = schools.first?.id }
        if let school = ask.school, !schools.contains(where: { $0.id == school }) { throw NotFound() }
        (self.visit, self.ask) = (visit, ask)
        round = try reader.round(ask, oneToOne, for: visit.viewer)
        if ask.plan != nil, round.rows.isEmpty { throw NotFound() }
        let school = ask.school ?? round.rows.first?.plan.school
        classes = try ask.school.map { try reader.roundClasses(of: $0, on: ask.day) } ?? []
        years = try ask.school.map { try reader.roundYears(of: $0, on: ask.day) } ?? []
        safeguarding = try school.flatMap { try visit.safeguardingLead(reader, $0, ask.day) }
    }

    func answer(_ status: Int = 200) -> Answer {
        let problems = refused.map { FormWriter($0.typed, $0.problems).summary } ?? "", title = "Review round"
        let booked = visit.person.inStaffParts.may(.seeSafetyNet) ? [linkButton("Booked rounds", bookedRoundsPath(), aside: true)] : []
        return visit.page(status == 200 ? title : "Problem: \(title)", at: "plans", status: status, """
            \(crumbs(("Plans", plansPath())))\(problems)\(pageTitle(title, lead: "\(lead)", actions: booked))\
            \(ask.plan == nil ? filters : "")\(round.rows.isEmpty ? nothing : list)
            """)
    }

    private var lead: String { round.count == 0 ? "" : "\(round.done) of \(count(round.count, "plan")) looked at today. Ctrl and Enter saves a row." }

    private var nothing: HTML { "<p>No live plan is to be reviewed by then. Choose a later day, or all live plans.</p>" }

    private var list: HTML {
        let keeps: HTML = visit.viewer.browserKey.map { " data-keeps=\"\($0)\"" } ?? ""
        let rows: [HTML] = round.rows.map(row)
        let kept: HTML = visit.viewer.browserKey == nil ? "" : " What you type is kept in this browser until it is saved."
        return """
            <p class="hint" id="\(Self.safety)">\(ChildNotice(lead: safeguarding).words)\(kept)</p><ol class="rows" data-rows="round-says"\(keeps)>\(rows)</ol>\(pager)\
            <div class="says no-print"><p id="round-says" role="status" tabindex="-1"></p><button class="second" type="button" data-sends hidden>Send what is kept now</button></div>
            """
    }

    private func row(_ row: RoundRow) -> HTML {
        let notice = ChildNotice(lead: safeguarding, handOver: handOverPath(row.plan.pupil).asking(["form": roundPath().text]), place: Self.safety)
        let mine = refused.flatMap { $0.plan == row.plan.id ? $0 : nil }
        let write = FormWriter(mine?.typed ?? row.typed, mine?.problems ?? Problems())
        return RoundRowMarkup(row: row, write: write, typed: mine?.typed, notice: notice, address: ask.asked(of: roundRowPath(row.plan.id)), today: ask.day, saved: visit.request.query["saved"] == "\(row.plan.id)").html
    }

    private var filters: HTML {
        let values = FormValues([("school", ask.school.map { "\($0)" } ?? ""), ("class", ask.schoolClass.map { "\($0)" } ?? ""), ("year", ask.year), ("by", ask.dueBy?.description ?? "all")])
        let write = FormWriter(values)
        let school: HTML = schools.count > 1 ? write.select("school", "School", schools.map { Choice("\($0.id)", $0.name) }) : ""
        return """
            <form class="filters no-print" method="get" action="\(roundPath())">\(school)\(write.select("class", "Class", [Choice("", "All classes")] + classes))\
            \(write.select("year", "Year", [Choice("", "All years")] + years))\(write.select("by", "To be reviewed", days))<p class="actions"><button>Show these plans</button></p></form>
            """
    }

    private var days: [Choice] {
        let usual = [(0, "Today or late"), (RoundQuestion.usualDays, "Within two weeks"), (42, "Within six weeks")].map { (ask.day + $0.0, $0.1) }
        let asked = ask.dueBy.flatMap { day in usual.contains { $0.0 == day } ? nil : (day, "By \(day.short)") }
        return (usual + [asked].compactMap(\.self)).map { Choice("\($0.0)", $0.1) } + [Choice("all", "All live plans")]
    }

    /// The script brings what follows into the same list.
    private var pager: HTML {
        guard ask.plan == nil else { return "" }
        let next: HTML = round.followedAfter.map { "<li><a href=\"\(ask.starting(after: $0).asked(of: roundPath()))\" rel=\"next\" data-joins>Next plans</a></li>" } ?? ""
        let first: HTML = ask.after == nil ? "" : "<li><a href=\"\(ask.starting(after: nil).asked(of: roundPath()))\">First plans</a></li>"
        return next.isEmpty && first.isEmpty ? "" : "<nav class=\"pager\" aria-label=\"Parts of this round\"><ul>\(first)\(next)</ul></nav>"
    }
}
