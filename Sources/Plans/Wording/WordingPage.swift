import Access
import AreaKit
import Pages

/// What the checks of the wording look for, each with its reason and an example.
let wordingPath = PagePath< >("/plans/wording")

let wordingRoutes: [Route] = [
    .read(wordingPath, .visit) { visit in
        visit.page("What the wording checks look for", at: "bank", """
            \(crumbs(("Bank of outcomes and strategies", bankPath())))\
            \(pageTitle("What the wording checks look for", lead: "\(WordingCheck.all.count) fixed rules. They advise and never block, and nothing leaves this server."))\
            \(table("The checks", [head("What it looks for"), head("Why"), head("Before"), head("After")], WordingCheck.all.map(row)))
            """)
    },
]

private func row(_ check: WordingCheck) -> HTML {
    let before = check.example.before.isEmpty ? "(nothing)" : check.example.before
    return """
        <tr id="\(check.id)"><th scope="row">\(check.title)<span class="hint"><br>\(check.looksFor)</span></th><td data-label="Why">\(check.reason)</td>\
        <td data-label="\(check.example.part.label) before">\(before)</td><td data-label="\(check.example.part.label) after">\(check.example.after)</td></tr>
        """
}
