import Access
import AreaKit
import Basics
import Database
import Measures
import Pages
import People

func startDropRoutes(_ colleagues: @escaping DropColleagues) -> [Route] {
    [
        .read(startDropPath, .changeRegister) { visit in
            try await visit.read { reader in
                guard let school = try reader.schoolOfDrop(visit, visit.request.query) else { return try choosePage(visit, reader) }
                return try page(visit, reader, school, colleagues, opening(reader, school, colleagues, visit.today), Problems())
            }
        },
        .send(startDropPath, .changeRegister) { visit in
            let typed = visit.request.form
            return try await visit.save { try start($0, visit, typed, colleagues) } again: { problems, status in
                try await visit.read { reader in
                    guard let school = try reader.schoolOfDrop(visit, typed) else { return try choosePage(visit, reader) }
                    return try page(visit, reader, school, colleagues, typed, problems, status: status)
                }
            }
        },
    ]
}

extension Reader {
    /// The schools for which somebody opens drops.
    fileprivate func schoolsOfDrops(_ viewer: Viewer) throws -> [School] { try schools(for: viewer).filter { viewer.decidesImpact(at: $0.id) } }

    /// The one that is asked about; nil where one must choose.
    /// - Throws: `NotFound` where it is another's.
    fileprivate func schoolOfDrop(_ visit: Visit, _ values: FormValues) throws -> School? {
        let schools = try schoolsOfDrops(visit.viewer)
        if schools.isEmpty { throw NotFound() }
        guard values.has("school"), !values["school"].isEmpty else { return schools.count == 1 ? schools[0] : nil }
        guard let school = schools.first(where: { $0.id == SchoolID(values["school"]) }) else { throw NotFound() }
        return school
    }

    /// The test and scale that a form names as `12:reading`.
    func measure(_ text: String, at school: SchoolID?, for viewer: Viewer) throws -> (instrument: Instrument, scale: String)? {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2, let id = InstrumentID(parts[0]) else { return nil }
        return try measures(at: school, for: viewer).first { $0.id == id }.map { ($0, parts[1]) }
    }

    /// The tests by which progress is seen.
    func measures(at school: SchoolID?, for viewer: Viewer) throws -> [Instrument] { try instruments(for: viewer, at: school).filter { $0.measuresProgress && (school != nil || $0.school == nil) } }
}

/// Tests and scales as choices.
func measureChoices(_ instruments: [Instrument]) -> [Choice] {
    [Choice("", "Choose a test")] + instruments.flatMap { instrument in
        instrument.scales.map { Choice("\(instrument.id):\($0.key)", instrument.scales.count > 1 ? "\(instrument.name): \($0.name)" : instrument.name) }
    }
}

private func opening(_ reader: Reader, _ school: School, _ colleagues: DropColleagues, _ today: Day) throws -> FormValues {
    let term = HalfTerm(containing: today), last = try reader.all(DataDrop.self, "WHERE school_id = \(school.id) ORDER BY academic_year DESC, half_term DESC, id DESC LIMIT 1").first
    var values = FormValues([("half_term", term.key), ("as_of", today.description), ("group", DropTrait.withSEN.key)])
    if let last { values.set("measure", "\(last.instrument):\(last.scale)") }
    let people = try colleagues(reader, school.id, today), before = try last.map { try reader.reviewers(of: $0.id) } ?? []
    for seat in DropReviewer.Seat.allCases {
        let again = before.first { $0.seat == seat }.flatMap { old in people.first { $0.account == old.account } }
        if let person = again ?? people.first(where: { seat.suits($0) }) { values.set(seat.rawValue, "\(person.account)") }
    }
    return values
}

private func start(_ writer: Writer, _ visit: Visit, _ typed: FormValues, _ colleagues: DropColleagues) throws -> Address {
    guard let school = try writer.schoolOfDrop(visit, typed) else { throw Problems("school", "Choose the school.") }
    var problems = Problems()
    let asOf = problems.day("as_of", typed), group = DropGroup(typed.all("group").compactMap { DropTrait(key: $0) })
    let act = StartDrop(HalfTerm(key: typed["half_term"]), asOf: asOf, measure: try writer.measure(typed["measure"], at: school.id, for: visit.viewer), group: group)
    let beside = try writer.all(DataDrop.self, "WHERE school_id = \(school.id)")
    let change = problems.isEmpty ? try problems.gather { try act.applied(at: school.id, beside: beside, today: visit.today) } : nil
    let named = NameReviewers(typed.reviewers(among: try colleagues(writer, school.id, visit.today)))
    // A drop that is not there yet stands for the one that will be, so that everything wrong is said at once.
    let stand = change?.after ?? DataDrop(school: school.id, halfTerm: HalfTerm(containing: visit.today), asOf: visit.today, instrument: InstrumentID(0), scale: "")
    _ = try problems.gather { try named.applied(to: stand, []) }
    guard problems.isEmpty, let change else { throw problems }
    let drop = try writer.save(change)
    for reviewer in try named.applied(to: drop, []) { try writer.save(reviewer) }
    return dropPath(drop.id).asking(["saved": "opened"])
}

/// Which groups a drop can be of, where it is opened.
private let startTraits: [DropTrait] = [.withSEN, .onSupport, .withPlan, .withoutOneToOne, .pupilPremium, .lookedAfter, .eal, .everybody]

private func page(_ visit: Visit, _ reader: Reader, _ school: School, _ colleagues: DropColleagues, _ typed: FormValues, _ problems: Problems, status: Int = 422) throws -> Answer {
    var values = typed
    values.set("school", "\(school.id)")
    let write = FormWriter(values, problems), title = "Open a data drop", people = try colleagues(reader, school.id, visit.today), now = HalfTerm(containing: visit.today)
    let terms = sequence(first: now) { $0.previous }.prefix(6).map { Choice($0.key, $0.label) }
    let body: HTML = """
        \(crumbs(("Impact", impactPath()), ("Data drops", dropsPath().asking(["school": "\(school.id)"]))))\(write.summary)\
        \(pageTitle(title, lead: "\(school.name). The scores are those that the school has entered anyway. Nothing is typed twice."))\
        \(form(startDropPath(), button: "Open the data drop", back: dropsPath().asking(["school": "\(school.id)"]), """
            \(write.hidden("school"))<div class="grid">\(write.select("half_term", "Which half-term?", terms))\
            \(write.day("as_of", "Results up to which day count?", hint: "A score counts when it is at most 60 days old on that day."))</div>\
            \(write.select("measure", "By which test?", measureChoices(try reader.measures(at: school.id, for: visit.viewer)), hint: "Tests that look at one moment only are not among them."))\
            \(write.checkboxes("group", "Of whom?", startTraits.map { Choice($0.key, $0.label) }, hint: "Tick more than one for those who are in all of them. The page of the drop shows each group within it."))\
            \(reviewerFields(write, people))
            """))
        """
    if problems.isEmpty { return visit.page(title, at: "impact", body) }
    return visit.page("Problem: \(title)", at: "impact", status: status, body)
}

private func choosePage(_ visit: Visit, _ reader: Reader) throws -> Answer {
    let schools = try reader.schoolsOfDrops(visit.viewer), write = FormWriter(FormValues())
    return visit.page("Open a data drop: choose the school", at: "impact", """
        \(crumbs(("Impact", impactPath()), ("Data drops", dropsPath())))\(pageTitle("Open a data drop"))\
        <form method="get" action="\(startDropPath())">\(write.select("school", "At which school?", schools.map { Choice("\($0.id)", $0.name) }))\
        <p class="actions"><button>Go on with this school</button> <a href="\(dropsPath())">Go back</a></p></form>
        """)
}
