import Basics
import Database
import Foundation

/// What became of a letter that was posted.
public enum Posting: Sendable, Equatable {
    /// It will be sent once the act is saved.
    case queued
    /// The same letter was posted before: it is not sent twice.
    case postedBefore
    /// Mail is not set up: show the link, to be handed over.
    case noMail
}

extension Writer {
    /// Puts a letter into the queue as part of this act: it is sent exactly when the act is saved.
    ///
    ///     let posting = try writer.post(.invitation(name, link, expires: soon), to: address, key: "invitation-\(id)", keys)
    ///     if posting == .noMail { … show the link … }
    ///
    /// - Parameter key: names this letter for good, such as `invitation-12`; two with one key are the same letter. No
    ///   name belongs into it.
    public func post(_ letter: Letter, to recipient: MailAddress, key: String, _ keys: KeyRing) throws -> Posting {
        guard let setting = try mailSetting() else { return .noMail }
        let text = LetterText(letter, publicAddress: setting.publicAddress)
        let messageID = "<\(UInt64.random(in: 0...UInt64.max).hex)\(UInt64.random(in: 0...UInt64.max).hex)@\(setting.sender.domain)>"
        let sealed = try Sealed(Array(JSONEncoder().encode(text)), for: messageID, keys)
        try forgetOldLetters()
        let added = try execute("""
            INSERT INTO mail_letter (letter_key, kind, recipient, message_id, posted_at, state, due_at, lock_name, sealed)
            VALUES (\(key), \(letter.kind), \(recipient), \(messageID), \(act.at), 'waiting', \(act.at), \(sealed.lock), \(Bytes(sealed.bytes)))
            ON CONFLICT (letter_key) DO NOTHING
            """)
        return added == 1 ? .queued : .postedBefore
    }

    /// To whom one wrote and when is not kept for longer than somebody may ask (UK GDPR, article 5(1)(e)).
    private func forgetOldLetters() throws {
        try execute("DELETE FROM mail_letter WHERE settled_at < \(act.at.adding(seconds: -90 * 86_400))")
    }
}

extension UInt64 {
    fileprivate var hex: String {
        let digits = String(self, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
