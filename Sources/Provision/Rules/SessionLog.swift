import Basics

/// What happened with one session, as it was said. A correction is an entry of its own that takes the place of this
/// one, which stays.
public struct SessionLog: Hashable, Sendable {
    public var id: SessionID
    public var version = 1
    public var run: ProvisionID
    public var school: SchoolID
    /// The time of the week that planned it; nil for one outside the week, such as one that makes up another.
    public var time: RowID?
    public var day: Day
    public var startsAt: ClockTime
    /// Minutes that were planned; 0 for one outside the week.
    public var planned: Int
    public var result: SessionResult
    /// Minutes that were given.
    public var minutes: Int
    public var reason: SessionReason?
    public var note = ""
    /// Those who were to be there, and for how long each was.
    public var pupils: [SessionPupil]
    /// What the adults who gave it are paid as. Who was away is not kept.
    public var roles: [String]
    /// The session that was missed and is made up by this one.
    public var makesUp: SessionID?
    /// The entry that this one puts right.
    public var corrects: SessionID?
    /// The day on which another entry took the place of this one.
    public var supersededOn: Day?
    public var proof: Proof
    public var loggedOn: Day
    public var loggedBy: String
    /// Made by the page that sends it, so that what comes twice is stored once.
    public var sendKey: String

    public init(id: SessionID = .new, run: ProvisionID, school: SchoolID, time: RowID?, day: Day, startsAt: ClockTime, planned: Int, result: SessionResult, minutes: Int,
                reason: SessionReason? = nil, pupils: [SessionPupil], roles: [String], proof: Proof, loggedOn: Day, loggedBy: String, sendKey: String) {
        (self.id, self.run, self.school, self.time, self.day) = (id, run, school, time, day)
        (self.startsAt, self.planned, self.result, self.minutes, self.reason) = (startsAt, planned, result, minutes, reason)
        (self.pupils, self.roles, self.proof) = (pupils, roles, proof)
        (self.loggedOn, self.loggedBy, self.sendKey) = (loggedOn, loggedBy, sendKey)
    }

    /// Whether it is what holds now.
    public var stands: Bool { supersededOn == nil }
    public var slot: SessionSlot? { time.map { SessionSlot(time: $0, day: day) } }

    /// Whether another entry says the same of its session. A note that is left out takes none back: a browser keeps no words
    /// while it waits for a signal.
    func says(_ other: SessionLog) -> Bool {
        let away = { (log: SessionLog) in Dictionary(log.pupils.compactMap { part in part.away.map { (part.pupil, $0) } }) { $1 } }
        return (result, minutes, reason, makesUp) == (other.result, other.minutes, other.reason, other.makesUp) && (other.note.isEmpty || other.note == note) && away(self) == away(other)
    }

    /// Minutes that the school had ready for a pupil who was expected: those given, or all that was planned where nobody came.
    public var readyMinutes: Int { result == .notGiven ? (reason == .absence ? planned : 0) : minutes }
}
