import Basics
import Testing

@Suite struct ValueTests {
    @Test("money is written in pounds with commas and two places", arguments: [
        (600_000, "£6,000.00"), (0, "£0.00"), (5, "£0.05"), (-5, "-£0.05"), (-123_456_789, "-£1,234,567.89"), (99_999, "£999.99"),
        (100_000, "£1,000.00"),
    ])
    func pence(amount: Int, text: String) {
        #expect(Pence(amount).description == text)
    }

    @Test("money adds and takes away to the penny")
    func sums() {
        #expect(Pence(10) + Pence(20) - Pence(5) == Pence(25))
        #expect(Pence(-1) < Pence(0))
    }

    @Test("a spell covers its first and its last day, and no other outside")
    func covering() throws {
        let first = try #require(Day(2026, 1, 5)), last = try #require(Day(2026, 1, 9))
        let spell = Spell(starts: first, ends: last), running = Spell(starts: first)
        #expect(spell.covers(first) && spell.covers(last))
        #expect(!spell.covers(first - 1) && !spell.covers(last + 1))
        #expect(running.covers(last + 9999) && !running.covers(first - 1))
        #expect(Spell(starts: last, ends: first).isReversed && !spell.isReversed && !running.isReversed)
    }

    @Test("two spells overlap exactly when some day lies in both")
    func overlapping() {
        let start = Day(number: 20_000)
        for a in 0..<5 { for b in a..<6 { for c in 0..<5 { for d in c..<6 {
            let one = Spell(starts: start + a, ends: start + b), two = Spell(starts: start + c, ends: start + d)
            let shared = (0..<6).contains { one.covers(start + $0) && two.covers(start + $0) }
            #expect(one.overlaps(two) == shared)
            #expect(Spell(starts: start + a).overlaps(two) == (a <= d))
        } } } }
    }

    @Test("an id in an address is its plain digits and nothing else", arguments: [
        ("12", 12), ("1", 1), ("0", nil), ("-1", nil), ("+1", nil), ("01", nil), ("1a", nil), ("", nil), ("99999999999999999999", nil),
    ] as [(String, Int?)])
    func ids(text: String, number: Int?) {
        #expect(PupilID(text)?.rawValue == number)
    }

    @Test("problems are all told at once, and none means no throw")
    func problems() throws {
        var problems = Problems()
        problems.require(true, "day", "This is fine.")
        try problems.check()
        problems.require(false, "day", "Give a day.")
        problems.add("reason", "Give a reason.")
        #expect(throws: Problems.self) { try problems.check() }
        #expect(problems.description == "Give a day. Give a reason.")
        #expect(problems.message(for: "reason") == "Give a reason.")
        #expect(problems.message(for: "other") == nil)
    }

    @Test("a change that changes nothing is empty")
    func changes() {
        #expect(Change("need.named", from: 1, to: 1).isEmpty)
        #expect(!Change("need.named", from: 1, to: 2).isEmpty)
        #expect(!Change("need.named", to: 1).isEmpty)
    }
}
