import Basics

/// Says once for a week that every session was given, except those named.
public struct ProveWeek: Sendable {
    /// One session that was not given, or not in full.
    public struct Exception: Sendable {
        public let slot: SessionSlot
        public let result: SessionResult
        public let minutes: Int?
        public let reason: SessionReason?

        public init(_ slot: SessionSlot, _ result: SessionResult, minutes: Int? = nil, reason: SessionReason? = nil) {
            (self.slot, self.result, self.minutes, self.reason) = (slot, result, minutes, reason)
        }
    }

    public let exceptions: [Exception]
    /// Pupils who were away, by session: from attendance where it was imported, and as somebody ticks.
    public let away: [SessionSlot: [PupilID: SessionPupil.Away]]
    public let sendKey: String

    public init(except exceptions: [Exception] = [], away: [SessionSlot: [PupilID: SessionPupil.Away]] = [:], sendKey: String) {
        (self.exceptions, self.away, self.sendKey) = (exceptions, away, sendKey)
    }

    /// - Parameters:
    ///   - sessions: those planned in the week, of one provision.
    ///   - standing: what is logged of them already; that stays as it is.
    /// - Returns: an entry for each session not logged yet; none where the very same was sent before.
    public func applied(to sessions: [PlannedSession], standing: [SessionLog], in setting: LogSession.Setting) throws -> [Change<SessionLog>] {
        var problems = Problems(), setting = setting
        setting.proof = .weekly
        let twins = standing.filter { $0.sendKey.hasPrefix(sendKey + "-") }
        if !twins.isEmpty {
            if isSame(as: twins, sessions, setting) { return [] }
            throw twins.first { !$0.stands }?.sentBefore ?? Problems("", "This was sent before, and said something else of this week. Look at what stands, and correct single sessions where they are wrong.")
        }
        let logged = Set(standing.filter(\.stands).compactMap(\.slot)), open = sessions.filter { !logged.contains($0.slot) }
        problems.require(!sessions.isEmpty, "", "Nothing was planned in this week.")
        problems.require(sessions.isEmpty || !open.isEmpty, "", "All sessions of this week are logged already.")
        problems.require(open.allSatisfy { $0.day <= setting.today }, "", "This week is not over. Say it after its last session, on \(open.map(\.day).max()?.inWords ?? "").")
        problems.require(exceptions.allSatisfy { named in open.contains { $0.slot == named.slot } }, "except", "One of these sessions was not planned in this week, or is logged already. Open the week again.")
        problems.requireSendKey(sendKey)
        let entries = open.enumerated().compactMap { place, session in entry(session, place, setting, &problems) }
        try problems.check()
        return entries.map { Change("session.logged", to: $0) }
    }

    /// Whether all that was sent under this key stands, and says what is said now.
    private func isSame(as twins: [SessionLog], _ sessions: [PlannedSession], _ setting: LogSession.Setting) -> Bool {
        let sent = Set(twins.compactMap(\.slot)), bySlot = Dictionary(sessions.map { ($0.slot, $0) }) { first, _ in first }
        var unread = Problems()
        return exceptions.allSatisfy { sent.contains($0.slot) } && away.keys.allSatisfy(sent.contains) && twins.allSatisfy { twin in
            guard twin.stands, let session = twin.slot.flatMap({ bySlot[$0] }), let again = entry(session, 0, setting, &unread) else { return false }
            return unread.isEmpty && twin.says(again)
        }
    }

    private func entry(_ session: PlannedSession, _ place: Int, _ setting: LogSession.Setting, _ problems: inout Problems) -> SessionLog? {
        let named = exceptions.first { $0.slot == session.slot }, gone = away[session.slot] ?? [:]
        let isEmpty = named == nil && !session.pupils.isEmpty && gone.count == session.pupils.count
        let log = LogSession(named?.result ?? (isEmpty ? .notGiven : .given), minutes: named?.minutes, reason: named?.reason ?? (isEmpty ? .absence : nil),
                             away: gone, sendKey: "\(sendKey)-\(place)")
        var own = Problems()
        let entry = log.entry(session, setting, &own)
        own.list.forEach { problems.add("\($0.field)_\(session.time.id)_\(session.day)", $0.message) }
        return entry
    }
}
