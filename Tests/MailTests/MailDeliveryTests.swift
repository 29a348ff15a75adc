import Basics
import Database
@testable import Mail
import Stage
import Testing

@Suite("Letters through a real mail server", .enabled(if: SMTPServer.isHere))
struct MailDeliveryTests {
    let server: SMTPServer

    init() throws { server = try SMTPServer.shared.get() }

    @Test("A letter arrives once, whole, in both forms, and another mail program finds nothing wrong with it", arguments: StageEngine.here)
    func arrives(engine: StageEngine) async throws {
        let stage = try await MailStage(engine), zoe = try MailStage.somebody()
        try await stage.setUp(port: server.doors.plain)
        let link = try LetterLink("/invitations/", secret: "q7Rw2LxXo0b3dQ9zKfT1_-")
        #expect(try await stage.post(.invitation(AdultName("Zoë <Łukasz> & Søn"), link, expires: stage.now), to: zoe) == .queued)
        #expect(try await stage.round.sendDue() == 1)
        #expect(try await stage.round.sendDue() == 0)
        let letter = try #require(try await server.inbox(zoe).first)
        #expect(try await server.inbox(zoe).count == 1)
        #expect(letter.defects == [] && letter.longest <= 76)
        #expect(letter.from == "trellis@example.org" && letter.to == [zoe.text] && letter.headerTo == zoe.text)
        #expect(letter.subject == "You are invited to Trellis" && letter.headerFrom == "Trellis <trellis@example.org>")
        #expect(letter.date == "2026-11-20T10:00:00+00:00" && letter.automatic == "auto-generated")
        #expect(letter.greeting == "trellis.example.org")
        #expect(letter.plain.contains("Hello Zoë <Łukasz> & Søn,") && letter.plain.contains("\nhttps://trellis.example.org:8443/invitations/q7Rw2LxXo0b3dQ9zKfT1_-\n"))
        #expect(letter.html.contains("Zoë &lt;Łukasz&gt; &amp; Søn") && letter.html.contains("href=\"https://trellis.example.org:8443/invitations/q7Rw2LxXo0b3dQ9zKfT1_-\""))
        #expect(letter.plain.contains("20 November 2026 at 10:00") && letter.html.contains("20 November 2026 at 10:00"))
        let kept = try #require(try await stage.letter(to: zoe))
        #expect(kept.state == .sent && kept.tries == 1)
    }

    @Test("A line that begins with a dot keeps it")
    func dots() async throws {
        let somebody = try MailStage.somebody()
        let text = LetterText(subject: "Ünïcode: 子供たちの学校からのお知らせ, and so on for longer than a line of a header may be", plain: ".\n..dots\n.\nend \n", html: "<p>.</p>\n")
        let message = MailMessage(messageID: "<dots@example.org>", posted: Instant(Stage.november), sender: try MailAddress("t@example.org"), recipient: somebody, text: text)
        let stage = try await MailStage()
        try await stage.setUp(port: server.doors.plain)
        let keys = stage.keys, line = try await stage.store.read { try $0.mailServer(keys) }
        guard case .sent? = await line?.send(message) else { Issue.record("not sent"); return }
        let letter = try #require(try await server.inbox(somebody).first)
        #expect(letter.subject == text.subject && letter.plain == text.plain && letter.html == text.html && letter.defects == [])
    }

    @Test("Over STARTTLS and over TLS from the start, with a certificate that is known", arguments: [MailSecurity.startTLS, .tls])
    func encrypted(security: MailSecurity) async throws {
        let stage = try await MailStage(), amira = try MailStage.somebody()
        try await stage.setUp(port: security == .tls ? server.doors.tls : server.doors.starttls, security, certificates: server.doors.certificates)
        try await stage.post(to: amira)
        #expect(try await stage.round.sendDue() == 1)
        #expect(try await server.inbox(amira).map(\.encrypted) == [true])
    }

    @Test("Nothing goes to a server whose certificate nobody vouches for, or that offers no encryption")
    func unsafe() async throws {
        for (port, security) in [(server.doors.starttls, MailSecurity.startTLS), (server.doors.tls, .tls), (server.doors.plain, .startTLS)] {
            let stage = try await MailStage(), amira = try MailStage.somebody()
            try await stage.setUp(port: port, security)
            try await stage.post(to: amira)
            #expect(try await stage.round.sendDue() == 0)
            #expect(try await server.inbox(amira).isEmpty)
            #expect(try await stage.letter(to: amira)?.state == .waiting)
        }
    }

    @Test("With the right password it is sent; with a wrong one it waits, says so, and goes once that is mended")
    func signingIn() async throws {
        let stage = try await MailStage(), amira = try MailStage.somebody(), doors = server.doors
        try await stage.setUp(port: doors.login, .startTLS, user: "trellis", password: "wrong", certificates: doors.certificates)
        try await stage.post(to: amira)
        #expect(try await stage.round.sendDue() == 0)
        let waiting = try #require(try await stage.letter(to: amira))
        #expect(waiting.state == .waiting && waiting.answer?.hasPrefix("The mail server does not accept the name or the password: 535") == true)
        try await stage.setUp(port: doors.login, .startTLS, user: "trellis", password: "correct horse é", certificates: doors.certificates)
        stage.pass(minutes: 1)
        #expect(try await stage.round.sendDue() == 1)
        #expect(try await server.inbox(amira).map(\.signedIn) == [true])
    }

    @Test("A server that is busy is asked again, with growing delays, and the letter stays the same", arguments: StageEngine.here)
    func busy(engine: StageEngine) async throws {
        let stage = try await MailStage(engine), busy = try MailStage.somebody("busy2")
        try await stage.setUp(port: server.doors.plain)
        try await stage.post(to: busy)
        for minutes in [1, 5] {
            #expect(try await stage.round.sendDue() == 0)
            let letter = try #require(try await stage.letter(to: busy))
            #expect(letter.state == .waiting && letter.answer == "451 4.7.1 Please come back later")
            #expect(letter.due == stage.now.adding(seconds: minutes * 60))
            #expect(try await stage.round.sendDue() == 0)
            #expect(try await stage.letter(to: busy)?.tries == letter.tries)
            stage.pass(minutes: minutes)
        }
        #expect(try await stage.round.sendDue() == 1)
        #expect(try await server.inbox(busy).map(\.date) == ["2026-11-20T10:00:00+00:00"])
        #expect(try await stage.letter(to: busy)?.tries == 3)
    }

    static let endings: [(manners: String, states: [LetterState], arrived: Int)] = [
        ("unknown", [.failed], 0), ("full", [.failed], 0),
        ("later", [.waiting, .sent], 1), ("drops", [.waiting, .sent], 1),
        ("dies", [.perhaps, .perhaps], 1),
    ]

    @Test("Each end of an attempt is known for what it is, and nothing arrives twice", arguments: endings)
    func ending(_ ending: (manners: String, states: [LetterState], arrived: Int)) async throws {
        let stage = try await MailStage(), somebody = try MailStage.somebody(ending.manners)
        try await stage.setUp(port: server.doors.plain)
        try await stage.post(to: somebody)
        for state in ending.states {
            try await stage.round.sendDue()
            let letter = try await stage.letter(to: somebody)
            #expect(letter?.state == state, "\(letter?.answer ?? "")")
            stage.pass(minutes: 30)
        }
        for _ in 1...3 { try await stage.round.sendDue(); stage.pass(minutes: 600) }
        #expect(try await server.inbox(somebody).count == ending.arrived)
    }

    @Test("Several programs at once send each letter once", arguments: StageEngine.here)
    func together(engine: StageEngine) async throws {
        let stage = try await MailStage(engine), people = try (1...6).map { _ in try MailStage.somebody() }
        try await stage.setUp(port: server.doors.plain)
        for person in people { try await stage.post(to: person) }
        let others = try await [stage.store, Store.open(stage.address, migrations: mailMigrations), Store.open(stage.address, migrations: mailMigrations)]
        let sent = try await withThrowingTaskGroup(of: Int.self) { group in
            for store in others { group.addTask { try await stage.round(over: store).sendDue() } }
            return try await group.reduce(0, +)
        }
        // One that lost a letter to another goes home early; the next round takes what is left.
        let rest = try await stage.round.sendDue()
        #expect(sent + rest == people.count)
        for person in people { #expect(try await server.inbox(person).count == 1) }
        for store in others.dropFirst() { try store.close() }
    }

    @Test("Told to end in the middle, it finishes the letter at hand and leaves the rest waiting", arguments: StageEngine.here)
    func cancelled(engine: StageEngine) async throws {
        let stage = try await MailStage(engine), people = try (1...8).map { _ in try MailStage.somebody() }
        try await stage.setUp(port: server.doors.plain)
        for person in people { try await stage.post(to: person) }
        let sending = Task { try await stage.round.sendDue() }
        while try await server.inbox(people[0]).isEmpty { await Task.yield() }
        sending.cancel()
        _ = await sending.result
        for person in people {
            let state = try await stage.letter(to: person)?.state, arrived = try await server.inbox(person).count
            #expect(state == (arrived == 1 ? .sent : .waiting))
        }
        #expect(try await stage.store.read { try $0.letterCounts() }[.sending] == nil)
    }

    @Test("The loop sends until it is told to stop")
    func loop() async throws {
        let stage = try await MailStage(), amira = try MailStage.somebody()
        try await stage.setUp(port: server.doors.plain)
        try await stage.post(to: amira)
        await stage.round.run(pause: { throw CancellationError() }, report: { Issue.record($0) })
        #expect(try await server.inbox(amira).count == 1)
    }
}
