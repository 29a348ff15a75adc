import Access
import AreaKit
import Basics
import Database
import Measures
import Pages
import People

/// By which figures the trust's data suggest that somebody looks at a pupil.
let signalRulesPath = PagePath< >("/concerns/signals/rules")

let signalRulesRoutes: [Route] = [
    .read(signalRulesPath, .keepSchool) { visit in
        try onlyWholeTrust(visit)
        return try await visit.read { try page(visit, typed($0.signalRules()), Problems(), $0) }
    },
    .send(signalRulesPath, .keepSchool) { visit in
        try onlyWholeTrust(visit)
        do {
            try await visit.write { try save(visit.request.form, visit, $0) }
            return .goTo(signalRulesPath().asking(["saved": "yes"]))
        } catch let problems as Problems {
            return try await visit.read { try page(visit, visit.request.form, problems, $0) }
        }
    },
]

/// The rules are the trust's, so that those of one school don't set them.
private func onlyWholeTrust(_ visit: Visit) throws {
    if visit.viewer.schools != nil { throw NotFound() }
}

/// All of them, or none where one is wrong.
private func save(_ form: FormValues, _ visit: Visit, _ writer: Writer) throws {
    let own = try writer.all(SignalRule.self, "ORDER BY id")
    var problems = Problems(), changes: [Change<SignalRule>] = []
    for figure in SignalRule.Figure.allCases {
        let act = SetSignalRule(figure: figure, threshold: form["\(figure.rawValue)-threshold"], days: form["\(figure.rawValue)-days"], isOn: form.has("\(figure.rawValue)-on"))
        do { changes.append(try act.applied(to: own.first { $0.figure == figure })) } catch let wrong as Problems {
            for problem in wrong.list { problems.add(problem.field, problem.message) }
        }
    }
    let scores = try problems.gather {
        try SetScoreRules(form.scoreLines).applied(to: writer.signalRules().scores, among: writer.instruments(for: visit.viewer).map(\.id))
    }
    guard problems.isEmpty, let scores else { throw problems }
    for change in changes { try writer.save(change) }
    for change in scores { try writer.save(change) }
}

private func typed(_ rules: SignalRules) -> FormValues {
    let scores = rules.scores.enumerated().flatMap { place, rule -> [(name: String, text: String)] in
        let key = "score-\(place)"
        return [("\(key)-instrument", rule.instrument.map { "\($0)" } ?? "any"), ("\(key)-band", rule.band.rawValue), ("\(key)-results", "\(rule.results)"), ("\(key)-days", "\(rule.days)")]
            + (rule.isOn ? [("\(key)-on", "yes")] : [])
    }
    return FormValues(scores + rules.figures.flatMap { rule -> [(name: String, text: String)] in
        let key = rule.figure.rawValue, number = rule.figure.isShare ? rule.threshold / 10 : rule.threshold
        return [("\(key)-threshold", "\(number)"), ("\(key)-days", "\(rule.days)")] + (rule.isOn ? [("\(key)-on", "yes")] : [])
    })
}

extension FormValues {
    /// The lines about scores that were sent, in their order.
    fileprivate var scoreLines: [SetScoreRules.Line] {
        (0..<100).prefix { has("score-\($0)-instrument") }.map { place in
            let key = "score-\(place)"
            return SetScoreRules.Line(instrument: self["\(key)-instrument"], band: self["\(key)-band"], results: self["\(key)-results"], days: self["\(key)-days"], isOn: has("\(key)-on"))
        }
    }
}

/// One card for each rule about scores, and one for a new rule.
private func scoreCards(_ form: FormValues, _ write: FormWriter, _ tests: [Instrument], held: Int) -> [HTML] {
    let choices = [Choice("any", "Every test")] + tests.map { Choice("\($0.id)", $0.name) }
    return (0...held).map { place in
        let key = "score-\(place)"
        return card(place < held ? "Results of tests below a cut-off" : "One more rule about results", """
            \(write.checkbox("\(key)-on", Choice("yes", "Use this rule")))\(write.select("\(key)-instrument", "Of which test?", choices))\
            \(write.select("\(key)-band", "Which results speak?", [Choice("act", "“\(Band.Concern.act.label)”"), Choice("watch", "“\(Band.Concern.watch.label)”, or lower")], hint: "What the cut-offs of the test say. Change them in the catalogue of tests."))\
            \(write.text("\(key)-results", "In how many results, one after the other?"))\(write.text("\(key)-days", "How many days back?"))
            """)
    }
}

private func page(_ visit: Visit, _ form: FormValues, _ problems: Problems, _ reader: Reader) throws -> Answer {
    let write = FormWriter(form, problems), title = "Rules of suggestions"
    let cards: [HTML] = SignalRule.Figure.allCases.map { figure in
        let key = figure.rawValue
        return card(figure.label, """
            \(write.checkbox("\(key)-on", Choice("yes", "Use this rule")))\(write.text("\(key)-threshold", "\(figure.label)"))\(write.text("\(key)-days", "How many days back?"))
            """)
    }
    let scores = scoreCards(form, write, try reader.instruments(for: visit.viewer), held: try reader.signalRules().scores.count)
    let body: HTML = """
        \(crumbs(("Concerns", concernsPath())))\(visit.request.query["saved"].isEmpty ? "" : notice("Saved."))\(write.summary)\
        \(pageTitle(title, lead: "They hold for every school of the trust. None looks at language, ethnicity or free meals."))\
        \(Pages.form(signalRulesPath(), button: "Save the rules", back: concernsPath(), "\(cards)\(scores)"))
        """
    return problems.isEmpty ? visit.page(title, at: "concerns", body) : visit.formAgain(title, at: "concerns", body)
}
