import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// The checks, the whole text as everybody will read it, and the button that publishes it.
let publishStrategyRoutes: [Route] = [
    .read(publishStrategyPath, .publishStrategy) { visit, school in try await visit.read { try page(visit, school, FormValues(), Problems(), 200, $0) } },
    .send(publishStrategyPath, .publishStrategy) { visit, school in
        let typed = visit.request.form
        return try await visit.save { writer in
            let held = try writer.strategyToPublish(school, visit), text = held.text(try writer.strategyFigures(of: held))
            if !typed["seen"].isEmpty, typed["seen"] != held.mark { throw FormOvertaken("Somebody changed the strategy while you had this open. Nothing is published yet. Read it again, then publish.") }
            try writer.publish(held, checks: writer.strategyChecks(held, text, visit), text: text, by: visit.viewer.publishingRole, isLooked: typed["looked"] == "yes")
            return strategyPath(school).asking(["saved": "published"])
        } again: { problems, status in try await visit.read { try page(visit, school, typed, problems, status, $0) } }
    },
]

extension Viewer {
    /// The role by which somebody publishes: a name is not published.
    fileprivate var publishingRole: String { doing(.publishStrategy).parts.first?.role.label ?? "School" }
}

extension HeldStrategy {
    /// What stands, as a form carries it.
    fileprivate var mark: String { (answers.values.map { "\($0.section.rawValue)\($0.version)" }.sorted() + activities.map { "\($0.id).\($0.version)" }).joined(separator: "-") }
}

extension Reader {
    fileprivate func strategyToPublish(_ school: SchoolID, _ visit: Visit) throws -> HeldStrategy {
        let held = try strategyToWrite(school, visit)
        guard visit.person.inStaffParts.may(.publishStrategy, at: school) else { throw NotFound() }
        return held
    }
}

private func page(_ visit: Visit, _ school: SchoolID, _ typed: FormValues, _ problems: Problems, _ status: Int, _ reader: Reader) throws -> Answer {
    let held = try reader.strategyToPublish(school, visit), text = held.text(try reader.strategyFigures(of: held)), checks = try reader.strategyChecks(held, text, visit)
    let write = FormWriter(FormValues([("looked", typed["looked"]), ("seen", held.mark)]), problems), title = "Check and publish: \(held.school.name)"
    let missing: [HTML] = checks.missing.map { "<li id=\"missing-\($0.section.rawValue)\"><a href=\"\(strategySectionPath(school, $0.section.rawValue))\">\($0.words)</a></li>" }
    let warnings: [HTML] = checks.warnings.map { "<li><a href=\"\(strategySectionPath(school, $0.section.rawValue))\">\($0.section.title)</a>: \($0.words)</li>" }
    let lacking: HTML = missing.isEmpty ? "" : card("What is missing", "<ul>\(missing)</ul>")
    let doubtful: HTML = warnings.isEmpty ? "" : card("What may be wrong", "<p>Only you see this list.</p><ul>\(warnings)</ul>")
    let looked: HTML = warnings.isEmpty ? "" : write.confirmation("looked", "I have looked at what may be wrong, and it is right as it is")
    let send: HTML = !checks.missing.isEmpty ? "" : Pages.form(publishStrategyPath(school), button: "Publish for everybody", back: strategyPath(school), "\(write.hidden("seen"))\(looked)")
    return visit.page(status == 200 ? title : "Problem: \(title)", at: "strategies", status: status, """
        \(write.summary)\(path(held))<p>Everybody will read this at \(openStrategyPath(held.school.urn).text), with your role and without your name. What was published before stays for staff.</p>\
        \(lacking)\(doubtful)\(text.html("Not published yet."))\(send)
        """)
}
