/// The letters of one paragraph, joined over the runs into which Word has cut them, each with its bytes.
struct WordLetters {
    /// Stands where no field may reach across: a tab, a break, a picture.
    static let border: Unicode.Scalar = "\u{FFFC}"

    private(set) var letters: [Unicode.Scalar] = []
    /// The bytes of each letter; empty for a border.
    private(set) var places: [Range<Int>] = []
    private let bytes: [UInt8]

    init(_ paragraph: MarkupElement, _ bytes: [UInt8]) {
        self.bytes = bytes
        read(paragraph.children)
    }

    /// Text boxes are paragraphs of their own; what was moved away or deleted is no longer text.
    private static let apart: Set = ["txbxContent", "moveFrom", "del", "p", "tbl"]
    private static let borders: Set = ["tab", "br", "cr", "ptab", "drawing", "pict", "object", "sym", "noBreakHyphen", "footnoteReference", "endnoteReference"]
    /// Properties: a tab in them is a place to stop at, and no letter.
    private static let properties: Set = ["pPr", "rPr", "sdtPr", "sdtEndPr"]

    private mutating func read(_ children: [Markup]) {
        for element in children.lazy.compactMap(\.element) {
            let name = element.name
            if name == "t" { readText(element) } else if Self.borders.contains(name) { add(Self.border, element.start.lowerBound..<element.start.lowerBound) } else if !Self.apart.contains(name), !Self.properties.contains(name), element.written != "mc:Fallback" { read(element.children) }
        }
    }

    private mutating func readText(_ element: MarkupElement) {
        for child in element.children {
            switch child {
            case .text(let place): decode(place)
            case .other(let place): add(Self.border, place.lowerBound..<place.lowerBound)
            case .element: break
            }
        }
    }

    private mutating func decode(_ range: Range<Int>) {
        var place = range.lowerBound
        while place < range.upperBound {
            let end = bytes[place] == UInt8(ascii: "&") ? afterReference(place, range) : afterLetter(place, range)
            let scalars = bytes[place] == UInt8(ascii: "&") ? Self.reference(bytes[(place + 1)..<(end - 1)]) : String(decoding: bytes[place..<end], as: UTF8.self).unicodeScalars.first
            add(scalars ?? Self.border, place..<end)
            place = end
        }
    }

    private func afterReference(_ place: Int, _ range: Range<Int>) -> Int {
        bytes[place..<range.upperBound].firstIndex(of: UInt8(ascii: ";")).map { $0 + 1 } ?? range.upperBound
    }

    private func afterLetter(_ place: Int, _ range: Range<Int>) -> Int {
        var end = place + 1
        while end < range.upperBound, bytes[end] & 0xC0 == 0x80 { end += 1 }
        return end
    }

    private static func reference(_ name: ArraySlice<UInt8>) -> Unicode.Scalar? {
        let name = String(decoding: name, as: UTF8.self)
        if name.hasPrefix("#x") { return UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init) }
        if name.hasPrefix("#") { return UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init) }
        return ["lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'"][name]
    }

    private mutating func add(_ letter: Unicode.Scalar, _ place: Range<Int>) {
        letters.append(letter)
        places.append(place)
    }
}
