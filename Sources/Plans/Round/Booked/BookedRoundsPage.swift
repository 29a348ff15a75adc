import Access
import AreaKit
import Basics
import Database
import Pages
import People

let bookedRoundsRoutes: [Route] = [
    .read(bookedRoundsPath, .seeSafetyNet) { visit in
        try await visit.read { reader in
            let schools = try reader.schools(for: visit.viewer), school = SchoolID(visit.request.query["school"])
            if let school, !schools.contains(where: { $0.id == school }) { throw NotFound() }
            return page(visit, schools, school, try reader.bookedRounds(for: visit.viewer, school: school, on: visit.today))
        }
    },
] + bookRoundRoutes + endRoundRoutes

private func page(_ visit: Visit, _ schools: [School], _ school: SchoolID?, _ rounds: [BookedRound]) -> Answer {
    let names = Dictionary(uniqueKeysWithValues: schools.map { ($0.id, $0.name) }), saved = visit.request.query["saved"]
    let words = ["booked": "The round is booked.", "moved": "The round is up to date.", "done": "It is written down how long it took.", "removed": "The round is off the list."][saved]
    let open = rounds.filter { !$0.isDone }.reversed(), done = rounds.filter(\.isDone)
    let add: [HTML] = visit.viewer.may(.changeRegister) ? [linkButton("Book a round", bookRoundPath())] : []
    return visit.page("Booked rounds", at: "plans", """
        \(crumbs(("Plans", plansPath())))\(words.map { notice("Saved. \($0)") } ?? "")\
        \(pageTitle("Booked rounds", lead: "Time set aside to look at all plans, the provision map or the data in one sitting.", actions: add))\(schools.count > 1 ? filter(schools, school) : "")\
        \(card("To come", open.isEmpty ? "<p>No round is booked.</p>" : "<ul class=\"findings\">\(open.map { openItem($0, names, visit) })</ul>"))\(done.isEmpty ? "" : card("Done in the last year", doneTable(done, names)))
        """)
}

private func filter(_ schools: [School], _ school: SchoolID?) -> HTML {
    let write = FormWriter(FormValues([("school", school.map { "\($0)" } ?? "")]))
    return """
        <form class="filters no-print" method="get" action="\(bookedRoundsPath())">\(write.select("school", "School", [Choice("", "All schools")] + schools.map { Choice("\($0.id)", $0.name) }))\
        <p class="actions"><button>Show</button></p></form>
        """
}

private func openItem(_ round: BookedRound, _ names: [SchoolID: String], _ visit: Visit) -> HTML {
    let late: HTML = round.heldOn < visit.today ? " <span class=\"tag tag-warn\">Not finished</span>" : "", name = "\(round.kind.label), \(round.heldOn.short)"
    let room: HTML = round.madeRoom.isEmpty ? "" : "<p>Left out for it: \(round.madeRoom)</p>"
    let begin: HTML = round.place.map { quietLink("Begin the round", name, $0) } ?? ""
    let steps: HTML = visit.viewer.may(.changeRegister, at: round.school)
        ? "<p class=\"actions\">\(begin) \(quietLink("Say how long it took", name, endRoundPath(round.id))) \(quietLink("Change", name, moveRoundPath(round.id)))</p>" : ""
    return "<li class=\"finding\"><div><h3>\(round.kind.label)\(names.count > 1 ? ", \(names[round.school] ?? "")" : "")\(late)</h3><p>\(round.slot), \(count(round.minutesPlanned, "minute")). \(round.who)</p>\(room)</div>\(steps)</li>"
}

private func doneTable(_ rounds: [BookedRound], _ names: [SchoolID: String]) -> HTML {
    let rows: [HTML] = rounds.map { round in
        """
        <tr><th scope="row">\(round.kind.label)\(names.count > 1 ? ", \(names[round.school] ?? "")" : "")</th><td class="date" data-label="Done on">\(round.doneOn?.short)</td>\
        <td class="number" data-label="Minutes planned">\(round.minutesPlanned)</td><td class="number" data-label="Minutes used">\(round.minutesUsed ?? 0)</td><td data-label="By">\(round.who)</td><td data-label="Left out">\(round.madeRoom)</td></tr>
        """
    }
    let planned = rounds.map(\.minutesPlanned).reduce(0, +), used = rounds.compactMap(\.minutesUsed).reduce(0, +)
    return "<p>Together: \(grouped(planned)) minutes planned, \(grouped(used)) used.</p>" + table("Rounds that are done", [
        head("What"), head("Done on"), head("Minutes planned", number: true), head("Minutes used", number: true), head("By"), head("Left out for it"),
    ], rows)
}
