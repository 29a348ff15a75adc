import Basics
import Database
import Foundation

/// A letter as the queue lists it, without what it says.
public struct QueuedLetter: Sendable, Equatable {
    public let key: String
    public let kind: String
    public let recipient: MailAddress
    public let state: LetterState
    public let posted: Instant
    /// When it is tried next, where it waits.
    public let due: Instant
    public let tries: Int
    /// What the server said last.
    public let answer: String?

    init(_ row: inout Row) throws {
        (key, kind, recipient, state) = try (row.next(), row.next(), row.next(), row.next())
        (posted, due, tries, answer) = try (row.next(), row.next(), row.next(), row.next())
    }
}

extension Reader {
    /// The letters of the last 90 days, newest first.
    public func queuedLetters(_ limit: Int = 200) throws -> [QueuedLetter] {
        try rows("\(QueuedLetter.selection) ORDER BY id DESC LIMIT \(limit)", QueuedLetter.init)
    }

    /// One letter, by its key.
    public func queuedLetter(_ key: String) throws -> QueuedLetter? {
        try first("\(QueuedLetter.selection) WHERE letter_key = \(key)", QueuedLetter.init)
    }

    /// How many letters stand in each state.
    public func letterCounts() throws -> [LetterState: Int] {
        let pairs = try rows("SELECT state, count(*) FROM mail_letter GROUP BY state") { try ($0.next(LetterState.self), $0.next(Int.self)) }
        return Dictionary(pairs) { $1 }
    }

    /// True where a letter is due, or somebody who took one has not been heard of since.
    func hasMailWork(_ now: Instant) throws -> Bool {
        let found = try value("""
            SELECT 1 WHERE EXISTS (SELECT 1 FROM mail_letter WHERE state = 'waiting' AND due_at <= \(now))
                OR EXISTS (SELECT 1 FROM mail_letter WHERE state = 'sending' AND lease_until <= \(now))
            """, as: Int.self)
        return found != nil
    }
}

extension QueuedLetter {
    fileprivate static let selection: SQL = "SELECT letter_key, kind, recipient, state, posted_at, due_at, tries, answer FROM mail_letter"
}

/// A letter that was taken for sending. Nobody else can take it.
struct TakenLetter: Sendable {
    let id: RowID
    let tries: Int
    let recipient: MailAddress
    let messageID: String
    let posted: Instant
    fileprivate let sealed: Sealed

    init(_ row: inout Row) throws {
        (id, tries, recipient) = try (row.next(), row.next(), row.next())
        (messageID, posted) = try (row.next(), row.next())
        sealed = try Sealed(lock: row.next(), bytes: row.next(Bytes.self).bytes)
    }

    func message(from sender: MailAddress, _ keys: KeyRing) throws -> MailMessage {
        let text = try JSONDecoder().decode(LetterText.self, from: Data(sealed.opened(for: messageID, keys)))
        return MailMessage(messageID: messageID, posted: posted, sender: sender, recipient: recipient, text: text)
    }
}

extension Writer {
    /// Takes the letter that has been due for longest. From here until it is settled nobody else can take it, and if
    /// this program dies meanwhile nobody will: whether the server took it is then not known.
    func takeLetter() throws -> TakenLetter? {
        let due = try value("SELECT id FROM mail_letter WHERE state = 'waiting' AND due_at <= \(act.at) ORDER BY due_at, id LIMIT 1", as: RowID.self)
        guard let due else { return nil }
        let taken = try execute("""
            UPDATE mail_letter SET state = 'sending', tries = tries + 1, lease_until = \(act.at.adding(seconds: 600))
            WHERE id = \(due) AND state = 'waiting'
            """)
        // Another program took it in the same moment; the next round sees what is left.
        guard taken == 1 else { return nil }
        return try first("SELECT id, tries, recipient, message_id, posted_at, lock_name, sealed FROM mail_letter WHERE id = \(due)", TakenLetter.init)
    }

    /// Writes down how an attempt ended.
    func settle(_ letter: TakenLetter, _ result: DeliveryResult) throws {
        switch result {
        case .sent(let words): try settle(letter, .sent, words)
        case .refused(let words): try settle(letter, .failed, words)
        case .perhaps(let words): try settle(letter, .perhaps, words)
        case .notNow(let words), .noServer(let words):
            guard let next = Retry.next(after: letter.tries, now: act.at) else { return try settle(letter, .failed, words) }
            try execute("""
                UPDATE mail_letter SET state = 'waiting', due_at = \(next), lease_until = NULL, answer = \(words)
                WHERE id = \(letter.id) AND tries = \(letter.tries) AND state = 'sending'
                """)
        }
    }

    /// Even where the lease ran out meanwhile: what is known is better than what was feared.
    private func settle(_ letter: TakenLetter, _ state: LetterState, _ words: String) throws {
        try execute("""
            UPDATE mail_letter SET state = \(state), settled_at = \(act.at), lease_until = NULL, answer = \(words), lock_name = NULL, sealed = NULL
            WHERE id = \(letter.id) AND tries = \(letter.tries) AND state IN ('sending', 'perhaps')
            """)
    }

    /// After a restore: letters that waited when the backup was made have probably gone out since, and the copy may
    /// be but a drill. None of them is sent from it, and no digest of today again.
    public func holdRestoredLetters() throws {
        try execute("""
            UPDATE mail_letter SET state = 'perhaps', settled_at = \(act.at), lease_until = NULL, lock_name = NULL, sealed = NULL,
                answer = 'This was waiting in a backup that was restored. It may have been sent since the backup was made.'
            WHERE state IN ('waiting', 'sending')
            """)
        try execute("UPDATE digest_choice SET last_on = \(act.today) WHERE hour IS NOT NULL")
    }

    /// Letters whose sender has not been heard of for ten minutes. An attempt ends within two, one way or the other.
    func settleLostLetters() throws {
        let words = "Trellis stopped while this was being sent. The server may have taken it."
        try execute("""
            UPDATE mail_letter SET state = 'perhaps', settled_at = \(act.at), lease_until = NULL, answer = \(words), lock_name = NULL, sealed = NULL
            WHERE state = 'sending' AND lease_until <= \(act.at)
            """)
    }
}
