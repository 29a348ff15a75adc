import Basics
@testable import Plans
import Testing

@Suite("What is in the bank")
struct BankContentTests {
    static let outcomes = Bank.shipped.filter { $0.kind == .outcome }
    static let strategies = Bank.shipped.filter { $0.kind == .strategy }

    @Test("At least 60 outcomes and 80 strategies, each with a key of its own")
    func many() {
        #expect(Self.outcomes.count >= 60)
        #expect(Self.strategies.count >= 80)
        #expect(Set(Bank.shipped.map(\.key)).count == Bank.shipped.count)
        #expect(!Bank.shipped.contains { $0.key.hasPrefix("own-") }, "these keys are for what people add")
    }

    @Test("Every need has outcomes and strategies, and every age has both of every heading")
    func spread() {
        for need in Bank.needs {
            #expect(Self.outcomes.count { $0.need == need } >= 2, "\(need.key)")
            #expect(Self.strategies.count { $0.need == need } >= 2, "\(need.key)")
        }
        for heading in Bank.headings {
            for age in BankAge.allCases {
                let here = Bank.shipped.filter { heading.needs.contains($0.need) && $0.ages.contains(age) }
                #expect(here.contains { $0.kind == .outcome }, "no outcome: \(heading.key), \(age)")
                #expect(here.contains { $0.kind == .strategy }, "no strategy: \(heading.key), \(age)")
            }
        }
    }

    @Test("The headings are the four areas of the Code, and adult life")
    func headings() {
        #expect(Bank.headings.map(\.key) == ["C&I", "C&L", "SEMH", "S&P", "adult-life"])
        #expect(Set(Bank.needs.map(\.key)).count == Bank.needs.count)
        for need in Bank.needs { #expect(!need.label.isEmpty && !need.also.isEmpty, "\(need.key)") }
    }

    @Test("An outcome has a strength to build on, a measure, a baseline with a gap, a target and a time", arguments: outcomes)
    func outcome(entry: BankEntry) {
        #expect(entry.words.contains("[Name]") && !entry.buildsOn.isEmpty && !entry.measure.isEmpty && !entry.target.isEmpty)
        #expect(entry.baseline.contains("__"))
        #expect((4...30).contains(entry.weeks ?? 0))
        #expect(!entry.ages.isEmpty && entry.detail.isEmpty)
        #expect(["", "independence", "relationships", "health", "employment"].contains(entry.adultLife))
    }

    @Test("A strategy begins with what to do, and tells how", arguments: strategies)
    func strategy(entry: BankEntry) {
        #expect(!entry.words.isEmpty && entry.words.count <= 110 && !entry.words.contains("[Name]"))
        #expect(Wording(entry.detail).words.count >= 12)
        #expect(!entry.ages.isEmpty && entry.measure.isEmpty)
    }

    /// The share of the shorter text's words that the other one has, too.
    static func shared(_ one: Set<String>, _ other: Set<String>) -> Double {
        Double(one.intersection(other).count) / Double(min(one.count, other.count))
    }

    @Test("No two share more than half their words", arguments: [outcomes.map(\.words), strategies.map(\.line)])
    func apart(texts: [String]) {
        let words = texts.map { Set(Wording($0).words) }
        for one in words.indices {
            for other in words.indices where other > one {
                #expect(Self.shared(words[one], words[other]) <= 0.5, "\(texts[one])\n\(texts[other])")
            }
        }
    }
}
