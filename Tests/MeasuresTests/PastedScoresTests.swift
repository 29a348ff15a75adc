import Basics
@testable import Measures
import Testing

@Suite("Scores pasted from a spreadsheet")
struct PastedScoresTests {
    let people = [PastedScores.Person(upn: "A999100121000", names: ["Samuel Whitlock", "Sam Whitlock"]), .init(upn: "B999100121001", names: ["Mia Abbott"]), .init(upn: nil, names: ["Mary Ann O’Hara"])]

    private func paste(_ text: String, _ scales: [String] = ["Accuracy", "Rate"]) -> (found: [String], problems: [String]) {
        let pasted = PastedScores(text, people: people, scales: scales)
        return (pasted.found.map { "\($0.person).\($0.scale)=\($0.text)" }, pasted.problems.list.map(\.message))
    }

    @Test("Scores alone go in the order of the list")
    func inOrder() {
        #expect(paste("85\t90\n70\t\n<70\t101\n").found == ["0.0=85", "0.1=90", "1.0=70", "2.0=<70", "2.1=101"])
    }

    @Test("Names and UPNs find their pupil in any order of rows and words", arguments: [
        "Abbott, Mia\t70\t71\nWhitlock, Sam\t85\t90", "mia abbott\t70\t71\r\nSAMUEL WHITLOCK\t85\t90", "Abbott\tMia\t70\t71\nWhitlock\tSam\t85\t90",
        "b999100121001\t70\t71\nA999100121000\t85\t90", "B999100121001\tAbbott\tMia\t70\t71\nA999100121000\tWhitlock\tSam\t85\t90", "Mia Abbott,70,71\nSam Whitlock,85,90", "Mia Abbott;70;71\nSam Whitlock;85;90",
    ])
    func byName(text: String) {
        let (found, problems) = paste(text)
        #expect(found == ["1.0=70", "1.1=71", "0.0=85", "0.1=90"] && problems.isEmpty, "\(problems)")
    }

    @Test("Accents and apostrophes of any kind are passed over")
    func folding() { #expect(paste("O'Hara, Mary-Ann\t1\t2").found == ["2.0=1", "2.1=2"]) }

    @Test("A row of headings says which column is which, and other columns stand aside")
    func headings() {
        #expect(paste("Name\tRate\tAge\tAccuracy\nMia Abbott\t71\t8\t70").found == ["1.1=71", "1.0=70"])
    }

    @Test("More rows than any class has are not looked through one by one")
    func tooMany() {
        let (found, problems) = paste(String(repeating: "Mia Abbott\t1\t2\n", count: PastedScores.mostRows + 1))
        #expect(found.isEmpty && problems.count == 1 && problems[0].contains("No class has so many"))
    }

    static let wrong = [
        ("", "Nothing was pasted"), ("85\t90\t91\t92\t93\t94", "This has 6 columns. It needs 2 scores in each row (Accuracy, Rate)"), ("85", "This has 1 column"),
        ("85\t90\n70\t80", "This has 2 rows, and the list has 3 pupils"), ("Zoe Hart\t85\t90", "Row 1: nobody of this list is “Zoe Hart”"),
        ("Mia Abbott\t85\t90\nMia Abbott\t1\t2", "Row 2: “Mia Abbott” stands there twice"), ("85\t90\t91", "Row 1: nobody of this list is “85”"),
    ]

    @Test("What cannot be placed is said, with the row", arguments: wrong)
    func refused(text: String, words: String) {
        let (_, problems) = paste(text)
        #expect(problems.contains { $0.contains(words) }, "\(problems)")
    }

    @Test("What can be placed is, beside what cannot")
    func partly() {
        let (found, problems) = paste("Zoe Hart\t85\t90\nMia Abbott\t70\t71")
        #expect(found == ["1.0=70", "1.1=71"] && problems.count == 1)
    }
}
