import Basics
import Database
@testable import Mail
import Stage
import Testing

@Suite("The queue of letters")
struct MailQueueTests {
    @Test("Without mail set up nothing is queued, and the caller is told", arguments: StageEngine.here)
    func noMail(engine: StageEngine) async throws {
        let stage = try await MailStage(engine), amira = try MailStage.somebody()
        #expect(try await stage.post(to: amira) == .noMail)
        #expect(try await stage.store.read { try $0.mailSetting() } == nil)
        #expect(try await stage.store.read { try $0.letterCounts() } == [:])
        #expect(try await stage.round.sendDue() == 0)
    }

    @Test("A letter is queued exactly when the act is saved, and once", arguments: StageEngine.here)
    func withTheAct(engine: StageEngine) async throws {
        struct ChangedMyMind: Error {}
        let stage = try await MailStage(engine), amira = try MailStage.somebody()
        try await stage.setUp()
        await #expect(throws: ChangedMyMind.self) {
            try await stage.act { [keys = stage.keys] writer in
                #expect(try writer.post(.test, to: amira, key: "k", keys) == .queued)
                throw ChangedMyMind()
            }
        }
        #expect(try await stage.store.read { try $0.letterCounts() } == [:])
        #expect(try await stage.post(to: amira) == .queued)
        #expect(try await stage.post(to: amira) == .postedBefore)
        #expect(try await stage.store.read { try $0.letterCounts() } == [.waiting: 1])
    }

    @Test("What a letter says can't be read in the database, and is gone once it is settled", arguments: StageEngine.here)
    func encrypted(engine: StageEngine) async throws {
        let stage = try await MailStage(engine), amira = try MailStage.somebody(), secret = "q7Rw2LxXo0b3dQ9zKfT1"
        try await stage.setUp()
        try await stage.post(.signInReset(AdultName("Amira Khan"), LetterLink("/reset/", secret: secret), expires: stage.now), to: amira)
        let kept = try await stage.store.read { try $0.first("SELECT sealed, answer FROM mail_letter") { try ($0.next(Bytes.self), $0.next(String?.self)) } }
        #expect(kept.map { String(decoding: $0.0.bytes, as: UTF8.self).contains(secret) } == false)
        let taken = try #require(try await stage.act { try $0.takeLetter() })
        #expect(try taken.message(from: amira, stage.keys).text.plain.contains(secret))
        #expect(throws: StoreProblem.self) { try taken.message(from: amira, KeyRing.fresh()) }
        try await stage.act { try $0.settle(taken, .sent("250")) }
        #expect(try await stage.store.read { try $0.value("SELECT sealed FROM mail_letter", as: Bytes?.self) } == .some(nil))
    }

    @Test("One who takes a letter and is never heard of again leaves it as perhaps sent", arguments: StageEngine.here)
    func lost(engine: StageEngine) async throws {
        let stage = try await MailStage(engine), amira = try MailStage.somebody()
        try await stage.setUp()
        try await stage.post(to: amira)
        let taken = try #require(try await stage.act { try $0.takeLetter() })
        #expect(try await stage.act { try $0.takeLetter() } == nil)
        stage.pass(minutes: 9)
        try await stage.round.sendDue()
        #expect(try await stage.letter(to: amira)?.state == .sending)
        stage.pass(minutes: 1)
        try await stage.round.sendDue()
        #expect(try await stage.letter(to: amira)?.state == .perhaps)
        // It was only slow.
        try await stage.act { try $0.settle(taken, .sent("250 OK")) }
        #expect(try await stage.letter(to: amira)?.state == .sent)
    }

    @Test("Where nobody answers, it is tried six times in eleven hours, then no more", arguments: StageEngine.here)
    func nobody(engine: StageEngine) async throws {
        let stage = try await MailStage(engine), amira = try MailStage.somebody()
        try await stage.setUp()
        try await stage.post(to: amira)
        for (tries, minutes) in zip(1..., [1, 5, 30, 120, 480]) {
            try await stage.round.sendDue()
            let letter = try #require(try await stage.letter(to: amira))
            #expect(letter.state == .waiting && letter.tries == tries && letter.due == stage.now.adding(seconds: minutes * 60))
            stage.pass(minutes: minutes)
        }
        try await stage.round.sendDue()
        let letter = try #require(try await stage.letter(to: amira))
        #expect(letter.state == .failed && letter.tries == 6 && letter.answer?.contains("connect") == true)
    }

    @Test("Where the server can't be reached, the others wait for the next round")
    func roundEnds() async throws {
        let stage = try await MailStage()
        try await stage.setUp()
        let people = try (1...3).map { _ in try MailStage.somebody() }
        for person in people { try await stage.post(to: person) }
        try await stage.round.sendDue()
        let letters = try await stage.store.read { try $0.queuedLetters() }
        #expect(letters.map(\.tries).sorted() == [0, 0, 1])
    }

    @Test("Once mail is stopped nothing is sent, and nothing is left of the password", arguments: StageEngine.here)
    func stopped(engine: StageEngine) async throws {
        let stage = try await MailStage(engine), amira = try MailStage.somebody()
        try await stage.setUp(user: "trellis", password: "correct horse")
        try await stage.post(to: amira)
        try await stage.act { try $0.stopMail() }
        #expect(try await stage.store.read { try $0.mailSetting() } == nil)
        #expect(try await stage.store.read { try $0.value("SELECT count(*) FROM mail_password", as: Int.self) } == 0)
        #expect(try await stage.letter(to: amira)?.state == .failed)
        try await stage.setUp()
        #expect(try await stage.round.sendDue() == 0)
        #expect(try await stage.letter(to: amira)?.state == .failed)
    }

    @Test("The password is kept while server and name stay, and no longer; the trail never sees it", arguments: StageEngine.here)
    func password(engine: StageEngine) async throws {
        let stage = try await MailStage(engine)
        try await stage.setUp(user: "trellis", password: "correct horse")
        try await stage.setUp(user: "trellis")
        let read = { [keys = stage.keys] () async throws -> String? in try await stage.store.read { try $0.mailServer(keys)?.password } }
        #expect(try await read() == "correct horse")
        await #expect(throws: Problems.self) { try await stage.setUp(port: 2, user: "trellis") }
        await #expect(throws: Problems.self) { try await stage.setUp(user: "somebody") }
        await #expect(throws: Problems.self) { try await stage.setUp(password: "without a name") }
        #expect(try await read() == "correct horse")
        try await stage.setUp()
        #expect(try await read() == nil)
        let events = try await stage.store.read { try $0.column("SELECT event FROM trail ORDER BY id", as: String.self) }
        #expect(events == ["mail.setUp", "mail.changed"])
        let values = try await stage.store.read { try $0.column("SELECT coalesce(before, '') || coalesce(after, '') FROM trail_value", as: String.self) }
        #expect(!values.joined().contains("correct horse"))
    }

    @Test("From a backup that was restored nothing is sent", arguments: StageEngine.here)
    func restored(engine: StageEngine) async throws {
        let stage = try await MailStage(engine), amira = try MailStage.somebody(), tom = try MailStage.somebody()
        try await stage.setUp()
        try await stage.post(to: amira)
        _ = try await stage.act { try $0.takeLetter() }
        try await stage.post(to: tom)
        try await stage.act { writer in
            try writer.chooseDigest(hour: 11, for: AccountID(1))
            try writer.holdRestoredLetters()
        }
        #expect(try await stage.store.read { try $0.letterCounts() } == [.perhaps: 2])
        stage.pass(minutes: 120)
        let now = stage.now
        #expect(try await stage.store.read { try $0.dueDigests(now) }.isEmpty)
    }

    @Test("Letters are forgotten after ninety days")
    func forgotten() async throws {
        let stage = try await MailStage(), amira = try MailStage.somebody(), tom = try MailStage.somebody()
        try await stage.setUp()
        try await stage.post(to: amira)
        let taken = try #require(try await stage.act { try $0.takeLetter() })
        try await stage.act { try $0.settle(taken, .sent("250")) }
        stage.pass(minutes: 91 * 24 * 60)
        try await stage.post(to: tom)
        #expect(try await stage.store.read { try $0.queuedLetters() }.map(\.recipient) == [tom])
    }

    @Test("Looking for work reads no table from end to end", arguments: StageEngine.here)
    func plan(engine: StageEngine) async throws {
        guard engine == .sqlite else { return }
        let stage = try await MailStage(engine), now = stage.now
        let plan = try await stage.store.read { try $0.plan(of: "SELECT 1 FROM mail_letter WHERE state = 'waiting' AND due_at <= \(now)") }
        #expect(plan.contains("mail_letter_waiting"))
    }
}
