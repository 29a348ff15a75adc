import Access
import Basics
import Database
import Mail
import Pages

/// How a one-time link reaches its reader.
public enum LinkWay: Sendable, Equatable {
    /// A letter is on its way.
    case mailed
    /// Mail is not set up, or their address can't be written to: whoever made the link hands it over.
    case byHand
}

extension Writer {
    /// Sends the link of an invitation, where mail is set up.
    public func mail(_ token: SecretToken, to account: Account, _ keys: KeyRing?) throws -> LinkWay {
        guard let expires = try invited(token.text, at: act.at)?.invitation.expiresAt else { throw NotFound() }
        let link = try LetterLink("/invitation/", secret: token.text)
        let name = AdultName(try isChild(account.id) ? "" : account.name)
        let letter: Letter = account.passwordSince == nil ? .invitation(name, link, expires: expires) : .signInReset(name, link, expires: expires)
        return try post(letter, to: account, key: "link-\(token.digest.prefix(24))", keys)
    }

    /// Tells somebody that their sign-in was changed, in case it was not they who did it.
    func tell(_ change: AccountChange, of account: Account, _ keys: KeyRing?) throws {
        _ = try post(.accountChanged(change, at: act.at, LetterLink("/me")), to: account, key: "changed-\(account.id)-\(change)-\(act.at.milliseconds)", keys)
    }

    /// Reminds whoever signs in as somebody of the staff of what a colleague asked; once a day at most.
    /// - Parameters:
    ///   - what: names what was asked, such as `return-12`.
    ///   - link: where they answer.
    public func remind(_ staff: StaffID, of what: String, _ link: LetterLink, _ keys: KeyRing?) throws -> LinkWay {
        let account = try all(Account.self, """
            WHERE (ends IS NULL OR ends >= \(act.today)) AND id IN (SELECT account_id FROM appointment WHERE staff_id = \(staff) \
            AND starts <= \(act.today) AND (ends IS NULL OR ends >= \(act.today))) ORDER BY id
            """).first
        guard let account else { return .byHand }
        return try post(.reminder(AdultName(account.name), link), to: account, key: "reminder-\(what)-\(act.today)", keys)
    }

    private func post(_ letter: Letter, to account: Account, key: String, _ keys: KeyRing?) throws -> LinkWay {
        guard let keys, let address = try? MailAddress(account.email) else { return .byHand }
        return try post(letter, to: address, key: key, keys) == .noMail ? .byHand : .mailed
    }
}

extension Reader {
    /// A young person's account: no letter says their name.
    fileprivate func isChild(_ account: AccountID) throws -> Bool {
        try value("SELECT 1 FROM family_tie WHERE account_id = \(account) AND kind = 'self'", as: Int.self) != nil
    }
}
