import Access
import Basics
import Database
import Pages

/// For so many days the second factor is not asked for again on a remembered device.
let rememberedDays = 30

extension Reader {
    /// Whether the second factor was given in this browser lately.
    func isRemembered(_ device: String, _ account: AccountID, at now: Instant) throws -> Bool {
        try value("""
            SELECT 1 FROM remembered_device WHERE digest = \(SecretToken(text: device).digest) AND account_id = \(account) AND expires_at > \(now)
            """, as: Int.self) != nil
    }

    func secondFactor(of account: AccountID, _ keys: KeyRing, column: SQL = "second_factor") throws -> OneTimeCode? {
        guard let locked = try value("SELECT \(column) FROM account_secret WHERE account_id = \(account)", as: LockedSecret?.self).flatMap({ $0 }) else { return nil }
        return OneTimeCode(secret: try locked.unlocked(for: account.secretOwner, with: keys))
    }
}

extension Writer {
    /// Takes the six digits or a recovery code, each only once.
    func takeCode(_ typed: String, of account: AccountID, _ keys: KeyRing) throws -> Bool {
        let used: Int? = try value("SELECT second_factor_step FROM account_secret WHERE account_id = \(account)")
        if let step = try secondFactor(of: account, keys)?.step(of: typed, at: act.at, lastUsed: used) {
            return try execute("UPDATE account_secret SET second_factor_step = \(step) WHERE account_id = \(account) AND second_factor_step < \(step)") == 1
        }
        return try takeRecoveryCode(typed, of: account, keys)
    }

    private func takeRecoveryCode(_ typed: String, of account: AccountID, _ keys: KeyRing) throws -> Bool {
        guard let code = RecoveryCode(typed: typed) else { return false }
        let kept = try rows("SELECT id, kept FROM recovery_code WHERE account_id = \(account) ORDER BY id") { try ($0.next(Int.self), $0.next(String.self)) }
        guard let place = code.place(in: kept.map(\.1), with: keys) else { return false }
        return try execute("DELETE FROM recovery_code WHERE id = \(kept[place].0)") == 1
    }

    func rememberDevice(of account: AccountID, _ words: String) throws -> SecretToken {
        let token = SecretToken.fresh()
        try execute("""
            INSERT INTO remembered_device (digest, account_id, device, made_at, expires_at) \
            VALUES (\(token.digest), \(account), \(words), \(act.at), \(act.at.adding(seconds: rememberedDays * 86_400)))
            """)
        return token
    }

    /// A fresh seed that waits for its first right code; the same one until then, in this sign-in.
    func seedToEnrol(_ account: AccountID, _ keys: KeyRing) throws -> OneTimeCode {
        try execute("INSERT INTO account_secret (account_id) VALUES (\(account)) ON CONFLICT (account_id) DO NOTHING")
        if let waiting = try secondFactor(of: account, keys, column: "second_factor_new") { return waiting }
        let fresh = OneTimeCode.fresh(), locked = try LockedSecret.lock(fresh.secret, for: account.secretOwner, with: keys)
        try execute("UPDATE account_secret SET second_factor_new = \(locked) WHERE account_id = \(account)")
        return fresh
    }

    /// Each sign-in sets up a seed of its own, and the last alone may: one that somebody has seen who knew an earlier
    /// password must never become the second factor.
    func forgetSeedToEnrol(_ account: AccountID) throws {
        try execute("UPDATE account_secret SET second_factor_new = NULL WHERE account_id = \(account)")
        try execute("DELETE FROM session_key WHERE waits_for = \(Session.Step.enrol) AND sign_in_id IN (SELECT id FROM sign_in WHERE account_id = \(account))")
    }

    /// The seed that waited becomes the second factor once its first code is right.
    /// - Returns: fresh recovery codes to be kept on paper; nil where the code is wrong.
    func enrol(_ account: AccountID, code: String, _ keys: KeyRing) throws -> [RecoveryCode]? {
        guard let before = try one(account, of: Account.self), let seed = try secondFactor(of: account, keys, column: "second_factor_new"),
              let step = seed.step(of: code, at: act.at, lastUsed: nil) else { return nil }
        try execute("""
            UPDATE account_secret SET second_factor = second_factor_new, second_factor_new = NULL, second_factor_step = \(step) WHERE account_id = \(account)
            """)
        try execute("DELETE FROM remembered_device WHERE account_id = \(account)")
        var after = before
        after.secondFactorSince = act.today
        try save(Change("account.secondFactorSet", from: before, to: after))
        return try freshRecoveryCodes(account, keys)
    }

    func freshRecoveryCodes(_ account: AccountID, _ keys: KeyRing) throws -> [RecoveryCode] {
        try execute("DELETE FROM recovery_code WHERE account_id = \(account)")
        let codes = RecoveryCode.fresh()
        for code in codes { try execute("INSERT INTO recovery_code (account_id, kept) VALUES (\(account), \(code.kept(with: keys)))") }
        return codes
    }
}

extension AccountID {
    /// To whom a locked secret belongs.
    var secretOwner: String { "account \(self)" }
}
