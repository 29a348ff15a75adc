import Access
import AreaKit
import Basics
import Database
import Pages

/// Which role may do what in this trust, and what the trust has taken away.
let rolesPath = PagePath< >("/roles")
/// Takes a permission away from a role in this trust, or gives it back.
let limitRolePath = PagePath<String>("/roles/*")

let rolesRoutes: [Route] = [
    .read(rolesPath, .keepAccounts) { visit in
        let limits = try await visit.read { try $0.limitsOfRoles() }
        let history = try await visit.read { try $0.limitHistory() }
        return visit.page("Who may do what", at: "accounts", """
            \(crumbs(("Who signs in", accountsPath())))\(visit.request.query["saved"] == "yes" ? notice("Saved. It holds from now on, and it stands in the trail.") : "")\
            \(pageTitle("Who may do what", lead: "What each role may do. A trust can take something away from a role and give it back, but never add to it."))\
            \(Role.appointed.map { roleCard($0, limits[$0] ?? [], visit) })\(card("What was changed", id: "changes", historyList(history)))
            """)
    },
    .send(limitRolePath, .keepAccounts) { visit, code in
        // Only those who work for the whole trust decide for the whole trust.
        guard let role = Role(rawValue: code), Role.appointed.contains(role), visit.viewer.schools == nil else { throw NotFound() }
        let kept = Set(visit.request.form.all("keeps").compactMap { Permission(rawValue: $0) })
        try await visit.write { try $0.limit(role, to: kept) }
        return .goTo(rolesPath().asking(["saved": "yes"]).at(code))
    },
]

private func roleCard(_ role: Role, _ taken: Set<Permission>, _ visit: Visit) -> HTML {
    let all = Permission.allCases.filter { role.permissions.contains($0) && ![.arrive, .visit].contains($0) }
    let decides = visit.viewer.schools == nil
    let list: HTML = decides ? limitForm(role, all, taken) : "<ul>\(all.map { words($0, taken) })</ul>"
    return card(role.label, id: role.rawValue, "<p>\(role.explanation)</p>\(all.isEmpty ? "" : list)")
}

private func words(_ permission: Permission, _ taken: Set<Permission>) -> HTML {
    taken.contains(permission) ? "<li><del>\(permission.label)</del> – taken away in this trust</li>" : "<li>\(permission.label)</li>"
}

private func limitForm(_ role: Role, _ all: [Permission], _ taken: Set<Permission>) -> HTML {
    let write = FormWriter(FormValues(all.filter { !taken.contains($0) }.map { ("keeps", $0.rawValue) }))
    let boxes: [HTML] = all.map { write.checkbox("keeps", Choice($0.rawValue, $0.label)) }
    return """
        <details><summary>\(summary(of: all, taken))</summary>\
        <form method="post" action="\(limitRolePath(role.rawValue))"><fieldset class="field"><legend>\(role.label): what is ticked is allowed</legend>\(boxes)</fieldset>\
        <p class="actions"><button>Save for \(role.label)</button></p></form></details>
        """
}

private func summary(of all: [Permission], _ taken: Set<Permission>) -> String {
    let left = all.filter { !taken.contains($0) }.count
    return left == all.count ? "See or change the \(count(left, "thing")) it may do" : "See or change what it may do: \(left) of \(count(all.count, "thing"))"
}

/// One change of what a role may do.
struct LimitChange: Sendable {
    let at: Instant, who: String, event: String, role: String, permission: String
}

extension Reader {
    /// What was taken away from roles or given back, the latest first.
    func limitHistory() throws -> [LimitChange] {
        try rows("""
            SELECT t.at, t.who, t.event, v.before, v.after FROM trail t JOIN trail_value v ON v.trail_id = t.id WHERE t.subject = 'role_limit' ORDER BY t.id DESC LIMIT 100
            """) { row in
            let (at, who, event) = try (row.next(Instant.self), row.next(String.self), row.next(String.self))
            let texts = try (row.next(String?.self) ?? "", row.next(String?.self) ?? ""), text = event == "role.givenBack" ? texts.0 : texts.1
            let values = Dictionary(text.matches(of: /"(\w+)":"([^"]*)"/).map { (String($0.1), String($0.2)) }) { first, _ in first }
            return LimitChange(at: at, who: who, event: event, role: values["role"] ?? "", permission: values["permission"] ?? "")
        }
    }
}

extension Writer {
    /// Leaves a role these permissions of its own.
    func limit(_ role: Role, to kept: Set<Permission>) throws {
        let before = try all(RoleLimit.self, "WHERE role = \(role.rawValue)")
        let taken = role.permissions.subtracting(kept).subtracting([.arrive, .visit])
        for limit in before where !taken.contains(where: { $0.rawValue == limit.permission }) { try withdraw(limit, event: "role.givenBack", because: nil) }
        for permission in taken.sorted(by: { $0.rawValue < $1.rawValue }) where !before.contains(where: { $0.permission == permission.rawValue }) {
            try save(Change("role.limited", to: RoleLimit(id: .new, role: role.rawValue, permission: permission.rawValue)))
        }
    }
}

private func historyList(_ history: [LimitChange]) -> HTML {
    if history.isEmpty { return "<p>Nothing has been changed. Every role may do what Trellis allows it.</p>" }
    let items: [HTML] = history.map { change in
        let role = Role(rawValue: change.role)?.label ?? change.role, permission = Permission(rawValue: change.permission)?.label ?? change.permission
        return "<li><time datetime=\"\(change.at.description)\">\(change.at.inWords)</time>: \(change.who) \(change.event == "role.limited" ? "took away" : "gave back") “\(permission)”, \(role).</li>"
    }
    return "<ul>\(items)</ul>"
}
