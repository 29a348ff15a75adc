import Access
import AreaKit
import Basics
import Database
import Pages
import People

let startProvisionRoutes: [Route] = [
    .read(startProvisionPath, .workOnProvision) { visit in
        try await visit.read { reader in
            let query = visit.request.query
            var asked = FormValues()
            for name in ["school", "intervention", "origin", "row"] { asked.set(name, query[name]) }
            if PupilID(query["pupil"]) != nil { asked.set("pupils", query["pupil"]) }
            let place = try reader.startPlace(asked, visit)
            guard let place, let entry = place.catalogue.named(asked["intervention"]) else { return try chooseWhat(visit, reader, asked, place) }
            return try startForm(visit, reader, asked.filled(for: entry, place, on: visit.today), place, entry)
        }
    },
    .send(startProvisionPath, .workOnProvision) { visit in
        let typed = visit.request.form.withTimesInOrder, today = visit.today
        do {
            if typed.asksForHelp { return try await startAgain(visit, typed.helped, Problems(), 200) }
            let run = try await visit.writeOrReadAgain { try $0.startProvision(typed, for: visit.viewer, today: today) }
            return .goTo(provisionPath(run.id).asking(["saved": "started"]))
        } catch let problems as Problems {
            return try await startAgain(visit, typed, problems, 422)
        } catch let before as SentBefore {
            var again = typed
            again.set("once", "")
            return try await startAgain(visit, again, Problems("", before.inWords), 422)
        }
    },
]

/// A provision may be begun from what somebody saw, from a result or from a review.
let startOfProvision = Start("Start a provision", from: [.concern, .result, .review], needs: .workOnProvision) { pupil, origin, row in
    startProvisionPath().asking(["pupil": "\(pupil)", "origin": origin.rawValue, "row": "\(row)"])
}

/// The school for which a provision is begun, with what one chooses from there.
private struct StartPlace {
    let school: School
    let catalogue: CatalogueChoice
    let staff: StaffNames
}

extension Reader {
    /// The school that the form names; without one, the pupil's, or the only one of the viewer's. Nil where it is open.
    /// - Throws: `NotFound` where it, or the pupil, is not in sight.
    fileprivate func startPlace(_ typed: FormValues, _ visit: Visit) throws -> StartPlace? {
        let viewer = visit.viewer.doing(.workOnProvision), schools = try schools(for: viewer)
        if visit.request.method == .read, let pupil = PupilID(typed["pupils"]) {
            _ = try self.pupil(pupil, for: viewer, on: visit.today)
        }
        let named = SchoolID(typed["school"])
        if let named, !schools.contains(where: { $0.id == named }) { throw NotFound() }
        let own = try named ?? PupilID(typed["pupils"]).flatMap { try schoolOfToday($0, visit.today) }
        guard let school = schools.first(where: { $0.id == own }) ?? (schools.count == 1 ? schools.first : nil) else { return nil }
        return StartPlace(school: school, catalogue: try catalogueChoice(at: school.id, on: visit.today), staff: try staffNames(at: school.id, on: visit.today))
    }
}

extension FormValues {
    /// With what is usual for an entry of the catalogue.
    fileprivate func filled(for entry: Intervention, _ place: StartPlace, on day: Day) -> FormValues {
        var values = self
        // Nobody begins at a weekend.
        let day = day.isWeekend ? day + (8 - day.weekday) : day
        let usual = [
            ("school", "\(place.school.id)"), ("starts", "\(day)"), ("ends", entry.weeks.map { "\(day + $0 * 7 - 1)" } ?? ""), ("group_size", "\(entry.groupSize)"), ("rows", "\(entry.sessionsAWeek)"), ("role_0", entry.role),
            ("proof", ""),
        ]
        for (name, text) in usual + (0..<25).map({ ("minutes_\($0)", "\(entry.minutes)") }) { values.set(name, text) }
        return values
    }
}

/// The first step: of what, and where.
private func chooseWhat(_ visit: Visit, _ reader: Reader, _ asked: FormValues, _ place: StartPlace?, _ problems: Problems = Problems()) throws -> Answer {
    let write = FormWriter(asked, problems), title = "Start a provision"
    let schools = try reader.schools(for: visit.viewer.doing(.workOnProvision)).map { Choice("\($0.id)", $0.name) }
    let what: HTML = place.map { "<input type=\"hidden\" name=\"school\" value=\"\($0.school.id.rawValue)\">\($0.catalogue.field(write))" } ?? write.select("school", "At which school?", [Choice("", "Choose")] + schools)
    let pupil: HTML = PupilID(asked["pupils"]).map { "<input type=\"hidden\" name=\"pupil\" value=\"\($0.rawValue)\">" } ?? ""
    return visit.page(problems.isEmpty ? title : "Problem: \(title)", at: "provision", status: problems.isEmpty ? 200 : 422, """
        \(crumbs(("Provision", mapPath())))\(write.summary)\(pageTitle(title, lead: "\(place?.school.name ?? "First, what it is and where.")"))\
        <form method="get" action="\(startProvisionPath())">\(what)\(pupil)\(write.hidden("origin"))\(write.hidden("row"))<p class="actions"><button>Go on</button> <a href="\(mapPath())">Go back</a></p></form>
        """)
}

private func startAgain(_ visit: Visit, _ typed: FormValues, _ problems: Problems, _ status: Int) async throws -> Answer {
    try await visit.read { reader in
        guard let place = try reader.startPlace(typed, visit) else { throw NotFound() }
        if let entry = place.catalogue.named(typed["intervention"]) { return try startForm(visit, reader, typed, place, entry, problems, status) }
        // Somebody took it out of the catalogue meanwhile: what was typed stays, and another is chosen.
        guard let retired = try reader.retiredEntry(typed["intervention"], at: place.school.id) else { return try chooseWhat(visit, reader, typed, place, problems) }
        return try startForm(visit, reader, typed, place, retired, problems, status, isRetired: true)
    }
}

private func startForm(_ visit: Visit, _ reader: Reader, _ typed: FormValues, _ place: StartPlace, _ entry: Intervention, _ problems: Problems = Problems(), _ status: Int = 200, isRetired: Bool = false) throws -> Answer {
    let write = FormWriter(typed, problems), viewer = visit.viewer, school = place.school.id
    let picker = try reader.pupilPicker(typed, at: school, for: viewer, on: visit.today)
    let ticks = try reader.outcomeTicks(of: typed.all("pupils").prefix(60).compactMap { PupilID($0) }, for: viewer, on: visit.today)
    let clashes = try reader.typedClashes(typed, at: school, place.staff, for: viewer, on: visit.today)
    let title = "Start \(entry.name)", other = startProvisionPath().asking(["school": "\(school)", "pupil": typed["pupils"], "origin": typed["origin"], "row": typed["row"]])
    let what: HTML = isRetired ? "" : "<p id=\"intervention\" tabindex=\"-1\">\(write.problem("intervention"))<a href=\"\(other)\">Choose something else</a></p>"
    let choice: HTML = isRetired ? place.catalogue.field(write) : write.hidden("intervention")
    return visit.page(status == 200 ? title : "Problem: \(title)", at: "provision", status: status, """
        \(crumbs(("Provision", mapPath())))\(write.summary)\(pageTitle(title, lead: "\(entry.kind.label) · \(usual(entry)) · \(place.school.name)"))\
        \(what)\
        \(Pages.form(startProvisionPath(), button: "Start the provision", back: mapPath(), """
            \(enterButton("Start the provision"))\(SendKey.field(typed["once"]))\(["school", "origin", "row"].map { write.hidden($0) })\(choice)\
            <div class="grid">\(write.text("name", "What do you call it?", hint: "Such as: \(entry.name), Tuesday group. No child’s name. Empty: \(entry.name)."))\
            \(write.day("starts", "First day"))\(write.day("ends", "Last day that is planned", hint: entry.weeks.map { "\(count($0, "week")) are usual." } ?? "May stay empty."))</div>\
            <h2>Who takes part</h2>\(try whole(reader, write, entry, school, visit))\(pickerFields(write, picker, "Pupils"))\
            \(weekFields(write, typed, entry.kind, place.staff, clashes: clashes))\
            <h2>What it is for</h2>\(outcomes(ticks, write))\
            \(write.checkbox("section_f", Choice("yes", "It serves a line of section F of an EHC plan", hint: "Then each session is logged.")))\
            \(write.day("do_not_judge_before", "Do not judge its effect before", hint: "May stay empty. Some programmes need time before they show anything."))
            """))
        """)
}

private func outcomes(_ ticks: OutcomeTicks, _ write: FormWriter) -> HTML {
    if ticks.isEmpty { return "<p class=\"hint\">Outcomes of the pupils’ plans can be linked here once pupils are ticked and you press “Show these pupils”, or later on the page of the provision.</p>" }
    return "<p>Tick the outcomes that it serves.</p>\(ticks.fields(write))"
}

/// `usually 2 times a week, 30 minutes, group of 3, by a teaching assistant`.
private func usual(_ entry: Intervention) -> String {
    let size = entry.groupSize == 1 ? "one to one" : "group of \(entry.groupSize)"
    return "usually \(count(entry.sessionsAWeek, "time")) a week, \(count(entry.minutes, "minute")), \(size), \(StaffRole.label(entry.role).lowercased())"
}

/// What is there for everyone may be for a class, or for the whole school.
private func whole(_ reader: Reader, _ write: FormWriter, _ entry: Intervention, _ school: SchoolID, _ visit: Visit) throws -> HTML {
    guard entry.kind == .universal else { return "" }
    let classes = try reader.classesToPlanFor(at: school, for: visit.viewer, on: visit.today).map { Choice("\($0.id)", "The class \($0.name)") }
    let all = visit.viewer.plansForAll(of: school) ? "The whole school, or the pupils ticked below" : "The pupils ticked below"
    return write.select("school_class", "Who has it?", [Choice("", all)] + classes)
}
