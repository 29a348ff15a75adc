import Basics
import Foundation
import Pages
import Papers
import Stage

/// Tiny real files, made byte by byte.
enum SamplePaper {
    static let pdf = Array("%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n".utf8)

    static func png(width: UInt32 = 2, height: UInt32 = 3) -> [UInt8] {
        [0x89] + Array("PNG\r\n".utf8) + [0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8) + big(width) + big(height) + [8, 2, 0, 0, 0, 1, 2, 3, 4]
            + [0, 0, 0, 0] + Array("IEND".utf8) + [0xAE, 0x42, 0x60, 0x82]
    }

    static func jpeg(width: UInt16 = 20, height: UInt16 = 30) -> [UInt8] {
        [0xFF, 0xD8, 0xFF, 0xE0, 0, 16] + Array("JFIF\0".utf8) + [1, 1, 0, 0, 1, 0, 1, 0, 0]
            + [0xFF, 0xC0, 0, 11, 8] + big(height) + big(width) + [1, 1, 0x11, 0, 0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0xFF, 0xD9]
    }

    static let heic = [0, 0, 0, 24] + Array("ftypheic".utf8) + [0, 0, 0, 0] + Array("mif1heic".utf8) + [UInt8](repeating: 7, count: 40)
    static let docx = zip([("[Content_Types].xml", types("wordprocessingml.document.main")), ("word/document.xml", "<w:document/>")])
    static let xlsx = zip([("[Content_Types].xml", types("spreadsheetml.sheet.main")), ("xl/workbook.xml", "<workbook/>")])
    static let odt = zip([("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<office:document-content/>")])

    static func types(_ part: String) -> String {
        "<Types><Override PartName=\"/x.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.\(part)+xml\"/></Types>"
    }

    private static func big(_ number: some FixedWidthInteger) -> [UInt8] { withUnsafeBytes(of: number.bigEndian) { Array($0) } }
    private static func little(_ number: some FixedWidthInteger) -> [UInt8] { withUnsafeBytes(of: number.littleEndian) { Array($0) } }

    /// A ZIP of parts that are stored as they are (PKWARE APPNOTE 6.3.10).
    static func zip(_ parts: [(name: String, text: String)]) -> [UInt8] {
        var whole: [UInt8] = [], list: [UInt8] = []
        for part in parts {
            let body = Array(part.text.utf8), name = Array(part.name.utf8), offset = UInt32(whole.count)
            var facts = shorts(0, 0, 0, 33)
            facts += longs(crc(body), UInt32(body.count), UInt32(body.count))
            facts += shorts(UInt16(name.count), 0)
            whole += longs(0x0403_4B50) + shorts(20)
            whole += facts + name + body
            list += longs(0x0201_4B50) + shorts(20, 20)
            list += facts + shorts(0, 0, 0)
            list += longs(0, offset) + name
        }
        let number = UInt16(parts.count), end = UInt32(whole.count)
        whole += list
        whole += longs(0x0605_4B50, 0)
        whole += shorts(number, number)
        whole += longs(UInt32(list.count), end)
        return whole + shorts(0)
    }

    private static func shorts(_ numbers: UInt16...) -> [UInt8] { numbers.flatMap { little($0) } }
    private static func longs(_ numbers: UInt32...) -> [UInt8] { numbers.flatMap { little($0) } }

    /// CRC-32 of ITU-T V.42.
    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        var sum = ~UInt32(0)
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 {
                let carries = sum & 1 == 1
                sum >>= 1
                if carries { sum ^= 0xEDB8_8320 }
            }
        }
        return ~sum
    }
}

extension StoredPaper {
    /// The paper that this becomes.
    func paper() throws -> Paper {
        try AddPaper(title: "A paper", topic: "other").applied(self, about: PupilID(1), at: nil, papers: [], at: Instant(milliseconds: 0)).after
    }
}

extension StagePapers {
    /// Stores a text of so many bytes.
    func keep(_ bytes: Int, of letter: UInt8 = UInt8(ascii: "a")) throws -> (paper: Paper, text: [UInt8]) {
        let text = (0..<bytes).map { letter + UInt8($0 / 7 % 20) }
        return (try store.keep(try file(text).path, named: "text.txt").paper(), text)
    }
}
