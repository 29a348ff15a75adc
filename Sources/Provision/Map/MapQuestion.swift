import Access
import Basics
import Pages
import People

/// Which part of the map is asked for, and what of it is open.
struct MapQuestion: Sendable {
    /// Nil for all schools.
    var school: SchoolID?
    var period = MapPeriod.term
    /// Nil for every kind.
    var kind: InterventionKind?
    var schoolClass: ClassID?
    var year = ""
    var need = ""
    /// A part of a pupil's name.
    var name = ""
    /// The line that is open, with those above it: a kind, an intervention such as `i12` or a group such as `g31`; `all`.
    var open = ""
    /// Whether the map of all schools shows what each costs: that takes longer to reckon.
    var withCosts = false
    let day: Day

    init(school: SchoolID? = nil, day: Day) { (self.school, self.day) = (school, day) }

    init(_ visit: Visit) {
        let query = visit.request.query
        self.init(school: SchoolID(query["school"]), day: visit.today)
        period = MapPeriod(rawValue: query["period"]) ?? .term
        kind = InterventionKind(rawValue: query["kind"])
        schoolClass = ClassID(query["class"])
        withCosts = query["costs"] == "yes"
        (year, need) = (String(query["year"].prefix(10)), String(query["need"].prefix(10)))
        (name, open) = (String(query["pupil"].prefix(80)).trimmed, String(query["open"].prefix(40)))
    }

    /// Whether only some pupils are asked for.
    var choosesPupils: Bool { schoolClass != nil || !year.isEmpty || !need.isEmpty || !name.isEmpty }

    /// The same question with another line open.
    func address(opening line: String, _ path: PagePath< > = mapPath) -> Address {
        asking(path).asking(["open": line])
    }

    func asking(_ path: PagePath< >) -> Address {
        path().asking([
            "school": school.map { "\($0)" }, "period": period == .term ? nil : period.rawValue, "kind": kind?.rawValue, "class": schoolClass.map { "\($0)" },
            "year": year, "need": need, "pupil": name, "costs": withCosts ? "yes" : nil,
        ])
    }

    /// What stands in the form of the filters.
    var values: FormValues {
        FormValues([
            ("school", school.map { "\($0)" } ?? ""), ("period", period.rawValue), ("kind", kind?.rawValue ?? ""), ("class", schoolClass.map { "\($0)" } ?? ""),
            ("year", year), ("need", need), ("pupil", name), ("costs", withCosts ? "yes" : ""),
        ])
    }
}
