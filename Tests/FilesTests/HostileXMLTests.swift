import Testing
@testable import Files

@Suite struct HostileXMLTests {
    private static let bomb = """
        <?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><r><Pupil>&b;</Pupil></r>
        """

    @Test("A DOCTYPE is refused before it is used, however it is wrapped", arguments: [
        Array(bomb.utf8),
        Array("<!DOCTYPE r SYSTEM 'file:///etc/passwd'><r/>".utf8),
        Array("<!doctype r><r/>".utf8),
        Array("<!-- a --><?x y?>\n<!-- b --->\n<!DOCTYPE r><r/>".utf8),
        [0xEF, 0xBB, 0xBF] + Array(bomb.utf8),
        bomb.utf16Bytes(), bomb.utf16Bytes(bigEndian: true),
        Array(bomb.utf16Bytes().dropFirst(2)),
        Array("<r><!DOCTYPE x></r>".utf8), Array("<r><!ENTITY a 'b'></r>".utf8),
    ])
    func documentType(_ bytes: [UInt8]) throws { #expect(try xmlRefusal(bytes).contains("DOCTYPE")) }

    @Test("An entity that XML does not know is refused", arguments: ["&x;", "&eacute;", "<a b='&x;'/>"])
    func entities(_ text: String) throws { #expect(try xmlRefusal("<r><Pupil>\(text)</Pupil></r>".utf8).contains("entity")) }

    @Test("What is too deep, too wide or too long is refused")
    func floods() throws {
        let deep = String(repeating: "<a>", count: 40) + String(repeating: "</a>", count: 40)
        #expect(try xmlRefusal(deep.utf8).contains("deep"))
        let wide = (0..<1_000_000).map { " a\($0)=''" }.joined()
        #expect(try xmlRefusal("<r\(wide)/>".utf8).contains("attributes"))
        #expect(try xmlRefusal("<r><Pupil>\(String(repeating: "x", count: 10_000_000))</Pupil></r>".utf8).contains("longer than 64 KB"))
        #expect(try xmlRefusal("<r a='\(String(repeating: "x", count: 100_000))'/>".utf8).contains("longer than 64 KB"))
        #expect(try xmlRefusal("<\(String(repeating: "x", count: 100_000))/>".utf8).contains("longer than 64 KB"))
        #expect(try xmlRefusal("<r><!--\(String(repeating: "x", count: 100_000))--></r>".utf8).contains("longer than 64 KB"))
        let pieces = String(repeating: String(repeating: "x", count: 1000) + "<!---->", count: 100)
        #expect(try xmlRefusal("<r><Pupil>\(pieces)</Pupil></r>".utf8).contains("The text of Pupil"))
        let prolog = String(repeating: "<!-- twenty letters -->\n", count: 4000)
        #expect(try xmlRefusal("\(prolog)<r/>".utf8).contains("before its first element"))
    }

    @Test("Too many elements in a record, or records in a file, are refused")
    func counts() throws {
        var limits = FileLimits()
        limits.elementsPerRecord = 10
        limits.records = 5
        #expect(try xmlRefusal("<r><Pupil>\(String(repeating: "<a/>", count: 11))</Pupil></r>".utf8, limits: limits).contains("elements"))
        #expect(try xmlRefusal("<r>\(String(repeating: "<Pupil/>", count: 6))</r>".utf8, limits: limits).contains("records"))
    }

    @Test("A file that lies about its letters is refused", arguments: [
        (Array("<?xml version='1.0' encoding='UTF-16'?><r/>".utf8), "says it is written in UTF-16"),
        ("<?xml version='1.0' encoding='UTF-8'?><r/>".utf16Bytes(), "says it is written in UTF-8"),
        ([0xEF, 0xBB, 0xBF] + Array("<?xml version='1.0' encoding='ISO-8859-1'?><r/>".utf8), "says it is written in ISO-8859-1"),
        (Array("<?xml version='1.0' encoding='UTF-7'?>+ADw-r+AD4-".utf8), "UTF-7"),
        (Array("+/v8-<r/>".utf8), "UTF-7"),
        (Array("<?xml version='1.0' encoding='EBCDIC'?><r/>".utf8), "EBCDIC"),
        ([0xFF, 0xFE, 0, 0, 0x3C, 0, 0, 0], "UTF-32"),
        (Array("<r>".utf8) + [0xE9, 0x3C] + Array("/r>".utf8), "not UTF-8"),
        (Array("<r>".utf8) + [0xED, 0xA0, 0x80] + Array("</r>".utf8), "not UTF-8"),
    ] as [([UInt8], String)])
    func lies(_ bytes: [UInt8], _ words: String) throws { #expect(try xmlRefusal(bytes).contains(words)) }

    @Test("A damaged file is refused with its line", arguments: [
        ("<r><Pupil>\n<a>", "stops in the middle"), ("<r>\n</s>", "not closed"), ("<r>\u{1}</r>", "does not allow"), ("<r>a\u{0}b</r>", "zero byte"),
        ("hello", "not XML"), ("<r/><s/>", "goes on after its end"), ("<r a=1/>", "well-formed"), ("", "empty"), ("   ", "not XML"), ("<", ""), ("<r", "not"),
    ])
    func damage(_ text: String, _ words: String) throws {
        let message = try xmlRefusal(text.utf8)
        #expect(words.isEmpty || message.contains(words))
    }
}
