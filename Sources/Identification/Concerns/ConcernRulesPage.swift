import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Within how many school days a concern is decided, and what colleagues are asked: of a school, and of the trust.
let concernRulesPath = PagePath<SchoolID>("/schools/*/concerns")
let trustConcernRulesPath = PagePath< >("/concerns/rules")

let concernRulesRoutes: [Route] = [
    .read(concernRulesPath, .keepSchool) { visit, school in try await open(visit, school) },
    .send(concernRulesPath, .keepSchool) { visit, school in try await send(visit, school) },
    .read(trustConcernRulesPath, .keepSchool) { visit in try await open(visit, nil) },
    .send(trustConcernRulesPath, .keepSchool) { visit in try await send(visit, nil) },
]

private func open(_ visit: Visit, _ school: SchoolID?) async throws -> Answer {
    try await visit.read { reader in
        let setting = try reader.setting(of: school, for: visit.viewer)
        return try page(visit, school, FormValues([("target_days", setting?.targetDays.map { "\($0)" } ?? ""), ("checklist", setting?.checklist ?? "")]), Problems(), reader)
    }
}

private func send(_ visit: Visit, _ school: SchoolID?) async throws -> Answer {
    let typed = visit.request.form
    do {
        try await visit.write { writer in
            let before = try writer.setting(of: school, for: visit.viewer)
            try writer.save(try SetConcernRules(targetDays: typed["target_days"], checklist: typed["checklist"]).applied(to: before, of: school))
        }
        return .goTo((school.map { concernRulesPath($0) } ?? trustConcernRulesPath()).asking(["saved": "yes"]))
    } catch let problems as Problems {
        return try await visit.read { try page(visit, school, typed, problems, $0) }
    }
}

extension Reader {
    /// What a school or the trust has set. The trust's own setting is for those who keep every school.
    fileprivate func setting(of school: SchoolID?, for viewer: Viewer) throws -> ConcernSetting? {
        if let school { _ = try schoolInSight(school, of: viewer) } else if viewer.schools != nil { throw NotFound() }
        return try all(ConcernSetting.self, school.map { "WHERE school_id = \($0)" } ?? "WHERE school_id IS NULL").first
    }
}

private func page(_ visit: Visit, _ school: SchoolID?, _ typed: FormValues, _ problems: Problems, _ reader: Reader) throws -> Answer {
    let write = FormWriter(typed, problems), title = "Concerns: target and checklist"
    let place = try school.map { try reader.schoolInSight($0, of: visit.viewer).name } ?? "Every school of the trust"
    let held = try school.map { try reader.concernSettings(of: $0) } ?? ConcernSettings(school: nil, trust: nil)
    let standing = ConcernSettings(school: nil, trust: held.trust)
    let back = school.map { schoolPath($0) } ?? concernsPath()
    let body: HTML = """
        \(crumbs((school == nil ? "Concerns" : place, back)))\(visit.request.query["saved"].isEmpty ? "" : notice("Saved."))\(write.summary)\
        \(pageTitle(title, lead: "\(place). What is left empty is as \(school == nil ? "Trellis brings it" : "the trust has it").")) \
        \(form(school.map { concernRulesPath($0) } ?? trustConcernRulesPath(), button: "Save", back: back, """
            \(write.text("target_days", "Decide a concern within how many school days?", hint: "Empty: \(standing.targetDays)."))\
            \(write.longText("checklist", "What are colleagues asked about?", hint: "One line each. Whoever asks can still change it for one pupil. Empty: the list below.", rows: 12, aboutNobody: ()))
            """))\
        \(card("The list that holds where this is empty", "<ul>\(standing.checklist.split(separator: "\n").map { line -> HTML in "<li>\(String(line))</li>" })</ul>"))
        """
    return problems.isEmpty ? visit.page(title, at: "concerns", body) : visit.formAgain(title, at: "concerns", body)
}
