import Basics
import Database

extension Writer {
    /// Locks what is kept of mail anew with the key in use: the password of the server, and letters that have not left yet.
    public func relockMail(_ keys: KeyRing) throws -> Relocked {
        let passwords = try rows("SELECT setting_id, lock_name, sealed FROM mail_password") { try ($0.next(Int.self), Sealed(&$0)) }
        let letters = try rows("SELECT message_id, lock_name, sealed FROM mail_letter WHERE sealed IS NOT NULL") { try ($0.next(String.self), Sealed(&$0)) }
        var relocked = Relocked()
        for (setting, sealed) in passwords {
            try relocked.count({ try sealed.relocked(for: MailServer.purpose, keys) }, save: { fresh in
                try execute("UPDATE mail_password SET lock_name = \(fresh.lock), sealed = \(Bytes(fresh.bytes)) WHERE setting_id = \(setting)")
            })
        }
        for (message, sealed) in letters {
            try relocked.count({ try sealed.relocked(for: message, keys) }, save: { fresh in
                try execute("UPDATE mail_letter SET lock_name = \(fresh.lock), sealed = \(Bytes(fresh.bytes)) WHERE message_id = \(message)")
            })
        }
        return relocked
    }
}

extension Sealed {
    fileprivate init(_ row: inout Row) throws { try self.init(lock: row.next(), bytes: row.next(Bytes.self).bytes) }
}
