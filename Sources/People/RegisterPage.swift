import Access
import AreaKit
import Basics
import Database
import Files
import Pages

/// The SEND register of a school or of the trust.
public let registerPath = PagePath< >("/register")

let registerRoutes: [Route] = [
    .read(registerPath, .seePupils) { visit in
        let ask = RegisterQuestion(visit)
        return try await visit.read { try registerPage(visit, ask, $0) }
    },
]

private func registerPage(_ visit: Visit, _ ask: RegisterQuestion, _ reader: Reader) throws -> Answer {
    let viewer = visit.viewer, filter = ask.filter
    let school = try filter.school.flatMap { try reader.school($0, for: viewer) }
    if filter.school != nil, school == nil { throw NotFound() }
    let roll = try reader.roll(filter, for: viewer)
    let places = roll.places(filter.status)
    let shown = places.dropFirst((ask.page - 1) * RegisterQuestion.size).prefix(RegisterQuestion.size)
    let lines = try reader.lines(of: shown, in: roll, on: filter.day)
    viewer.witness.saw(shown.map(\.pupil))
    let title = filter.status == .watched ? "Watch list" : "SEND register"
    let day = filter.day == visit.today ? "today, \(filter.day.inWords)" : "on \(filter.day.inWords)"
    return visit.page(title, at: "pupils", """
        \(saved(visit))\(pageTitle(title, lead: "\(school?.name ?? "All schools") · as it stood \(day)", actions: actions(visit, ask)))\
        \(numbers(roll.count, ask))\(try filters(ask, viewer, reader))\
        <p id="found" role="status">\(filter.day == visit.today && ask.isPlain && viewer.seesNobodyYet(of: roll.count.roll) ? Viewer.seesNobodyYet : found(places.count, ask, lines.count))</p>\
        <div id="pupils">\(pupils(visit, lines, ask))\
        \(pager(ask.page, of: (places.count + RegisterQuestion.size - 1) / RegisterQuestion.size, size: RegisterQuestion.size) { ask.address(page: $0) })\
        \(files(visit, ask, places.count))</div>
        """)
}

extension Viewer {
    /// What to do for one who was let in without pupils, such as a teacher whose classes are not in the list of staff.
    public static let seesNobodyYet = "You see no pupil yet. Ask whoever invited you to check which pupils or classes are yours."

    /// Not so where figures are seen: there an empty roll is an empty school.
    public func seesNobodyYet(of roll: Int) -> Bool { roll == 0 && may(.seePupils) && !may(.seeFigures) }
}

private func saved(_ visit: Visit) -> HTML {
    guard let number = Int(visit.request.query["changed"]) else { return "" }
    return notice("Saved for \(count(number, "pupil")).")
}

private func actions(_ visit: Visit, _ ask: RegisterQuestion) -> [HTML] {
    let viewer = visit.viewer
    return [
        viewer.may(.addPupil) ? linkButton("Add a pupil", addPupilPath().asking(["school": ask.filter.school.map { "\($0)" }])) : nil,
        ask.filter.school.flatMap { viewer.may(.importFiles, at: $0) ? $0 : nil }.map { linkButton("Read in a file", importPath($0), aside: true) },
        viewer.may(.importFiles) ? linkButton("Enter in the MIS", misTasksPath(), aside: true) : nil,
        printButton("Print this list"),
    ].compactMap { $0 }
}

private func numbers(_ count: RegisterCount, _ ask: RegisterQuestion) -> HTML {
    if ask.filter.status == .watched {
        return "<div id=\"numbers\">\(notice("These pupils are watched. They are not on the SEN register unless their status says so."))</div>"
    }
    let whole = ask.isPlain ? "the number on roll: the numbers agree" : "the number that the filters leave"
    let sums: HTML = "\(count.plan) and \(count.support) and \(count.none) and \(count.notRecorded) make \(grouped(count.roll)), \(whole)."
    let missing: HTML = count.notRecorded == 0 ? "" : " <a href=\"\(ask.address(status: "none"))\">See the \(count.notRecorded) without a status</a>"
    return """
        <div id="numbers">\(tiles([
            Tile(count.plan, "EHC plan", ask.address(status: "E")), Tile(count.support, "SEN support", ask.address(status: "K")),
            Tile(count.none, "No SEN", ask.address(status: "N")),
            Tile(count.notRecorded, "Not recorded", ask.address(status: "none"), warns: count.notRecorded > 0),
            Tile(count.roll, ask.isPlain ? "On roll" : "Together", ask.address(status: "all")),
        ], sum: true))<p class="quiet">\(sums)\(missing)</p></div>
        """
}

private func found(_ length: Int, _ ask: RegisterQuestion, _ shown: Int) -> String {
    if length == 0 { return "No pupils match. Take a filter away to see more." }
    let first = (ask.page - 1) * RegisterQuestion.size + 1, order = "in order of \(ask.filter.order.label)"
    if shown == 0 { return "\(grouped(length)) pupils, and none on this page. Go back to the first page." }
    return shown == length ? "\(count(length, "pupil")), \(order)." : "\(grouped(length)) pupils. These are \(first) to \(first + shown - 1), \(order)."
}

/// The list; whoever decides about pupils may tick some and change them together.
private func pupils(_ visit: Visit, _ lines: [RegisterLine], _ ask: RegisterQuestion) -> HTML {
    let table = registerTable(lines, showSchool: ask.filter.school == nil, ticks: ask.mayAll(.changeRegister, visit.viewer))
    guard ask.mayAll(.changeRegister, visit.viewer), !lines.isEmpty else { return table }
    return """
        <form method="get" action="\(bulkChangePath())"><p class="no-print" hidden><label class="choice">\
        <input type="checkbox" data-tick-all="pupil"> <span>Tick everybody on this page</span></label></p>\(table)\
        <p class="actions"><button class="second">Change those that are ticked</button></p></form>
        """
}

private func files(_ visit: Visit, _ ask: RegisterQuestion, _ length: Int) -> HTML {
    guard ask.mayAll(.exportRegister, visit.viewer), length > 0 else { return "" }
    return """
        <p class="actions">Keep \(length == 1 ? "this pupil" : "these \(grouped(length)) pupils") as a file: \
        <a href="\(ask.file(.xlsx))">Excel workbook</a> <a href="\(ask.file(.csv))">CSV</a></p>
        """
}

private func filters(_ ask: RegisterQuestion, _ viewer: Viewer, _ reader: Reader) throws -> HTML {
    let write = FormWriter(ask.query)
    let schools = viewer.schools?.count == 1 ? [] : try reader.schoolNames(for: viewer)
    let schoolChoice: HTML = schools.count < 2 ? "" : write.select("school", "School", [Choice("", "All schools")] + schools.map { Choice("\($0.id)", $0.name) })
    let classes = try ask.filter.school.map { try reader.classes(of: $0, in: AcademicYear(containing: ask.filter.day)) } ?? []
    let classChoice: HTML = classes.isEmpty ? "" : write.select("class", "Class", [Choice("", "All classes")] + classes.map { Choice("\($0.id)", $0.name) })
    return """
        <form class="filters" method="get" action="\(registerPath())" data-shows="numbers found pupils">\(schoolChoice)\
        \(write.select("year", "Year", yearChoices))\(classChoice)\(write.select("need", "Need", needChoices))\
        \(write.select("status", "Status", statusChoices))\(write.select("flag", "Also", flagChoices))\(write.select("order", "In order of", orderChoices))\
        \(write.day("on", "On this day"))<p class="actions"><button>Show these pupils</button> <a href="\(registerPath())">Show all again</a></p></form>
        """
}

private let yearChoices = [Choice("", "All years")] + YearGroup.all.map { Choice($0.rawValue, $0.label) }
private let needChoices = [Choice("", "Any need")] + NeedType.all.map { Choice($0.code, $0.label) }
private let orderChoices = RegisterFilter.Order.allCases.map { Choice($0 == .name ? "" : $0.rawValue, $0 == .since ? "time since" : $0.label) }

private let statusChoices = [
    Choice("", "On the register"), Choice("E", "EHC plan"), Choice("K", "SEN support"), Choice("N", "No SEN"),
    Choice("none", "Not recorded"), Choice("watch", "Watch list"), Choice("all", "Everyone"),
]

private let flagChoices = [
    Choice("", "Anyone"), Choice("looked_after", "Looked after"), Choice("previously_looked_after", "Previously looked after"),
    Choice("pupil_premium", "Pupil premium"), Choice("service_child", "Service child"), Choice("eal", "English as an additional language"),
    Choice("SENU", "In the SEN unit"), Choice("RP", "In resourced provision"), Choice("dual", "On two rolls"),
]
