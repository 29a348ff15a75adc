import Basics
@testable import Plans
import Testing

@Suite("Adding to the bank")
struct KeepBankEntryTests {
    static let today = Day(number: 20_777)

    static func keep(_ kind: BankEntry.Kind = .outcome, need: String = "reading", ages: [String] = ["primary"], words: String = "[Name] reads a recipe aloud.", measure: String = "Lines read, of ten", weeks: String = "8", life: String = "") -> KeepBankEntry {
        KeepBankEntry(kind: kind, need: need, ages: ages, words: words, detail: "", buildsOn: "", measure: measure, baseline: "", target: "", weeks: weeks, adultLife: life)
    }

    static func wrong(_ keep: KeepBankEntry, place: BankPlace? = .trust, beside: [BankEntry] = []) -> [String] {
        do { _ = try keep.applied(place: place, by: "Amira", beside: beside, today: today); return [] } catch let problems as Problems { return problems.list.map(\.field) } catch { return ["?"] }
    }

    static let cases: [(KeepBankEntry, [String])] = [
        (keep(), []), (keep(words: "  "), ["words"]), (keep(need: "x"), ["need"]), (keep(ages: ["old"]), ["ages"]), (keep(measure: " "), ["measure"]), (keep(.strategy, measure: ""), []),
        (keep(weeks: ""), []), (keep(weeks: "0"), ["weeks"]), (keep(weeks: "61"), ["weeks"]), (keep(weeks: "ten"), ["weeks"]), (keep(life: "riches"), ["adult_life"]),
        (keep(words: String(repeating: "a", count: 601)), ["words"]), (keep(need: "", ages: [], words: "", measure: ""), ["words", "need", "ages", "measure"]),
    ]

    @Test("What is wrong is said all at once, by its field", arguments: cases)
    func checks(keep: KeepBankEntry, fields: [String]) {
        #expect(Self.wrong(keep) == fields)
    }

    @Test("It is for somebody")
    func place() {
        #expect(Self.wrong(Self.keep(), place: nil) == ["place"])
    }

    @Test("What the bank has already is not added again, whatever its capitals and marks")
    func twice() throws {
        let there = try #require(Bank.shipped.first { $0.key == "now-and-next" })
        #expect(Self.wrong(Self.keep(words: "[name]  " + there.words.uppercased().dropFirst(7)), beside: Bank.shipped) == ["words"])
        #expect(Self.wrong(Self.keep(.strategy, words: there.words), beside: Bank.shipped) == [], "a strategy may say the same")
    }

    @Test("A change keeps who added it; its own words are not taken for another's")
    func change() throws {
        let added = try Self.keep().applied(place: .person(AccountID(3)), by: "Amira", beside: [], today: Self.today)
        #expect(added.event == "bankEntry.added" && added.after.ages == "primary" && added.after.weeks == 8)
        var there = added.after
        there.id = RowID(5)
        let entry = try #require(there.entry)
        #expect(entry.key == "own-5" && entry.source == .person)
        let changed = try Self.keep(weeks: "9").applied(to: there, place: .trust, by: "Tom", beside: [entry], today: Self.today + 1)
        #expect(changed.event == "bankEntry.changed" && changed.after.addedBy == "Amira" && changed.after.addedOn == Self.today && changed.after.place == .trust)
    }

    @Test("It is taken out once")
    func withdrawn() throws {
        var entry = try Self.keep().applied(place: .trust, by: "Amira", beside: [], today: Self.today).after
        entry = try WithdrawBankEntry().applied(to: entry, today: Self.today).after
        #expect(entry.withdrawnOn == Self.today)
        #expect(throws: Problems.self) { try WithdrawBankEntry().applied(to: entry, today: Self.today) }
    }
}
