import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// One person who signs in: their roles, where they are signed in, and what can be done about it.
public let accountPath = PagePath<AccountID>("/accounts/*")

let accountRoutes: [Route] = [
    .read(accountPath, .keepAccounts) { visit, id in
        let sheet = try await visit.read { [viewer = visit.viewer, today = visit.today] in try AccountSheet(id, viewer, today, $0) }
        return accountPage(visit, sheet)
    },
]

/// All that the page shows.
struct AccountSheet: Sendable {
    let account: Account
    let appointments: [Appointment]
    let schools: [SchoolID: String]
    let signIns: [SignIn]
    let waits: Bool

    init(_ id: AccountID, _ viewer: Viewer, _ today: Day, _ reader: Reader) throws {
        account = try reader.account(id, for: viewer, on: today)
        appointments = try reader.appointments(of: id)
        schools = Dictionary(try reader.schools(for: .operator).map { ($0.id, $0.name) }) { $1 }
        signIns = try reader.all(SignIn.self, "WHERE account_id = \(id) ORDER BY id DESC LIMIT 20")
        waits = try !reader.all(Invitation.self, "WHERE account_id = \(id) AND used_at IS NULL AND withdrawn_at IS NULL").isEmpty
    }
}

private func accountPage(_ visit: Visit, _ sheet: AccountSheet) -> Answer {
    let account = sheet.account
    return visit.page(account.name, at: "accounts", """
        \(crumbs(("Who signs in", accountsPath())))\(savedWords(visit))\
        \(pageTitle(account.name, lead: "\(account.email) \(state(of: account, lastSignIn: sheet.signIns.first?.at, visit.today))"))\
        <div class="columns"><aside>\(actions(visit, sheet))</aside><div>\
        \(card("Roles", id: "roles", roles(visit, sheet)))\(card("Where they signed in", id: "sign-ins", signInList(sheet.signIns)))</div></div>
        """)
}

private func savedWords(_ visit: Visit) -> HTML {
    switch visit.request.query["saved"] {
    case "role": notice("The role is given.")
    case "ended": notice("The role ends. What it showed is out of sight from the day after.")
    case "closed": notice("Access has ended, and every place where they were signed in with it.")
    case "out": notice("They are signed out everywhere. No device is remembered, and their PINs no longer work.")
    case "factor": notice("The code app is taken off. At the next sign-in they set up a new one.")
    default: ""
    }
}

private func actions(_ visit: Visit, _ sheet: AccountSheet) -> HTML {
    let id = sheet.account.id
    if visit.viewer.account == id { return card("What you can do", "<p>This is you. Your own password and devices are under “Your sign-in”. Roles are given by somebody else.</p>") }
    guard sheet.account.isOpen(on: visit.today) else { return card("What you can do", "<p>Access ended on \(sheet.account.ends.map { "\($0.inWords)" }).</p>") }
    guard RoleGiver(visit.viewer).mayGiveAll(sheet.appointments, on: visit.today) else {
        return card("What you can do", "<p>\(sheet.account.name) has a role that you can’t give. Your trust’s administrator looks after this account.</p><p class=\"actions\">\(linkButton("Give a role", giveRolePath(id)))</p>")
    }
    let factor: HTML = sheet.account.secondFactorSince == nil ? "" : press(resetFactorPath(id), "Take off the code app", "Their phone is lost")
    return card("What you can do", """
        <p class="actions">\(linkButton("Give a role", giveRolePath(id)))</p>\
        \(press(newLinkPath(id), sheet.waits ? "Make a new link" : "Make a link for a new password", "They can’t sign in"))\(factor)\
        \(press(signOutOtherPath(id), "Sign them out everywhere", "A device was lost"))\
        <p class="actions">\(linkButton("End access", endAccountPath(id), aside: true))</p>
        """)
}

/// One press, with what it is for.
private func press(_ address: Address, _ label: String, _ why: String) -> HTML {
    "<form method=\"post\" action=\"\(address)\"><p class=\"actions\"><button class=\"second\">\(label)</button> <span class=\"quiet\">\(why)</span></p></form>"
}

private func roles(_ visit: Visit, _ sheet: AccountSheet) -> HTML {
    if sheet.appointments.isEmpty { return "<p>No roles yet, so nothing is in sight.</p>" }
    let items: [HTML] = sheet.appointments.map { appointment in
        let role = Role(rawValue: appointment.role), place = appointment.school.flatMap { sheet.schools[$0] } ?? "the whole trust"
        let ends = appointment.spell.covers(visit.today) && RoleGiver(visit.viewer).mayGive(role ?? .operator, at: appointment.school) && visit.viewer.account != sheet.account.id
        let end: HTML = ends ? "<p class=\"actions\"><a href=\"\(endRolePath(sheet.account.id, appointment.id))\">End this role</a></p>" : ""
        let years: HTML = appointment.years.isEmpty ? "" : ", years \(appointment.years.map(\.rawValue).joined(separator: ", "))"
        return "<li class=\"finding\"><p><b>\(role?.label ?? appointment.role)</b>, \(place)\(years) <span class=\"quiet\">\(appointment.spell.inWords)</span><br>\(role?.explanation)</p>\(end)</li>"
    }
    return "<ul class=\"findings\">\(items)</ul>"
}

/// Where and when somebody signed in, the latest first.
func signInList(_ signIns: [SignIn], here: RowID? = nil) -> HTML {
    if signIns.isEmpty { return "<p>Nowhere yet.</p>" }
    return table("Sign-ins", [head("When"), head("With"), head("From"), head("State")], signIns.map { signIn in
        let state = signIn.id == here ? "This browser" : signIn.endedAt.map { "Ended \($0.inWords)" } ?? "Still signed in"
        return """
            <tr><th scope="row">\(signIn.at.inWords)</th><td data-label="With">\(signIn.device)</td><td data-label="From">\(signIn.place.nonEmpty ?? "–")</td>\
            <td data-label="State">\(state)</td></tr>

            """
    })
}
