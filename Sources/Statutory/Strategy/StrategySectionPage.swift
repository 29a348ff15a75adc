import Access
import AreaKit
import Basics
import Database
import Pages
import People
import Provision

/// One section of the strategy: its form, or the list of activities.
let strategySectionRoutes: [Route] = [
    .read(strategySectionPath, .keepCosts) { visit, school, name in
        let section = try section(name)
        return try await visit.read { reader in
            let held = try reader.strategyToWrite(school, visit)
            return section == .activities ? activitiesPage(visit, held) : try sectionPage(visit, held, section, start(held, section, visit.today), Problems(), 200, reader)
        }
    },
    .send(strategySectionPath, .keepCosts) { visit, school, name in
        let section = try section(name), typed = visit.request.form
        guard section != .activities else { throw NotFound() }
        return try await visit.save { writer in
            let words = Dictionary(uniqueKeysWithValues: section.fields.map { ($0.name, typed[$0.name]) })
            try writer.save(SaveSection(section, typed: words), in: writer.strategyToWrite(school, visit), seen: typed["seen"])
            if typed["then"] == "next", let next = section.next { return strategySectionPath(school, next.rawValue).asking(["saved": "section"]) }
            return section == .barriers && typed["then"] == "stay" ? strategySectionPath(school, name).asking(["saved": "section"]) : strategyPath(school).asking(["saved": "section"])
        } again: { problems, status in
            try await visit.read { try sectionPage(visit, $0.strategyToWrite(school, visit), section, typed, problems, status, $0) }
        }
    },
]

private func section(_ name: String) throws -> StrategySection {
    guard let section = StrategySection(rawValue: name) else { throw NotFound() }
    return section
}

private func start(_ held: HeldStrategy, _ section: StrategySection, _ today: Day) -> FormValues {
    let words = held.answers[section]?.words ?? [:]
    var values = FormValues(section.fields.map { ($0.name, words[$0.name] ?? "") })
    if section == .cover, values["years"].isEmpty { values.set("years", "1") }
    if section == .barriers, values["figures_on"].isEmpty { values.set("figures_on", today.description) }
    return values
}

private func sectionPage(_ visit: Visit, _ held: HeldStrategy, _ section: StrategySection, _ typed: FormValues, _ problems: Problems, _ status: Int, _ reader: Reader) throws -> Answer {
    var values = typed
    // Whoever was overtaken has now seen what stands.
    if status != 422 || !values.has("seen") { values.set("seen", held.answers[section].map { "\($0.version)" } ?? "") }
    let write = FormWriter(values, problems), title = "\(section.title): \(held.school.name)"
    let fields: [HTML] = section.fields.map { field($0, write) }, text = held.text().typed.first { $0.section == section }?.words ?? ""
    let age: HTML = ReadingAge(of: text).map { "<p class=\"quiet\">\($0.inWords)</p>" } ?? ""
    let overtaken: HTML = status == 409 ? standing(held, section) : ""
    return visit.page(status == 200 ? title : "Problem: \(title)", at: "strategies", status: status, """
        \(write.summary)\(path(held))\(visit.request.query["saved"].isEmpty ? "" : notice("Saved. You can stop here and come back."))\
        \(pageTitle(section.title, lead: "\(held.school.name). \(section.lead) About \("\(section.minutes)") minutes."))\(overtaken)\(try beside(held, section, visit, reader))\(example(section))\(age)\
        <form method="post" action="\(strategySectionPath(held.school.id, section.rawValue))" data-long novalidate>\(write.hidden("seen"))\(fields)\
        <p class="actions"><button name="then" value="next">\(section.next.map { "Save, and go on to “\($0.title)”" } ?? "Save this section")</button> <button class="second" name="then" value="list">Save and stop here</button> \
        <a href="\(strategyPath(held.school.id))">Go back without saving</a></p></form>
        """)
}

func path(_ held: HeldStrategy) -> HTML { crumbs(("Inclusion strategies", strategiesPath()), (held.school.name, strategyPath(held.school.id))) }

func example(_ section: StrategySection) -> HTML { "<details><summary>See an example of a good sentence</summary><p>\(section.example)</p><p>Write short sentences and plain words: a parent reads this, too.</p></details>" }

private func field(_ field: StrategyField, _ write: FormWriter) -> HTML {
    let hint = [field.hint, field.isNeeded ? nil : "You may leave this empty."].compactMap(\.self).joined(separator: " ").nonEmpty
    return switch field.kind {
    case .words: write.longText(field.name, field.label, hint: hint, rows: 5, aboutNobody: ())
    case .day: write.day(field.name, field.label, hint: hint)
    case .years: write.select(field.name, field.label, [Choice("1", "One year"), Choice("2", "Two years"), Choice("3", "Three years")], hint: hint)
    case .line, .money: write.text(field.name, field.label, hint: hint)
    }
}

/// What somebody else saved meanwhile.
private func standing(_ held: HeldStrategy, _ section: StrategySection) -> HTML {
    let words = held.answers[section]?.words ?? [:]
    let list = section.fields.compactMap { field in words[field.name].map { (field.label, asTyped($0)) } }
    return card("What stands now", facts(list))
}

/// What helps with this section, from the record.
private func beside(_ held: HeldStrategy, _ section: StrategySection, _ visit: Visit, _ reader: Reader) throws -> HTML {
    switch section {
    case .barriers:
        let day = held.typed[.barriers]?["figures_on"].flatMap { Day($0) } ?? visit.today
        return card("Figures as of \(day.inWords)", "\(figuresHTML(try reader.cohortFigures(of: held.school.id, on: day).tables))<p class=\"quiet\">They are published with your words. Fewer than five pupils stand together with others, or are not shown.</p>")
    case .evidence:
        let strands = held.text().strands
        return strands.isEmpty ? "" : card("Strands of your activities", strandsHTML(strands))
    case .review:
        guard let before = held.before else { return "" }
        let outcomes: [HTML] = before.content.outcomes.map { "<li>\($0.what) <span class=\"quiet\">\($0.how), \($0.when)</span></li>" }
        return card("What last year’s strategy wanted", "<ul>\(outcomes)</ul><p><a href=\"\(strategyEditionPath(before.id))\">Read last year’s strategy</a></p>")
    default: return ""
    }
}

private func activitiesPage(_ visit: Visit, _ held: HeldStrategy) -> Answer {
    let text = held.text(), title = "\(StrategySection.activities.title): \(held.school.name)", school = held.school.id
    let rows: [HTML] = held.activities.map { activity in
        """
        <tr><th scope="row">\(activity.name)</th><td data-label="Barrier">\(activity.barrier)</td><td class="number" data-label="Budgeted cost">\(activity.cost.description)</td>\
        <td data-label="Do"><a href="\(changeActivityPath(school, activity.id))">Change<span class="unseen"> \(activity.name)</span></a><br><a href="\(removeActivityPath(school, activity.id))">Take out<span class="unseen"> \(activity.name)</span></a></td></tr>

        """
    }
    let list: HTML = rows.isEmpty ? "<p>None yet.</p>" : table("Activities", [head("What"), head("Barrier"), head("Budgeted cost", number: true), head("Do")], rows)
    return visit.page(title, at: "strategies", """
        \(path(held))\(visit.request.query["saved"].isEmpty ? "" : notice("Saved. You can stop here and come back."))\
        \(pageTitle(StrategySection.activities.title, lead: "\(held.school.name). \(StrategySection.activities.lead) About \("\(StrategySection.activities.minutes)") minutes."))\(example(.activities))\(list)\
        <p><b>All together: \(text.total.description).</b> \(money(text))</p>\
        <p class="actions">\(linkButton("Add an activity", addActivityPath(school), aside: !rows.isEmpty)) \(linkButton("Go on to “\(StrategySection.evidence.title)”", strategySectionPath(school, StrategySection.evidence.rawValue), aside: rows.isEmpty)) <a href="\(strategyPath(school))">Stop here</a></p>
        """)
}

private func money(_ text: StrategyText) -> HTML {
    guard let grant = text.grant else { return "The grant is not written on the cover yet." }
    let left = Pence(grant) - text.total
    return left < Pence(0) ? "That is \((Pence(0) - left).description) more than the grant of \(Pence(grant).description)." : "Of the grant of \(Pence(grant).description), \(left.description) is left."
}
