/// A ZIP made by hand, unpacked inside, so that a test can say what no program would write.
struct StoredZip {
    struct Part {
        let name: String
        let bytes: [UInt8]
        /// What the file says that it swells to; its true size where nil.
        var claims: UInt32?
    }

    var parts: [Part]

    /// A Word file with this body, and other parts beside it.
    static func word(_ body: String, beside parts: [Part] = [], type: String = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml") -> [UInt8] {
        let links = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"", main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        let own = [
            ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"\(type)\"/></Types>"),
            ("_rels/.rels", "<Relationships \(links)><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"),
            ("word/document.xml", "<?xml version=\"1.0\"?><w:document xmlns:w=\"\(main)\"><w:body>\(body)<w:sectPr/></w:body></w:document>"),
        ]
        return StoredZip(parts: own.map { Part(name: $0.0, bytes: Array($0.1.utf8)) } + parts).bytes
    }

    static func line(_ text: String) -> String { "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }

    /// The whole file (APPNOTE 6.3, 4.3): each part with its head, then the list of all, then its end.
    var bytes: [UInt8] {
        var file: [UInt8] = [], list: [UInt8] = []
        for part in parts {
            let place = UInt32(file.count), name = Array(part.name.utf8), size = UInt32(part.bytes.count)
            let facts = Self.two(20, 0, 0, 0, 0x21) + Self.four(Self.sum(part.bytes), size, part.claims ?? size) + Self.two(UInt16(name.count), 0)
            file += Self.four(0x0403_4B50) + facts + name + part.bytes
            list += Self.four(0x0201_4B50) + Self.two(20) + facts + Self.two(0, 0, 0) + Self.four(0, place) + name
        }
        return file + list + Self.four(0x0605_4B50) + Self.two(0, 0, UInt16(parts.count), UInt16(parts.count)) + Self.four(UInt32(list.count), UInt32(file.count)) + Self.two(0)
    }

    private static func two(_ numbers: UInt16...) -> [UInt8] { numbers.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] } }
    private static func four(_ numbers: UInt32...) -> [UInt8] { numbers.flatMap { number in (0..<4).map { UInt8(number >> ($0 * 8) & 255) } } }

    /// CRC-32 (APPNOTE 4.4.7).
    private static func sum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~UInt32(0)) { sum, byte in (0..<8).reduce(sum ^ UInt32(byte)) { rest, _ in rest >> 1 ^ (rest & 1 == 1 ? 0xEDB8_8320 : 0) } }
    }
}
