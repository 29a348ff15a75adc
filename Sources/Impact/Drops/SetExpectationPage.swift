import Access
import AreaKit
import Basics
import Database
import Measures
import Pages
import People

let setExpectationRoutes: [Route] = [
    .read(setExpectationPath, .keepSchool) { visit in
        try await visit.read { reader in
            let place = try reader.placeOfExpectation(visit, visit.request.query)
            return try page(visit, reader, place, opening(reader, visit), Problems())
        }
    },
    .send(setExpectationPath, .keepSchool) { visit in
        let typed = visit.request.form
        return try await visit.save { try set($0, visit, typed) } again: { problems, status in
            try await visit.read { reader in try page(visit, reader, try reader.placeOfExpectation(visit, typed), typed, problems, status: status) }
        }
    },
]

extension Reader {
    /// The schools for which this person may say it, and whether for the whole trust.
    /// - Throws: `NotFound` where one is named that is not theirs.
    fileprivate func placeOfExpectation(_ visit: Visit, _ values: FormValues) throws -> (schools: [School], chosen: SchoolID?) {
        let own = try schools(for: visit.viewer).filter { visit.viewer.keepsExpectations(at: $0.id) }, named = SchoolID(values["school"])
        if own.isEmpty { throw NotFound() }
        if let named, !own.contains(where: { $0.id == named }) { throw NotFound() }
        return (own, named ?? (visit.viewer.keepsExpectations(at: nil) ? nil : own[0].id))
    }
}

/// A change begins with what is expected now, from today on.
private func opening(_ reader: Reader, _ visit: Visit) throws -> FormValues {
    var values = FormValues([("school", visit.request.query["school"]), ("starts", visit.today.description), ("source", "Checked locally by ")])
    guard visit.request.query.has("from") else { return values }
    guard let id = RowID(visit.request.query["from"]), let old = try reader.one(id, of: ExpectedProgress.self), visit.viewer.keepsExpectations(at: old.school) else { throw NotFound() }
    let number: String = switch old.course {
    case .perYear(let gain): "\(gain)"
    case .reaches(let score): try reader.one(old.instrument, of: Instrument.self)?.scale(old.scale)?.typed(Score(score)) ?? "\(score)"
    case .holds, .withCalendar: ""
    }
    for (name, text) in [("school", old.school.map { "\($0)" } ?? ""), ("measure", "\(old.instrument):\(old.scale)"), ("way", old.course.key), ("number", number), ("source", old.source)] { values.set(name, text) }
    for year in old.years { values.add("years", year.rawValue) }
    return values
}

private func set(_ writer: Writer, _ visit: Visit, _ typed: FormValues) throws -> Address {
    let school = try writer.placeOfExpectation(visit, typed).chosen
    var problems = Problems()
    let starts = problems.day("starts", typed)
    if starts == nil, problems.isEmpty { problems.add("starts", "Give the day from which it is expected.") }
    let years = typed.all("years").map { YearGroup(rawValue: $0) }.filter { YearGroup.all.contains($0) }
    let act = SetExpectation(try writer.measure(typed["measure"], at: school, for: visit.viewer), years: years, way: SetExpectation.Way(rawValue: typed["way"]),
                             number: typed["number"], starts: starts ?? visit.today, source: typed["source"])
    let change = try problems.gather { try act.applied(at: school, beside: try writer.all(ExpectedProgress.self, "ORDER BY id")) }
    guard problems.isEmpty, let change else { throw problems }
    try writer.save(change)
    return expectationsPath().asking(["school": school.map { "\($0)" }, "saved": "set"])
}

private func page(_ visit: Visit, _ reader: Reader, _ place: (schools: [School], chosen: SchoolID?), _ typed: FormValues, _ problems: Problems, status: Int = 422) throws -> Answer {
    let write = FormWriter(typed, problems), title = "Say what is expected", forTrust = visit.viewer.keepsExpectations(at: nil)
    let choices = (forTrust ? [Choice("", "The whole trust")] : []) + place.schools.map { Choice("\($0.id)", $0.name) }
    let tests = try reader.measures(at: place.chosen, for: visit.viewer)
    let body: HTML = """
        \(crumbs(("Data drops", dropsPath()), ("What is expected", expectationsPath())))\(write.summary)\
        \(pageTitle(title, lead: "It holds from a day on. What was expected before stays, so data drops of earlier days do not move."))\
        \(form(setExpectationPath(), button: "Save what is expected", back: expectationsPath(), """
            \(choices.count > 1 ? write.select("school", "Where?", choices, hint: "A school’s own goes before the trust’s.") : write.hidden("school"))\
            \(write.select("measure", "On which scale?", measureChoices(tests)))\
            \(write.checkboxes("years", "In which years?", YearGroup.all.map { Choice($0.rawValue, $0.label) }, hint: "Tick none for every year. One for some years goes before one for every year."))\
            \(write.radios("way", "What is expected?", SetExpectation.Way.allCases.map { Choice($0.rawValue, $0.label) }))\
            \(write.text("number", "How many points, or which score?", hint: "Such as 3 points in a reception year. Leave it empty for the same score again, or a month for each month."))\
            \(write.day("starts", "From which day?"))\
            \(write.text("source", "Where does it come from?", hint: "Who checked that it fits your pupils, such as: checked locally by the SENCO and the reception team."))
            """))
        """
    if problems.isEmpty { return visit.page(title, at: "impact", body) }
    return visit.page("Problem: \(title)", at: "impact", status: status, body)
}
