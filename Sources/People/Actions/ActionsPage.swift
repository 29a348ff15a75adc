import Access
import AreaKit
import Basics
import Database
import Pages

/// What is to be done: mine, ours, overdue, done.
public let actionsPath = PagePath< >("/actions")

let actionsRoutes: [Route] = [
    .read(actionsPath, .raiseConcern) { visit in
        guard let list = ActionList(rawValue: visit.request.query["list"].nonEmpty ?? ActionList.mine.rawValue) else { throw NotFound() }
        return try await visit.read { reader in
            let lines = try reader.actions(list, for: visit.viewer, on: visit.today)
            return page(visit, list, lines, try ActionList.allCases.map { ($0, try reader.actionCount($0, for: visit.viewer, on: visit.today)) })
        }
    },
]

private func page(_ visit: Visit, _ list: ActionList, _ lines: [ActionLine], _ counts: [(ActionList, Int)]) -> Answer {
    let back = actionsPath().asking(["list": list.rawValue])
    let items: [HTML] = lines.map { actionItem($0, visit.today, back: back) }
    let all = counts.first { $0.0 == list }?.1 ?? lines.count
    let more: HTML = all > lines.count ? "<p>The first \(lines.count) of \(grouped(all)) are shown. End some, or look at a pupil’s page for the others.</p>" : ""
    let saved: HTML = savedWords(visit.request.query["saved"]).map { notice("Saved. \($0)") } ?? ""
    return visit.page("To do: \(list.label.lowercasedStart)", at: "actions", """
        \(saved)\(pageTitle("To do", lead: "Promises, steps of plans and everything else that somebody does by a day.", actions: [linkButton("Add something to do", addSchoolActionPath(), aside: true), printButton("Print this list")]))\
        \(tabs(list, counts))\(card(list.label, "\(items.isEmpty ? "<p>\(list.nothing)</p>" : "<ul class=\"findings\">\(items)</ul>")\(more)"))
        """)
}

private func tabs(_ list: ActionList, _ counts: [(ActionList, Int)]) -> HTML {
    tiles(counts.map { Tile($0.1, $0.0.label, actionsPath().asking(["list": $0.0.rawValue]), warns: $0.0 == .overdue && $0.1 > 0) })
}

func savedWords(_ saved: String) -> String? {
    switch saved {
    case "made": "It is on the list."
    case "changed": "It is up to date."
    case "done": "It is done."
    case "dropped": "It is no longer needed."
    case "reopened": "It is open again."
    default: nil
    }
}

extension ActionList {
    var label: String {
        switch self {
        case .mine: "Mine"
        case .ours: "Ours"
        case .overdue: "Overdue"
        case .done: "Ended in the last 60 days"
        }
    }

    fileprivate var nothing: String {
        switch self {
        case .mine: "Nothing is open for you."
        case .ours: "Nothing is open."
        case .overdue: "Nothing is overdue."
        case .done: "Nothing has ended in the last 60 days."
        }
    }
}
