import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Chooses the class, the test and the day whose results are entered.
public let resultsPath = PagePath< >("/results")

let chooseResultsRoutes: [Route] = [
    .read(resultsPath, .enterResults) { visit in
        try await visit.read { reader in
            let query = visit.request.query
            if query.has("open"), let schoolClass = ClassID(query["class"]), let instrument = InstrumentID(query["test"]) {
                return .goTo(classResultsPath(schoolClass, instrument).asking(["on": query["on"]]))
            }
            return try choosePage(visit, reader)
        }
    },
]

private func choosePage(_ visit: Visit, _ reader: Reader) throws -> Answer {
    let viewer = visit.viewer, query = visit.request.query, schools = try reader.schools(for: viewer)
    let school = SchoolID(query["school"]) ?? (schools.count == 1 ? schools[0].id : nil)
    if let school, !viewer.sees(school) { throw NotFound() }
    var values = query
    if !values.has("on") { values.set("on", visit.today.description) }
    let write = FormWriter(values)
    let schoolChoice: HTML = schools.count < 2 ? "" : write.select("school", "School", [Choice("", "Choose a school")] + schools.map { Choice("\($0.id)", $0.name) })
    return visit.page("Results of tests", at: "results", """
        \(pageTitle("Enter results", lead: "Choose a class, a test and the day. Then type the scores or paste them from a spreadsheet.", actions: actions(visit)))\
        <form method="get" action="\(resultsPath())" class="card" data-shows="rest">\(schoolChoice)\
        <div id="rest">\(try school.map { try rest(visit, reader, $0, write) } ?? "<p class=\"actions\"><button>Show the classes of this school</button></p>")</div></form>
        """)
}

private func actions(_ visit: Visit) -> [HTML] {
    let file = visit.person.may(.importFiles) ? [linkButton("Read in a file of results", resultFilePath(), aside: true)] : []
    return file + [linkButton("See all tests", cataloguePath(), aside: true)]
}

private func rest(_ visit: Visit, _ reader: Reader, _ school: SchoolID, _ write: FormWriter) throws -> HTML {
    let classes = try reader.classesInSight(of: school, for: visit.viewer, on: visit.today)
    if classes.isEmpty { return "<p>No class of this school has a pupil in your sight today.</p>" }
    let instruments = try reader.instruments(for: visit.viewer, at: school, offeredOn: visit.today)
    return """
        \(write.select("class", "Class or group", classes.map { Choice("\($0.id)", $0.name) }))\
        \(write.select("test", "Test", instruments.map { Choice("\($0.id)", $0.name) }))\
        \(write.day("on", "Day of the test"))<p class="actions"><button name="open" value="yes">Open the grid</button></p>
        """
}
