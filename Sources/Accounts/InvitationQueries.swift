import Access
import Basics
import Database
import Pages

extension Reader {
    /// Whom a one-time link invites, while it is good.
    func invited(_ token: String, at now: Instant) throws -> (invitation: Invitation, account: Account)? {
        let digest = SecretToken(text: token).digest
        guard let invitation = try all(Invitation.self, "WHERE id IN (SELECT invitation_id FROM invitation_key WHERE digest = \(digest))").first,
              invitation.isGood(at: now), let account = try one(invitation.account, of: Account.self), account.isOpen(on: now.dayInEngland) else { return nil }
        return (invitation, account)
    }

    /// Which passwords this person may choose: nothing of their own names, their schools' or the trust's.
    func passwordRule(for account: Account) throws -> PasswordRule {
        let places = try column("SELECT name FROM trust", as: String.self)
            + column("SELECT s.name FROM school s JOIN appointment a ON a.school_id = s.id WHERE a.account_id = \(account.id)", as: String.self)
        return PasswordRule(names: [account.name, String(account.email.prefix { $0 != "@" })], places: places)
    }
}

extension Writer {
    /// Makes a one-time link for an account, good for so many days; earlier ones stop working.
    public func invite(_ account: AccountID, days: Int = 7) throws -> SecretToken {
        try withdrawInvitations(of: account)
        let token = SecretToken.fresh()
        let invitation = try save(Change("invitation.made", to: Invitation(id: .new, account: account, expiresAt: act.at.adding(seconds: days * 86_400))))
        try execute("INSERT INTO invitation_key (digest, invitation_id) VALUES (\(token.digest), \(invitation.id))")
        return token
    }

    func withdrawInvitations(of account: AccountID) throws {
        for before in try all(Invitation.self, "WHERE account_id = \(account) AND used_at IS NULL AND withdrawn_at IS NULL") {
            var after = before
            after.withdrawnAt = act.at
            try save(Change("invitation.withdrawn", from: before, to: after))
        }
    }

    /// The link is used up and the password kept; every other way in ends: where this person is signed in, remembered
    /// devices, and PINs on tablets.
    /// - Returns: false where somebody was faster.
    func takeUp(_ token: String, _ hash: PasswordHash) throws -> Bool {
        guard let (before, account) = try invited(token, at: act.at) else { return false }
        var after = before
        after.usedAt = act.at
        try save(Change("invitation.takenUp", from: before, to: after))
        try leaveEverything(account.id)
        try keepPassword(hash, of: account.id)
        return true
    }
}
