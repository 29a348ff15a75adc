import Basics

/// Logs a session outside the week that makes up one that was missed, or that was given beside the plan.
public struct MakeUpSession: Sendable {
    public let day: Day
    public let startsAt: ClockTime?
    public let minutes: Int?
    /// Those who were there.
    public let pupils: [PupilID]
    public let roles: [String]
    public let note: String
    public let sendKey: String

    public init(day: Day, startsAt: ClockTime?, minutes: Int?, pupils: [PupilID], roles: [String], note: String = "", sendKey: String) {
        (self.day, self.startsAt, self.minutes, self.pupils) = (day, startsAt, minutes, pupils)
        (self.roles, self.note, self.sendKey) = (roles, note.trimmed, sendKey)
    }

    /// - Parameters:
    ///   - missed: the session that it makes up; nil where it is one more.
    ///   - standing: entries of this key, and those that make up the same session.
    /// - Returns: nil where the very same was sent before.
    public func applied(to whole: WholeProvision, missed: SessionLog?, standing: [SessionLog], in setting: LogSession.Setting) throws -> Change<SessionLog>? {
        if let twin = standing.first(where: { $0.sendKey == sendKey }) {
            if twin.stands, isSame(as: twin, of: whole, missed) { return nil }
            throw twin.run == whole.run.id && twin.day == day ? twin.sentBefore : Problems("", "This was sent before, for another session. Open the page again.")
        }
        var problems = Problems()
        check(whole, missed, setting, &problems)
        if let missed { checkOnce(missed, standing.filter { $0.stands && $0.makesUp == missed.id }, &problems) }
        guard let startsAt, let minutes else { throw problems }
        try problems.check()
        var log = SessionLog(run: whole.run.id, school: setting.school, time: nil, day: day, startsAt: startsAt, planned: 0, result: .given, minutes: minutes,
                             pupils: pupils.sorted().map { SessionPupil($0, minutes: minutes) }, roles: roles, proof: .eachSession, loggedOn: setting.today, loggedBy: setting.who, sendKey: sendKey)
        (log.makesUp, log.note) = (missed?.id, note)
        return Change(missed == nil ? "session.added" : "session.madeUp", to: log)
    }

    private func isSame(as twin: SessionLog, of whole: WholeProvision, _ missed: SessionLog?) -> Bool {
        (twin.run, twin.day, twin.startsAt, twin.minutes, twin.makesUp) == (whole.run.id, day, startsAt, minutes, missed?.id) && Set(twin.pupils.map(\.pupil)) == Set(pupils) && (note.isEmpty || note == twin.note)
    }

    /// What was missed is made up once: nobody gets more minutes for it than are left.
    private func checkOnce(_ missed: SessionLog, _ madeUp: [SessionLog], _ problems: inout Problems) {
        if let same = madeUp.first(where: { $0.day == day && $0.startsAt == startsAt }) {
            return problems.add("starts_at", "This is logged already: \(same.loggedBy) logged it on \(same.loggedOn.inWords). Take that one back if it is wrong.")
        }
        guard let minutes, !pupils.isEmpty else { return }
        let had = pupils.map { pupil in madeUp.filter { $0.pupils.contains { $0.pupil == pupil } }.map(\.minutes).reduce(0, +) }.max() ?? 0, left = max(0, missed.planned - missed.minutes - had)
        if minutes <= left { return }
        let who = madeUp.last.map { " \($0.loggedBy) logged \(count($0.minutes, "minute")) on \($0.day.inWords)." } ?? ""
        problems.add("minutes", left == 0 ? "Nothing of this session is left to make up.\(who) Log a session beside the week instead." : "Only \(count(left, "minute")) of this session \(left == 1 ? "is" : "are") left to make up.\(who) Log what is more as a session beside the week.")
    }

    private func check(_ whole: WholeProvision, _ missed: SessionLog?, _ setting: LogSession.Setting, _ problems: inout Problems) {
        problems.require(startsAt != nil, "starts_at", "Give the time at which it began, such as 9:15.")
        problems.requireWhole(minutes, 1...360, "minutes", "minutes")
        problems.require(day <= setting.today, "day", "This day is in the future. Log it on its day.")
        problems.require(setting.isSchoolDay, "day", "The school is closed to pupils on \(day.inWords). Choose another day.")
        problems.require(whole.run.starts <= day && day <= whole.run.endedOn ?? .distantFuture, "day", "The provision does not run on \(day.inWords).")
        problems.require(!pupils.isEmpty, "pupils", "Tick who was there.")
        problems.require(pupils.allSatisfy { whole.member($0, on: day) != nil }, "pupils", "One of these pupils does not take part on that day.")
        problems.require(!roles.isEmpty && roles.allSatisfy { StaffRole.named($0) != nil }, "roles", "Choose what the adult is paid as.")
        problems.require(note.count <= LogSession.longestNote, "note", "Make this shorter: at most \(LogSession.longestNote) characters.")
        if let missed {
            problems.require(missed.run == whole.run.id, "", "The missed session belongs to another provision.")
            problems.require(missed.stands && missed.result != .given, "", "That session was given. There is nothing to make up.")
            problems.require(day >= missed.day, "day", "A session is made up after it was missed, on \(missed.day.inWords).")
        }
        problems.requireSendKey(sendKey)
    }
}
