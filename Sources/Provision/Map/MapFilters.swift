import Basics
import Database
import Pages
import People

extension Reader {
    /// The registration classes of a school in this year, as choices.
    func mapClasses(of school: SchoolID, on day: Day) throws -> [Choice] {
        try rows("SELECT id, name FROM school_class WHERE school_id = \(school) AND academic_year = \(AcademicYear(containing: day).starting) AND kind = 'class' ORDER BY name") {
            Choice("\(try $0.next(ClassID.self))", try $0.next(String.self))
        }
    }
}

/// What of the map is shown. Pupils are chosen within one school.
func mapFilters(_ ask: MapQuestion, _ schools: [School], classes: [Choice]) -> HTML {
    let write = FormWriter(ask.values), years = YearGroup.all.map { Choice($0.rawValue, $0.label) }, needs = NeedType.all.map { Choice($0.code, $0.label) }
    let school: HTML = schools.count > 1 ? write.select("school", "School", [Choice("", "All schools")] + schools.map { Choice("\($0.id)", $0.name) }) : ""
    let pupils: HTML = ask.school == nil ? "" : """
        \(write.select("class", "Class", [Choice("", "All classes")] + classes))\(write.select("year", "Year", [Choice("", "All years")] + years))\
        \(write.select("need", "Need", [Choice("", "All needs")] + needs))\(write.text("pupil", "Pupil’s name"))
        """
    return """
        <form class="filters" method="get" action="\(mapPath())">\(ask.withCosts ? write.hidden("costs") : "")\(school)\(write.select("period", "Period", MapPeriod.allCases.map { Choice($0.rawValue, $0.label) }))\
        \(write.select("kind", "Kind", [Choice("", "All kinds")] + InterventionKind.allCases.map { Choice($0.rawValue, $0.label) }))\(pupils)<p class="actions"><button>Show</button></p></form>
        """
}
