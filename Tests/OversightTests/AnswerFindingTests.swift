import Basics
import Stage
import Testing
@testable import Oversight

@Suite("An answer to the safety net")
struct AnswerFindingTests {
    let key = FindingKey(rule: "need-missing", school: SchoolID(1), pupil: PupilID(2)), today = Stage.november

    @Test("is refused when something is wrong with it, and says what", arguments: [
        ("", nil as Int?, "Known", ["answer"]), ("later", nil, "", ["because", "until"]), ("later", 0, "Known", ["until"]),
        ("later", 366, "Known", ["until"]), ("right", nil, "  ", ["because"]),
    ])
    func refused(answer: String, days: Int?, reason: String, fields: [String]) throws {
        let rule = AnswerFinding(answer: answer, until: days.map { today + $0 }, reason: reason)
        let problems = #expect(throws: Problems.self) { try rule.applied(to: key, standing: nil, by: "Amira", today: today) }
        #expect(problems?.list.map(\.field).sorted() == fields)
    }

    @Test("keeps a finding quiet until its day, and only what began before it")
    func covers() throws {
        let later = try #require(try AnswerFinding(answer: "later", until: today + 10, reason: "Meeting on Tuesday").applied(to: key, standing: nil, by: "Amira", today: today).first).after
        #expect(later.covers(since: today - 5, on: today + 9) && !later.covers(since: today - 5, on: today + 10))
        let right = try #require(try AnswerFinding(answer: "right", until: nil, reason: "Agreed").applied(to: key, standing: nil, by: "Amira", today: today).first).after
        #expect(right.covers(since: nil, on: today + 900) && right.until == nil && !right.covers(since: today + 1, on: today + 2))
        #expect(!right.withdrawn(on: today).after.covers(since: nil, on: today))
    }

    @Test("takes the place of the one before it")
    func again() throws {
        let first = try #require(try AnswerFinding(answer: "right", until: nil, reason: "Agreed").applied(to: key, standing: nil, by: "Amira", today: today).first).after
        let changes = try AnswerFinding(answer: "later", until: today + 7, reason: "Not so sure").applied(to: key, standing: first, by: "Amira", today: today)
        #expect(changes.map(\.event) == ["finding.askedAgain", "finding.putOff"] && changes[0].after.withdrawnOn == today)
    }
}
