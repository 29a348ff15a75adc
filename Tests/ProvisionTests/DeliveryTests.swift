import Basics
@testable import Provision
import Testing

@Suite("Minutes owed, planned, offered, received, missed and made up")
struct DeliveryTests {
    /// Sam's Tuesdays at Elm, one session a week.
    static let week = readingClub(size: 1, pupils: [sam], weekdays: [2], starts: "2026-09-07", end: nil)

    static func log(_ session: PlannedSession, _ result: SessionResult, minutes: Int? = nil, reason: SessionReason? = nil, away: SessionPupil.Away? = nil) throws -> SessionLog {
        let log = LogSession(result, minutes: minutes, reason: reason, sendKey: "k-\(session.day)-0123456789")
        var after = try #require(try log.applied(to: session, standing: [], in: setting(on: max(today, session.day)))).after
        if let away { after.pupils = after.pupils.map { SessionPupil($0.pupil, minutes: 0, away: away) } }
        return after
    }

    static func extra(_ day: Day, _ minutes: Int, makesUp: SessionID? = nil) -> SessionLog {
        var log = SessionLog(run: week.run.id, school: elm, time: nil, day: day, startsAt: ClockTime("13:00")!, planned: 0, result: .given, minutes: minutes, pupils: [SessionPupil(sam, minutes: minutes)],
                             roles: ["ta"], proof: .eachSession, loggedOn: today, loggedBy: "Tess Tran", sendKey: "e-\(day)-0123456789")
        log.makesUp = makesUp
        return log
    }

    static let cases: [(SessionResult, Int?, SessionReason?, SessionPupil.Away?, offered: Int, received: Int, missed: Int)] = [
        (.given, nil, nil, nil, 30, 30, 0), (.given, nil, nil, .absent, 30, 0, 0), (.given, nil, nil, .partTime, 0, 0, 30), (.given, nil, nil, .elsewhere, 0, 0, 30),
        (.partly, 10, .trip, nil, 10, 10, 20), (.notGiven, nil, .staffAway, nil, 0, 0, 30), (.notGiven, nil, .absence, .absent, 30, 0, 0), (.notGiven, nil, .closure, nil, 0, 0, 30),
    ]

    @Test("One session, offered and received apart", arguments: cases)
    func one(result: SessionResult, minutes: Int?, reason: SessionReason?, away: SessionPupil.Away?, offered: Int, received: Int, missed: Int) throws {
        let session = Self.week.sessions(on: [day("2026-11-10")])[0]
        let found = DeliveryMinutes(of: sam, planned: [session], logs: [try Self.log(session, result, minutes: minutes, reason: reason, away: away)])
        #expect((found.planned, found.owed, found.offered, found.received, found.missed, found.unproved) == (30, 30, offered, received, missed, 0))
    }

    @Test("What nobody logged is neither offered nor missed; what makes up and what is extra are told apart; a line says what is owed")
    func apart() {
        let sessions = Self.week.sessions(on: elmDays.list(from: day("2026-11-02"), to: day("2026-11-13")))
        let found = DeliveryMinutes(of: sam, planned: sessions, logs: [Self.extra(day("2026-11-12"), 25, makesUp: SessionID(1)), Self.extra(day("2026-11-13"), 15)], owed: 80)
        #expect([found.planned, found.unproved, found.offered, found.madeUp, found.extra, found.missed, found.shortfall] == [60, 60, 40, 25, 15, 0, 40])
        #expect(DeliveryMinutes(of: ana, planned: sessions, logs: []).planned == 0)
    }

    @Test("An entry that was corrected counts once, as the correction says")
    func corrected() throws {
        let session = Self.week.sessions(on: [day("2026-11-10")])[0]
        var first = try Self.log(session, .given)
        first.supersededOn = today
        let second = try Self.log(session, .partly, minutes: 10)
        #expect(DeliveryMinutes(of: sam, planned: [session], logs: [first, second]).offered == 10)
    }

    @Test("Counts and alerts are what Python comes to, and the parts add up")
    func oracles() throws {
        let start = day("2026-09-07"), schoolDays = (0..<140).map { start + $0 }.filter { !$0.isWeekend }
        for row in try oracle("delivery") {
            let number = { (name: String) in try #require(Int(row[name] ?? "")) }, list = { (name: String) in (row[name] ?? "").split(separator: ";").map(String.init) }
            let (planned, today) = (try number("planned"), start + (try number("today")))
            let provision = readingClub(size: 1, pupils: [sam], weekdays: [2], minutes: planned, starts: "2026-09-07", end: nil)
            let sessions = provision.sessions(on: schoolDays.filter { $0 < today })
            var logs: [SessionLog] = []
            for (week, kind) in list("weeks").enumerated() where week < sessions.count {
                switch kind {
                case "given": logs.append(try Self.log(sessions[week], .given))
                case "partly": logs.append(try Self.log(sessions[week], .partly, minutes: Int(list("parts")[week])))
                case "absent": logs.append(try Self.log(sessions[week], .given, away: .absent))
                case "part-time": logs.append(try Self.log(sessions[week], .given, away: .partTime))
                case "staff": logs.append(try Self.log(sessions[week], .notGiven, reason: .staffAway))
                case "away-all": logs.append(try Self.log(sessions[week], .notGiven, reason: .absence))
                default: break
                }
            }
            logs += list("extra").enumerated().filter { $0.1 != "0" && start + ($0.0 * 7 + 3) < today }.map { Self.extra(start + ($0.0 * 7 + 3), Int($0.1) ?? 0) }
            let found = DeliveryMinutes(of: sam, planned: sessions, logs: logs)
            #expect(try (found.planned, found.offered, found.received, found.missed, found.extra, found.unproved) == (number("all_planned"), number("offered"), number("received"), number("missed"), number("more"), number("unproved")))
            #expect(found.offered + found.missed + found.unproved == found.planned + found.madeUp + found.extra)

            let line = OwedLine(pupil: sam, words: "Reading with an adult", minutes: try number("owed"), per: .week, isSectionF: true, spell: Spell(starts: start), runs: [provision.run.id])
            let offered = Dictionary(grouping: logs, by: \.day).mapValues { $0.map { $0.offered(to: sam) }.reduce(0, +) }
            let alerts = DeliveryAlert.shortfalls(of: line, offered: offered, schoolDays: schoolDays, today: today)
            #expect(alerts.map { "\(($0.from - start) / 7):\($0.owed - $0.offered)" } == list("alerts"), "\(row)")
        }
    }
}

@Suite("What a line owes")
struct OwedLineTests {
    static func line(_ minutes: Int, _ per: OwedLine.Per, sectionF: Bool = true, from: String = "2026-09-01", to: String? = nil) -> OwedLine {
        OwedLine(pupil: sam, words: "", minutes: minutes, per: per, isSectionF: sectionF, spell: Spell(starts: day(from), ends: to.map(day)), runs: [])
    }

    /// A week of 3 days (3 and 4 September, after INSET: two days), full weeks, half-term left out, a week with a snow day.
    static let autumn = SchoolWeek.all(of: elmDays.list(from: day("2026-09-01"), to: day("2026-12-18")))

    @Test("Weeks are those with a school day")
    func weeks() {
        #expect(Self.autumn.count == 15 && Self.autumn[0].days == ["2026-09-03", "2026-09-04"].map(day))
        #expect(!Self.autumn.contains { $0.monday == day("2026-10-26") })
        #expect(SchoolWeek.last(2, before: day("2026-11-09"), of: elmYear).map(\.monday) == ["2026-10-19", "2026-11-02"].map(day))
    }

    @Test("Section F owes each school week in full, another line by its days")
    func week() {
        let full = Self.line(60, .week).owed(in: Self.autumn), byDays = Self.line(60, .week, sectionF: false).owed(in: Self.autumn)
        #expect(full.allSatisfy { $0 == 60 })
        #expect(byDays[0] == 24 && byDays[1] == 60 && byDays[10] == 48)
        #expect(Self.line(60, .week, from: "2026-09-14", to: "2026-09-20").owed(in: Self.autumn).filter { $0 > 0 } == [60])
    }

    @Test("A fortnight, a term and a year add up to the minute", arguments: [7, 45, 100, 601])
    func others(minutes: Int) {
        #expect(Self.line(minutes, .term).owed(in: Self.autumn).reduce(0, +) == minutes)
        #expect(Self.line(minutes, .year, sectionF: false).owed(in: Self.autumn).reduce(0, +) == minutes)
        #expect(Self.line(minutes, .fortnight).owed(in: Array(Self.autumn.prefix(2))).reduce(0, +) == minutes)
        #expect(Self.line(minutes, .term, from: "2027-09-01").owed(in: Self.autumn).allSatisfy { $0 == 0 })
    }

    @Test("A termly line owes the whole in each term, and of a term that it does not fill its part")
    func terms() {
        let year = SchoolWeek.all(of: elmYear), terms = [("2026-09-02", "2026-12-18"), ("2027-01-04", "2027-03-25"), ("2027-04-12", "2027-07-20")].map { Spell(starts: day($0), ends: day($1)) }
        let sums = { (line: OwedLine) in
            let owed = line.owed(in: year, terms: terms)
            return terms.map { term in zip(year, owed).filter { term.covers($0.0.days[0]) }.map(\.1).reduce(0, +) }
        }
        #expect(sums(Self.line(601, .term)) == [601, 601, 601])
        let days = elmYear.filter { terms[0].covers($0) }
        let late = days.count { $0 >= day("2026-11-02") }
        #expect(sums(Self.line(700, .term, from: "2026-11-02")) == [(700 * late * 2 + days.count) / (2 * days.count), 700, 700])
        #expect(Self.line(1000, .year).owed(in: year).reduce(0, +) == 1000)
    }
}

@Suite("Writing down what is owed")
struct KeepOwedLineTests {
    static func form(_ words: String = "An hour of reading", _ minutes: Int? = 60, per: OwedLine.Per? = .week, sectionF: Bool = true, from: Day? = today, to: Day? = nil, runs: [Int] = [31]) -> KeepOwedLine {
        KeepOwedLine(words: words, minutes: minutes, per: per, isSectionF: sectionF, isAlone: true, from: from, to: to, runs: runs.map { ProvisionID($0) })
    }

    private func found(_ form: KeepOwedLine, hasPlan: Bool = true, _ provision: WholeProvision = readingClub()) -> [String] {
        problems { _ = try form.applied(of: sam, hasPlan: hasPlan, provisions: [provision]) }.list.map(\.field)
    }

    @Test("Keeps a line and puts it right")
    func keeps() throws {
        let added = try Self.form().applied(of: sam, hasPlan: true, provisions: [readingClub()])
        #expect(added.event == "line.added" && added.after.runs == [ProvisionID(31)] && added.after.isAlone && added.after.spell == Spell(starts: today))
        #expect(try Self.form("Half an hour", 30).applied(to: added.after, of: sam, hasPlan: true, provisions: [readingClub()]).event == "line.changed")
    }

    @Test("Says what is wrong beside the field")
    func refused() {
        #expect(found(Self.form("")) == ["words"] && found(Self.form("x", -60)) == ["minutes"] && found(Self.form("x", nil)) == ["minutes"] && found(Self.form("x", 60, per: nil)) == ["per"])
        #expect(found(Self.form(from: nil)) == ["from"] && found(Self.form(to: today - 1)) == ["to"] && found(Self.form(), hasPlan: false) == ["section_f"])
        #expect(found(Self.form(runs: [99])) == ["runs"] && found(Self.form(), readingClub(pupils: [ana])) == ["runs"] && found(Self.form(), readingClub(proof: .weekly)) == ["runs"])
        #expect(found(Self.form(sectionF: false), hasPlan: false, readingClub(proof: .weekly)).isEmpty)
    }

    @Test("Minutes of an ordinary week", arguments: [(OwedLine.Per.week, 60), (.fortnight, 30), (.term, 5), (.year, 2)])
    func ordinary(per: OwedLine.Per, expected: Int) { #expect(OwedLineTests.line(60, per).minutesAWeek == expected) }

    @Test("What lines ask for in a week, alone and in groups, is what staffing needs")
    func needs() {
        var alone = OwedLineTests.line(60, .week)
        alone.isAlone = true
        let lines = [alone, OwedLineTests.line(90, .fortnight), OwedLineTests.line(600, .week, from: "2027-01-01")]
        #expect(SupportNeed.asked(by: lines, on: today) == [SupportNeed(sam, alone: 60, inGroup: 45)])
    }
}

@Suite("Alerts of delivery")
struct DeliveryAlertTests {
    static let line = OwedLineTests.line(30, .week)

    /// Every week from 2 November on given, but for those named.
    static func offered(short: [String: Int]) -> [Day: Int] {
        var offered = Dictionary(uniqueKeysWithValues: elmYear.filter { $0.weekday == 4 }.map { ($0, 30) })
        for (text, minutes) in short { offered[day(text)] = minutes }
        return offered
    }

    private func found(_ short: [String: Int], review: String? = nil, on today: String) -> [DeliveryAlert] {
        DeliveryAlert.shortfalls(of: Self.line, offered: Self.offered(short: short), schoolDays: elmYear, reviewOn: review.map(day), today: day(today))
    }

    @Test("A shortfall waits two school weeks, over half-term and a snow day, and then stays until it is made up")
    func shortfall() {
        // Missed on Thursday 8 October: ten school days after that week end on 23 October.
        #expect(found(["2026-10-08": 0], on: "2026-10-23").isEmpty)
        #expect(found(["2026-10-08": 0], on: "2026-10-24") == [DeliveryAlert(kind: .shortfall, from: day("2026-10-05"), since: day("2026-10-24"), owed: 30, offered: 0)])
        // Missed on 22 October: half-term does not count, and neither does the day of snow.
        #expect(found(["2026-10-22": 10], on: "2026-11-13").isEmpty)
        #expect(found(["2026-10-22": 10], on: "2026-11-14").map(\.offered) == [10])
        #expect(found(["2026-11-05": 0], on: "2026-11-20").isEmpty && found(["2026-11-05": 0], on: "2026-11-23").isEmpty)
        #expect(found(["2026-11-05": 0], on: "2026-11-24").map(\.since) == [day("2026-11-24")])
        #expect(found(["2026-11-05": 0, "2026-11-20": 30], on: "2026-11-24").isEmpty)
        #expect(found(["2026-11-05": 0, "2026-11-20": 20], on: "2026-11-24").map(\.offered) == [20])
    }

    @Test("It comes before the review and not after it")
    func review() {
        // Short in the week of 9 November; the review is on 27 November.
        let early = found(["2026-11-12": 0], review: "2026-11-27", on: "2026-11-16")
        #expect(early.map(\.since) == [day("2026-11-16")])
        #expect(found(["2026-11-12": 0], on: "2026-11-16").isEmpty)
        // Of a review far off nothing is hastened, nor of one that is overdue.
        #expect(found(["2026-11-12": 0], review: "2026-11-10", on: "2026-11-16").isEmpty)
        #expect(found(["2026-11-12": 0], review: "2027-03-25", on: "2026-11-16").isEmpty)
    }

    @Test("The week that runs is not short yet")
    func running() { #expect(found(["2026-11-19": 0], on: "2026-11-19").isEmpty) }

    static let club = readingClub(size: 1, pupils: [sam], weekdays: [1, 3], starts: "2026-09-07")

    private func under(_ missed: Int, of total: Int? = nil, unproved: Int = 0, from: String = "2026-09-07", review: String? = nil, on today: String = "2026-12-07") throws -> DeliveryAlert? {
        let sessions = Self.club.sessions(on: elmDays.list(from: day(from), to: day(today) - 1)), recent = Array(sessions.suffix(total ?? 8))
        let logs = try sessions.filter { !recent.contains($0) }.map { try DeliveryTests.log($0, .given) } + recent.dropLast(unproved).enumerated().map { place, session in
            try place < missed ? DeliveryTests.log(session, .notGiven, reason: .staffAway) : DeliveryTests.log(session, .given)
        }
        return DeliveryAlert.underThreshold(of: sam, planned: sessions, logs: logs, schoolDays: elmYear, reviewOn: review.map(day), today: day(today))
    }

    @Test("Other provision: under 80 % over four school weeks")
    func threshold() throws {
        #expect(try under(0) == nil && under(1) == nil)
        let found = try #require(try under(2))
        #expect(found.kind == .underThreshold && found.owed == 240 && found.offered == 180 && found.from == day("2026-11-09") && found.since == day("2026-12-07"))
        // Exactly 80 % is enough: 8 of 10 over five weeks is 6.4 of 8 over four.
        #expect(try under(1, unproved: 3) == nil)
        #expect(try under(2, unproved: 3) != nil)
        #expect(try under(0, unproved: 8) == nil)
    }

    @Test("A provision that is young is judged only where its review is near")
    func young() throws {
        #expect(try under(3, of: 6, from: "2026-11-16") == nil)
        #expect(try under(3, of: 6, from: "2026-11-16", review: "2026-12-14") != nil)
        #expect(try under(3, of: 6, from: "2026-11-16", review: "2027-03-25") == nil)
        #expect(try under(2, of: 2, from: "2026-11-30", review: "2026-12-14") == nil)
    }
}

@Suite("Who joined, who left, and what another line tells")
struct DeliveryStayTests {
    @Test("Whoever joined lately is not measured by the weeks before")
    func joined() throws {
        var club = readingClub(size: 2, pupils: [sam], weekdays: [1, 3], starts: "2026-09-07")
        club.members.append(ProvisionMember(id: RowID(99), run: club.run.id, pupil: ana, spell: Spell(starts: day("2026-11-25"))))
        let sessions = club.sessions(on: elmDays.list(from: day("2026-09-07"), to: day("2026-12-06")))
        let logs = try sessions.map { try DeliveryTests.log($0, $0.day < day("2026-11-09") ? .given : .notGiven, reason: $0.day < day("2026-11-09") ? nil : .staffAway) }
        let found = { (pupil: PupilID) in DeliveryAlert.underThreshold(of: pupil, planned: sessions, logs: logs, schoolDays: elmYear, today: day("2026-12-07")) }
        #expect(found(sam) != nil && found(ana) == nil)
    }

    @Test("Nothing is owed after somebody left the roll")
    func left() {
        let line = OwedLineTests.line(60, .week), rolls = [Spell(starts: day("2024-09-01"), ends: day("2026-10-09"))]
        let owed = line.owed(in: OwedLineTests.autumn, rolls: rolls)
        #expect(zip(OwedLineTests.autumn, owed).allSatisfy { $0.1 == ($0.0.monday <= day("2026-10-09") ? 60 : 0) })
        let alerts = DeliveryAlert.shortfalls(of: line, offered: [:], schoolDays: elmYear, rolls: rolls, today: day("2026-12-07"))
        #expect(alerts.last?.from == day("2026-10-05"))
    }

    /// Lines of section F by their days, and whether they tell of the weeks from 9 November to 6 December.
    static let lines: [(String, String?, Bool)] = [("2026-09-01", nil, true), ("2026-11-10", "2026-12-01", true), ("2026-09-01", "2026-11-20", false), ("2026-11-23", nil, false), ("2026-01-01", "2026-07-20", false)]

    @Test("A line that ended, or began meanwhile, silences nothing", arguments: lines)
    func told(starts: String, ends: String?, tells: Bool) {
        let alert = DeliveryAlert(kind: .underThreshold, from: day("2026-11-09"), since: day("2026-12-07"), owed: 240, offered: 60)
        #expect(alert.isTold(by: [Spell(starts: day(starts), ends: ends.map(day))]) == tells)
    }

    @Test("One provision meets one line at a time")
    func once() throws {
        let first = try KeepOwedLineTests.form("Phonics", from: today, to: today + 60).applied(of: sam, hasPlan: true, provisions: [readingClub()]).after
        let save = { (form: KeepOwedLine) in problems { _ = try form.applied(of: sam, hasPlan: true, provisions: [readingClub()], beside: [first]) } }
        #expect(save(KeepOwedLineTests.form("Spelling", from: today + 60)).message(for: "runs")?.contains("meets another line already, “Phonics”") == true)
        #expect(save(KeepOwedLineTests.form("Spelling", from: today + 61)).isEmpty && save(KeepOwedLineTests.form("Spelling", runs: [])).isEmpty)
        #expect(problems { _ = try KeepOwedLineTests.form("Phonics again").applied(to: first, of: sam, hasPlan: true, provisions: [readingClub()], beside: [first]) }.isEmpty, "itself")
    }
}

@Suite("Weeks without proof")
struct ProofGapTests {
    let club = readingClub(proof: .weekly)

    private func found(_ club: WholeProvision, logged: [Int] = [], on today: String) throws -> [ProofGap] {
        let sessions = club.sessions(on: elmDays.list(from: day("2026-11-02"), to: day("2026-11-20")))
        return ProofGap.found(of: sessions, logs: try logged.map { try DeliveryTests.log(sessions[$0], .given) }, schoolDays: elmYear, today: day(today))
    }

    @Test("One gap for each provision and week, once a further school week is over")
    func gaps() throws {
        #expect(try found(club, on: "2026-11-13").isEmpty)
        #expect(try found(club, on: "2026-11-14").map(\.week) == [day("2026-11-02")])
        let later = try found(club, on: "2026-12-01")
        #expect(later.map(\.week) == ["2026-11-02", "2026-11-09", "2026-11-16"].map(day) && later.map(\.sessions) == [2, 2, 1])
        #expect(later.map(\.since) == ["2026-11-14", "2026-11-24", "2026-11-28"].map(day))
        #expect(try found(club, logged: [0, 1, 2], on: "2026-12-01").map(\.week) == ["2026-11-09", "2026-11-16"].map(day))
        #expect(try found(club, logged: [0, 1, 2, 3, 4], on: "2026-12-01").isEmpty)
    }

    @Test("A gap knows its first session, where it is said")
    func first() throws {
        let gap = try #require(try found(club, logged: [0], on: "2026-11-14").first)
        #expect(gap.first.day == day("2026-11-05") && gap.proof == .weekly)
    }

    @Test("What needs no proof, and what nobody is in, has no gap")
    func none() throws {
        #expect(try found(readingClub(proof: .none), on: "2026-12-01").isEmpty && found(readingClub(pupils: []), on: "2026-12-01").isEmpty)
    }
}
