import Basics
import Foundation
import Pages
import Papers
import Stage
import Testing

/// A file is taken for what its bytes say.
struct PaperKindTests {
    struct Taken: Sendable, CustomTestStringConvertible {
        let kind: PaperKind, bytes: [UInt8]
        var testDescription: String { kind.rawValue }
    }

    static let taken = [
        Taken(kind: .pdf, bytes: SamplePaper.pdf), Taken(kind: .png, bytes: SamplePaper.png()), Taken(kind: .jpeg, bytes: SamplePaper.jpeg()),
        Taken(kind: .heic, bytes: SamplePaper.heic), Taken(kind: .docx, bytes: SamplePaper.docx), Taken(kind: .xlsx, bytes: SamplePaper.xlsx),
        Taken(kind: .odt, bytes: SamplePaper.odt), Taken(kind: .text, bytes: Array("Sam read, and then rested.\nZoë smiled.\n".utf8)),
        Taken(kind: .text, bytes: Array("\u{FEFF}One line".utf8)), Taken(kind: .csv, bytes: Array("name,score\r\nA,1\r\nB,2\r\n".utf8)),
        Taken(kind: .csv, bytes: Array("name;score\nA;1\n".utf8)), Taken(kind: .text, bytes: Array("5 < 6 and <3".utf8)),
    ]

    @Test("Each kind is known by its bytes, under any name", arguments: taken)
    func known(paper: Taken) throws {
        let stage = StagePapers(), stored = try stage.store.keep(try stage.file(paper.bytes).path, named: "evil.html")
        #expect(stored.kind == paper.kind && stored.fileName == "evil.\(paper.kind.ending)")
    }

    struct Refused: Sendable, CustomTestStringConvertible {
        let what: String, bytes: [UInt8], words: String
        var testDescription: String { what }
        init(_ what: String, _ bytes: [UInt8], _ words: String) { (self.what, self.bytes, self.words) = (what, bytes, words) }
        init(_ what: String, _ text: String, _ words: String) { self.init(what, Array(text.utf8), words) }
    }

    private static let word = SamplePaper.types("wordprocessingml.document.main")

    static let refused = [
        Refused("nothing", "", "empty"),
        Refused("a page", "<!doctype html><p>Hello", "web page"), Refused("a page with blanks before it", " \n<HTML>", "web page"),
        Refused("an SVG", "<svg xmlns='http://www.w3.org/2000/svg'/>", "web page or XML"), Refused("XML", "<?xml version='1.0'?><svg/>", "web page or XML"),
        Refused("a page behind a word", "hello <script>alert(1)</script>", "web page"), Refused("a script", "#!/bin/sh\nrm x", "not taken"),
        Refused("PostScript", "%!PS-Adobe", "not taken"), Refused("a PDF behind a line", Array("hello\n".utf8) + SamplePaper.pdf, "not taken"),
        Refused("a PDF behind a byte", [0] + SamplePaper.pdf, "not taken"), Refused("a PDF cut short", Array(SamplePaper.pdf.dropLast(8)), "cut short"),
        Refused("a PDF of no version", "%PDF-x.y %%EOF", "damaged"), Refused("the mark of a PDF alone", "%PDF-", "damaged"),
        Refused("a PNG cut short", Array(SamplePaper.png().dropLast(4)), "cut short"), Refused("a PNG with a tail", SamplePaper.png() + SamplePaper.docx, "damaged"),
        Refused("a PNG of no width", SamplePaper.png(width: 0), "larger than any camera"), Refused("a PNG that would fill the memory", SamplePaper.png(width: 29_999, height: 29_999), "larger than any camera"),
        Refused("a PNG of absurd height", SamplePaper.png(height: .max), "larger than any camera"), Refused("a JPEG cut short", Array(SamplePaper.jpeg().prefix(20)), "damaged"),
        Refused("a JPEG of no height", SamplePaper.jpeg(height: 0), "larger than any camera"), Refused("a JPEG of markers only", [0xFF, 0xD8] + [UInt8](repeating: 0xFF, count: 500), "damaged"),
        Refused("a GIF", "GIF89a....", "PNG or JPEG"), Refused("RTF", "{\\rtf1 hello}", "docx"), Refused("a program", "MZ\u{1}\u{2}", "program"),
        Refused("old Office", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600), "old Office file"),
        Refused("a ZIP of anything", SamplePaper.zip([("hello.txt", "hello")]), "ZIP file"), Refused("a damaged ZIP", Array(SamplePaper.docx.prefix(60)), "damaged"),
        Refused("a document with macros", SamplePaper.zip([("[Content_Types].xml", word), ("word/document.xml", ""), ("word/vbaProject.bin", "x")]), "macro"),
        Refused("a document that says it has macros", SamplePaper.zip([("[Content_Types].xml", word + "application/vnd.ms-word.document.macroEnabled.main+xml"), ("word/document.xml", "")]), "macro"),
        Refused("old Excel macros", SamplePaper.zip([("[Content_Types].xml", SamplePaper.types("spreadsheetml.sheet.main")), ("xl/workbook.xml", ""), ("xl/macrosheets/sheet1.xml", "x")]), "macro"),
        Refused("a wrapped object", SamplePaper.zip([("[Content_Types].xml", word), ("word/document.xml", ""), ("word/embeddings/oleObject1.bin", "x")]), "macro"),
        Refused("OpenDocument with macros", SamplePaper.zip([("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", ""), ("Basic/Standard/x.xml", "x")]), "macro"),
        Refused("a document with a part that leads elsewhere", SamplePaper.zip([("[Content_Types].xml", word), ("word/document.xml", ""), ("../x", "x")]), "unusual"),
        Refused("letters of Windows", [UInt8](Array("caf".utf8)) + [0xE9, 0x20, 0x61], "UTF-8"), Refused("a control character", "hello\u{7}", "UTF-8"),
        Refused("text in UTF-16", [0xFF, 0xFE, 0x61, 0, 0x62, 0], "UTF-8"), Refused("bytes", (0...255).map { UInt8($0) }, "not taken"),
    ]

    @Test("What is not taken is refused beside the field, with what to do", arguments: refused)
    func refusal(paper: Refused) throws {
        let stage = StagePapers(), path = try stage.file(paper.bytes).path
        let problems = #expect(throws: Problems.self) { try stage.store.keep(path, named: "fine.pdf") }
        #expect(problems?.message(for: "file")?.contains(paper.words) == true, "\(problems?.description ?? "")")
        #expect(stage.stored.isEmpty)
    }

    @Test("A file that is too large is refused with what to do")
    func size() throws {
        let stage = StagePapers()
        var limits = PaperLimits()
        limits.each = 1 << 20
        let small = PaperStore(folder: stage.store.folder, limits: limits) { stage.keys }
        #expect(try small.inspect(stage.file([UInt8](repeating: 97, count: 1 << 20)).path) == .text)
        let path = try stage.file([UInt8](repeating: 97, count: 1 << 20 + 1)).path
        #expect(#expect(throws: Problems.self) { try small.inspect(path) }?.description.contains("larger than 1 MB") == true)
    }

    @Test("No piece of a whole file, and no file with a byte put wrong, makes the check stumble")
    func fuzz() throws {
        let stage = StagePapers()
        var draw = SystemRandomNumberGenerator()
        for paper in Self.taken {
            for _ in 0..<60 {
                var bytes = Array(paper.bytes.prefix(Int.random(in: 1...paper.bytes.count, using: &draw)))
                if Bool.random(using: &draw) { bytes[Int.random(in: 0..<bytes.count, using: &draw)] = UInt8.random(in: .min ... .max, using: &draw) }
                let path = try stage.file(bytes).path
                do { _ = try stage.store.inspect(path) } catch { #expect(error is Problems, "\(error)") }
            }
        }
    }
}
