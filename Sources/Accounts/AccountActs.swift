import Access
import AreaKit
import Basics
import Database
import Pages
import People

// What is done about one account with one press. Nobody does any of it to themselves.

let newLinkPath = PagePath<AccountID>("/accounts/*/link")
let resetFactorPath = PagePath<AccountID>("/accounts/*/second-factor")
let signOutOtherPath = PagePath<AccountID>("/accounts/*/sign-out")

extension AccountsArea {
    var newLinkRoute: Route {
        .send(newLinkPath, .keepAccounts) { visit, id in
            try await visit.write { [keys] writer in
                let account = try writer.otherAccount(id, visit), token = try writer.invite(account.id)
                return invitationMade(visit, account, token, try writer.mail(token, to: account, keys))
            }
        }
    }
}

let accountActRoutes: [Route] = [
    .send(resetFactorPath, .keepAccounts) { visit, id in
        try await visit.write { writer in try writer.takeOffSecondFactor(writer.otherAccount(id, visit)) }
        return .goTo(accountPath(id).asking(["saved": "factor"]))
    },
    .send(signOutOtherPath, .keepAccounts) { visit, id in
        try await visit.write { writer in
            try writer.leaveEverything(try writer.otherAccount(id, visit).id)
        }
        return .goTo(accountPath(id).asking(["saved": "out"]))
    },
]

extension Reader {
    /// An account that the viewer looks after, that is not their own, and whose roles they could all give: so nobody
    /// lets themselves in as somebody who may do more.
    func otherAccount(_ id: AccountID, _ visit: Visit) throws -> Account {
        let account = try account(id, for: visit.viewer, on: visit.today)
        guard visit.viewer.account != id else { throw Problems("", "This is your own account. Ask somebody else who looks after accounts.") }
        guard RoleGiver(visit.viewer).mayGiveAll(try appointments(of: id), on: visit.today) else {
            throw Problems("", "\(account.name) has a role that you can’t give. Ask your trust’s administrator.")
        }
        return account
    }
}

extension Writer {
    /// The phone is lost: no code is asked for until a new app is set up, which the next sign-in asks for.
    public func takeOffSecondFactor(_ before: Account) throws {
        try execute("UPDATE account_secret SET second_factor = NULL, second_factor_new = NULL WHERE account_id = \(before.id)")
        try execute("DELETE FROM recovery_code WHERE account_id = \(before.id)")
        try execute("DELETE FROM remembered_device WHERE account_id = \(before.id)")
        try signOutEverywhere(before.id)
        var after = before
        after.secondFactorSince = nil
        try save(Change("account.secondFactorTakenOff", from: before, to: after))
    }
}
