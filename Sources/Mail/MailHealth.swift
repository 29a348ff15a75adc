import Basics
import Database

/// How outgoing mail is doing, in numbers.
public struct MailHealth: Sendable, Equatable {
    /// Whether a server is known through which mail leaves.
    public var isSetUp: Bool
    /// Letters of the last week that did not leave, or of which it is not known.
    public var failed: Int
    /// Letters that wait for longer than two hours.
    public var late: Int

    public init(isSetUp: Bool, failed: Int = 0, late: Int = 0) { (self.isSetUp, self.failed, self.late) = (isSetUp, failed, late) }
}

extension Reader {
    public func mailHealth(at now: Instant) throws -> MailHealth {
        let week = now.adding(seconds: -7 * 86_400), early = now.adding(seconds: -2 * 3600)
        return try MailHealth(
            isSetUp: mailSetting() != nil,
            failed: value("SELECT COUNT(*) FROM mail_letter WHERE settled_at >= \(week) AND state IN ('failed', 'perhaps')", as: Int.self) ?? 0,
            late: value("SELECT COUNT(*) FROM mail_letter WHERE settled_at IS NULL AND posted_at < \(early)", as: Int.self) ?? 0)
    }
}
