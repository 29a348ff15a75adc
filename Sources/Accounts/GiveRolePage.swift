import Access
import AreaKit
import Basics
import Database
import Pages

/// Gives somebody one more role.
let giveRolePath = PagePath<AccountID>("/accounts/*/roles")

let giveRoleRoutes: [Route] = [
    .read(giveRolePath, .keepAccounts) { visit, id in
        let typed = FormValues([("starts", "\(visit.today)"), ("school", visit.viewer.schools?.first.map { "\($0)" } ?? "")])
        return try await giveRolePage(visit, id, typed)
    },
    .send(giveRolePath, .keepAccounts) { visit, id in
        let typed = visit.request.form, viewer = visit.viewer
        do {
            try await visit.write { writer in
                let account = try writer.account(id, for: viewer, on: visit.today)
                try writer.give(typed.givenRole(writer), to: account, by: RoleGiver(viewer))
            }
            return .goTo(accountPath(id).asking(["saved": "role"]))
        } catch let problems as Problems {
            return try await giveRolePage(visit, id, typed, problems)
        }
    },
]

private func giveRolePage(_ visit: Visit, _ id: AccountID, _ typed: FormValues, _ problems: Problems = Problems()) async throws -> Answer {
    let write = FormWriter(typed, problems), title = "Give a role"
    let (account, fields) = try await visit.read { [viewer = visit.viewer, today = visit.today] in
        try ($0.account(id, for: viewer, on: today), roleFields(write, viewer, $0))
    }
    let body: HTML = """
        \(crumbs(("Who signs in", accountsPath()), (account.name, accountPath(id))))\(write.summary)\
        \(pageTitle(title, lead: "\(account.name) sees what this role needs, at the school you choose, from the first day to the last."))\
        \(form(giveRolePath(id), button: "Give this role", back: accountPath(id), fields))
        """
    return problems.isEmpty ? visit.page(title, at: "accounts", body) : visit.formAgain(title, at: "accounts", body)
}
