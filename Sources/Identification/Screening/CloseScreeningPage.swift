import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Closes a campaign, or opens it again.
let closeScreeningPath = PagePath<RowID>("/screening/*/close")

let closeScreeningRoutes: [Route] = [
    .read(closeScreeningPath, .planScreening) { visit, id in try await visit.read { try page(visit, $0, id, FormValues(), Problems()) } },
    .send(closeScreeningPath, .planScreening) { visit, id in
        let typed = visit.request.form
        do {
            let isClosed = try await visit.write { writer in
                let screening = try writer.planned(id, by: visit.person)
                if screening.campaign.closedOn != nil { return try writer.save(try CloseCampaign.opened(screening.campaign)).closedOn != nil }
                let change = try CloseCampaign(words: typed["words"]).closed(screening.campaign, untested: try writer.untested(screening, visit), by: visit.viewer.name, today: visit.today)
                return try writer.save(change).closedOn != nil
            }
            return .goTo(screeningPath(id).asking(["saved": isClosed ? "closed" : "opened"]))
        } catch let problems as Problems {
            return try await visit.read { try page(visit, $0, id, typed, problems) }
        }
    },
]

extension Reader {
    /// A campaign that this person may change.
    fileprivate func planned(_ id: RowID, by person: Viewer) throws -> Screening {
        let screening = try screening(id, for: person)
        guard person.plans(screening) else { throw NotFound() }
        return screening
    }

    fileprivate func untested(_ screening: Screening, _ visit: Visit) throws -> Int {
        try coverage(of: screening, for: visit.person, on: visit.today).values.reduce(CoverageCount(), +).untested
    }
}

private func page(_ visit: Visit, _ reader: Reader, _ id: RowID, _ typed: FormValues, _ problems: Problems) throws -> Answer {
    let screening = try reader.planned(id, by: visit.person), campaign = screening.campaign, write = FormWriter(typed, problems), back = screeningPath(id)
    let isClosed = campaign.closedOn != nil, title = isClosed ? "Open the campaign again" : "Close the campaign", left = isClosed ? 0 : try reader.untested(screening, visit)
    let lead = isClosed ? "Results can be entered again, and the children who are not tested count as open." : "Nobody is tested for it any more. What is entered stays, and so do the decisions that wait."
    let words: HTML = left == 0 ? "" : """
        <p><span class="tag tag-warn">\(count(left, "child is", "children are")) not tested</span> They stay in the safety net. You can first say why they are not tested.</p>\
        \(write.text("words", "Why do you close it all the same?"))
        """
    let body: HTML = """
        \(crumbs(("Screening", screeningsPath()), (campaign.name, back)))\(write.summary)\(pageTitle(title, lead: "\(lead)"))\
        \(form(closeScreeningPath(id), button: isClosed ? "Open it again" : "Close it", back: back, words))
        """
    return problems.isEmpty ? visit.page(title, at: "screening", body) : visit.formAgain(title, at: "screening", body)
}
