@testable import Pages
import Testing

@Suite("What the log says")
struct RequestJournalTests {
    static let paths: [(String, String)] = [
        ("/", "/"), ("/pupils/12", "/pupils/*"), ("/pupils/Sam%20Lee", "/pupils/*"), ("/pupils/12/needs", "/pupils/*/needs"),
        ("/Sam/Lee", "(no page)"), ("/pupils/12/Sam", "(no page)"),
    ]

    @Test("Of an address only the pattern it fits", arguments: paths)
    func pattern(path: String, says: String) {
        #expect(RequestJournal(patterns: ["/", "/pupils", "/pupils/*", "/pupils/*/needs"]).pattern(path) == says)
    }

    static let errors: [(String, String)] = [
        ("invalid input syntax for type date: \"Sam Lee\"", "invalid input syntax for type date:  …"), ("no “Sam” here", "no  …"),
        ("it's 'Sam' who", "it's …"), ("(name)=('Sam", "(name)= …"), ("'Sam", " …"), ("UNIQUE constraint failed: pupil.upn", "UNIQUE constraint failed: pupil.upn"),
        ("a\nfault ABC: b", "a fault ABC: b"), ("half \"Sam", "half  …"), ("a\n\"b\nSam", "a  …"),
    ]

    @Test("Of an error nothing from the first word it quotes, on one line", arguments: errors)
    func wordless(text: String, says: String) {
        #expect(RequestJournal.wordless(text) == says)
    }
}
