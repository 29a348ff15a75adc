import Access
import AreaKit
import Basics
import Database
import Pages

/// Everybody who may sign in, as far as the viewer looks after them.
let accountsPath = PagePath< >("/accounts")

let accountsRoutes: [Route] = [
    .read(accountsPath, .keepAccounts) { visit in
        let words = visit.request.query["words"].trimmed
        let lines = try await visit.read { [viewer = visit.viewer, today = visit.today] in try $0.accountLines(for: viewer, words: words, on: today) }
        return visit.page("Who signs in", at: "accounts", """
            \(pageTitle("Who signs in", lead: "Each person sees only what their roles need.", actions: [
                linkButton("Invite somebody", addAccountPath()), linkButton("See school tablets", tabletsPath(), aside: true), linkButton("See who may do what", rolesPath(), aside: true)]
                + (visit.viewer.schools == nil ? [linkButton("See other ways to sign in", signInProvidersPath(), aside: true)] : [])))\
            <form class="filters" method="get" action="\(accountsPath())">\(FormWriter(visit.request.query).text("words", "Name or mail address"))\
            <p class="actions"><button class="second">Find</button></p></form>\
            <p role="status">\(count(lines.count, "person", "people")).</p>\(lines.isEmpty ? "" : accountTable(lines, visit.today))
            """)
    },
]

private func accountTable(_ lines: [AccountLine], _ today: Day) -> HTML {
    table("People who sign in", [head("Name"), head("Roles today"), head("State"), head("Last signed in")], lines.map { line in
        """
        <tr><th scope="row"><a class="name" href="\(accountPath(line.account.id))">\(line.account.name)</a><br><span class="quiet">\(line.account.email)</span></th>\
        <td data-label="Roles today">\(line.roles.isEmpty ? "None" : line.roles.joined(separator: "; "))</td>\
        <td data-label="State">\(state(of: line.account, lastSignIn: line.lastSignIn, today))</td><td data-label="Last signed in">\(line.lastSignIn.map { "\($0.inWords)" } ?? "Not yet")</td></tr>

        """
    })
}

/// In words and colour: never by colour alone.
func state(of account: Account, lastSignIn: Instant?, _ today: Day) -> HTML {
    if !account.isOpen(on: today) { return "<span class=\"tag tag-none\">Access has ended</span>" }
    if account.passwordSince == nil {
        // Another system or a link lets them in without a password of ours.
        return lastSignIn == nil ? "<span class=\"tag tag-warn\">Invited</span>" : "<span class=\"tag tag-support\">No password here</span>"
    }
    return account.secondFactorSince == nil ? "<span class=\"tag tag-support\">Password only</span>" : "<span class=\"tag tag-good\">Password and code</span>"
}
