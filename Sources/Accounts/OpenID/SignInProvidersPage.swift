import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// The other systems through which people sign in, and who gets an account that way.
public let signInProvidersPath = PagePath< >("/sign-in-providers")
let endSignInProviderPath = PagePath<RowID>("/sign-in-providers/*/end")
let endSignInRulePath = PagePath<RowID>("/sign-in-providers/rules/*/end")

let signInProvidersRoutes: [Route] = [
    .read(signInProvidersPath, .keepAccounts) { visit in
        try visit.mustKeepProviders()
        let lines = try await visit.read { [today = visit.today] in try $0.providerLines(on: today) }
        let none: HTML = lines.isEmpty ? "<p>There is none yet. People sign in with a password.</p>" : ""
        return visit.page("Signing in through another system", at: "accounts", """
            \(pageTitle("Signing in through another system", lead: "People sign in with the account they have at work, with Microsoft, Google or any other system that speaks OpenID Connect.",
                        actions: [linkButton("Add a system", addSignInProviderPath())]))\
            \(lines.map { $0.card(visit) })\(none)
            """)
    },
    .send(endSignInProviderPath, .keepAccounts) { visit, id in
        try visit.mustKeepProviders()
        try await visit.write { [today = visit.today] writer in
            let before = try writer.signInProvider(id, on: today)
            var after = before
            after.ends = today - 1
            try writer.save(Change("provider.ended", from: before, to: after))
        }
        return .goTo(signInProvidersPath())
    },
    .send(endSignInRulePath, .keepAccounts) { visit, id in
        try visit.mustKeepProviders()
        try await visit.write { [today = visit.today] writer in
            guard let before = try writer.one(id, of: SignInRule.self) else { throw NotFound() }
            var after = before
            after.ends = today - 1
            try writer.save(Change("signInRule.ended", from: before, to: after))
        }
        return .goTo(signInProvidersPath())
    },
]

/// One provider with its rules and the names of their schools.
struct ProviderLine: Sendable {
    let provider: SignInProvider
    let rules: [SignInRule]
    let schools: [SchoolID: String]

    fileprivate func card(_ visit: Visit) -> HTML {
        Pages.card(provider.name, """
            \(facts([("Issuer", "<code>\(provider.issuer)</code>"), ("Client ID", "<code>\(provider.clientID)</code>"), ("Mail domains", "\(provider.domains.joined(separator: ", "))"),
                     ("Second factor", provider.asksSecondFactor ? "Asked for by \(provider.name)" : "Asked for by Trellis"),
                     ("Redirect URI to give to \(provider.name)", "<code>\(visit.request.callback)</code>")]))\
            <h3>Who gets an account</h3>\(ruleList)\
            <p class="actions">\(linkButton("Add a rule for \(provider.name)", addSignInRulePath(provider.id), aside: true))</p>\
            <form method="post" action="\(endSignInProviderPath(provider.id))"><button class="second">Stop using \(provider.name)</button></form>
            """)
    }

    private var ruleList: HTML {
        if rules.isEmpty { return "<p>Only people who have an account in Trellis already. Nobody else comes in.</p>" }
        return "<ul>\(rules.map(item))</ul>"
    }

    private func item(_ rule: SignInRule) -> HTML {
        let who = rule.group.isEmpty ? "Everybody of \(rule.domain)" : "Whoever is in the group \(rule.group) of \(rule.domain)"
        let place = rule.school.flatMap { schools[$0] }.map { " at \($0)" } ?? ""
        return """
            <li>\(who): \(Role(rawValue: rule.role)?.label ?? rule.role)\(place) \
            <form method="post" action="\(endSignInRulePath(rule.id))"><button class="second">Take this rule away (\(rule.domain))</button></form></li>
            """
    }
}

extension Reader {
    func providerLines(on day: Day) throws -> [ProviderLine] {
        let schools = Dictionary(try schools(for: .operator).map { ($0.id, $0.name) }) { first, _ in first }
        return try signInProviders(on: day).map { try ProviderLine(provider: $0, rules: signInRules(of: $0.id, on: day), schools: schools) }
    }
}

extension Visit {
    /// Only who looks after the accounts of the whole trust; a provider lets people into all of it.
    func mustKeepProviders() throws {
        guard viewer.parts.contains(where: { $0.permissions.contains(.keepAccounts) && $0.sight == .trust }) else { throw NotFound() }
    }
}
