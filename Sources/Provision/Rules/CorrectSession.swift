import Basics

/// Puts an entry right. The first entry stays as it was said, with the day on which another took its place.
public struct CorrectSession: Sendable {
    public let log: LogSession
    public let because: String

    public init(_ log: LogSession, because: String) { (self.log, self.because) = (log, because.trimmed) }

    /// - Parameters:
    ///   - session: what was planned, with the pupils of that day.
    ///   - standing: the entry that holds now, and any of this key.
    /// - Returns: the end of the entry before and the new one; nothing where the very same was sent before.
    public func applied(to before: SessionLog, of session: PlannedSession, standing: [SessionLog] = [], in setting: LogSession.Setting) throws -> [Change<SessionLog>] {
        if let twin = standing.first(where: { $0.sendKey == log.sendKey }) {
            guard twin.corrects == before.id else { throw Problems("", "This was sent before, for another session. Open the session again.") }
            var unread = Problems()
            if twin.stands, var again = log.entry(session, setting, &unread), unread.isEmpty {
                again.makesUp = before.makesUp
                if twin.says(again) { return [] }
            }
            throw twin.sentBefore
        }
        var problems = Problems()
        problems.require(before.stands, "", "Somebody corrected this entry on \(before.supersededOn?.inWords ?? ""). Look at that one.")
        problems.require(before.slot == session.slot && before.run == session.run, "", "This entry is about another session. Go back and look again.")
        problems.require(!because.isEmpty, "because", "Say why, in a few words. Both entries are kept.")
        guard var fresh = log.entry(session, setting, &problems) else { throw problems }
        try problems.check()
        var ended = before
        ended.supersededOn = setting.today
        (fresh.corrects, fresh.makesUp) = (before.id, before.makesUp)
        return [Change("session.superseded", from: before, to: ended, because: because), Change("session.corrected", to: fresh, because: because)]
    }
}
