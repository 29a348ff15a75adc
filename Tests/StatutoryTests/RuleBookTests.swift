import Basics
@testable import Statutory
import Testing

@Suite("The rules as data")
struct RuleBookTests {
    /// Every row of the sheet of the law, by its number.
    static let numbers = ids("NA", 1...11) + ids("AR", 1...18) + ids("PT", 1...3) + ids("RE", 1...3) + ids("TR", 1...4) + ["CE-1"] + ids("MT", 1...9)
        + ids("SD", 1...19) + ["SD-3c"]

    private static func ids(_ letters: String, _ numbers: ClosedRange<Int>) -> [String] { numbers.map { "\(letters)-\($0)" } }

    @Test("Every row of the sheet is a rule with a day or a duty without one", arguments: numbers)
    func whole(_ id: String) {
        let isRule = RuleBook.england.rules.contains { $0.id == id }, stands = StandingDuty.all.contains { $0.id == id }
        #expect(isRule != stands, "\(id)")
    }

    @Test("No row is there that the sheet does not have, but for the parts of one")
    func nothingInvented() {
        let parts = ["SD-3b", "MT-6a", "MT-6b"] + ["a", "b", "c", "d", "e", "f", "g"].map { "MT-8" + $0 }
        let known = Set(Self.numbers + parts)
        for rule in RuleBook.england.rules where !rule.edition.isProposal { #expect(known.contains(rule.id), "\(rule.id)") }
        #expect(Set(StandingDuty.all.map(\.id)).isSubset(of: known))
        #expect(Set(StandingDuty.all.map { $0.id + $0.what }).count == StandingDuty.all.count)
    }

    @Test("Each rule has words, a source and an edition")
    func words() {
        for rule in RuleBook.england.rules {
            #expect(rule.what.first?.isUppercase == true && !rule.what.hasSuffix(".") && !rule.source.citation.isEmpty && !rule.edition.key.isEmpty, "\(rule.id)")
        }
    }

    @Test("Every event names duties that are there, and every rule hangs on an event or a proposal")
    func reached() throws {
        for event in StatutoryEvent.allCases { #expect(Set(StandingDuty.named(event.standing).map(\.id)) == Set(event.standing)) }
        for option in DateOption.allCases { #expect(StatutoryEvent.allCases.contains { $0.options.contains(option) }, "\(option)") }
    }

    @Test("What is proposed is there, makes no duty, and holds on no day")
    func proposals() throws {
        let proposals = RuleBook.england.proposals
        #expect(!proposals.isEmpty)
        for proposal in proposals { #expect(!proposal.edition.holds(on: day("2030-01-01")) && proposal.note.contains("Proposed")) }
        let all = RuleBook.england.duties(Trigger.allCases.map { TriggerDay(trigger: $0, day: day("2030-01-02")) }, on: day("2030-01-02"), closures: [])
        #expect(all.allSatisfy { duty in !proposals.contains { $0.id == duty.id } })
        #expect(Set(all.map(\.edition)).isDisjoint(with: proposals.map(\.edition.key)))
    }

    @Test("A later edition leaves alone what arose under the earlier one", arguments: [("2024-08-31", "2014-senco", "National Award"), ("2024-09-01", "2024-senco", "NPQ")])
    func editions(_ line: (day: String, edition: String, words: String)) throws {
        let duty = try #require(try AskDates("senco-appointed", on: line.day).answered().duty("SD-3"))
        #expect(duty.edition == line.edition && duty.what.contains(line.words))
        #expect(RuleBook.england.rules("SD-3", edition: duty.edition).map(\.what) == [duty.what])
    }

    @Test("A new edition is one line more, and the old duty can still be explained")
    func nextEdition() throws {
        let later = LawEdition(key: "2030", name: "A later Code", inForce: Spell(starts: day("2030-09-01")))
        let ending = LawEdition(key: "2014", name: "The first", inForce: Spell(starts: day("2014-09-01"), ends: day("2030-08-31")))
        let book = RuleBook(rules: [
            StatutoryRule("NA-8", .school, "Answer", .days(15), .consulted, .code("9.83"), .secondary, edition: ending),
            StatutoryRule("NA-8", .school, "Answer", .days(20), .consulted, .code("9.90"), .secondary, edition: later),
        ])
        let before = try #require(Timetable(.consultation, on: day("2030-08-31"), book: book).duty("NA-8"))
        let after = try #require(Timetable(.consultation, on: day("2030-09-01"), book: book).duty("NA-8"))
        #expect((before.due, before.edition) == (day("2030-09-15"), "2014"))
        #expect((after.due, after.edition) == (day("2030-09-21"), "2030"))
        #expect(book.rules("NA-8", edition: before.edition).map(\.period) == [.days(15)])
    }

    @Test("One duty of two days shows the later, and names the other")
    func later() throws {
        let duty = try #require(try AskDates("decision-letter", on: "2026-09-15", [.certificate: ["2026-11-02"]]).answered().duty("MT-1"))
        #expect(duty.due == day("2026-12-02"))
        #expect(duty.note.contains("The later of two days counts. The other: 2 months after 15 September 2026"))
    }

    @Test("A day on which the tribunal’s time does not end is named")
    func tribunal() throws {
        let duty = try #require(try AskDates("decision-letter", on: "2026-06-10").answered().duty("MT-1"))
        #expect(duty.note.contains("The time ends on 10 August 2026, a holiday of the tribunal"))
    }
}
