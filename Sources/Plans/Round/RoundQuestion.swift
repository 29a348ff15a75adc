import Access
import Basics
import Database
import Pages
import People

/// The review round: many plans on one screen.
public let roundPath = PagePath< >("/plans/round")
/// Saves one row of it.
let roundRowPath = PagePath<PlanID>("/plans/*/round")

/// Which plans a round looks at.
struct RoundQuestion: Sendable {
    var school: SchoolID?
    var schoolClass: ClassID?
    /// A code of `YearGroup`; empty for all.
    var year = ""
    /// Only those to be reviewed by then; nil for all that are live.
    var dueBy: Day?
    /// The last plan of the part before this one.
    var after: PlanID?
    /// This plan alone.
    var plan: PlanID?
    let day: Day

    /// So many rows come at once, so that a page stays light; the script joins the parts to one list.
    static let size = 10
    /// What is due by then is shown at first.
    static let usualDays = 14

    init(day: Day) { self.day = day }

    init(_ visit: Visit) {
        let query = visit.request.query
        day = visit.today
        (school, schoolClass) = (SchoolID(query["school"]), ClassID(query["class"]))
        year = query["year"]
        dueBy = query["by"] == "all" ? nil : Day(query["by"]) ?? visit.today + Self.usualDays
        (after, plan) = (PlanID(query["after"]), PlanID(query["plan"]))
        // The script saves one row at a time and asks for that row alone.
        if visit.request.form["row"] == "only" { plan = visit.request.path.split(separator: "/").dropFirst().first.flatMap { PlanID(String($0)) } }
    }

    private var questions: KeyValuePairs<String, String?> {
        ["school": school.map { "\($0)" }, "class": schoolClass.map { "\($0)" }, "year": year, "by": dueBy?.description ?? "all", "after": after.map { "\($0)" }]
    }

    func asked(of address: Address) -> Address { address.asking(questions) }

    func starting(after plan: PlanID?) -> RoundQuestion {
        var other = self
        other.after = plan
        return other
    }
}

/// One plan of a round, in its place.
struct RoundPlace: Sendable {
    let plan: PlanID
    /// Whether somebody reviewed it or looked at it today.
    let isDone: Bool
}

extension Reader {
    /// The plans of a round by the names of their pupils: those that are live, and those that were reviewed today.
    func roundPlaces(_ ask: RoundQuestion, for viewer: Viewer) throws -> [RoundPlace] {
        try rows("""
            SELECT n.id, n.state, CASE WHEN EXISTS (SELECT 1 FROM plan_look k WHERE k.plan_id = n.id AND k.looked_on = \(ask.day)) THEN 1 ELSE 0 END \
            FROM plan n JOIN pupil p ON p.id = n.pupil_id WHERE \(condition(ask, viewer)) ORDER BY p.sort_name, n.id
            """) { row in
            let id: PlanID = try row.next(), state: PlanState = try row.next(), looks: Int = try row.next()
            return RoundPlace(plan: id, isDone: state != .live || looks > 0)
        }
    }

    private func condition(_ ask: RoundQuestion, _ viewer: Viewer) -> SQL {
        let reviewed: SQL = "(n.reviewed_on = \(ask.day) AND n.state IN ('reviewed', 'closed') AND EXISTS (SELECT 1 FROM plan_review v WHERE v.plan_id = n.id))"
        var roll: [SQL] = ["e.pupil_id = n.pupil_id", "e.starts <= \(ask.day)", "(e.ends IS NULL OR e.ends >= \(ask.day))", viewer.doing(.workOnPlans).seesEnrolment(on: ask.day)]
        if !ask.year.isEmpty {
            roll.append("EXISTS (SELECT 1 FROM pupil_year y WHERE y.pupil_id = e.pupil_id AND y.school_id = e.school_id AND y.academic_year = \(AcademicYear(containing: ask.day).starting) AND y.year = \(ask.year))")
        }
        var list: [SQL] = ["(n.state = 'live' OR \(reviewed))", "EXISTS (SELECT 1 FROM enrolment e WHERE \(SQL.joined(roll, " AND ")))"]
        if let plan = ask.plan { return SQL.joined(list + ["n.id = \(plan)"], " AND ") }
        if let school = ask.school { list.append("n.school_id = \(school)") }
        if let day = ask.dueBy { list.append("n.review_by <= \(day)") }
        if let schoolClass = ask.schoolClass {
            list.append("EXISTS (SELECT 1 FROM class_member m WHERE m.class_id = \(schoolClass) AND m.pupil_id = n.pupil_id AND m.starts <= \(ask.day) AND (m.ends IS NULL OR m.ends >= \(ask.day)))")
        }
        return SQL.joined(list, " AND ")
    }

    /// The classes of a school by name, from which one is chosen.
    func roundClasses(of school: SchoolID, on day: Day) throws -> [Choice] {
        try rows("SELECT id, name FROM school_class WHERE school_id = \(school) AND academic_year = \(AcademicYear(containing: day).starting) AND kind = 'class' ORDER BY name, id") {
            try Choice("\($0.next(ClassID.self))", $0.next())
        }
    }

    /// The years of a school in their order.
    func roundYears(of school: SchoolID, on day: Day) throws -> [Choice] {
        let years: [String] = try column("SELECT DISTINCT year FROM pupil_year WHERE school_id = \(school) AND academic_year = \(AcademicYear(containing: day).starting)")
        return years.map { YearGroup(rawValue: $0) }.sorted { ($0.number ?? 99) < ($1.number ?? 99) }.map { Choice($0.rawValue, $0.label) }
    }
}
