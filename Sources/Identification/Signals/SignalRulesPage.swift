import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// By which figures the trust's data suggest that somebody looks at a pupil.
let signalRulesPath = PagePath< >("/concerns/signals/rules")

let signalRulesRoutes: [Route] = [
    .read(signalRulesPath, .keepSchool) { visit in
        try onlyWholeTrust(visit)
        return try await visit.read { page(visit, try typed($0.signalRules()), Problems()) }
    },
    .send(signalRulesPath, .keepSchool) { visit in
        try onlyWholeTrust(visit)
        do {
            try await visit.write { try save(visit.request.form, $0) }
            return .goTo(signalRulesPath().asking(["saved": "yes"]))
        } catch let problems as Problems {
            return page(visit, visit.request.form, problems)
        }
    },
]

/// The rules are the trust's, so that those of one school don't set them.
private func onlyWholeTrust(_ visit: Visit) throws {
    if visit.viewer.schools != nil { throw NotFound() }
}

/// All of them, or none where one is wrong.
private func save(_ form: FormValues, _ writer: Writer) throws {
    let own = try writer.all(SignalRule.self, "ORDER BY id")
    var problems = Problems(), changes: [Change<SignalRule>] = []
    for figure in SignalRule.Figure.allCases {
        let act = SetSignalRule(figure: figure, threshold: form["\(figure.rawValue)-threshold"], days: form["\(figure.rawValue)-days"], isOn: form.has("\(figure.rawValue)-on"))
        do { changes.append(try act.applied(to: own.first { $0.figure == figure })) } catch let wrong as Problems {
            for problem in wrong.list { problems.add(problem.field, problem.message) }
        }
    }
    try problems.check()
    for change in changes { try writer.save(change) }
}

private func typed(_ rules: [SignalRule]) -> FormValues {
    FormValues(rules.flatMap { rule -> [(name: String, text: String)] in
        let key = rule.figure.rawValue, number = rule.figure.isShare ? rule.threshold / 10 : rule.threshold
        return [("\(key)-threshold", "\(number)"), ("\(key)-days", "\(rule.days)")] + (rule.isOn ? [("\(key)-on", "yes")] : [])
    })
}

private func page(_ visit: Visit, _ form: FormValues, _ problems: Problems) -> Answer {
    let write = FormWriter(form, problems), title = "Rules of suggestions"
    let cards: [HTML] = SignalRule.Figure.allCases.map { figure in
        let key = figure.rawValue
        return card(figure.label, """
            \(write.checkbox("\(key)-on", Choice("yes", "Use this rule")))\(write.text("\(key)-threshold", "\(figure.label)"))\(write.text("\(key)-days", "How many days back?"))
            """)
    }
    let body: HTML = """
        \(crumbs(("Concerns", concernsPath())))\(visit.request.query["saved"].isEmpty ? "" : notice("Saved."))\(write.summary)\
        \(pageTitle(title, lead: "They hold for every school of the trust. None looks at language, ethnicity or free meals."))\
        \(Pages.form(signalRulesPath(), button: "Save the rules", back: concernsPath(), "\(cards)"))
        """
    return problems.isEmpty ? visit.page(title, at: "concerns", body) : visit.formAgain(title, at: "concerns", body)
}
