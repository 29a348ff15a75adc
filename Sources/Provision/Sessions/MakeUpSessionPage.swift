import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Logs a session outside the week: one that makes up a missed one, or one more.
let makeUpSessionRoutes: [Route] = [
    .read(makeUpSessionPath, .logSessions) { visit, id in
        try await visit.read { try MakeUpForm(visit, $0, missed: id).page(nil) }
    },
    .send(makeUpSessionPath, .logSessions) { visit, id in try await send(visit) { try MakeUpForm(visit, $0, missed: id) } },
    .read(moreSessionPath, .logSessions) { visit, run in
        try await visit.read { try MakeUpForm(visit, $0, run: run).page(nil) }
    },
    .send(moreSessionPath, .logSessions) { visit, run in try await send(visit) { try MakeUpForm(visit, $0, run: run) } },
]

private func send(_ visit: Visit, _ open: @escaping @Sendable (Reader) throws -> MakeUpForm) async throws -> Answer {
    let typed = visit.request.form
    do {
        let day = try typed.day("day")
        try await visit.writeOrReadAgain { writer in try open(writer).save(typed, day, writer) }
        return .goTo(todaysSessionsPath().asking(["day": day == visit.today ? nil : "\(day)", "more": "yes"]))
    } catch let problems as Problems {
        return try await visit.read { try open($0).page((typed, problems)) }
    }
}

struct MakeUpForm {
    private let visit: Visit
    private let whole: WholeProvision
    private let missed: SessionLog?
    private let pupils: [SeenPupil]
    private let notice: ChildNotice
    private let address: Address

    init(_ visit: Visit, _ reader: Reader, missed id: SessionID) throws {
        let entry = try reader.sessionEntry(id, for: visit.viewer, today: visit.today, corrects: false)
        try self.init(visit, reader, entry.whole, entry.log, makeUpSessionPath(id))
    }

    init(_ visit: Visit, _ reader: Reader, run: ProvisionID) throws {
        guard let whole = try reader.provisionToLog(run, for: visit.viewer, visit.today) else { throw NotFound() }
        try self.init(visit, reader, whole, nil, moreSessionPath(run))
    }

    private init(_ visit: Visit, _ reader: Reader, _ whole: WholeProvision, _ missed: SessionLog?, _ address: Address) throws {
        (self.visit, self.whole, self.missed, self.address) = (visit, whole, missed, address)
        let seen = try reader.seenPupils(in: [whole], for: visit.viewer, on: visit.today), from = missed?.day ?? visit.today - visit.viewer.daysBack
        let members = whole.members.filter { $0.spell.overlaps(Spell(starts: from)) }.map(\.pupil).unique
        pupils = members.compactMap { seen[$0] }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
        visit.viewer.witness.saw(pupils.map(\.id))
        notice = try visit.notice(reader, whole, pupils, form: address)
    }

    private var title: String { missed == nil ? "Log a session beside the week" : "Make up a missed session" }

    func page(_ refused: (typed: FormValues, problems: Problems)?) -> Answer {
        let write = FormWriter(refused?.typed ?? start, refused?.problems ?? Problems())
        let lead = missed.map { "\(whole.run.name). Missed on \($0.day.withWeekday): \($0.inWords)" } ?? whole.run.name
        let form = SessionForm(visit: visit, title: title, lead: lead, address: address, button: "Log this session", back: todaysSessionsPath(), notice: notice)
        return form.page(write, status: refused == nil ? 200 : 422, """
            \(SendKey.field())\(write.day("day", "On which day?"))\(write.text("starts_at", "When did it begin?", hint: "Such as 9:15."))\
            \(write.text("minutes", "How many minutes was it?", type: "number"))\(write.checkboxes("pupils", "Who was there?", pupils.map { Choice("\($0.id)", $0.name) }))\
            \(write.select("roles", "What is the adult paid as?", StaffRole.all.map { Choice($0.key, $0.label) }))\(write.longText("note", "A short note, if you like", rows: 2, aboutChild: notice))
            """)
    }

    private var start: FormValues {
        let time = whole.patterns.last?.times.first
        var values = FormValues([("day", "\(visit.today)"), ("starts_at", missed.map { "\($0.startsAt)" } ?? ""), ("minutes", "\(missed.map { $0.planned - $0.minutes } ?? time?.minutes ?? 0)"),
                                 ("roles", missed?.roles.first ?? time?.adults.first?.role ?? "ta")])
        let absent = missed.map { log in Set(log.pupils.filter { log.result != .notGiven && $0.minutes >= log.minutes }.map(\.pupil)) } ?? []
        for pupil in pupils where !absent.contains(pupil.id) { values.add("pupils", "\(pupil.id)") }
        return values
    }

    func save(_ typed: FormValues, _ day: Day, _ writer: Writer) throws {
        let act = MakeUpSession(day: day, startsAt: ClockTime(typed["starts_at"]), minutes: Int(typed["minutes"].trimmed), pupils: typed.all("pupils").compactMap { PupilID($0) }.unique,
                                roles: [typed["roles"]], note: typed["note"], sendKey: typed["once"])
        let setting = try writer.setting(whole.run, day, .eachSession, by: writer.act.who, today: visit.today)
        let madeUp = try missed.map { try writer.sessionLogs("WHERE makes_up_id = \($0.id) AND superseded_on IS NULL AND send_key <> \(act.sendKey)") } ?? []
        let change = try act.applied(to: whole, missed: missed, standing: writer.entries(of: nil, key: act.sendKey) + madeUp, in: setting)
        try refuse(act, day, writer)
        if let change { try writer.save(change) }
    }

    /// Those who left the school, and days longer ago than this person logs.
    private func refuse(_ act: MakeUpSession, _ day: Day, _ writer: Writer) throws {
        var problems = Problems()
        let onRoll = try writer.onRoll(act.pupils, at: whole.run.school, on: day)
        problems.require(onRoll.isSuperset(of: act.pupils), "pupils", "One of these pupils is not on the school’s roll on that day. Take away the tick.")
        problems.require(day >= visit.today - visit.viewer.daysBack, "day", "This day is more than two weeks ago. Ask your SENCO to log it.")
        try problems.check()
    }
}
