import Basics
import Database

extension Reader {
    /// Through which server mail leaves; nil where mail is not set up, and links are shown to be handed over.
    public func mailSetting() throws -> MailSetting? { try all(MailSetting.self, "").first }

    /// The server with the password that opens it.
    func mailServer(_ keys: KeyRing) throws -> MailServer? {
        guard let setting = try mailSetting() else { return nil }
        let sealed = try first("SELECT lock_name, sealed FROM mail_password WHERE setting_id = \(setting.id)") {
            try Sealed(lock: $0.next(), bytes: $0.next(Bytes.self).bytes)
        }
        let password = try sealed?.opened(for: MailServer.purpose, keys)
        return MailServer(setting: setting, password: password.map { String(decoding: $0, as: UTF8.self) })
    }
}

extension Writer {
    /// Saves through which server mail leaves.
    /// - Parameter password: nil keeps the one that is there, where server and user are the same as before.
    /// - Throws: `Problems` where the server asks for a name and no password is known.
    @discardableResult
    public func setUpMail(_ change: Change<MailSetting>, password: String?, _ keys: KeyRing) throws -> MailSetting {
        let stored = try save(change)
        if let password {
            guard stored.user != nil else { throw Problems("user", "Give the name that belongs to this password.") }
            guard password.isPlainLine, !password.isEmpty else { throw Problems("password", "A password is one line.") }
            let sealed = try Sealed(Array(password.utf8), for: MailServer.purpose, keys)
            try forgetPassword()
            try execute("INSERT INTO mail_password (setting_id, lock_name, sealed) VALUES (\(stored.id), \(sealed.lock), \(Bytes(sealed.bytes)))")
        } else if !change.keepsPassword {
            try forgetPassword()
        }
        let isThere = try value("SELECT 1 FROM mail_password", as: Int.self) != nil
        guard stored.user == nil || isThere else { throw Problems("password", "Give the password that belongs to this name.") }
        return stored
    }

    /// Ends sending: the server and its password are forgotten, and letters that wait are not sent.
    public func stopMail() throws {
        guard let setting = try mailSetting() else { return }
        try withdraw(setting, event: "mail.stopped", because: nil)
        try execute("""
            UPDATE mail_letter SET state = 'failed', settled_at = \(act.at), answer = 'Mail was stopped before this was sent.', lock_name = NULL, sealed = NULL
            WHERE state = 'waiting'
            """)
    }

    private func forgetPassword() throws { try execute("DELETE FROM mail_password") }
}

extension Change<MailSetting> {
    /// A password is never shown to another server than the one it was given for.
    fileprivate var keepsPassword: Bool {
        before?.host == after.host && before?.port == after.port && before?.user == after.user && after.user != nil
            && before?.security == after.security && before?.certificates == after.certificates
    }
}
