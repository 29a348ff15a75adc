import Access
import AreaKit
import Basics
import Database
import Pages

/// The SEND register of a school or of the trust.
public let registerPath = PagePath< >("/register")

let registerRoutes: [Route] = [
    .read(registerPath, .seePupils) { visit in
        let ask = RegisterQuestion(visit)
        return try await visit.read { try registerPage(visit, ask, $0) }
    },
]

/// What the address asks of the register.
struct RegisterQuestion: Sendable {
    static let size = 50

    var filter: RegisterFilter
    let page: Int
    let query: FormValues

    init(_ visit: Visit) {
        query = visit.request.query
        filter = RegisterFilter(school: SchoolID(query["school"]), day: visit.day)
        if filter.school == nil, visit.viewer.schools?.count == 1 { filter.school = visit.viewer.schools?.first }
        filter.status = .init(query["status"])
        filter.year = query["year"]
        filter.schoolClass = ClassID(query["class"])
        filter.need = query["need"]
        filter.flag = query["flag"]
        filter.changedSince = Day(query["changed_since"])
        page = max(1, Int(query["page"]) ?? 1)
    }

    /// Whether only school, status and day were asked for, so that the counts tell the length.
    var isPlain: Bool {
        filter.year.isEmpty && filter.schoolClass == nil && filter.need.isEmpty && filter.flag.isEmpty && filter.changedSince == nil
    }

    /// The same question with some answers changed.
    func address(status: String? = nil, page: Int? = nil) -> Address {
        registerPath().asking([
            "school": query["school"], "year": query["year"], "class": query["class"], "need": query["need"], "flag": query["flag"],
            "on": query["on"], "status": status ?? query["status"], "page": page.map(String.init),
        ])
    }
}

private func registerPage(_ visit: Visit, _ ask: RegisterQuestion, _ reader: Reader) throws -> Answer {
    let viewer = visit.viewer, filter = ask.filter
    let school = try filter.school.flatMap { try reader.school($0, for: viewer) }
    if filter.school != nil, school == nil { throw NotFound() }
    let count = try reader.registerCounts(for: viewer, school: filter.school, on: filter.day).values.reduce(RegisterCount(), +)
    let length = try ask.isPlain && filter.status != .watched ? count.length(filter.status) : reader.registerLength(filter, for: viewer)
    let lines = try reader.register(filter, for: viewer, limit: RegisterQuestion.size, offset: (ask.page - 1) * RegisterQuestion.size)
    let day = filter.day == visit.today ? "today, \(filter.day.inWords)" : "on \(filter.day.inWords)"
    return visit.page("SEND register", at: "pupils", """
        \(pageTitle("SEND register", lead: "\(school?.name ?? "All schools") · as it stood \(day)", actions: actions(visit, ask)))\
        \(numbers(count, ask))\(try filters(ask, viewer, reader))\
        <p id="found" role="status">\(found(length, ask, lines.count))</p>\
        <div id="pupils">\(registerTable(lines, showSchool: filter.school == nil))\
        \(pager(ask.page, of: (length + RegisterQuestion.size - 1) / RegisterQuestion.size, size: RegisterQuestion.size) { ask.address(page: $0) })</div>
        """)
}

private func actions(_ visit: Visit, _ ask: RegisterQuestion) -> [HTML] {
    [printButton("Print this list")]
}

private func numbers(_ count: RegisterCount, _ ask: RegisterQuestion) -> HTML {
    let sums: HTML = "\(count.plan) and \(count.support) and \(count.none) and \(count.notRecorded) make \(grouped(count.roll)), the number on roll: the numbers agree."
    let missing: HTML = count.notRecorded == 0 ? "" : " <a href=\"\(ask.address(status: "none"))\">See the \(count.notRecorded) without a status</a>"
    return """
        <div id="numbers">\(tiles([
            Tile(count.plan, "EHC plan", ask.address(status: "E")), Tile(count.support, "SEN support", ask.address(status: "K")),
            Tile(count.none, "No SEN", ask.address(status: "N")),
            Tile(count.notRecorded, "Not recorded", ask.address(status: "none"), warns: count.notRecorded > 0), Tile(count.roll, "On roll", ask.address(status: "all")),
        ], sum: true))<p class="quiet">\(sums)\(missing)</p></div>
        """
}

private func found(_ length: Int, _ ask: RegisterQuestion, _ shown: Int) -> String {
    if length == 0 { return "No pupils match. Take a filter away to see more." }
    let first = (ask.page - 1) * RegisterQuestion.size + 1
    return shown == length ? "\(count(length, "pupil")), in order of surname."
        : "\(grouped(length)) pupils. These are \(first) to \(first + shown - 1), in order of surname."
}

private func filters(_ ask: RegisterQuestion, _ viewer: Viewer, _ reader: Reader) throws -> HTML {
    let write = FormWriter(ask.query)
    let schools = try reader.schools(for: viewer)
    let schoolChoice: HTML = schools.count < 2 ? "" : write.select("school", "School", [Choice("", "All schools")] + schools.map { Choice("\($0.id)", $0.name) })
    let classes = try ask.filter.school.map { try reader.classes(of: $0, in: AcademicYear(containing: ask.filter.day)) } ?? []
    let classChoice: HTML = classes.isEmpty ? "" : write.select("class", "Class", [Choice("", "All classes")] + classes.map { Choice("\($0.id)", $0.name) })
    return """
        <form class="filters" method="get" action="\(registerPath())" data-shows="numbers found pupils">\(schoolChoice)\
        \(write.select("year", "Year", [Choice("", "All years")] + YearGroup.all.map { Choice($0.rawValue, $0.label) }))\(classChoice)\
        \(write.select("need", "Need", [Choice("", "Any need")] + NeedType.all.map { Choice($0.code, $0.label) }))\
        \(write.select("status", "Status", statusChoices))\(write.select("flag", "Also", flagChoices))\(write.day("on", "On this day"))\
        <p class="actions"><button>Show these pupils</button> <a href="\(registerPath())">Show all again</a></p></form>
        """
}

private let statusChoices = [
    Choice("", "EHC plan or SEN support"), Choice("E", "EHC plan"), Choice("K", "SEN support"), Choice("N", "No SEN"),
    Choice("none", "Not recorded"), Choice("watch", "Watch list"), Choice("all", "Everyone"),
]

private let flagChoices = [
    Choice("", "Anyone"), Choice("looked_after", "Looked after"), Choice("pupil_premium", "Pupil premium"),
    Choice("eal", "English as an additional language"), Choice("SENU", "In the SEN unit"), Choice("RP", "In resourced provision"),
    Choice("dual", "On two rolls"),
]

extension RegisterCount {
    func length(_ status: RegisterFilter.Status) -> Int {
        switch status {
        case .onRegister: plan + support
        case .code("E"): plan
        case .code("K"): support
        case .code("N"): none
        case .notRecorded: notRecorded
        case .everybody: roll
        case .code, .watched: 0
        }
    }
}
