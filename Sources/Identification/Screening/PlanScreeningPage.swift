import Access
import AreaKit
import Basics
import Database
import Measures
import Pages
import People

/// Plans a campaign.
public let planScreeningPath = PagePath< >("/screening/plan")
/// Changes one.
let changeScreeningPath = PagePath<RowID>("/screening/*/change")

let planScreeningRoutes: [Route] = [
    .read(planScreeningPath, .planScreening) { visit in
        try await visit.read { reader in
            let sheet = try PlanSheet(visit, reader, nil, visit.request.query)
            return sheet.page(visit, sheet.opening)
        }
    },
    .send(planScreeningPath, .planScreening) { visit in try await save(visit, nil) },
    .read(changeScreeningPath, .planScreening) { visit, id in
        try await visit.read { reader in
            let sheet = try PlanSheet(visit, reader, id, visit.request.query)
            return sheet.page(visit, sheet.opening)
        }
    },
    .send(changeScreeningPath, .planScreening) { visit, id in try await save(visit, id) },
]

private func save(_ visit: Visit, _ id: RowID?) async throws -> Answer {
    let typed = visit.request.form
    do {
        let campaign = try await visit.write { writer in
            let sheet = try PlanSheet(visit, writer, id, typed)
            return try writer.save(try sheet.plan(typed), of: sheet.before, with: sheet.instrument(typed), by: visit.viewer.name)
        }
        return .goTo(screeningPath(campaign.id).asking(["saved": id == nil ? "planned" : "changed"]))
    } catch let problems as Problems {
        return try await visit.read { try PlanSheet(visit, $0, id, typed).page(visit, typed, problems) }
    }
}

/// What the form of a campaign offers.
private struct PlanSheet: Sendable {
    /// The campaign that is changed.
    let before: Screening?
    /// Schools that somebody may plan for.
    let schools: [School]
    /// The one school it is for; nil where there may be several.
    let one: School?
    let instruments: [Instrument]
    let classes: [(id: ClassID, name: String)]
    let staff: [Choice]
    private let there: Set<String>
    private let today: Day

    init(_ visit: Visit, _ reader: Reader, _ id: RowID?, _ asked: FormValues) throws {
        let viewer = visit.viewer
        today = visit.today
        let before = try id.map { try reader.screening($0, for: visit.person) }, schools = try reader.schools(for: viewer)
        if let before, !visit.person.plans(before) { throw NotFound() }
        guard !schools.isEmpty else { throw NotFound() }
        let chosen = SchoolID(asked["school"]).flatMap { id in schools.first { $0.id == id } }
        let one = schools.count == 1 ? schools[0] : before == nil ? chosen : before?.schools.count == 1 ? before?.schools[0] : nil
        (self.before, self.schools, self.one) = (before, schools, one)
        instruments = try reader.instruments(for: viewer, at: one?.id, offeredOn: visit.today).filter { one != nil || $0.school == nil }
        let day = before?.campaign.starts ?? visit.today
        classes = try one.map { try reader.classChoices(of: $0.id, in: AcademicYear(containing: day)) } ?? []
        staff = try one.map { try reader.staffChoices(at: $0.id) } ?? []
        let places = one.map { [$0.id] } ?? schools.map(\.id)
        there = Set(try reader.column("SELECT DISTINCT year FROM pupil_year WHERE school_id IN \(places) AND academic_year = \(AcademicYear(containing: visit.today).starting)", as: String.self))
    }

    func instrument(_ typed: FormValues) -> Instrument? {
        before?.instrument ?? instruments.first { "\($0.id)" == typed["test"] }
    }

    func plan(_ typed: FormValues) throws -> PlanCampaign {
        var problems = Problems()
        let days = ["starts", "ends"].map { name -> Day? in
            do { return try typed.dayIfAny(name) } catch {
                for problem in (error as? Problems)?.list ?? [] { problems.add(problem.field, problem.message) }
                return nil
            }
        }
        try problems.check()
        let years = Set(typed.all("years")), ofClasses = typed.all("classes"), named = typed.all("schools"), testers = typed.all("staff")
        return PlanCampaign(
            name: typed["name"], starts: days[0], ends: days[1], schools: one.map { [$0.id] } ?? schools.map(\.id).filter { named.contains("\($0)") },
            years: YearGroup.all.filter { years.contains($0.rawValue) }, classes: classes.map(\.id).filter { ofClasses.contains("\($0)") },
            testers: typed["testers"], staff: staff.compactMap { testers.contains($0.value) ? StaffID($0.value) : nil })
    }

    /// What stands in the form at first.
    var opening: FormValues {
        guard let before else { return FormValues([("starts", today.description), ("ends", (today + 14).description)]) }
        let campaign = before.campaign
        var values = FormValues([("name", campaign.name), ("starts", campaign.starts.description), ("ends", campaign.ends.description), ("testers", campaign.testers)])
        for year in campaign.yearGroups { values.add("years", year.rawValue) }
        for place in before.classes { values.add("classes", "\(place.id)") }
        for school in before.schools { values.add("schools", "\(school.id)") }
        for staff in before.staff { values.add("staff", "\(staff)") }
        return values
    }

    func page(_ visit: Visit, _ typed: FormValues, _ problems: Problems = Problems()) -> Answer {
        let write = FormWriter(typed, problems), title = before == nil ? "Plan a screening campaign" : "Change the campaign"
        let back = before.map { screeningPath($0.id) } ?? screeningsPath(), path = before.map { changeScreeningPath($0.id) } ?? planScreeningPath()
        let crumb = before.map { crumbs(("Screening", screeningsPath()), ($0.campaign.name, back)) } ?? crumbs(("Screening", screeningsPath()))
        let body: HTML = """
            \(crumb)\(write.summary)\(pageTitle(title, lead: "\(one?.name ?? "For several schools")"))\
            \(oneSchool)\(form(path.asking(["school": before == nil && schools.count > 1 ? one.map { "\($0.id)" } : nil]), button: before == nil ? "Plan this campaign" : "Save the changes", back: back, fields(write, typed)))
            """
        return problems.isEmpty ? visit.page(title, at: "screening", body) : visit.formAgain(title, at: "screening", body)
    }

    private func fields(_ write: FormWriter, _ typed: FormValues) -> HTML {
        let test: HTML = before.map { "<p><b>Test:</b> \($0.instrument.name). To give another test, plan another campaign.</p>" }
            ?? write.select("test", "Which test?", [Choice("", "Choose a test")] + instruments.map { Choice("\($0.id)", $0.name) })
        let hidden: HTML = before == nil && schools.count > 1 && one != nil ? FormWriter(FormValues([("school", one.map { "\($0.id)" } ?? "")])).hidden("school") : ""
        return """
            \(hidden)\(test)<div class="grid">\(write.day("starts", "First day"))\(write.day("ends", "Last day", hint: "Results of this day still count."))</div>\
            \(schoolBoxes(write))<div class="many">\(write.checkboxes("years", "Which year groups?", years))</div>\(classBoxes(write, typed))\
            \(write.text("testers", "Who tests?", hint: "In your own words, such as: class teachers and TAs. May be left empty."))\(staffBoxes(write, typed))\
            \(write.text("name", "A name", hint: "Leave it empty: it is then called after the test and the month."))
            """
    }

    /// The year groups that have children here today, and those of the campaign itself.
    private var years: [Choice] {
        YearGroup.all.filter { there.contains($0.rawValue) || before?.campaign.yearGroups.contains($0) ?? false }.map { Choice($0.rawValue, $0.label) }
    }

    /// Where somebody plans for several schools, the way to plan for one, whose classes and staff can then be chosen.
    private var oneSchool: HTML {
        if before != nil || schools.count < 2 || one != nil { return "" }
        let write = FormWriter(FormValues())
        return """
            <details class="no-print"><summary>For one school only…</summary><form method="get" action="\(planScreeningPath())">\
            \(write.select("school", "School", schools.map { Choice("\($0.id)", $0.name) }))<p class="actions"><button class="second">Plan it for this school</button></p></form></details>
            """
    }

    private func schoolBoxes(_ write: FormWriter) -> HTML {
        if one != nil { return "" }
        return """
            <p class="no-print" hidden><label class="choice"><input type="checkbox" data-tick-all="schools"> <span>Tick every school</span></label></p>\
            <div class="many">\(write.checkboxes("schools", "Which schools?", schools.map { Choice("\($0.id)", $0.name) }))</div>
            """
    }

    private func classBoxes(_ write: FormWriter, _ typed: FormValues) -> HTML {
        if classes.isEmpty { return "" }
        return folded("Some classes instead of year groups…", typed.has("classes"), write.checkboxes("classes", "Which classes or groups?", classes.map { Choice("\($0.id)", $0.name) }))
    }

    private func staffBoxes(_ write: FormWriter, _ typed: FormValues) -> HTML {
        if staff.isEmpty { return "" }
        return folded("People on the list of staff who test…", typed.has("staff"), write.checkboxes("staff", "Who tests?", staff, hint: "They find the campaign under Today."))
    }

    private func folded(_ summary: String, _ isOpen: Bool, _ body: HTML) -> HTML {
        let opened: HTML = isOpen ? " open" : ""
        return "<details\(opened)><summary>\(summary)</summary>\(body)</details>"
    }
}

extension Reader {
    /// The classes and groups of a school in one academic year, by name.
    fileprivate func classChoices(of school: SchoolID, in year: AcademicYear) throws -> [(id: ClassID, name: String)] {
        try rows("SELECT id, name FROM school_class WHERE school_id = \(school) AND academic_year = \(year.starting) ORDER BY kind, name, id") { try ($0.next(), $0.next()) }
    }
}
