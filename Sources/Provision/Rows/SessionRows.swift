import Basics
import Database

/// A session without its pupils' minutes, which have rows of their own: `Reader.withPupils` puts them in.
extension SessionLog: Recorded {
    public static let table = Table("session", "run_id", "school_id", "time_id", "day", "starts_at", "planned", "result", "minutes", "ready", "reason", "note", "roles", "members", "there",
                                    "makes_up_id", "corrects_id", "superseded_on", "proof", "logged_on", "logged_by", "send_key")

    public var cells: [SQLValue] {
        Database.cells(run, school, time, day, startsAt, planned, result, minutes, readyMinutes, reason, note)
            + Database.cells(KeptTexts(roles), members, there, makesUp, corrects, supersededOn, proof, loggedOn, loggedBy, sendKey)
    }

    private var members: String { Self.kept(pupils.map(\.pupil)) }
    private var there: String { Self.kept(pupils.filter { $0.away == nil }.map(\.pupil)) }

    /// Numbers of pupils as they stand in one column: in order, with commas.
    static func kept(_ pupils: [PupilID]) -> String { pupils.sorted().map { "\($0)" }.joined(separator: ",") }

    /// The numbers of pupils in such a column.
    static func pupils(_ text: String) -> [PupilID] {
        var text = text
        return text.withUTF8 { bytes in
            bytes.split(separator: UInt8(ascii: ",")).map { digits in PupilID(digits.reduce(0) { $0 &* 10 &+ Int($1 &- UInt8(ascii: "0")) }) }
        }
    }

    public init(_ row: inout Row) throws {
        let (id, version): (SessionID, Int) = try (row.next(), row.next())
        let (run, school, time, day): (ProvisionID, SchoolID, RowID?, Day) = try (row.next(), row.next(), row.next(), row.next())
        let (startsAt, planned, result, minutes): (ClockTime, Int, SessionResult, Int) = try (row.next(), row.next(), row.next(), row.next())
        _ = try row.next(Int.self)
        let (reason, note, roles): (SessionReason?, String, KeptTexts) = try (row.next(), row.next(), row.next())
        let (members, there): (String, String) = try (row.next(), row.next())
        let (makesUp, corrects, supersededOn): (SessionID?, SessionID?, Day?) = try (row.next(), row.next(), row.next())
        try self.init(id: id, run: run, school: school, time: time, day: day, startsAt: startsAt, planned: planned, result: result, minutes: minutes, reason: reason,
                      pupils: Self.pupils(members, there: there, minutes), roles: roles.items, proof: row.next(), loggedOn: row.next(), loggedBy: row.next(), sendKey: row.next())
        (self.version, self.note) = (version, note)
        (self.makesUp, self.corrects, self.supersededOn) = (makesUp, corrects, supersededOn)
    }

    /// Who was there is known from the session's own row; why others were not is not.
    private static func pupils(_ members: String, there: String, _ minutes: Int) -> [SessionPupil] {
        let there = Set(pupils(there))
        return pupils(members).map { SessionPupil($0, minutes: there.contains($0) ? minutes : 0, away: there.contains($0) ? nil : .absent) }
    }

    public var recordAt: SchoolID? { school }
}

extension SessionResult: Storable {}
extension SessionReason: Storable {}
extension SessionPupil.Away: Storable {}

/// A pupil's part of a session, as it is added up.
struct KeptSessionPupil: Recorded {
    typealias Identity = Mark.Row

    var id = RowID.new
    var version = 1
    var session: SessionID
    var run: ProvisionID
    var day: Day
    /// Minutes that the school had ready for this pupil.
    var offered: Int
    var part: SessionPupil
    /// False once a correction has taken the session's place.
    var stands: Bool

    init(_ part: SessionPupil, of log: SessionLog) {
        (session, run, day, offered, self.part, stands) = (log.id, log.run, log.day, log.offered(to: part.pupil), part, log.stands)
    }

    static let table = Table("session_pupil", "session_id", "pupil_id", "run_id", "day", "offered", "minutes", "away", "stands")

    var cells: [SQLValue] { Database.cells(session, part.pupil, run, day, offered, part.minutes, part.away, stands) }

    init(_ row: inout Row) throws {
        (id, version, session) = try (row.next(), row.next(), row.next())
        let pupil: PupilID = try row.next()
        (run, day, offered) = try (row.next(), row.next(), row.next())
        part = try SessionPupil(pupil, minutes: row.next(), away: row.next())
        stands = try row.next()
    }

    var recordOf: PupilID? { part.pupil }
}
