import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Plans the meetings of a school's reviews together: a day is proposed for each, and all are saved by one press.
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

    /// Open reviews of a school whose meeting is still to come.
    fileprivate func reviewsToPlan(at school: School, _ visit: Visit) throws -> [ReviewLine] {
        try reviewLines(at: school.id, since: visit.today, for: visit.viewer, on: visit.today).filter { $0.review.isOpen && $0.review.heldOn == nil }
            .sorted { ($0.review.latestMeeting, $0.review.id) < ($1.review.latestMeeting, $1.review.id) }
    }
}

extension Writer {
    /// Saves each day that differs from what is planned.
    fileprivate func planMeetings(_ typed: FormValues, at school: School, _ visit: Visit) throws -> Int {
        var problems = Problems(), number = 0
        for line in try reviewsToPlan(at: school, visit) where typed.has("day_\(line.review.id)") {
            let field = "day_\(line.review.id)", review = line.review
            do {
                guard let day = try typed.dayIfAny(field), day != review.meetingOn else { continue }
                try save(PlanReviewMeeting(day, time: review.meetingAt, place: review.place, chair: review.chair, isSure: typed["is_sure"] == "yes"), of: review)
                number += 1
            } catch let found as Problems { for problem in found.list { problems.add(problem.field == "is_sure" ? "is_sure" : field, "\(line.pupil): \(problem.message)") } }
        }
        try problems.check()
        return number
    }
}

private func page(_ visit: Visit, _ reader: Reader, _ school: School, most: Int, _ typed: FormValues?, _ problems: Problems = Problems()) throws -> Answer {
    let lines = try reader.reviewsToPlan(at: school, visit), people = try reader.busyPeople(lines.map(\.review)), days = try reader.schoolDays(of: school.id, around: visit.today)
    let planned = lines.compactMap { line in line.review.meetingOn.map { ReviewPlanner.Planned(id: line.review.id, day: $0, people: people[line.review.id] ?? []) } }
    let asks = lines.filter { $0.review.meetingOn == nil }.map { ReviewPlanner.Ask(id: $0.review.id, latest: $0.review.latestMeeting, people: people[$0.review.id] ?? []) }
    let proposal = ReviewPlanner(today: visit.today, mostAWeek: most) { days.contains($0) }.proposal(asks, beside: planned)
    let all = planned + proposal.map { ReviewPlanner.Planned(id: $0, day: $1, people: people[$0] ?? []) }, clashes = ReviewPlanner.clashes(all)
    var values = typed ?? FormValues(lines.map { ("day_\($0.review.id)", ($0.review.meetingOn ?? proposal[$0.review.id]).map { "\($0)" } ?? "") })
    values.set("school", "\(school.id)")
    values.set("most", "\(most)")
    let write = FormWriter(values, problems), number = Int(visit.request.query["saved"]), title = "Plan the reviews of \(school.name)"
    let rows: [HTML] = lines.map { row($0, proposal[$0.review.id], clashes[$0.review.id] ?? [], write) }
    let body: HTML = """
        \(crumbs(("Annual reviews", reviewsPath())))\(write.summary)\(number.map { notice("\(count($0, "meeting")) saved.") } ?? "")\
        \(pageTitle(title, lead: "A day is proposed for each review that has none: in time for the council, in term, and not too many a week. Change what does not fit."))\(weeks(all, most))\
        <form class="filters" method="get" action="\(planReviewsPath())">\(write.hidden("school"))\(write.text("most", "Most meetings a week", type: "number"))<p class="actions"><button>Propose anew</button></p></form>\
        \(lines.isEmpty ? "<p>No review of this school waits for a meeting.</p>" : form(planReviewsPath(), button: "Save these days", back: reviewsPath(), """
            \(write.hidden("school"))\(table("Meetings to plan", [head("Pupil"), head("At the latest"), head("Meeting"), head("To know")], rows))\
            \(confirmation("is_sure", "I have checked these days, and they stay", values, problems))
            """))
        """
    return problems.isEmpty ? visit.page(title, at: "reviews", body) : visit.formAgain(title, at: "reviews", body)
}

private func row(_ line: ReviewLine, _ proposed: Day?, _ clashes: Set<String>, _ write: FormWriter) -> HTML {
    let review = line.review, state: HTML = review.meetingOn == nil ? (proposed == nil ? "<span class=\"tag tag-warn\">No lawful day is left</span>" : "Proposed") : "Planned"
    let busy: HTML = clashes.isEmpty ? "" : "<br>Asked twice on this day: \(clashes.sorted().joined(separator: ", "))"
    return """
        <tr><th scope="row"><a class="name" href="\(reviewPath(review.pupil, review.id))">\(line.pupil)</a></th><td class="date" data-label="At the latest">\(review.latestMeeting.short)</td>\
        <td data-label="Meeting">\(write.day("day_\(review.id)", "Meeting of \(line.pupil)"))</td><td data-label="To know">\(state)\(busy)</td></tr>

        """
}

/// How many meetings lie in each week.
private func weeks(_ planned: [ReviewPlanner.Planned], _ most: Int) -> HTML {
    let loads = Dictionary(grouping: planned, by: \.day.monday).mapValues(\.count).sorted { $0.key < $1.key }
    if loads.isEmpty { return "" }
    let items: [HTML] = loads.map { week, number in
        let full: HTML = number > most ? " <span class=\"tag tag-warn\">More than \(most)</span>" : ""
        return "<li>Week of \(week.short): \(number)\(full)</li>"
    }
    return "<details><summary>Meetings week by week</summary><ul>\(items)</ul></details>"
}
