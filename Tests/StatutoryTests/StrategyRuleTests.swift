import Basics
import People
@testable import Statutory
import Testing

/// Rules of the inclusion strategy (conditions of grant; domain 3.4).
struct StrategyRuleTests {
    @Test("Fewer than five stand together with others, and never one line alone beside the sum of all", arguments: [
        ([("A", 12), ("B", 7)], ["A 12", "B 7"]), ([("A", 12), ("B", 3), ("C", 2)], ["A 12", "together 5"]),
        ([("A", 12), ("B", 7), ("C", 1)], ["A 12", "together 8"]), ([("A", 5), ("B", 4)], ["together 9"]), ([("A", 5), ("B", 0)], ["A 5"]), ([], []),
    ] as [([(String, Int)], [String])])
    func fewTogether(_ groups: [(String, Int)], _ shown: [String]) {
        #expect(FewTogether.lines(groups.map { (label: $0.0, number: $0.1) }, together: "together")?.map { "\($0.label) \($0.number)" } == shown)
    }

    @Test("Where all of them are few, nothing is shown")
    func allFew() {
        #expect(FewTogether.lines([("A", 2), ("B", 2)], together: "together") == nil)
        #expect(FewTogether.isShown(7, of: 20) && FewTogether.isShown(0, of: 20) && !FewTogether.isShown(3, of: 20) && !FewTogether.isShown(17, of: 20) && !FewTogether.isShown(4, of: 4))
    }

    @Test("No published figure lets anybody reckon one of fewer than five")
    func figures() {
        let pupils = (0..<30).map { CohortFigures.Pupil(provision: $0 < 3 ? "E" : $0 < 12 ? "K" : "N", need: $0 < 7 ? "Autism" : $0 < 10 ? "Dyslexia" : "Speech", year: YearGroup("\($0 % 2 + 1)"), isPremium: $0 < 2) }
        let lines = CohortFigures(pupils).tables.flatMap { table in table.lines.map { "\(table.title): \($0.what) \($0.number)" } }
        #expect(lines.contains("Pupils: With SEN support or an EHC plan 12") && !lines.contains { $0.contains("With an EHC plan") })
        #expect(lines.contains("Pupils with SEN by their main need: Autism 7") && lines.contains("Pupils with SEN by their main need: Other needs, together 5"))
        #expect(lines.contains("Pupil premium: Pupils with SEN who get it Fewer than 5, not shown"))
        for line in lines { #expect(!["1", "2", "3", "4"].contains(line.split(separator: " ").last.map(String.init) ?? ""), "\(line)") }
    }

    @Test("A name is found as a name, and not in the school's own name or an ordinary word")
    func names() {
        let people = [(first: "Sam", last: "Whitlock"), (first: "May", last: "Elm"), (first: "Zoë", last: "O’Hara")]
        #expect(NamesFound.names(in: "Sam’s group and Zoë at Elm School in May; whitlock, Samson. Sam again.", of: people, besides: "Elm Primary School") == ["Sam", "Zoë"])
        #expect(NamesFound.names(in: "Pupils like sums", of: people) == [])
    }

    @Test("What is typed is checked by its field", arguments: [
        (.cover, "grant", "lots"), (.cover, "grant", "99999999999999999999"), (.cover, "years", "9"), (.barriers, "figures_on", "2027-01-01"), (.barriers, "figures_on", "soon"),
        (.barriers, "words", String(repeating: "a", count: 3_001)), (.review, "on", "2026-11-01"), (.outcomes, "how2", "A check"),
    ] as [(StrategySection, String, String)])
    func refused(_ section: StrategySection, _ field: String, _ text: String) throws {
        let problems = #expect(throws: Problems.self) { try SaveSection(section, typed: [field: text]).words(today: Day(2026, 11, 20) ?? .distantPast) }
        #expect(problems?.list.map(\.field) == [field == "how2" ? "what2" : field])
    }

    @Test("An activity needs what, which barrier and a cost that is money")
    func activity() throws {
        let strategy = InclusionStrategy(of: SchoolID(1), dueYear: 2026, begunBy: "Head", on: .distantPast)
        let problems = #expect(throws: Problems.self) { try KeepActivity(name: " ", barrier: "", cost: "12,50").applied(to: nil, of: strategy, beside: []) }
        #expect(problems?.list.map(\.field) == ["name", "barrier", "cost"])
        let kept = try KeepActivity(name: "Groups", barrier: "Words", cost: "£1,250.5", strands: ["phonics", "magic"]).applied(to: nil, of: strategy, beside: []).after
        #expect(kept.cost == Pence(125_050) && kept.strands == ["phonics"])
    }

    @Test("Long sentences of long words are told to be hard; a few words say nothing")
    func readingAge() throws {
        let easy = try #require(ReadingAge(of: "We read to each other. We take turns. It is fun and it helps us learn new words."))
        let hard = try #require(ReadingAge(of: "Notwithstanding considerable organisational heterogeneity, differentiated interdisciplinary intervention methodologies facilitate unprecedented participatory opportunities internationally."))
        #expect(easy.years < 12 && hard.years > 16 && ReadingAge(of: "Too short") == nil)
    }
}
