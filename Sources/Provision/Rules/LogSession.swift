import Basics

/// Says what happened with a planned session: given, partly, or not, and who was there.
public struct LogSession: Sendable {
    public var result: SessionResult?
    /// Minutes given; asked for only where it was partly given.
    public var minutes: Int?
    public var reason: SessionReason?
    public var note = ""
    /// The pupils who were not there, with why. Everybody else was.
    public var away: [PupilID: SessionPupil.Away] = [:]
    /// What the adults who gave it are paid as, where others than planned did.
    public var roles: [String]?
    /// Made by the page that sends it.
    public var sendKey: String

    public init(_ result: SessionResult?, minutes: Int? = nil, reason: SessionReason? = nil, away: [PupilID: SessionPupil.Away] = [:], sendKey: String) {
        (self.result, self.minutes, self.reason, self.away, self.sendKey) = (result, minutes, reason, away, sendKey)
    }

    static let longestNote = 300

    /// Who logs, when, and what they must know of the school.
    public struct Setting: Sendable {
        public let school: SchoolID
        public let isSchoolDay: Bool
        /// Under which name the record shows who it was.
        public let who: String
        public let today: Day
        public var proof = Proof.eachSession

        public init(school: SchoolID, isSchoolDay: Bool, who: String, today: Day) { (self.school, self.isSchoolDay, self.who, self.today) = (school, isSchoolDay, who, today) }
    }

    /// - Parameter standing: the entries that have this session's slot, or this key.
    /// - Returns: nil where the very same was sent before: nothing is written twice. Under the same key something else is refused,
    ///   with what stands: nobody must take the first for the second.
    /// - Throws: `Problems` with everything that is wrong.
    public func applied(to session: PlannedSession, standing: [SessionLog], in setting: Setting) throws -> Change<SessionLog>? {
        if let twin = standing.first(where: { $0.sendKey == sendKey }) {
            try twin.refuse(as: session)
            var unread = Problems()
            if twin.stands, let again = entry(session, setting, &unread), unread.isEmpty, twin.says(again) { return nil }
            throw twin.sentBefore
        }
        var problems = Problems()
        if let first = standing.first(where: { $0.slot == session.slot && $0.stands }) {
            problems.add("", "This session was logged on \(first.loggedOn.inWords) by \(first.loggedBy). Correct that entry if it is wrong.")
        }
        problems.require(setting.isSchoolDay || reason == .closure, "day", "The school is closed to pupils on \(session.day.inWords). Choose another day.")
        problems.require(session.day <= setting.today, "day", "This session is still to come. Log it on its day.")
        let log = entry(session, setting, &problems)
        guard let log else { throw problems }
        try problems.check()
        return Change("session.logged", to: log, because: nil)
    }

    /// What is stored; nil where it is not known whether it was given.
    func entry(_ session: PlannedSession, _ setting: Setting, _ problems: inout Problems) -> SessionLog? {
        check(session, &problems)
        guard let result else { return nil }
        let given = switch result {
        case .given: session.minutes
        case .partly: minutes ?? 0
        case .notGiven: 0
        }
        let pupils = session.pupils.map { SessionPupil($0, minutes: away[$0] == nil ? given : 0, away: away[$0] ?? (reason == .absence && result == .notGiven ? .absent : nil)) }
        var log = SessionLog(run: session.run, school: setting.school, time: session.time.id, day: session.day, startsAt: session.time.startsAt, planned: session.minutes, result: result,
                             minutes: given, reason: result == .given ? nil : reason, pupils: pupils, roles: roles ?? session.time.adults.map(\.role), proof: setting.proof,
                             loggedOn: setting.today, loggedBy: setting.who, sendKey: sendKey)
        log.note = note.trimmed
        return log
    }

    private func check(_ session: PlannedSession, _ problems: inout Problems) {
        problems.require(result != nil, "result", "Say whether it was given.")
        if result == .partly { problems.require(minutes.map { (1..<session.minutes).contains($0) } ?? false, "minutes", "Give how many minutes it was: from 1 to \(max(1, session.minutes - 1)).") }
        problems.require(result != .notGiven || reason != nil, "reason", "Choose why it was not given.")
        problems.require(note.trimmed.count <= Self.longestNote, "note", "Make this shorter: at most \(Self.longestNote) characters.")
        problems.require(Set(away.keys).isSubset(of: session.pupils), "pupils", "One of these pupils is not in this session. Open it again.")
        if result == .given || result == .partly { problems.require(session.pupils.isEmpty || away.count < session.pupils.count, "pupils", "Nobody was there. Choose “Not given” and “Pupil absent”.") }
        problems.require((roles ?? []).allSatisfy { StaffRole.named($0) != nil }, "roles", "Choose what the adult is paid as.")
        problems.requireSendKey(sendKey)
    }
}

extension SessionLog {
    /// A key is of one session.
    fileprivate func refuse(as session: PlannedSession) throws {
        if slot != session.slot || run != session.run { throw Problems("", "This was sent before, for another session. Open the session again and log it.") }
    }

    /// What is told where the same page sends something else.
    var sentBefore: Problems {
        if stands { return Problems("", "This was sent before, and “\(result.label)” is what was logged on \(loggedOn.inWords) by \(loggedBy). Correct that entry if it is wrong.") }
        return Problems("", "What this page sent before was corrected or taken back on \(supersededOn?.inWords ?? ""). Look at what stands now, and press again if it is still right.")
    }
}

extension Problems {
    /// 16 to 64 letters, figures and hyphens: what a page makes of random numbers.
    mutating func requireSendKey(_ key: String, page: String = "the session") {
        let isRight = (16...64).contains(key.utf8.count) && key.utf8.allSatisfy { (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 45 }
        require(isRight, "", "This page has grown old. Open \(page) again.")
    }
}
