import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Says who gets an account when they come through a provider.
let addSignInRulePath = PagePath<RowID>("/sign-in-providers/*/rules")

let addSignInRuleRoutes: [Route] = [
    .read(addSignInRulePath, .keepAccounts) { visit, id in
        try visit.mustKeepProviders()
        return try await addRulePage(visit, id, FormValues())
    },
    .send(addSignInRulePath, .keepAccounts) { visit, id in
        try visit.mustKeepProviders()
        let typed = visit.request.form, viewer = visit.viewer
        do {
            _ = try await visit.write { [today = visit.today] writer in try writer.add(typed.addedRule, to: id, by: RoleGiver(viewer), on: today) }
            return .goTo(signInProvidersPath())
        } catch let problems as Problems {
            return try await addRulePage(visit, id, typed, problems)
        }
    },
]

extension Writer {
    /// Adds a rule to a provider.
    /// - Throws: `Problems` with all that is wrong.
    @discardableResult
    public func add(_ adding: AddSignInRule, to provider: RowID, by giver: RoleGiver, on day: Day) throws -> SignInRule {
        try save(adding.applied(to: signInProvider(provider, on: day), known: signInRules(of: provider, on: day), by: giver))
    }
}

extension FormValues {
    fileprivate var addedRule: AddSignInRule { AddSignInRule(domain: self["domain"], group: self["group"], role: self["role"], school: SchoolID(self["school"])) }
}

private func addRulePage(_ visit: Visit, _ id: RowID, _ typed: FormValues, _ problems: Problems = Problems()) async throws -> Answer {
    let write = FormWriter(typed, problems), title = "Say who gets an account", giver = RoleGiver(visit.viewer)
    let (provider, schools) = try await visit.read { [viewer = visit.viewer, today = visit.today] in try ($0.signInProvider(id, on: today), $0.schools(for: viewer)) }
    let roles = AddSignInRule.roles.filter { giver.roles.contains($0) }
    let body: HTML = """
        \(crumbs(("Signing in through another system", signInProvidersPath())))\(write.summary)\
        \(pageTitle(title, lead: "Whoever fits this rule and signs in with \(provider.name) for the first time gets an account with this role. Teachers need their classes, too, so they are invited one by one."))\
        \(form(addSignInRulePath(id), button: "Add this rule", back: signInProvidersPath(), """
            \(write.select("domain", "Mail domain", provider.domains.map { Choice($0, $0) }))\
            \(write.text("group", "Group", hint: "As \(provider.name) sends it; Microsoft sends a group’s object ID, or an app role. Whoever leaves the group loses the role at their next sign-in. Leave it empty for everybody of the domain."))\
            \(write.select("role", "Role", [Choice("", "Choose")] + roles.map { Choice($0.rawValue, $0.label) }))\
            \(write.select("school", "School", [Choice("", "The whole trust")] + schools.map { Choice("\($0.id)", $0.name) }))
            """))
        """
    return problems.isEmpty ? visit.page(title, at: "accounts", body) : visit.formAgain(title, at: "accounts", body)
}
