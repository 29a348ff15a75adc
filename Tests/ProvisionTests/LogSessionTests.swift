import Basics
@testable import Provision
import Testing

@Suite("Logging a session")
struct LogSessionTests {
    let session: PlannedSession = readingClub().sessions(on: [day("2026-11-19")])[0]

    private func logged(_ log: LogSession, _ standing: [SessionLog] = [], on day: Day = today, isSchoolDay: Bool = true) throws -> SessionLog? {
        try log.applied(to: session, standing: standing, in: setting(on: day, isSchoolDay: isSchoolDay))?.after
    }

    @Test("Given: everybody was there for the whole of it, but for those named")
    func given() throws {
        let log = try #require(try logged(LogSession(.given, away: [ana: .absent], sendKey: key)))
        #expect(log.minutes == 30 && log.planned == 30 && log.reason == nil && log.roles == ["ta"] && log.loggedBy == "Tess Tran")
        #expect(log.pupils == [SessionPupil(sam, minutes: 30), SessionPupil(ana, minutes: 0, away: .absent), SessionPupil(ben, minutes: 30)])
    }

    @Test("Partly: so many minutes. Not given: a reason")
    func lesser() throws {
        let partly = try #require(try logged(LogSession(.partly, minutes: 12, reason: .trip, sendKey: key)))
        #expect(partly.minutes == 12 && partly.reason == .trip && partly.pupils.allSatisfy { $0.minutes == 12 })
        let missed = try #require(try logged(LogSession(.notGiven, reason: .staffAway, sendKey: key)))
        #expect(missed.minutes == 0 && missed.readyMinutes == 0 && missed.pupils.allSatisfy { $0.minutes == 0 && $0.away == nil })
        let empty = try #require(try logged(LogSession(.notGiven, reason: .absence, sendKey: key)))
        #expect(empty.readyMinutes == 30 && empty.pupils.allSatisfy { $0.away == .absent })
    }

    static let wrong: [(String, LogSession)] = [
        ("result", LogSession(nil, sendKey: key)), ("minutes", LogSession(.partly, sendKey: key)), ("minutes", LogSession(.partly, minutes: -5, sendKey: key)), ("minutes", LogSession(.partly, minutes: 30, sendKey: key)),
        ("reason", LogSession(.notGiven, sendKey: key)), ("pupils", LogSession(.given, away: [dee: .absent], sendKey: key)),
        ("pupils", LogSession(.given, away: [sam: .absent, ana: .absent, ben: .partTime], sendKey: key)), ("", LogSession(.given, sendKey: "short")), ("", LogSession(.given, sendKey: "0123456789abcde'")),
    ]

    @Test("Says what is wrong beside the field", arguments: wrong)
    func refused(field: String, log: LogSession) {
        #expect(problems { _ = try logged(log) }.list.map(\.field) == [field])
    }

    @Test("Not on a closed day, not ahead of time; that it was closed can be said")
    func days() throws {
        #expect(problems { _ = try logged(LogSession(.given, sendKey: key), isSchoolDay: false) }.message(for: "day")?.contains("closed") == true)
        #expect(try logged(LogSession(.notGiven, reason: .closure, sendKey: key), isSchoolDay: false) != nil)
        #expect(problems { _ = try logged(LogSession(.given, sendKey: key), on: day("2026-11-18")) }.message(for: "day") != nil)
        var long = LogSession(.given, sendKey: key)
        long.note = String(repeating: "x", count: 301)
        #expect(problems { _ = try logged(long) }.message(for: "note") != nil)
    }

    @Test("Sent twice, stored once; another hand is told of the first")
    func twice() throws {
        let first = try #require(try logged(LogSession(.given, sendKey: key)))
        #expect(try logged(LogSession(.given, sendKey: key), [first]) == nil)
        #expect(problems { _ = try logged(LogSession(.given, sendKey: "fedcba9876543210"), [first]) }.message(for: "") == "This session was logged on 23 November 2026 by Tess Tran. Correct that entry if it is wrong.")
        var elsewhere = first
        elsewhere.day = day("2026-11-12")
        #expect(problems { _ = try logged(LogSession(.given, sendKey: key), [elsewhere]) }.message(for: "")?.contains("another session") == true)
    }

    /// What is sent once more under the key of “Given, Ana absent, with a note”, and whether that is the same.
    static let again: [(LogSession, Bool)] = [
        (LogSession(.given, away: [ana: .absent], sendKey: key), true), (LogSession(.given, sendKey: key), false), (LogSession(.given, away: [ana: .partTime], sendKey: key), false),
        (LogSession(.notGiven, reason: .staffAway, sendKey: key), false), (LogSession(.partly, minutes: 10, away: [ana: .absent], sendKey: key), false), (LogSession(.partly, minutes: 99, sendKey: key), false),
    ]

    @Test("The same key with something else in it is refused with what stands: nobody takes the first for the second", arguments: again)
    func sameKey(log: LogSession, isSame: Bool) throws {
        var said = LogSession(.given, away: [ana: .absent], sendKey: key)
        said.note = "A calm start"
        let first = try #require(try logged(said))
        if isSame { #expect(try logged(log, [first]) == nil) } else {
            #expect(problems { _ = try logged(log, [first]) }.message(for: "") == "This was sent before, and “Given” is what was logged on 23 November 2026 by Tess Tran. Correct that entry if it is wrong.")
        }
        // A browser keeps no words; other words are something else.
        var other = said
        other.note = "Not calm at all"
        #expect(try logged(said, [first]) == nil && problems { _ = try logged(other, [first]) }.isEmpty == false)
        var taken = first
        taken.supersededOn = today
        #expect(problems { _ = try logged(log, [taken]) }.message(for: "")?.contains("corrected or taken back on 23 November 2026") == true)
    }

    @Test("A correction keeps the first entry")
    func correct() throws {
        var first = try #require(try logged(LogSession(.given, sendKey: key)))
        first.id = SessionID(77)
        let correction = CorrectSession(LogSession(.partly, minutes: 10, reason: .other, sendKey: "fedcba9876543210"), because: "Fire drill")
        let changes = try correction.applied(to: first, of: session, standing: [first], in: setting())
        #expect(changes.map(\.event) == ["session.superseded", "session.corrected"])
        #expect(changes[0].after.minutes == 30 && changes[0].after.supersededOn == today && !changes[0].after.stands)
        #expect(changes[1].after.corrects == first.id && changes[1].after.minutes == 10 && changes[1].after.stands && changes[1].reason == "Fire drill")
        #expect(try correction.applied(to: first, of: session, standing: changes.map(\.after), in: setting()).isEmpty)
        let other = CorrectSession(LogSession(.partly, minutes: 20, reason: .other, sendKey: "fedcba9876543210"), because: "Fire drill")
        #expect(problems { _ = try other.applied(to: first, of: session, standing: changes.map(\.after), in: setting()) }.message(for: "")?.contains("sent before") == true)
        #expect(problems { _ = try correction.applied(to: changes[0].after, of: session, in: setting()) }.message(for: "") != nil)
        #expect(problems { _ = try CorrectSession(correction.log, because: "").applied(to: first, of: session, in: setting()) }.message(for: "because") != nil)
        let elsewhere = readingClub().sessions(on: [day("2026-11-12")])[0]
        #expect(problems { _ = try correction.applied(to: first, of: elsewhere, in: setting()) }.message(for: "")?.contains("another session") == true)
    }
}

@Suite("Taking an entry back")
struct WithdrawSessionTests {
    @Test("What was entered by mistake is open again, and stays to be read")
    func withdraw() throws {
        let session: PlannedSession = readingClub().sessions(on: [day("2026-11-19")])[0]
        var log = try #require(try LogSession(.given, sendKey: key).applied(to: session, standing: [], in: setting())).after
        log.id = SessionID(70)
        let change = try WithdrawSession(because: "Wrong group").applied(to: log, today: today)
        #expect(change.event == "session.withdrawn" && !change.after.stands && change.after.minutes == 30)
        #expect(try LogSession(.given, sendKey: "fedcba9876543210").applied(to: session, standing: [change.after], in: setting()) != nil)
        #expect(problems { _ = try WithdrawSession(because: "").applied(to: log, today: today) }.message(for: "because") != nil)
        #expect(problems { _ = try WithdrawSession(because: "So").applied(to: change.after, today: today) }.message(for: "") != nil)
        #expect(problems { _ = try WithdrawSession(because: "So").applied(to: log, madeUp: [DeliveryTests.extra(today, 30, makesUp: log.id)], today: today) }.message(for: "") != nil)
    }
}

@Suite("Sessions beside the week")
struct MakeUpSessionTests {
    let club = readingClub()
    var missed: SessionLog {
        var log = SessionLog(run: club.run.id, school: elm, time: RowID(312), day: day("2026-11-10"), startsAt: ClockTime("9:15")!, planned: 30, result: .notGiven, minutes: 0, reason: .staffAway,
                             pupils: [], roles: ["ta"], proof: .eachSession, loggedOn: today, loggedBy: "Tess Tran", sendKey: "aaaaaaaaaaaaaaaa")
        log.id = SessionID(70)
        return log
    }

    private func form(_ on: String = "2026-11-20", _ minutes: Int? = 30, at: String = "13:15", pupils: [PupilID] = [sam], roles: [String] = ["ta"]) -> MakeUpSession {
        MakeUpSession(day: day(on), startsAt: ClockTime(at), minutes: minutes, pupils: pupils, roles: roles, sendKey: key)
    }

    @Test("One makes up what was missed, or is one more; twice sent it is stored once")
    func makesUp() throws {
        let change = try #require(try form().applied(to: club, missed: missed, standing: [], in: setting()))
        #expect(change.event == "session.madeUp" && change.after.makesUp == SessionID(70) && change.after.time == nil && change.after.planned == 0)
        #expect(try form().applied(to: club, missed: nil, standing: [], in: setting())?.event == "session.added")
        #expect(try form().applied(to: club, missed: missed, standing: [change.after], in: setting()) == nil)
    }

    @Test("What was missed is made up once: by nobody at the same time, and with no more minutes than are left for a pupil")
    func once() throws {
        var done = try #require(try form(pupils: [sam]).applied(to: club, missed: missed, standing: [], in: setting())).after
        (done.minutes, done.sendKey) = (20, "bbbbbbbbbbbbbbbb")
        let found = { (form: MakeUpSession) in problems { _ = try form.applied(to: club, missed: missed, standing: [done], in: setting()) } }
        #expect(found(form("2026-11-20", 10)).message(for: "starts_at")?.contains("Tess Tran logged it on 23 November 2026") == true)
        #expect(found(form("2026-11-20", 11, at: "14:15")).message(for: "minutes")?.contains("Only 10 minutes of this session are left to make up. Tess Tran logged 20 minutes on 20 November 2026.") == true)
        #expect(found(form("2026-11-20", 10, at: "14:15")).isEmpty && found(form("2026-11-20", 30, at: "14:15", pupils: [ana])).isEmpty, "Ana had none")
        #expect(problems { _ = try form("2026-11-20", 31).applied(to: club, missed: missed, standing: [], in: setting()) }.message(for: "minutes")?.contains("beside the week") == true)
        done.supersededOn = today
        #expect(found(form("2026-11-20", 30)).isEmpty, "taken back")
        let twin = try #require(try form().applied(to: club, missed: missed, standing: [], in: setting())).after
        #expect(problems { _ = try form("2026-11-20", 15).applied(to: club, missed: missed, standing: [twin], in: setting()) }.message(for: "")?.contains("sent before") == true)
    }

    @Test("Says what is wrong beside the field")
    func refused() {
        let found = { (form: MakeUpSession, missed: SessionLog?, open: Bool) in problems { _ = try form.applied(to: club, missed: missed, standing: [], in: setting(isSchoolDay: open)) }.list.map(\.field) }
        #expect(found(form(at: "noon"), nil, true) == ["starts_at"] && found(form("2026-11-20", 0), nil, true) == ["minutes"] && found(form("2026-11-24"), nil, true) == ["day"])
        #expect(found(form(), nil, false) == ["day"] && found(form("2026-09-01", pupils: [sam]), nil, true) == ["day", "pupils"] && found(form(pupils: []), nil, true) == ["pupils"])
        #expect(found(form(pupils: [dee]), nil, true) == ["pupils"] && found(form(roles: []), nil, true) == ["roles"] && found(form("2026-11-09"), missed, true) == ["day"])
        var given = missed
        given.result = .given
        #expect(found(form(), given, true) == [""])
        given = missed
        given.run = ProvisionID(99)
        #expect(found(form(), given, true) == [""])
    }
}

@Suite("Proof once a week")
struct ProveWeekTests {
    let week: [PlannedSession] = readingClub(proof: .weekly).sessions(on: elmDays.list(from: day("2026-11-09"), to: day("2026-11-15")))

    @Test("One press says that all was given")
    func all() throws {
        let changes = try ProveWeek(sendKey: key).applied(to: week, standing: [], in: setting())
        #expect(changes.count == 2 && changes.allSatisfy { $0.after.result == .given && $0.after.proof == .weekly && $0.event == "session.logged" })
        #expect(Set(changes.map(\.after.sendKey)).count == 2)
        #expect(try ProveWeek(sendKey: key).applied(to: week, standing: changes.map(\.after), in: setting()).isEmpty)
        for other in [ProveWeek(except: [.init(week[1].slot, .notGiven, reason: .trip)], sendKey: key), ProveWeek(away: [week[0].slot: [sam: .absent]], sendKey: key)] {
            #expect(problems { _ = try other.applied(to: week, standing: changes.map(\.after), in: setting()) }.message(for: "")?.contains("sent before") == true)
        }
        var taken = changes.map(\.after)
        taken[1].supersededOn = today
        #expect(problems { _ = try ProveWeek(sendKey: key).applied(to: week, standing: taken, in: setting()) }.message(for: "")?.contains("taken back") == true)
        #expect(problems { _ = try ProveWeek(sendKey: "fedcba9876543210").applied(to: week, standing: changes.map(\.after), in: setting()) }.message(for: "")?.contains("logged already") == true)
    }

    @Test("Except what is named, except those away, and nothing over what somebody logged")
    func except() throws {
        let prove = ProveWeek(except: [.init(week[1].slot, .notGiven, reason: .trip)], away: [week[0].slot: [sam: .absent]], sendKey: key)
        let logs = try prove.applied(to: week, standing: [], in: setting()).map(\.after)
        #expect(logs.map(\.result) == [.given, .notGiven] && logs[0].pupils.map(\.minutes) == [0, 30, 30])
        var first = try #require(logs.last)
        first.sendKey = "bbbbbbbbbbbbbbbb"
        let rest = try ProveWeek(sendKey: key).applied(to: week, standing: [first], in: setting())
        #expect(rest.map(\.after.day) == [day("2026-11-10")])
    }

    @Test("A session of which attendance says that nobody was in is one to which nobody came")
    func nobody() throws {
        let gone = Dictionary(uniqueKeysWithValues: [sam, ana, ben].map { ($0, SessionPupil.Away.absent) })
        let logs = try ProveWeek(away: [week[0].slot: gone], sendKey: key).applied(to: week, standing: [], in: setting()).map(\.after)
        #expect(logs[0].result == .notGiven && logs[0].reason == .absence && logs[1].result == .given)
    }

    @Test("Not before the week's last session, not of a week without any, not of somebody else's session")
    func refused() {
        let found = { (prove: ProveWeek, sessions: [PlannedSession], on: String) in problems { _ = try prove.applied(to: sessions, standing: [], in: setting(on: day(on))) } }
        #expect(found(ProveWeek(sendKey: key), week, "2026-11-11").message(for: "")?.contains("12 November 2026") == true)
        #expect(found(ProveWeek(sendKey: key), [], "2026-11-23").message(for: "") != nil)
        #expect(found(ProveWeek(except: [.init(SessionSlot(time: RowID(1), day: today), .partly)], sendKey: key), week, "2026-11-23").message(for: "except") != nil)
        let field = "minutes_\(week[0].time.id)_2026-11-10"
        #expect(found(ProveWeek(except: [.init(week[0].slot, .partly, minutes: 90)], sendKey: key), week, "2026-11-23").message(for: field) != nil)
        #expect(found(ProveWeek(sendKey: "x"), week, "2026-11-23").isEmpty == false)
    }
}
