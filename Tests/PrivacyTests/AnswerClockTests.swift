import Basics
import Testing
@testable import Privacy

@Suite("By when a request must be answered")
struct AnswerClockTests {
    @Test("The clock agrees with a calculation by other software, over months’ ends, pauses and bank holidays")
    func oracleTable() throws {
        for row in try oracle("answer_clock") {
            let pauses = row[2].split(separator: " ").map { text in
                let days = text.split(separator: "/").compactMap { Day($0) }
                return Spell(starts: days[0], ends: days[1])
            }
            let received = try #require(Day(row[0]))
            let clock = AnswerClock(received: received, proved: Day(row[1]), pauses: pauses, isExtended: row[3] == "1")
            #expect(clock.due?.description == row[4], "\(row)")
        }
    }

    static func day(_ text: String) -> Day { Day(text) ?? .distantPast }

    @Test("It starts when we know who asks, since 5 February 2026", arguments: [
        ("2026-02-04", nil, "2026-03-04"), ("2026-02-05", nil, nil), ("2026-02-05", "2026-02-10", "2026-03-10"), ("2026-01-30", nil, "2026-03-02"),
    ] as [(String, String?, String?)])
    func start(received: String, proved: String?, due: String?) {
        #expect(AnswerClock(received: Self.day(received), proved: proved.flatMap { Day($0) }).due?.description == due)
    }

    @Test("While we wait for an answer there is no last day")
    func paused() {
        let day = Self.day("2026-11-02")
        #expect(AnswerClock(received: day, proved: day, pauses: [Spell(starts: day + 3)]).due == nil)
    }

    @Test("More time can be taken once, with a reason, within the first month")
    func extended() throws {
        let day = Self.day("2026-10-01")
        var request = CopyRequest(id: .new, pupil: PupilID(1), askedBy: "Pat", capacity: .parent, way: .mail, receivedOn: day)
        request.provedOn = day
        #expect(throws: Problems.self) { try request.extended(because: " ", pauses: [], today: day + 3) }
        #expect(throws: Problems.self) { try request.extended(because: "Ten years", pauses: [], today: day + 40) }
        let longer = try request.extended(because: "Ten years", pauses: [], today: day + 31).after
        #expect(longer.clock([]).due?.description == "2027-01-04")
        #expect(throws: Problems.self) { try longer.extended(because: "More", pauses: [], today: day + 31) }
    }

    @Test("A copy is released only when everything is in order")
    func release() throws {
        let day = Self.day("2026-10-01")
        var request = CopyRequest(id: .new, pupil: PupilID(1), askedBy: "Pat", capacity: .parent, way: .mail, receivedOn: day)
        let ready = ReleaseCopy(childsView: "Asked; agrees", checked: true)
        #expect(throws: Problems.self) { try ready.applied(to: request, pauses: [], undecided: 0, today: day) }
        request.provedOn = day
        let waiting = RequestPause(id: .new, request: .new, pupil: nil, question: "?", spell: Spell(starts: day))
        #expect(throws: Problems.self) { try ready.applied(to: request, pauses: [waiting], undecided: 0, today: day) }
        #expect(throws: Problems.self) { try ready.applied(to: request, pauses: [], undecided: 1, today: day) }
        #expect(throws: Problems.self) { try ReleaseCopy(childsView: "", checked: true).applied(to: request, pauses: [], undecided: 0, today: day) }
        #expect(throws: Problems.self) { try ReleaseCopy(childsView: "Yes", checked: false).applied(to: request, pauses: [], undecided: 0, today: day) }
        let released = try ready.applied(to: request, pauses: [], undecided: 0, today: day).after
        #expect(released.outcome == .released && !released.isOpen)
        #expect(throws: Problems.self) { try ready.applied(to: released, pauses: [], undecided: 0, today: day) }
    }

    @Test("Words are blacked out wherever they stand, the longest first", arguments: [
        ("Ali", "ALI hit ali; Alice watched", "█████ hit █████; █████ce watched"),
        ("Ali\nAlice", "Alice and Ali", "█████ and █████"), ("o’Neil", "O’Neil", "█████"), ("x", "", ""),
    ])
    func redaction(words: String, text: String, left: String) { #expect(Redaction.applied(words, to: text) == left) }

    @Test("Each kind of record is kept as long as its rule says", arguments: [("send", "2041-03-10"), ("pupil-file", "2035-03-10"), ("request", "2016-03-10")])
    func retention(record: String, due: String) throws {
        let rule = try #require(RetentionRule.defaults.first { $0.record.rawValue == record })
        #expect(rule.due(from: Self.day("2010-03-10")).description == due)
        #expect(Set(RetentionRule.defaults.map(\.record)) == Set(RecordClass.allCases))
    }

    @Test("Nobody carries out what they approved themselves")
    func secondPerson() {
        let disposal = Disposal(id: .new, record: .send, rule: "", approvedBy: "Miriam Stone", approver: AccountID(1), approvedOn: Self.day("2026-11-01"), reason: "")
        #expect(disposal.refusal(by: AccountID(1), "Miriam") != nil)
        #expect(disposal.refusal(by: AccountID(2), "Ada") == nil && disposal.refusal(by: nil, "Operator") == nil)
    }
}
