import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Plans the meetings of a school's reviews together: a day is proposed for each, and all are saved by one press. Plans of which no
/// review is begun stand there, too: it is begun on saving.
let planReviewsRoutes: [Route] = [
    .read(planReviewsPath, .changeRegister) { visit in
        let most = max(1, min(20, Int(visit.request.query["most"]) ?? 3))
        return try await visit.read { try page(visit, $0, try $0.schoolToPlan(visit), most: most, nil) }
    },
    .send(planReviewsPath, .changeRegister) { visit in
        let typed = visit.request.form
        return try await visit.save({ writer in
            let school = try writer.schoolToPlan(visit), saved = try writer.planMeetings(typed, at: school, visit)
            return planReviewsPath().asking(["school": "\(school.id)", "saved": "\(saved)"])
        }, again: { problems, _ in
            try await visit.read { try page(visit, $0, try $0.schoolToPlan(visit), most: 3, typed, problems) }
        })
    },
]

extension Reader {
    /// The school that is asked about; the only one of a person who works at one.
    fileprivate func schoolToPlan(_ visit: Visit) throws -> School {
        let schools = try schools(for: visit.viewer), named = SchoolID(visit.request.form["school"].nonEmpty ?? visit.request.query["school"])
        guard let school = schools.first(where: { $0.id == named }) ?? (schools.count == 1 || named == nil ? schools.first : nil) else { throw NotFound() }
        return school
    }
}

extension Writer {
    /// Saves each day that differs from what is planned.
    fileprivate func planMeetings(_ typed: FormValues, at school: School, _ visit: Visit) throws -> Int {
        var problems = Problems(), number = 0
        for line in try meetingsToPlan(at: school, visit) where typed.has(line.field) {
            do {
                guard let day = try line.changed(typed) else { continue }
                let review = try line.review ?? begin(line, at: school, visit)
                try save(PlanReviewMeeting(day, time: review.meetingAt, place: review.place, chair: review.chair, pepOn: review.pepOn, isSure: typed["is_sure"] == "yes"), of: review)
                number += 1
            } catch let found as Problems { for problem in found.list { problems.add(problem.field == "is_sure" ? "is_sure" : line.field, "\(line.name): \(problem.message)") } }
        }
        try problems.check()
        return number
    }

    private func begin(_ line: MeetingToPlan, at school: School, _ visit: Visit) throws -> AnnualReview {
        guard let start = line.start else { throw NotFound() }
        let council = line.council.nonEmpty ?? school.laCode
        let change = try start.applied(about: line.pupil, at: school.id, council: council, isLookedAfter: isLookedAfter(line.pupil, on: visit.today), hasOpen: false, today: visit.today)
        return try self.start(change, of: pupilRecord(line.pupil, for: visit.viewer, on: visit.today))
    }
}

private func page(_ visit: Visit, _ reader: Reader, _ school: School, most: Int, _ typed: FormValues?, _ problems: Problems = Problems()) throws -> Answer {
    let plan = try reader.yearPlan(of: school, most: most, visit), lines = plan.lines
    var values = typed ?? FormValues(lines.map { ($0.field, ($0.review?.meetingOn ?? plan.proposal[$0.id]).map { "\($0)" } ?? "") })
    values.set("school", "\(school.id)")
    values.set("most", "\(most)")
    for line in lines { values.set(line.seenField, line.seen) }
    let write = FormWriter(values, problems), number = Int(visit.request.query["saved"]), title = "Plan the reviews of \(school.name)"
    let rows: [HTML] = lines.map { row($0, plan, write) }
    let body: HTML = """
        \(crumbs(("Annual reviews", reviewsPath())))\(write.summary)\(number.map { notice("\(count($0, "meeting")) saved.") } ?? "")\
        \(pageTitle(title, lead: "A day is proposed for each review that has none: in time for the council, in term, and not too many a week. Change what does not fit."))\(weekBoard(plan, most))\
        <form class="filters" method="get" action="\(planReviewsPath())">\(write.hidden("school"))\(write.text("most", "Most meetings a week", type: "number"))<p class="actions"><button>Propose anew</button></p></form>\
        \(lines.isEmpty ? "<p>No review of this school waits for a meeting.</p>" : form(planReviewsPath(), button: "Save these days", back: reviewsPath(), """
            \(write.hidden("school"))\(table("Meetings to plan", [head("Pupil"), head("At the latest"), head("Meeting"), head("To know")], rows))\
            \(confirmation("is_sure", "I have checked these days, and they stay", values, problems))
            """))
        """
    return problems.isEmpty ? visit.page(title, at: "reviews", body) : visit.formAgain(title, at: "reviews", body)
}

private func row(_ line: MeetingToPlan, _ plan: YearPlan, _ write: FormWriter) -> HTML {
    let proposed: HTML = plan.proposal[line.id] == nil ? "<span class=\"tag tag-warn\">No lawful day is left</span>" : "Proposed"
    let state: HTML = line.review?.meetingOn.map { "Planned for \($0.short)" } ?? (line.review == nil ? "\(proposed). The review is begun when you save" : proposed)
    let clashes = plan.clashes(line), moves: HTML = line.movesBy.map { "<br>Changes school: the council names the next place by \($0.short)" } ?? ""
    let busy: HTML = clashes.isEmpty ? "" : "<br>Asked twice on this day: \(clashes.joined(separator: ", "))"
    let place = line.review.map { reviewPath(line.pupil, $0.id) } ?? ehcPlanPath(line.pupil)
    return """
        <tr><th scope="row"><a class="name" href="\(place)">\(line.name)</a></th><td class="date" data-label="At the latest">\(line.latest.short)</td>\
        <td data-label="Meeting">\(write.hidden(line.seenField))\(write.day(line.field, "Meeting of \(line.name)"))</td><td data-label="To know">\(state)\(moves)\(busy)</td></tr>

        """
}
