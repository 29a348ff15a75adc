import Basics
@testable import Plans
import Testing

@Suite("Looking for something in the bank")
struct BankSearchTests {
    static func keys(_ words: String = "", kind: BankEntry.Kind? = nil, need: String = "", age: BankAge? = nil) -> [String] {
        BankSearch(words: words, kind: kind, need: need, age: age).found(in: Bank.shipped).map(\.key)
    }

    static let questions: [(words: String, key: String)] = [
        ("visual timetable", "visual-timetable"), ("VISUAL  Timet", "visual-timetable"), ("timetable visual", "visual-timetable"), ("café", "map-of-my-area"), ("cafe", "map-of-my-area"),
        ("autism change", "warn-of-change"), ("dyslexia", "daily-sound-cards"), ("adhd primary", "first-step-card"), ("ebsa", "graded-return"), ("braille", "reads-by-touch"),
    ]

    @Test("Words are found in any order, by their beginnings, without accents and marks, and by what conditions are called", arguments: questions)
    func words(question: (words: String, key: String)) {
        let found = Self.keys(question.words)
        #expect(found.contains(question.key), "\(question.words) found \(found)")
    }

    @Test("What says the words itself comes before what is found by its need")
    func order() {
        let found = Self.keys("stammer")
        #expect(found.first == "stammer-says-it-all")
        #expect(found.contains("time-to-stammer"), "its need is looked for by this word")
    }

    @Test("Kind, need, heading and age narrow it down")
    func filters() {
        #expect(Self.keys(kind: .strategy, need: "hearing") == ["face-light-distance", "radio-aid-routine", "caption-everything"])
        #expect(Set(Self.keys(need: "S&P")) == Set(["hearing", "vision", "sensory", "movement"].flatMap { Self.keys(need: $0) }))
        #expect(Self.keys(need: "work", age: .early).isEmpty)
        #expect(Self.keys(need: "none-such").isEmpty)
        #expect(Self.keys().count == Bank.shipped.count)
        #expect(Self.keys("xylophone").isEmpty)
    }

    @Test("The age of a year group", arguments: [("N1", BankAge?.some(.early)), ("R", .early), ("1", .primary), ("6", .primary), ("7", .secondary), ("11", .secondary), ("12", .post16), ("X", nil)])
    func ages(year: String, age: BankAge?) {
        #expect(BankAge(YearGroup(rawValue: year)) == age)
    }

    @Test("An entry taken into a plan bears the pupil's name, and knows its day")
    func taken() throws {
        let entry = try #require(Bank.shipped.first { $0.key == "now-and-next" })
        let day = try #require(Day(2026, 11, 20)), named = entry.named("Sam")
        #expect(named.words.hasPrefix("Sam moves from one activity"))
        #expect(entry.due(from: day) == day + 56)
        #expect((named.measure, named.uses, named.weeks, named.need) == (entry.measure, 0, 8, entry.need))
    }
}
