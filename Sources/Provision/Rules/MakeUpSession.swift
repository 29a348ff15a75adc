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
    ///   - standing: entries of this key.
    /// - Returns: nil where the very same was sent before.
    public func applied(to whole: WholeProvision, missed: SessionLog?, standing: [SessionLog], in setting: LogSession.Setting) throws -> Change<SessionLog>? {
        if let twin = standing.first(where: { $0.sendKey == sendKey }) {
            if twin.run == whole.run.id && twin.day == day { return nil }
            throw Problems("", "This was sent before, for another session. Open the page again.")
        }
        var problems = Problems()
        check(whole, missed, setting, &problems)
        guard let startsAt, let minutes else { throw problems }
        try problems.check()
        var log = SessionLog(run: whole.run.id, school: setting.school, time: nil, day: day, startsAt: startsAt, planned: 0, result: .given, minutes: minutes,
                             pupils: pupils.sorted().map { SessionPupil($0, minutes: minutes) }, roles: roles, proof: .eachSession, loggedOn: setting.today, loggedBy: setting.who, sendKey: sendKey)
        (log.makesUp, log.note) = (missed?.id, note)
        return Change(missed == nil ? "session.added" : "session.madeUp", to: log)
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
