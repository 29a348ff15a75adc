import Access
import AreaKit
import Basics
import Database
import Pages
import People
import Provision

/// An activity is picked from what the school runs, or from the catalogue, or is its own; it is changed and taken out.
let activityRoutes: [Route] = [
    .read(addActivityPath, .keepCosts) { visit, school in
        try await visit.read { reader in
            let held = try reader.strategyToWrite(school, visit), picked = visit.request.query["from"]
            if picked.isEmpty { return try choosePage(visit, held, reader) }
            return try form(visit, held, nil, reader.start(picked, held, visit), Problems(), 200)
        }
    },
    .send(addActivityPath, .keepCosts) { visit, school in
        let typed = visit.request.form
        return try await visit.save { writer in
            let held = try writer.strategyToWrite(school, visit), picked = try writer.picked(typed["intervention"], held, visit)
            try writer.save(typed.activity(picked?.intervention.id), in: held)
            return strategySectionPath(school, StrategySection.activities.rawValue).asking(["saved": "activity"])
        } again: { problems, status in try await visit.read { try form(visit, $0.strategyToWrite(school, visit), nil, typed, problems, status) } }
    },
    .read(changeActivityPath, .keepCosts) { visit, school, row in
        try await visit.read { reader in
            let held = try reader.strategyToWrite(school, visit), activity = try held.activity(row)
            return try form(visit, held, activity, activity.typed, Problems(), 200)
        }
    },
    .send(changeActivityPath, .keepCosts) { visit, school, row in
        let typed = visit.request.form
        return try await visit.save { writer in
            let held = try writer.strategyToWrite(school, visit), activity = try held.activity(row)
            if !typed["seen"].isEmpty, typed["seen"] != "\(activity.version)" { throw FormOvertaken("Somebody else changed this activity while you had it open. Nothing of yours is saved yet. Save again if yours is right.") }
            try writer.save(typed.activity(nil), activity, in: held)
            return strategySectionPath(school, StrategySection.activities.rawValue).asking(["saved": "activity"])
        } again: { problems, status in
            try await visit.read { reader in
                let held = try reader.strategyToWrite(school, visit), activity = try held.activity(row)
                return try form(visit, held, activity, typed, problems, status)
            }
        }
    },
    .read(removeActivityPath, .keepCosts) { visit, school, row in
        try await visit.read { reader in
            let held = try reader.strategyToWrite(school, visit), activity = try held.activity(row), back = strategySectionPath(school, StrategySection.activities.rawValue)
            return visit.page("Take out “\(activity.name)”: \(held.school.name)", at: "strategies", """
                \(path(held))\(pageTitle("Take out “\(activity.name)”?", lead: "It cost \(activity.cost.description). What was published stays as it is."))\
                \(Pages.form(removeActivityPath(school, row), button: "Take it out", back: back, ""))
                """)
        }
    },
    .send(removeActivityPath, .keepCosts) { visit, school, row in
        try await visit.write { writer in try writer.remove(writer.strategyToWrite(school, visit).activity(row)) }
        return .goTo(strategySectionPath(school, StrategySection.activities.rawValue).asking(["saved": "removed"]))
    },
]

/// What an activity was picked from.
private struct Picked { let intervention: Intervention; let cost: Pence? }

extension Reader {
    /// The entry that a form names: of what the school runs, with its cost, or of the catalogue; nil for one of its own.
    fileprivate func picked(_ text: String, _ held: HeldStrategy, _ visit: Visit) throws -> Picked? {
        guard let id = InterventionID(text) else { return nil }
        let running = try strategyCosts(of: held.school, for: visit.viewer, on: visit.today)
        if let entry = running.first(where: { $0.intervention.id == id }) { return Picked(intervention: entry.intervention, cost: entry.cost) }
        guard let entry = try strategyCatalogue(of: held.school, besides: running, on: visit.today).first(where: { $0.id == id }) else { throw NotFound() }
        return Picked(intervention: entry, cost: nil)
    }

    fileprivate func start(_ text: String, _ held: HeldStrategy, _ visit: Visit) throws -> FormValues {
        guard let picked = try picked(text, held, visit) else { return FormValues() }
        var values = FormValues([("intervention", "\(picked.intervention.id)"), ("name", picked.intervention.name), ("cost", picked.cost.map(\.plain) ?? ""), ("words", "")])
        for strand in picked.intervention.strands { values.add("strands", strand) }
        return values
    }
}

extension HeldStrategy {
    fileprivate func activity(_ row: RowID) throws -> StrategyActivity {
        guard let activity = activities.first(where: { $0.id == row }) else { throw NotFound() }
        return activity
    }
}

extension FormValues {
    fileprivate func activity(_ intervention: InterventionID?) -> KeepActivity {
        KeepActivity(name: self["name"], barrier: self["barrier"], words: self["words"], cost: self["cost"], strands: all("strands"), intervention: intervention)
    }
}

extension StrategyActivity {
    fileprivate var typed: FormValues {
        var values = FormValues([("name", name), ("barrier", barrier), ("words", words), ("cost", cost.plain)])
        for strand in strands { values.add("strands", strand) }
        return values
    }
}

private func choosePage(_ visit: Visit, _ held: HeldStrategy, _ reader: Reader) throws -> Answer {
    let running = try reader.strategyCosts(of: held.school, for: visit.viewer, on: visit.today), known = Set(held.activities.compactMap(\.intervention)), school = held.school.id
    let rows: [HTML] = running.map { entry in
        let mark: HTML = known.contains(entry.intervention.id) ? "In the list" : "<a href=\"\(addActivityPath(school).asking(["from": "\(entry.intervention.id)"]))\">Pick<span class=\"unseen\"> \(entry.intervention.name)</span></a>"
        return "<tr><th scope=\"row\">\(entry.intervention.name)</th><td data-label=\"Kind\">\(entry.intervention.kind.label)</td><td class=\"number\" data-label=\"Cost this year\">\(entry.cost.description)</td><td data-label=\"Do\">\(mark)</td></tr>\n"
    }
    let catalogue: [HTML] = try reader.strategyCatalogue(of: held.school, besides: running, on: visit.today).filter { !known.contains($0.id) }.map { "<li><a href=\"\(addActivityPath(school).asking(["from": "\($0.id)"]))\">\($0.name)</a></li>" }
    let run: HTML = rows.isEmpty ? "<p>Nothing is run this year.</p>" : table("What the school runs this year", [head("What"), head("Kind"), head("Cost this year", number: true), head("Do")], rows)
    let more: HTML = catalogue.isEmpty ? "" : "<details><summary>Pick from the catalogue what you have not begun</summary><ul>\(catalogue)</ul></details>"
    return visit.page("Add an activity: \(held.school.name)", at: "strategies", """
        \(path(held))\(pageTitle("Add an activity", lead: "\(held.school.name). Pick what you run already, and its cost is filled in; or write one of your own, such as training for all teachers.", actions: [linkButton("Write one of your own", addActivityPath(school).asking(["from": "own"]))]))\
        \(card("What the school runs this year", run + "<p class=\"quiet\">The cost is reckoned for the whole academic year from the sessions planned and given. You can change it.</p>"))\(more)
        """)
}

private func form(_ visit: Visit, _ held: HeldStrategy, _ activity: StrategyActivity?, _ typed: FormValues, _ problems: Problems, _ status: Int) throws -> Answer {
    var values = typed
    if status != 422 || !values.has("seen") { values.set("seen", activity.map { "\($0.version)" } ?? "") }
    let write = FormWriter(values, problems), title = activity == nil ? "Write down an activity" : "Change “\(activity?.name ?? "")”", school = held.school.id
    return visit.page(status == 200 ? "\(title): \(held.school.name)" : "Problem: \(title): \(held.school.name)", at: "strategies", status: status, """
        \(write.summary)\(path(held))\(pageTitle(title, lead: "\(held.school.name)"))\(example(.activities))\
        \(Pages.form(activity.map { changeActivityPath(school, $0.id) } ?? addActivityPath(school), button: "Save this activity", back: strategySectionPath(school, StrategySection.activities.rawValue), """
            \(write.hidden("seen"))\(write.hidden("intervention"))\(write.text("name", "What do you do?", hint: "No child’s name: everybody can read it."))\(write.text("barrier", "Which barrier does it take away?"))\
            \(write.text("cost", "Budgeted cost for the year", hint: "In pounds, such as 1,250. Give 0 where it costs nothing."))\(write.longText("words", "What else should families know?", hint: "You may leave this empty.", rows: 3, aboutNobody: ()))\
            \(write.checkboxes("strands", "Which strands of the EEF’s toolkit come nearest?", EvidenceStrand.all.map { Choice($0.key, $0.name) }, hint: "They are linked for readers. Tick none where none fits."))
            """))
        """)
}
