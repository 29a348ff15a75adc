import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// The reviews of the schools in sight, month by month: to look at, and to print on A4.
let reviewsRoutes: [Route] = [
    .read(reviewsPath, .seeRecord) { visit in
        let school = SchoolID(visit.request.query["school"])
        return try await visit.read { try page(visit, school, $0) }
    },
]

private func page(_ visit: Visit, _ school: SchoolID?, _ reader: Reader) throws -> Answer {
    let schools = try reader.schools(for: visit.viewer)
    if let school, !schools.contains(where: { $0.id == school }) { throw NotFound() }
    let lines = try reader.reviewLines(at: school, since: visit.today - 365, for: visit.viewer, on: visit.today), open = lines.filter(\.review.isOpen)
    let plans = visit.person.inStaffParts.may(.changeRegister), one = school ?? (schools.count == 1 ? schools.first?.id : nil)
    let button: [HTML] = (plans && one != nil ? [linkButton("Plan the year", planReviewsPath().asking(["school": one.map { "\($0)" }]))] : []) + [printButton("Print this list")]
    let months = Dictionary(grouping: lines) { ReviewMonth($0.review.heldOn ?? $0.review.meetingOn ?? $0.review.latestMeeting) }.sorted { $0.key < $1.key }
    let cards: [HTML] = months.map { month, lines in
        card(month.words, table("Reviews in \(month.words)", [head("Pupil"), schools.count > 1 && school == nil ? head("School") : "", head("Meeting"), head("What is next"), head("By")], lines.map { row($0, schools.count > 1 && school == nil, visit.today) }))
    }
    let left: HTML = lines.count < ReviewLine.most ? "" : notice("Only the first \(ReviewLine.most) reviews stand here, open ones first. Choose a school to see the rest.", warns: true)
    let begin: HTML = plans ? " To begin one, open the pupil’s page and choose “Begin a review”." : ""
    return visit.page("Annual reviews", at: "reviews", """
        \(pageTitle("Annual reviews", lead: "\(count(open.count, "review")) open.\(begin)", actions: button))\
        \(tiles([Tile(open.count { $0.review.meetingOn == nil }, "without a meeting"), Tile(open.count { $0.review.next(on: visit.today)?.isLate(on: visit.today) ?? false }, "late", warns: true)]))\
        \(left)\(schoolChoice(school, schools))<div id="reviews" class="alike">\(cards)\(lines.isEmpty ? "<p>No review is open.</p>" : "")</div>
        """)
}

private func row(_ line: ReviewLine, _ showsSchool: Bool, _ today: Day) -> HTML {
    let review = line.review, next = review.next(on: today), place: HTML = showsSchool ? "<td data-label=\"School\">\(line.school)</td>" : ""
    let meeting: HTML = review.heldOn.map { "held \($0.short)" } ?? review.meetingOn.map { "\($0.short) \(review.meetingAt)" } ?? "not planned, at the latest \(review.latestMeeting.short)"
    let late: HTML = next?.isLate(on: today) ?? false ? " <span class=\"tag tag-warn\">Late</span>" : ""
    let what: HTML = next.map { "\($0.step.owner.label): \($0.step.verb.prefix(1).lowercased() + $0.step.verb.dropFirst())" } ?? "Complete"
    return """
        <tr><th scope="row"><a class="name" href="\(reviewPath(review.pupil, review.id))">\(line.pupil)</a></th>\(place)<td data-label="Meeting">\(meeting)<br><span class="quiet">\(line.written) of \(line.asked) have written</span></td>\
        <td data-label="What is next">\(what)\(late)</td><td class="date" data-label="By">\(next?.by?.short ?? "")</td></tr>

        """
}

private func schoolChoice(_ school: SchoolID?, _ schools: [School]) -> HTML {
    if schools.count < 2 { return "" }
    let write = FormWriter(FormValues([("school", school.map { "\($0)" } ?? "")]))
    return """
        <form class="filters" method="get" action="\(reviewsPath())">\(write.select("school", "School", [Choice("", "All schools")] + schools.map { Choice("\($0.id)", $0.name) }))\
        <p class="actions"><button>Show these reviews</button></p></form>
        """
}

/// A month of a year.
struct ReviewMonth: Hashable, Comparable {
    let year: Int, number: Int

    init(_ day: Day) { (year, number) = (day.year, day.month) }

    /// `November 2026`.
    var words: String { (Day(year, number, 1)?.inWords.split(separator: " ").dropFirst().joined(separator: " ")) ?? "" }

    static func < (a: ReviewMonth, b: ReviewMonth) -> Bool { (a.year, a.number) < (b.year, b.number) }
}
