import Basics
import Papers
import Testing

/// What a paper may be called, when it may be added, and how it goes.
struct PaperRulesTests {
    static let names: [(given: String, kept: String)] = [
        ("Report.pdf", "Report.pdf"), ("../../etc/passwd", "passwd.pdf"), ("C:\\fakepath\\letter.docx", "letter.pdf"), ("", "paper.pdf"), (".", "paper.pdf"),
        ("..", "paper.pdf"), ("...hidden", "hidden.pdf"), ("plan.pdf.exe", "plan.pdf"), ("Report v1.2", "Report v1.2.pdf"), ("a\r\nSet-Cookie: x=1.pdf", "aSet-Cookie- x=1.pdf"),
        ("gnp\u{202E}fdp.exe", "gnpfdp.pdf"), ("zero\u{200B}width\u{FEFF}.pdf", "zerowidth.pdf"), ("a\0b.pdf", "ab.pdf"), ("con.txt", "paper con.pdf"), ("LPT1", "paper LPT1.pdf"),
        ("quote\"semi;colon%41.pdf", "quote-semi-colon-41.pdf"), ("Zoë’s  report .pdf", "Zoë’s report.pdf"), ("日本語.pdf", "日本語.pdf"), ("$(rm -rf).pdf", "(rm -rf).pdf"),
        ("-rf.pdf", "rf.pdf"), ("tab\there.pdf", "tabhere.pdf"), ("/", "paper.pdf"), ("\u{2028}\u{E000}", "paper.pdf"),
    ]

    @Test("Hostile names become safe ones, with the ending of what the file is", arguments: names)
    func name(given: String, kept: String) { #expect(PaperName(given, kind: .pdf).text == kept) }

    @Test("Whatever the name, what is kept is short, without folders and without unseen signs")
    func anyName() {
        let signs = Array("aZ0 ./\\:*?\"<>|;%\u{0}\u{1}\u{7F}\u{85}\u{202E}\u{2066}\u{200D}é\u{301}字🙂👩‍👩‍👧\u{FFFE}".unicodeScalars)
        let never: Set<Unicode.Scalar> = ["/", "\\", "\"", "\u{202E}", "\u{2066}", "\u{0}"]
        for length in [0, 1, 5, 40, 300] {
            for _ in 0..<200 {
                let given = String(String.UnicodeScalarView((0..<length).map { _ in signs.randomElement() ?? "a" }))
                let kept = PaperName(given, kind: .jpeg).text
                #expect(kept.hasSuffix(".jpg") && kept.utf8.count <= 220 && !kept.hasPrefix("."))
                #expect(!kept.unicodeScalars.contains { never.contains($0) || $0.properties.generalCategory == .control })
            }
        }
        let zalgo = "a" + String(repeating: "\u{301}", count: 5000)
        #expect(PaperName(zalgo, kind: .pdf).text.utf8.count <= 210)
    }

    private static let file = StoredPaper(fileName: "x.pdf", kind: .pdf, bytes: 100, sha256: String(repeating: "a", count: 64), storedAs: String(repeating: "0", count: 32))
    private static let now = Instant(milliseconds: 1_000)
    private static func added(_ title: String = "Report", _ topic: String = "advice", to papers: [Paper] = [], limits: PaperLimits = PaperLimits()) throws -> Change<Paper> {
        try AddPaper(title: title, topic: topic).applied(file, about: PupilID(1), at: SchoolID(2), papers: papers, limits: limits, at: now)
    }

    @Test("A paper is added with its title and topic")
    func add() throws {
        let change = try Self.added(" Report of the speech therapist ")
        #expect(change.event == "paper.added" && change.before == nil)
        #expect(change.after.title == "Report of the speech therapist" && change.after.topic == .advice && change.after.addedAt == Self.now)
        #expect(change.after.pupil == PupilID(1) && change.after.school == SchoolID(2) && !change.after.isWithdrawn)
    }

    @Test("Everything that is wrong is said at once, each by its field")
    func refusals() throws {
        let problems = #expect(throws: Problems.self) { try Self.added("", "nonsense") }
        #expect(problems?.list.map(\.field) == ["title", "topic"])
        #expect(#expect(throws: Problems.self) { try Self.added(String(repeating: "x", count: 151)) }?.message(for: "title")?.contains("150") == true)
        let first = try Self.added().after
        #expect(#expect(throws: Problems.self) { try Self.added(to: [first]) }?.message(for: "file")?.contains("“Report”") == true)
        var small = PaperLimits()
        small.perPupil = 150
        var other = Paper(id: .new, pupil: PupilID(1), school: nil, title: "B", topic: .other, fileName: "b.pdf", kind: .pdf, bytes: 60, sha256: String(repeating: "b", count: 64), storedAs: "1", addedAt: Self.now)
        #expect(#expect(throws: Problems.self) { try Self.added(to: [other], limits: small) }?.message(for: "file")?.contains("together") == true)
        other.withdrawnAt = Self.now
        #expect(throws: Never.self) { try Self.added(to: [other], limits: small) }
    }

    @Test("A paper is withdrawn once, with a reason, and only by somebody who understood")
    func withdraw() throws {
        let paper = try Self.added().after
        #expect(#expect(throws: Problems.self) { try WithdrawPaper(reason: " ", understood: false).applied(to: paper, at: Self.now) }?.list.map(\.field) == ["reason", "understood"])
        let change = try WithdrawPaper(reason: "Wrong child", understood: true).applied(to: paper, at: Self.now)
        #expect(change.event == "paper.withdrawn" && change.reason == "Wrong child" && change.after.withdrawnAt == Self.now && change.after.withdrawnBecause == "Wrong child")
        #expect(throws: Problems.self) { try WithdrawPaper(reason: "Again", understood: true).applied(to: change.after, at: Self.now) }
    }
}
