import Basics

/// Takes back an entry that was made by mistake, with nothing in its place: the session is open again. What was said stays.
public struct WithdrawSession: Sendable {
    public let because: String

    public init(because: String) { self.because = because.trimmed }

    /// - Parameter madeUp: entries that make up this one: they would make up nothing.
    public func applied(to log: SessionLog, madeUp: [SessionLog] = [], today: Day) throws -> Change<SessionLog> {
        var problems = Problems()
        problems.require(log.stands, "", "Somebody corrected or took back this entry on \(log.supersededOn?.inWords ?? "").")
        problems.require(!madeUp.contains { $0.makesUp == log.id && $0.stands }, "", "Another session makes up this one. Take that one back first.")
        problems.require(!because.isEmpty, "because", "Say why, in a few words. The entry is kept.")
        try problems.check()
        var after = log
        after.supersededOn = today
        return Change("session.withdrawn", from: log, to: after, because: because)
    }
}
