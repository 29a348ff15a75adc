import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// What pupils of a school were owed and got, those with something short first. No adult's name stands here: missed sessions
/// are never added up by a person.
let deliveryRoutes: [Route] = [
    .read(deliveryPath, .seeProvision) { visit in
        guard visit.viewer.inStaffParts.may(.seeProvision) else { throw NotFound() }
        return try await visit.read { try DeliveryPage(visit, $0).answer() }
    },
]

struct DeliveryPage {
    private let visit: Visit
    private let span: DeliverySpan
    private let school: SchoolID?
    private let schoolClass: ClassID?
    private let schools: [School]
    private let classes: [Choice]
    private let delivery: Delivery?
    private let lines: [DeliveryLine]

    private static let size = 40

    init(_ visit: Visit, _ reader: Reader) throws {
        let viewer = visit.viewer.inStaffParts, query = visit.request.query
        let schools = try reader.schools(for: viewer), school = SchoolID(query["school"]) ?? schools.first?.id
        if let school, !schools.contains(where: { $0.id == school }) { throw NotFound() }
        let span = DeliverySpan(query), schoolClass = ClassID(query["class"])
        (self.visit, self.schools, self.school, self.span, self.schoolClass) = (visit, schools, school, span, schoolClass)
        classes = try school.map { try reader.classChoices(at: $0, on: visit.today) } ?? []
        let year = try school.flatMap { try reader.schoolYearDays(of: [$0], from: visit.today - 366, to: visit.today)[$0] }
        let members = try schoolClass.map { try reader.classMembers(of: $0, at: school, on: visit.today) }
        let ask = DeliveryQuestion(school: school, pupils: members, from: span.first(year, on: visit.today), to: visit.today, today: visit.today)
        let delivered = try school.map { _ in try reader.delivery(ask, for: viewer) }
        delivery = delivered
        let found: [DeliveryLine] = delivered.map { delivery in delivery.pupils.values.map { DeliveryLine($0, delivery) } } ?? []
        lines = found.filter(\.says).sorted { ($0.rank, $0.pupil.name, $0.pupil.id) < ($1.rank, $1.pupil.name, $1.pupil.id) }
        visit.viewer.witness.saw(shown.map(\.pupil.id))
    }

    private var pages: Int { max(1, (lines.count + Self.size - 1) / Self.size) }
    private var page: Int { min(pages, max(1, Int(visit.request.query["page"]) ?? 1)) }
    private var shown: [DeliveryLine] { Array(lines.dropFirst((page - 1) * Self.size).prefix(Self.size)) }

    private func address(_ span: DeliverySpan? = nil, page: Int? = nil) -> Address {
        deliveryPath().asking(["school": school.map { "\($0)" }, "class": schoolClass.map { "\($0)" }, "for": (span ?? self.span).rawValue, "page": page.map { "\($0)" }])
    }

    func answer() -> Answer {
        visit.page("Delivery", at: "provision", """
            \(pageTitle("Delivery", lead: "\(lead)", actions: [printButton("Print this page")]))\(span.links { address($0) })\(filters)\(sums)\
            \(lines.isEmpty ? "<p>Nothing was planned for a pupil in these days.</p>" : list)\(MinuteCells.words)
            """)
    }

    private var lead: String {
        guard let delivery, let school = schools.first(where: { $0.id == school }) else { return "" }
        let short = lines.count { !$0.alerts.isEmpty }
        return "\(school.name), \(delivery.from.inWords) to \(visit.today.inWords). \(short == 0 ? "No pupil is short of what is due." : "Something is short for \(count(short, "pupil")).")"
    }

    private var sums: HTML {
        let sum = lines.map(\.minutes).reduce(DeliveryMinutes(), +)
        return lines.isEmpty ? "" : tiles([Tile(sum.planned, "minutes planned"), Tile(sum.offered, "offered"), Tile(sum.received, "received"), Tile(sum.missed, "missed", warns: sum.missed > 0), Tile(sum.unproved, "nobody has said yet", warns: sum.unproved > 0)])
    }

    private var filters: HTML {
        let write = FormWriter(FormValues([("school", school.map { "\($0)" } ?? ""), ("class", schoolClass.map { "\($0)" } ?? "")]))
        let choice: HTML = schools.count > 1 ? write.select("school", "School", schools.map { Choice("\($0.id)", $0.name) }) : ""
        return """
            <form class="filters no-print" method="get" action="\(deliveryPath())"><input type="hidden" name="for" value="\(span.rawValue)">\(choice)\
            \(write.select("class", "Class", [Choice("", "All classes")] + classes))<p class="actions"><button>Show these pupils</button></p></form>
            """
    }

    private var list: HTML {
        let rows: [HTML] = shown.map { line in
            let words: HTML = line.alerts.isEmpty ? "" : line.alerts.contains { $0.line != nil } ? "<span class=\"tag tag-bad\">Section F is short</span>" : "<span class=\"tag tag-warn\">Under 80 %</span>"
            return "<tr><th scope=\"row\"><a class=\"name\" href=\"\(pupilProvisionPath(line.pupil.id).asking(["for": span.rawValue]))\">\(line.pupil.name)</a></th><td>\(line.pupil.className)</td>\(MinuteCells.of(line.minutes))<td>\(words)</td></tr>"
        }
        return table("Minutes by pupil", [head("Pupil"), head("Class")] + MinuteCells.heads + [head("Short")], rows) + pager(page, of: pages, size: Self.size) { address(page: $0) }
    }
}

/// One pupil of the list.
private struct DeliveryLine {
    let pupil: SeenPupil
    let minutes: DeliveryMinutes
    let alerts: [FoundAlert]

    init(_ pupil: SeenPupil, _ delivery: Delivery) { (self.pupil, minutes, alerts) = (pupil, delivery.minutes(of: pupil.id), delivery.alerts(of: pupil.id)) }

    var says: Bool { minutes.planned + minutes.offered > 0 || !alerts.isEmpty }

    /// Section F first, then other provision that is short, then the rest.
    var rank: Int { alerts.isEmpty ? 2 : alerts.contains { $0.line != nil } ? 0 : 1 }
}

extension Reader {
    /// The classes of a school by name, from which one is chosen.
    func classChoices(at school: SchoolID, on day: Day) throws -> [Choice] {
        try rows("SELECT id, name FROM school_class WHERE school_id = \(school) AND academic_year = \(AcademicYear(containing: day).starting) AND kind = 'class' ORDER BY name, id") {
            try Choice("\($0.next(ClassID.self))", $0.next())
        }
    }

    /// Those in a class on a day, where it is one of this school.
    func classMembers(of schoolClass: ClassID, at school: SchoolID?, on day: Day) throws -> [PupilID] {
        try column("""
            SELECT m.pupil_id FROM class_member m JOIN school_class c ON c.id = m.class_id WHERE m.class_id = \(schoolClass) AND c.school_id = \(school ?? .new) \
            AND m.starts <= \(day) AND (m.ends IS NULL OR m.ends >= \(day)) ORDER BY m.pupil_id
            """)
    }
}
