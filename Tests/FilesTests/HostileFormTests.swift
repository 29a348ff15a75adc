import Foundation
import Testing
@testable import Files

@Suite struct HostileFormTests {
    private func refusal(_ bytes: [UInt8], limits: FileLimits = .wordForm, location: SourceLocation = #_sourceLocation) -> String {
        #expect(throws: FileRefusal.self, sourceLocation: location) { try WordForm(bytes, limits: limits) }?.message ?? ""
    }

    private func refusal(adding entry: TinyZip.Entry) -> String {
        var form = TinyForm(TinyForm.line("x"))
        form.extra = [entry]
        return refusal(form.bytes)
    }

    static let parts: [(entry: TinyZip.Entry, reason: String)] = [
        (.init(name: "../x.xml", bytes: []), "leads outside"), (.init(name: "/etc/passwd", bytes: []), "leads outside"), (.init(name: "word\\x", bytes: []), "leads outside"),
        (.init(name: "word/vbaProject.bin", bytes: [1]), "macros"), (.init(name: "word/vbaData.xml", bytes: [1]), "macros"), (.init(name: "word/activeX/activeX1.xml", bytes: [1]), "macros"),
        (.init(name: "x", bytes: [1], flags: 1), "password"), (.init(name: "WORD/document.xml", bytes: [1]), "one name"), (.init(name: "inner.zip", bytes: [1]), "another packed file"),
        (.init(name: "x", bytes: [1], claimedSize: 3_000_000_000), "enormous"), (.init(name: "customXml/item1.xml", bytes: Array("<!DOCTYPE x SYSTEM 'file:///etc/passwd'><x/>".utf8)), "DOCTYPE"),
        (.init(name: "customXml/item2.xml", bytes: "<!DOCTYPE x><x/>".utf16Bytes()), "DOCTYPE"),
    ]

    @Test("A part that could harm is refused with a plain reason", arguments: parts)
    func hostileParts(entry: TinyZip.Entry, reason: String) {
        let message = refusal(adding: entry)
        #expect(message.contains(reason) && !message.contains("workbook"), "\(message)")
    }

    static let files: [(name: String, bytes: [UInt8], reason: String)] = [
        ("empty", [], "empty"), ("PDF", Array("%PDF-1.7".utf8), "PDF"), ("old .doc", [0xD0, 0xCF, 0x11, 0xE0] + Array(repeating: 0, count: 600), "old .doc"),
        ("locked", [0xD0, 0xCF, 0x11, 0xE0] + "EncryptedPackage".utf8.flatMap { [$0, 0] }, "password"), ("RTF", Array("{\\rtf1".utf8), "not a Word file"),
        ("text", Array("Dear {{pupil.forename}}".utf8), "not a Word file"), ("workbook", TinyBook().bytes, "workbook, not"),
        ("ZIP", TinyZip(entries: [.init(name: "a.csv", bytes: [65])]).bytes, "but not a Word file"), ("OpenDocument", TinyZip(entries: [.init(name: "mimetype", bytes: [65])]).bytes, "OpenDocument"),
    ]

    @Test("A file that is no Word file is told what it is", arguments: files)
    func otherFiles(name: String, bytes: [UInt8], reason: String) { #expect(refusal(bytes).contains(reason)) }

    @Test("Templates and files that say they have macros are refused", arguments: [
        ("application/vnd.ms-word.document.macroEnabled.main+xml", "macros"), ("application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml", ".dotx"),
    ])
    func types(type: String, reason: String) {
        var form = TinyForm("")
        form.type = type
        #expect(refusal(form.bytes).contains(reason))
    }

    @Test("Entities, a DOCTYPE and broken XML are refused", arguments: [("<!DOCTYPE x [<!ENTITY a \"b\">]>", "DOCTYPE"), ("&a;", "damaged"), ("<w:p>", "damaged"), ("\u{0}", "damaged")])
    func markup(text: String, reason: String) { #expect(refusal(TinyForm(text).bytes).contains(reason)) }

    @Test("Too large, too many parts, too deep and swelling files are refused")
    func sizes() throws {
        var limits = FileLimits.wordForm
        limits.bytes = 100
        #expect(refusal(TinyForm("").bytes, limits: limits).contains("larger than"))
        var form = TinyForm("")
        form.extra = (0..<1001).map { TinyZip.Entry(name: "x\($0)", bytes: []) }
        #expect(refusal(form.bytes).contains("more than 1000 parts. No Word file"))
        #expect(refusal(TinyForm(String(repeating: "<w:p>", count: 200) + String(repeating: "</w:p>", count: 200)).bytes).contains("damaged"))
        limits = .wordForm
        limits.inflatedBytes = 2000
        #expect(refusal(TinyForm(TinyForm.line(String(repeating: "x", count: 3000))).bytes, limits: limits).contains("enormous"))
    }

    @Test("A file that swells while it is unpacked is refused, though its list says otherwise")
    func bomb() throws {
        let packed = try Data(count: 4_000_000).deflated()
        #expect(refusal(adding: .init(name: "customXml/item1.xml", bytes: Array(repeating: 0, count: 4_000_000), deflated: packed, claimedSize: 1000)).contains("enormous"))
    }

    @Test("A form cut short anywhere is refused")
    func truncated() throws {
        let bytes = TinyForm(TinyForm.line("{{pupil.forename}}")).bytes
        for length in 0..<bytes.count { _ = refusal(Array(bytes.prefix(length))) }
    }

    @Test("Files changed at random are read or refused, never worse")
    func fuzz() throws {
        let table = "<w:tbl>\(TinyForm.row("{{#a}}{{b}}", "{{a.c}}{{/a}}"))\(TinyForm.row("{{d.e}}", "{{f}}"))</w:tbl>"
        let seed = TinyForm(TinyForm.line("{{#a}}") + table + TinyForm.line("{{/a}}") + TinyForm.line("&#123;{f}}")), values: WordValues = ["a": .rows([["b": "1"], ["c": "2"]]), "d": .rows([]), "f": "x\ny"]
        var dice = Dice(seed: 6)
        for _ in 0..<200 {
            var zip = seed.zip
            zip.entries[2].bytes = Mutation.apply(to: zip.entries[2].bytes, other: Array(seed.document.utf8), &dice)
            for bytes in [zip.bytes, Mutation.apply(to: seed.bytes, other: seed.bytes, &dice)] {
                do {
                    let filled = try WordForm(bytes).filled(values)
                    _ = try WordForm(filled.bytes)
                } catch is FileRefusal {}
            }
        }
    }
}

private extension Data {
    /// Packed as ZIP packs it, by the library.
    func deflated() throws -> [UInt8] {
        let file = try Scratch(self), packed = try Scratch()
        try Archive.write(packed.path, [(name: "x", path: file.path)])
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: packed.path)))
        let size = (0..<4).reduce(0) { $0 | Int(bytes[18 + $1]) << (8 * $1) }, start = 30 + Int(bytes[26]) + Int(bytes[28])
        return Array(bytes[start..<(start + size)])
    }
}
