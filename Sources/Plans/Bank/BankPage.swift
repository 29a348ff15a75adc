import Access
import AreaKit
import Basics
import Database
import Pages

/// The bank of outcomes and strategies: to look through, and to take into a plan.
let bankPath = PagePath< >("/plans/bank")

let bankRoutes: [Route] = [
    .read(bankPath, .visit) { visit in
        try await visit.read { try bankPage(visit, BankQuestion(visit.request.query), $0) }
    },
] + addToBankRoutes + changeBankEntryRoutes + withdrawBankEntryRoutes

/// The bank in the menu of those who work with pupils.
func bankMenu(for viewer: Viewer) -> [MenuEntry] {
    viewer.inStaffParts.may(.raiseConcern) || viewer.mayKeepBank(.trust) ? [MenuEntry("Bank", bankPath(), place: "bank", order: 28)] : []
}

private func bankPage(_ visit: Visit, _ ask: BankQuestion, _ reader: Reader) throws -> Answer {
    let found = try ask.search.found(in: reader.bank(for: visit.viewer))
    let shown = found.dropFirst((ask.page - 1) * BankQuestion.size).prefix(BankQuestion.size)
    let keeps = try !reader.bankPlaces(for: visit.viewer).isEmpty
    return visit.page("Bank of outcomes and strategies", at: "bank", """
        \(saved(visit))\(pageTitle("Bank of outcomes and strategies", lead: lead(ask), actions: keeps ? actions : []))\(filters(ask))\
        <p id="found" role="status">\(words(found.count, shown.count, ask))</p>\
        <div id="entries">\(shown.map { card($0, ask, changes: changeable($0, visit.viewer), copies: keeps) })\
        \(pager(ask.page, of: (found.count + BankQuestion.size - 1) / BankQuestion.size, size: BankQuestion.size) { ask.address(page: $0) })</div>\
        <p class="plain">Each entry is a start, not an answer: change its words until they fit this child. See <a href="\(wordingPath())">what the wording checks look for</a>.</p>
        """)
}

private func lead(_ ask: BankQuestion) -> HTML {
    guard let back = ask.back else { return "Outcomes and strategies by need and age, to start from." }
    return "Choose one for the plan, or <a href=\"\(back)\">go back to the plan</a>."
}

private let actions: [HTML] = [
    linkButton("Add an outcome", addToBankPath().asking(["kind": "outcome"])), linkButton("Add a strategy", addToBankPath().asking(["kind": "strategy"]), aside: true),
]

private func saved(_ visit: Visit) -> HTML {
    switch visit.request.query["saved"] {
    case "": ""
    case "withdrawn": notice("It is no longer in the bank. Plans that took it keep what they took.")
    default: notice("Saved in the bank.")
    }
}

private func words(_ found: Int, _ shown: Int, _ ask: BankQuestion) -> String {
    if found == 0 { return "Nothing fits. Take a word or a filter away to see more." }
    if shown == 0 { return "This page is behind the end of the list. Go back to its beginning." }
    let first = (ask.page - 1) * BankQuestion.size + 1
    return "\(first) to \(first + shown - 1) of \(count(found, "entry", "entries"))"
}

private func filters(_ ask: BankQuestion) -> HTML {
    let write = FormWriter(ask.query)
    let back: HTML = ask.back.map { "<input type=\"hidden\" name=\"for\" value=\"\($0)\">" } ?? ""
    return """
        <form class="filters" method="get" action="\(bankPath())" data-shows="found entries">\
        \(write.text("words", "Words", type: "search"))\(write.select("kind", "Kind", kindChoices))\
        \(write.select("need", "Need", [Choice("", "All needs")] + needChoices(headings: true)))\(write.select("age", "Age", ageChoices))\(back)\
        <p class="actions"><button>Search the bank</button> <a href="\(bankPath().asking(["for": ask.back?.text]))">Show all again</a></p></form>
        """
}

private let kindChoices = [Choice("", "Both"), Choice("outcome", "Outcomes"), Choice("strategy", "Strategies")]
private let ageChoices = [Choice("", "All ages")] + BankAge.allCases.map { Choice($0.rawValue, $0.label) }

/// The needs as choices, each behind its heading.
func needChoices(headings: Bool) -> [Choice] {
    Bank.headings.flatMap { heading in
        (headings ? [Choice(heading.key, "\(heading.label): all")] : []) + heading.needs.map { Choice($0.key, headings ? "– \($0.label)" : "\(heading.label): \($0.label)") }
    }
}

/// The number of an entry that this viewer may change.
private func changeable(_ entry: BankEntry, _ viewer: Viewer) -> RowID? {
    guard entry.source != .trellis, let id = RowID(entry.key.dropFirst("own-".count)) else { return nil }
    switch entry.source {
    case .trellis: return nil
    case .trust: return viewer.mayKeepBank(.trust) ? id : nil
    case .school(let school): return viewer.mayKeepBank(.school(school)) ? id : nil
    case .person: return id
    }
}

private func card(_ entry: BankEntry, _ ask: BankQuestion, changes: RowID?, copies: Bool) -> HTML {
    let take: HTML? = ask.taking(entry).map { linkButton("Use this", $0) }
    let copy: HTML? = copies ? "<a href=\"\(addToBankPath().asking(["kind": entry.kind.rawValue, "from": entry.key]))\">Make your own of it</a>" : nil
    let change: HTML? = changes.map { "<a href=\"\(changeBankEntryPath($0))\">Change it</a> <a href=\"\(withdrawBankEntryPath($0))\">Take it out</a>" }
    let links = [take, copy, change].compactMap { $0 }
    let detail: HTML = entry.detail.isEmpty ? "" : "<p>\(entry.detail)</p>"
    let actions: HTML = links.isEmpty ? "" : "<p class=\"actions\">\(links.joined(" "))</p>"
    return """
        <article class="card" id="\(entry.key)"><h2>\(entry.words)</h2>\(detail)\(facts(entry.facts))\
        <p class="quiet">\(entry.footing)</p>\(actions)</article>
        """
}

extension BankEntry {
    /// What goes with an outcome.
    fileprivate var facts: [(String, HTML)] {
        let time = text.weeks.map { "\(count($0, "week"))" } ?? ""
        return [("Builds on", text.buildsOn), ("Measure", text.measure), ("Baseline", text.baseline), ("Target", text.target), ("Time", time)].filter { !$0.1.isEmpty }.map { ($0.0, "\($0.1)") }
    }

    /// Kind, need, ages, whose it is and how often it was used, in a line.
    fileprivate var footing: String {
        let life = text.adultLife.isEmpty ? [] : ["for adult life: \(text.adultLife)"]
        let used = uses == 0 ? [] : ["used \(count(uses, "time"))"]
        return ([text.kind.label, need.label, ages.map(\.label).joined(separator: ", ")] + life + [whose].filter { !$0.isEmpty } + used).joined(separator: " · ")
    }

    private var whose: String {
        switch source {
        case .trellis: ""
        case .trust: "added by the trust"
        case .school: "added by the school"
        case .person: "added by you"
        }
    }
}
