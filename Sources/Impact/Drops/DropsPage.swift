import Access
import AreaKit
import Basics
import Database
import Measures
import Pages
import People

let dropsRoutes: [Route] = [
    .read(dropsPath, .seeFigures) { visit in
        let ask = try DropsQuestion(visit.request.query, visit.today)
        return try await visit.read { try page(visit, ask, $0) }
    },
]

/// Which drops are asked for.
private struct DropsQuestion: Sendable {
    var school: SchoolID?
    let year: AcademicYear
    /// Of which half-term; 0 for all.
    let number: Int
    let page: Int

    static let size = 40

    init(_ query: FormValues, _ today: Day) throws {
        (school, year) = (SchoolID(query["school"]), try askedYear(query, today) ?? AcademicYear(containing: today))
        (number, page) = (Int(query["half_term"]) ?? 0, min(max(1, Int(query["page"]) ?? 1), 1000))
    }

    var values: FormValues { FormValues([("school", school.map { "\($0)" } ?? ""), ("year", "\(year.starting)"), ("half_term", "\(number)")]) }
    func address(_ page: Int) -> Address { dropsPath().asking(["school": school.map { "\($0)" }, "year": "\(year.starting)", "half_term": "\(number)", "page": "\(page)"]) }
}

/// A drop in a list: how far it has come, and what it found once it was sent to the three.
struct DropSummary: Sendable {
    let drop: DataDrop
    let school: School
    let measure: String
    let reviewers: [DropReviewer]
    /// How its pupils stood; nobody while it is open.
    let counts: [DropLine.Standing: Int]
    /// Of these, the ones who are out of this person's sight.
    let hidden: [DropLine.Standing: Int]
    /// Whether its figures, held against those of another drop, would tell of few.
    let tellsFew: Bool

    var signed: Int { reviewers.count { $0.signedOn != nil } }
    var judged: Int { counts.judged }
    /// Pupils as expected or above, of those judged; nil where they are too few to say, or where whoever sees the others could
    /// take these away.
    var onTrack: (Int, of: Int)? {
        let isTold = judged >= ImpactFigures.fewestForFigures && !tellsFew && ![hidden.judged, hidden.values.reduce(0, +)].contains(where: ImpactFigures.isFew)
        return isTold ? (judged - counts[.below, default: 0], judged) : nil
    }
}

extension [DropLine.Standing: Int] {
    /// Those with a score and something to hold it against.
    fileprivate var judged: Int { self[.above, default: 0] + self[.expected, default: 0] + self[.below, default: 0] }
}

extension Reader {
    /// Drops by the latest half-term first: a fixed number of queries.
    func dropSummaries(_ condition: SQL, for viewer: Viewer, among schools: [School], on day: Day) throws -> [DropSummary] {
        let drops = try all(DataDrop.self, "WHERE \(condition) AND \(viewer.sees(school: "school_id")) ORDER BY academic_year DESC, half_term DESC, school_id, id"), ids = drops.map(\.id)
        let reviewers = Dictionary(grouping: try all(DropReviewer.self, "WHERE drop_id IN \(ids) ORDER BY id"), by: \.drop)
        let tests = Dictionary(try all(Instrument.self, "WHERE id IN \(Set(drops.map(\.instrument)).sorted())").map { ($0.id, $0) }) { $1 }
        let few = try dropsThatTellFew(besides(drops)), counts = try standings("drop_id IN \(ids)")
        // One of the three who is to see names sees more pupils here than elsewhere.
        let named = Set(ids.filter { viewer.isNamed(among: reviewers[$0] ?? []) }), others = ids.filter { !named.contains($0) }
        let hidden = try hiddenStandings(others, from: viewer.doing(.seeRecord), on: day) + hiddenStandings(named.sorted(), from: viewer.doing(.seePupils), on: day)
        return drops.compactMap { drop in
            guard let school = schools.first(where: { $0.id == drop.school }), let test = tests[drop.instrument] else { return nil }
            let scale = test.scale(drop.scale)?.name ?? drop.scale
            return DropSummary(drop: drop, school: school, measure: test.scales.count > 1 ? "\(test.name), \(scale)" : test.name, reviewers: reviewers[drop.id] ?? [],
                               counts: counts.of(drop.id), hidden: hidden.of(drop.id), tellsFew: few.contains(drop.id))
        }
    }

    /// All drops of the same schools and years, for one may be read beside those that a list leaves out.
    private func besides(_ drops: [DataDrop]) throws -> [DataDrop] {
        try all(DataDrop.self, "WHERE school_id IN \(drops.map(\.school).unique) AND academic_year IN \(drops.map(\.halfTerm.year.starting).unique)")
    }

    private func standings(_ condition: SQL) throws -> [StandingCount] {
        try rows("SELECT l.drop_id, l.standing, COUNT(*) FROM signed_line l JOIN pupil p ON p.id = l.pupil_id WHERE \(condition) GROUP BY l.drop_id, l.standing") {
            try StandingCount(drop: $0.next(), standing: $0.next(), number: $0.next())
        }
    }

    /// Those that this person does not see.
    private func hiddenStandings(_ ids: [DataDropID], from viewer: Viewer, on day: Day) throws -> [StandingCount] {
        try standings(viewer.parts.isEmpty ? "drop_id IN \(ids)" : "drop_id IN \(ids) AND NOT \(viewer.seesPupil(on: day))")
    }
}

/// How many pupils of a drop stand so.
private struct StandingCount {
    let drop: DataDropID
    let standing: DropLine.Standing
    let number: Int
}

extension [StandingCount] {
    fileprivate func of(_ drop: DataDropID) -> [DropLine.Standing: Int] { Dictionary(filter { $0.drop == drop }.map { ($0.standing, $0.number) }) { $1 } }
}

private func page(_ visit: Visit, _ asked: DropsQuestion, _ reader: Reader) throws -> Answer {
    let schools = try reader.schools(for: visit.viewer)
    var ask = asked
    ask.school = try reader.impactSchool(asked.school, among: schools)
    let place: SQL = ask.school.map { "school_id = \($0)" } ?? "1 = 1", term: SQL = (1...6).contains(ask.number) ? "half_term = \(ask.number)" : "1 = 1"
    let found = try reader.dropSummaries("academic_year = \(ask.year.starting) AND \(place) AND \(term)", for: visit.viewer, among: schools, on: visit.today)
    let shown = Array(found.dropFirst((ask.page - 1) * DropsQuestion.size).prefix(DropsQuestion.size)), pages = (found.count + DropsQuestion.size - 1) / DropsQuestion.size
    let body: HTML = shown.isEmpty ? none(ask) : dropsTable(shown, manySchools: ask.school == nil)
    return visit.page("Data drops", at: "impact", """
        \(crumbs(("Impact", impactPath())))\(pageTitle("Data drops", lead: "Each half-term: how pupils do against what is expected, why some are below, and what is done. Three people look it through.", actions: actions(visit, ask)))\
        \(filters(ask, schools, visit.today))<div id="found">\(body)\(pager(ask.page, of: pages, size: DropsQuestion.size, ask.address))</div>
        """)
}

private func actions(_ visit: Visit, _ ask: DropsQuestion) -> [HTML] {
    let opens = visit.person.doing(.changeRegister).may(.workOnPlans) && (ask.school.map(visit.person.decidesImpact) ?? true)
    let start = opens ? [linkButton("Open a data drop", startDropPath().asking(["school": ask.school.map { "\($0)" }]))] : []
    return start + [linkButton("See what is expected", expectationsPath().asking(["school": ask.school.map { "\($0)" }]), aside: true), printButton("Print")]
}

private func filters(_ ask: DropsQuestion, _ schools: [School], _ today: Day) -> HTML {
    let write = FormWriter(ask.values), terms = [Choice("0", "All half-terms")] + (1...6).compactMap { HalfTerm(ask.year, $0) }.map { Choice("\($0.number)", $0.name) }
    let school: HTML = schools.count < 2 ? "" : write.select("school", "School", [Choice("", "All schools")] + schools.map { Choice("\($0.id)", $0.name) })
    return """
        <form class="filters no-print" method="get" action="\(dropsPath())" data-shows="found">\(school)\
        \(write.select("year", "School year", askedYears(today).map { Choice("\($0.starting)", "\($0)") }))\(write.select("half_term", "Half-term", terms))\
        <p class="actions"><button>Show these</button></p></form>
        """
}

private func none(_ ask: DropsQuestion) -> HTML {
    let before = ask.year.previous
    return "<p>No data drop of \(ask.year.description) here yet. <a href=\"\(dropsPath().at(ask.school, in: before))\">See \(before.description)</a></p>"
}

private func dropsTable(_ drops: [DropSummary], manySchools: Bool) -> HTML {
    let heads = [head("Half-term and measure")] + (manySchools ? [head("School")] : []) + [head("Of whom"), head("As expected or above"), head("State"), head("Next")]
    return table("Data drops", heads, drops.map { line in
        let school: HTML = manySchools ? "<td data-label=\"School\">\(line.school.name)</td>" : ""
        return """
            <tr><th scope="row"><a class="name" href="\(dropPath(line.drop.id))">\(line.drop.halfTerm.label): \(line.measure)</a></th>\(school)\
            <td data-label="Of whom">\(line.drop.group.label)</td><td data-label="As expected or above">\(line.onTrackInWords)</td>\
            <td data-label="State">\(line.drop.stateInWords(signed: line.signed))</td><td data-label="Next">\(line.nextInWords)</td></tr>

            """
    })
}

extension DropSummary {
    var onTrackInWords: String {
        if drop.state == .open { return "Not sent yet" }
        return onTrack.map { "\($0.0) of \($0.of) pupils" } ?? "Too few to say"
    }

    /// Without names of people: figures carry none.
    var nextInWords: String {
        switch drop.state {
        case .open: return "The SENCO explains who is below, and sends it"
        case .signed: return "Nothing"
        case .explained where reviewers.contains(where: \.isWaiting): return "The SENCO answers a question"
        case .explained: return "Sign: \(reviewers.filter { $0.signedOn == nil }.map { $0.seat.word }.joined(separator: ", "))"
        }
    }
}
