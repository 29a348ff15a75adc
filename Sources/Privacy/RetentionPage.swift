import Access
import AreaKit
import Basics
import Database
import Pages

/// How long each kind of record is kept, from which source, and what the trust decided.
let retentionPath = PagePath< >("/privacy/retention")
let chooseRetentionPath = PagePath<String>("/privacy/retention/*")

let retentionRoutes: [Route] = [
    .read(retentionPath, .protectData) { visit in
        let rules = try await visit.read { try $0.retention() }
        return visit.page("How long records are kept", at: "privacy", """
            \(crumbs(("Data protection", privacyPath())))\(pageTitle("How long records are kept", lead: "These times are guidance, not law: your trust decides. Each shows where it comes from."))\
            \(table("Kinds of record", [head("Kind"), head("Kept"), head("Source"), head("How sure"), head("")], rules.map { row($0.rule, $0.choice) }))
            """)
    },
    .read(chooseRetentionPath, .protectData) { visit, key in
        try await visit.read { reader in
            let (rule, choice) = try chosen(key, reader)
            return page(visit, rule, FormWriter(FormValues([("years", "\(rule.years)"), ("reason", choice?.reason ?? "")])))
        }
    },
    .send(chooseRetentionPath, .protectData) { visit, key in
        let typed = visit.request.form
        do {
            try await visit.write { writer in
                let (rule, choice) = try chosen(key, writer)
                try writer.save(ChooseRetention(years: typed["years"], reason: typed["reason"]).applied(to: rule, before: choice))
            }
            return .goTo(retentionPath())
        } catch let problems as Problems {
            return try await visit.read { page(visit, try chosen(key, $0).0, FormWriter(typed, problems), isAgain: true) }
        }
    },
]

private func chosen(_ key: String, _ reader: Reader) throws -> (RetentionRule, RetentionChoice?) {
    guard let found = try reader.retention().first(where: { $0.rule.record.rawValue == key }) else { throw NotFound() }
    return found
}

private func row(_ rule: RetentionRule, _ choice: RetentionChoice?) -> HTML {
    let decided: HTML = choice.map { "<br><span class=\"quiet\">The trust decided: \($0.reason)</span>" } ?? ""
    let change: HTML = rule.record == .identity ? "" : "<a href=\"\(chooseRetentionPath(rule.record.rawValue))\">Change<span class=\"unseen\"> how long: \(rule.record.label)</span></a>"
    return """
        <tr><th scope="row">\(rule.record.label)</th><td data-label="Kept">\(rule.inWords)\(decided)</td><td data-label="Source">\(rule.source)</td>\
        <td data-label="How sure">\(sureness(rule.mark))</td><td class="no-print">\(change)</td></tr>

        """
}

private func sureness(_ mark: RetentionRule.Mark) -> HTML {
    switch mark {
    case .quoted: "Quoted by a good source"
    case .checkLocally: "<span class=\"tag tag-warn\">Check locally</span>"
    case .practice: "Good practice"
    }
}

private func page(_ visit: Visit, _ rule: RetentionRule, _ write: FormWriter, isAgain: Bool = false) -> Answer {
    let title = "Change how long: \(rule.record.label)"
    let body: HTML = """
        \(crumbs(("Data protection", privacyPath()), ("How long records are kept", retentionPath())))\(write.summary)\(pageTitle(title, lead: "Now: \(rule.inWords). \(rule.source)"))\
        \(Pages.form(chooseRetentionPath(rule.record.rawValue), button: "Save how long", back: retentionPath(), """
            \(write.text("years", "Years \(rule.from)"))\(write.sentences("reason", "Who decided this, and from which source?"))
            """))
        """
    return isAgain ? visit.formAgain(title, at: "privacy", body) : visit.page(title, at: "privacy", body)
}
