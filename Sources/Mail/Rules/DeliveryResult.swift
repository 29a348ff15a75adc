import Basics

/// How one attempt to send a letter ended.
public enum DeliveryResult: Sendable, Equatable {
    /// The server took it.
    case sent(String)
    /// The server, or the way to it, had no time: try again.
    case notNow(String)
    /// No letter can be sent just now: the server can't be reached, or does not accept this Trellis. Try again.
    case noServer(String)
    /// The server will never take this letter.
    case refused(String)
    /// The letter was handed over whole, but no answer came: it may have been sent.
    case perhaps(String)
}

/// Where a letter in the queue stands.
public enum LetterState: String, Sendable, CaseIterable {
    case waiting, sending, sent, failed
    /// It may have been sent; nobody knows. It is not sent again by itself, since nothing is ever sent twice.
    case perhaps

    /// In words for whoever looks at the queue.
    public var words: String {
        switch self {
        case .waiting: "waiting"
        case .sending: "being sent"
        case .sent: "sent"
        case .failed: "failed"
        case .perhaps: "perhaps sent"
        }
    }
}

/// When a letter that could not be sent is tried again: after 1, 5 and 30 minutes, 2 and 8 hours; then no more.
enum Retry {
    static let minutes = [1, 5, 30, 120, 480]

    /// - Parameter tries: how often it has been tried.
    static func next(after tries: Int, now: Instant) -> Instant? {
        guard tries >= 1, tries <= minutes.count else { return nil }
        return now.adding(seconds: minutes[tries - 1] * 60)
    }
}
