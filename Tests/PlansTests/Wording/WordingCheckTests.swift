import Basics
@testable import Plans
import Testing

@Suite("The checks of the wording")
struct WordingCheckTests {
    static let today = Day(number: 20_777)

    /// An outcome about which there is nothing to say.
    static let good = OutcomeWords(
        words: "Sam follows a spoken instruction the first time it is said, with eyes on the speaker.", measure: "Instructions followed first time, out of ten in one week",
        baseline: "3 of 10 on 2 November 2026", target: "8 of 10", due: Day(2027, 2, 12), owner: "Mrs Hill, class teacher",
        provision: "Talk group, 3 times 20 minutes a week, Mrs Hill", called: ["Sam", "Samuel"], others: ["Noor", "Will", "Grace", "May", "Anne-Marie"], today: today)

    static func ids(_ outcome: OutcomeWords) -> [String] { WordingCheck.all.findings(in: outcome).map(\.check.id) }

    static func with(_ part: WordingPart, _ text: String) -> OutcomeWords {
        var outcome = good
        outcome[part] = text
        return outcome
    }

    @Test("There are at least 22, each with a name of its own, a reason and an example")
    func many() {
        #expect(WordingCheck.all.count >= 22)
        #expect(Set(WordingCheck.all.map(\.id)).count == WordingCheck.all.count)
        for check in WordingCheck.all { #expect(check.reason.count > 40 && !check.looksFor.isEmpty && check.example.before != check.example.after, "\(check.id)") }
    }

    @Test("They have nothing to say about a good outcome")
    func quiet() {
        #expect(Self.ids(Self.good) == [])
    }

    @Test("Each finds its own example, and says nothing about the better one", arguments: WordingCheck.all.map(\.id))
    func examples(id: String) throws {
        let check = try #require(WordingCheck.named(id)), example = check.example
        let before = check.findings(in: Self.with(example.part, example.before))
        #expect(before.contains { $0.part == example.part }, "\(example.before)")
        #expect(Self.ids(Self.with(example.part, example.after)) == [], "\(example.after)")
    }

    static let alike: [(WordingPart, String)] = [
        (.words, "Sam reads a full page, pausing at full stops."), (.words, "Sam explains what a character could not see."), (.words, "Sam meets Mrs Will and says good morning first."),
        (.words, "Will Sam show two cards on his own? Sam shows them."), (.words, "Sam may choose the seat and say with grace why."), (.baseline, "None yet, on 2 November 2026"),
        (.measure, "Observations of ten minutes, counted in 3 lessons"), (.provision, "Reading daily, Mr Osei\n\nTalk group, each Monday, Kim Hale\nPhonics group, 3 times a week with the teaching assistant"), (.words, "Sam reads 20 more words a minute than in autumn."),
        (.owner, "Mrs School, class teacher"), (.words, "Sam uses ten adjectives in a story on his own."), (.target, "3 of 10 in two settings"),
    ]

    @Test("They keep quiet about what only looks alike", arguments: alike)
    func quietAboutLikeness(part: WordingPart, text: String) {
        #expect(Self.ids(Self.with(part, text)) == [], "\(text)")
    }

    static let faults: [(WordingPart, String, String)] = [
        (.words, "SAM WILL HAVE ACCESS TO A LAPTOP IN 3 LESSONS.", "access-to"), (.words, "Sam can’t say two words.", "deficit"), (.words, "Sam is non-compliant in 2 lessons.", "blame"),
        (.measure, "Feedback from staff", "measure-by-eye"), (.target, "Most of the time", "nearly-always"), (.words, "Sam plays with Will at lunch for ten minutes.", "other-name"),
        (.baseline, "Pushes noor on 3 days", "other-name"), (.words, "Sam helps Anne Marie with two jobs.", "other-name"), (.words, "Sam sits by May in two lessons.", "other-name"),
        (.words, "To improve reading in lessons by a lot", "growing-word"), (.provision, "Reading daily\nTalk group with Mrs Hill", "provision-unmeasured"), (.words, "We give Sam two choices each day.", "adult-does-it"),
        (.provision, "Talk group, 20 minutes each Monday", "provision-unnamed"),
        (.target, "TBC", "gap-left"), (.owner, "Staff", "owned-by-all"), (.words, "Sam, because of her ADHD, sits by the door in two lessons.", "diagnosis-as-reason"), (.words, "Sam shows 100% focus in two lessons.", "perfect"),
    ]

    @Test("They find it in capitals, with other marks, and in every part where it matters", arguments: faults)
    func found(part: WordingPart, text: String, id: String) {
        #expect(WordingCheck.all.findings(in: Self.with(part, text)).contains { $0.check.id == id && $0.part == part }, "\(text): \(Self.ids(Self.with(part, text)))")
    }

    @Test("The pupil's own name is no other child's, even where a classmate has it, too")
    func namesake() {
        var outcome = Self.good
        outcome.others = ["Sam", "Samuel", "A"]
        #expect(Self.ids(outcome) == [])
    }

    @Test("What is found says which words, part by part in the order of the form")
    func order() {
        let empty = OutcomeWords(words: "Sam regularly has access to various books", today: Self.today)
        let found = WordingCheck.all.findings(in: empty)
        #expect(found.map(\.part) == found.map(\.part).sorted { WordingPart.allCases.firstIndex(of: $0)! < WordingPart.allCases.firstIndex(of: $1)! })
        #expect(found.filter { $0.part == .words }.map(\.said) == ["regularly", "various", "access to"])
        #expect(Set(found.map(\.check.id)).isSuperset(of: ["no-measure", "no-baseline", "no-target", "no-date", "no-owner"]))
    }
}

@Suite("The checks read the bank")
struct WordingOfTheBankTests {
    /// An outcome of the bank as it would stand in Sam's plan, its gaps filled in.
    static func filled(_ entry: BankEntry) -> OutcomeWords {
        let sam = entry.named("Sam"), fill = { (text: String) in text.replacing("__", with: "3").replacing("[date]", with: "2 November 2026") }
        return OutcomeWords(
            words: sam.words, measure: sam.measure, baseline: fill(sam.baseline), target: fill(sam.target), due: entry.due(from: WordingCheckTests.today),
            owner: "Mrs Hill, class teacher", called: ["Sam"], others: ["Noor", "Will", "Mark"], today: WordingCheckTests.today)
    }

    /// Words that are right where they stand.
    static let allowed: Set<String> = []

    @Test("They have nothing to say about its outcomes once the gaps are filled in", arguments: Bank.shipped.filter { $0.kind == .outcome })
    func outcomes(entry: BankEntry) {
        let found = WordingCheck.all.findings(in: Self.filled(entry)).filter { !Self.allowed.contains("\(entry.key): \($0.check.id)") }
        #expect(found.isEmpty, "\(entry.key): \(found.map { "\($0.check.id) (\($0.said))" })")
    }

    @Test("They point at each gap until it is filled in", arguments: Bank.shipped.filter { $0.kind == .outcome })
    func gaps(entry: BankEntry) {
        let found = WordingCheck.all.findings(in: OutcomeWords(words: entry.words, measure: entry.measure, baseline: entry.baseline, target: entry.target, today: WordingCheckTests.today))
        #expect(Set(found.map(\.check.id)).isSuperset(of: ["gap-left", "no-date", "no-owner"]))
    }

    @Test("No strategy judges, labels or begins from what is missing", arguments: Bank.shipped.filter { $0.kind == .strategy })
    func strategies(entry: BankEntry) {
        let found = WordingCheck.respect.findings(in: OutcomeWords(words: entry.line, today: WordingCheckTests.today))
        #expect(found.isEmpty, "\(entry.key): \(found.map(\.said))")
    }
}
