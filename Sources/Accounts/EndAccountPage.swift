import Access
import AreaKit
import Basics
import Database
import Pages

/// Ends somebody's access: the day is the last on which they may sign in.
let endAccountPath = PagePath<AccountID>("/accounts/*/end")
/// Ends one role.
let endRolePath = PagePath<AccountID, RowID>("/accounts/*/roles/*/end")

let endAccountRoutes: [Route] = [
    .read(endAccountPath, .keepAccounts) { visit, id in
        let account = try await visit.read { try $0.otherAccount(id, visit) }
        return endPage(visit, account, endAccountPath(id), "End access", leadOfAll(account), FormValues([("ends", "\(visit.today)")]))
    },
    .send(endAccountPath, .keepAccounts) { visit, id in
        let typed = visit.request.form
        let account = try await visit.read { try $0.otherAccount(id, visit) }
        do {
            let ends = try typed.lastDay
            try await visit.write { try $0.close(try $0.otherAccount(id, visit), on: ends) }
            return .goTo(accountPath(id).asking(["saved": "closed"]))
        } catch let problems as Problems {
            return endPage(visit, account, endAccountPath(id), "End access", leadOfAll(account), typed, problems)
        }
    },
    .read(endRolePath, .keepAccounts) { visit, id, row in
        let (account, role) = try await visit.read { try $0.role(row, of: id, visit) }
        return endPage(visit, account, endRolePath(id, row), "End the role \(role.label)", leadOfRole(account), FormValues([("ends", "\(visit.today)")]))
    },
    .send(endRolePath, .keepAccounts) { visit, id, row in
        let typed = visit.request.form
        let (account, role) = try await visit.read { try $0.role(row, of: id, visit) }
        do {
            let ends = try typed.lastDay
            try await visit.write { try $0.endRole(row, of: id, on: ends, visit) }
            return .goTo(accountPath(id).asking(["saved": "ended"]))
        } catch let problems as Problems {
            return endPage(visit, account, endRolePath(id, row), "End the role \(role.label)", leadOfRole(account), typed, problems)
        }
    },
]

extension FormValues {
    fileprivate var lastDay: Day {
        get throws {
            guard let day = Day(self["ends"].trimmed) else { throw Problems("ends", "Give the last day, such as 18/12/2026.") }
            return day
        }
    }
}

extension Reader {
    fileprivate func role(_ row: RowID, of id: AccountID, _ visit: Visit) throws -> (account: Account, role: Appointment) {
        let account = try account(id, for: visit.viewer, on: visit.today)
        guard let role = try one(row, of: Appointment.self), role.account == id, visit.viewer.account != id,
              RoleGiver(visit.viewer).mayGive(Role(rawValue: role.role) ?? .operator, at: role.school) else { throw NotFound() }
        return (account, role)
    }
}

extension Writer {
    fileprivate func endRole(_ row: RowID, of id: AccountID, on day: Day, _ visit: Visit) throws {
        let before = try role(row, of: id, visit).role
        var after = before
        after.spell = Spell(starts: before.spell.starts, ends: max(day, before.spell.starts))
        try save(Change("appointment.ended", from: before, to: after))
    }

    /// Whoever is signed in on a later day than their last finds nothing; a last day that has passed ends at once.
    public func close(_ before: Account, on day: Day) throws {
        var after = before
        after.ends = day
        try save(Change("account.closed", from: before, to: after))
        try withdrawInvitations(of: before.id)
        if day <= act.today { try signOutEverywhere(before.id) }
    }
}

extension Appointment {
    var label: String { Role(rawValue: role)?.label ?? role }
}

private func leadOfAll(_ account: Account) -> HTML { "\(account.name) signs in until this day, and no longer. What they did stays in the trail." }
private func leadOfRole(_ account: Account) -> HTML { "\(account.name) sees what this role shows until this day, and no longer. What they did stays in the trail." }

private func endPage(_ visit: Visit, _ account: Account, _ address: Address, _ title: String, _ lead: HTML, _ typed: FormValues, _ problems: Problems = Problems()) -> Answer {
    let write = FormWriter(typed, problems)
    let body: HTML = """
        \(crumbs(("Who signs in", accountsPath()), (account.name, accountPath(account.id))))\(write.summary)\
        \(pageTitle(title, lead: lead))\
        \(form(address, button: title, back: accountPath(account.id), write.day("ends", "Last day", hint: "A day before today ends it at once.")))
        """
    return problems.isEmpty ? visit.page(title, at: "accounts", body) : visit.formAgain(title, at: "accounts", body)
}
