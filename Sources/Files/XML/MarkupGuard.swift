/// Watches the bytes of an XML file before the parser sees them, and refuses what could harm it.
///
/// The parser compares every attribute of an element with every other, and searches from the start again
/// when a long tag or text arrives in pieces; a hostile file makes both last for hours. So nothing between
/// two borders of markup may be long, attributes are counted before they are compared, and a `<!DOCTYPE` (where
/// entities are declared) never gets through. The bytes are UTF-8 here, whatever the file was written in.
struct MarkupGuard {
    private enum Place { case text, opened, tag, quoted(UInt8), declaration, comment, data, instruction }

    let limits: FileLimits
    private var place = Place.text
    /// Bytes since the last border of markup.
    private var length = 0
    private var attributes = 0
    private var prolog: Int? = 0
    private var line = 1
    /// The last bytes of a declaration's opening, or of what may be the end of a comment.
    private var recent: [UInt8] = []

    init(limits: FileLimits) { self.limits = limits }

    mutating func check(_ bytes: [UInt8]) throws {
        for byte in bytes {
            if byte == 10 { line += 1 }
            length += 1
            if length > limits.textLength { throw tooLong }
            if let before = prolog { try countProlog(before) }
            try step(byte)
        }
    }

    @inline(__always)
    private mutating func step(_ byte: UInt8) throws {
        switch place {
        case .text:
            if byte == UInt8(ascii: "<") { enter(.opened) } else if byte == 0 { throw zero }
        case .opened: open(byte)
        case .tag: try stepTag(byte)
        case .quoted(let quote): if byte == quote { place = .tag }
        case .declaration: try stepDeclaration(byte)
        case .comment: endAfter("-->", byte)
        case .data: endAfter("]]>", byte)
        case .instruction: endAfter("?>", byte)
        }
    }

    private mutating func enter(_ next: Place) {
        place = next
        length = 0
        attributes = 0
        recent.removeAll(keepingCapacity: true)
    }

    private mutating func open(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "!"): place = .declaration
        case UInt8(ascii: "?"): place = .instruction
        case UInt8(ascii: ">"): enter(.text)
        default:
            place = .tag
            prolog = nil
        }
    }

    private mutating func stepTag(_ byte: UInt8) throws {
        switch byte {
        case UInt8(ascii: ">"): enter(.text)
        case UInt8(ascii: "\""), UInt8(ascii: "'"): place = .quoted(byte)
        case UInt8(ascii: "="):
            attributes += 1
            if attributes > limits.attributes { throw tooManyAttributes }
        default: break
        }
    }

    /// After `<!` come a comment or a stretch of raw text; anything else declares a document type.
    private mutating func stepDeclaration(_ byte: UInt8) throws {
        recent.append(byte)
        if recent.elementsEqual("--".utf8) { recent = []; place = .comment; return }
        if recent.elementsEqual("[CDATA[".utf8) { recent = []; place = .data; return }
        guard "--".utf8.starts(with: recent) || "[CDATA[".utf8.starts(with: recent) else { throw MarkupGuard.documentType }
    }

    private mutating func endAfter(_ end: String, _ byte: UInt8) {
        recent.append(byte)
        if recent.count > end.utf8.count { recent.removeFirst() }
        if recent.elementsEqual(end.utf8) { enter(.text) }
    }

    private mutating func countProlog(_ before: Int) throws {
        prolog = before + 1
        if before > limits.prologLength {
            let size = limits.prologLength / 1024
            throw FileRefusal("The file has more than \(size) KB before its first element. It is not an export of a school system.")
        }
    }

    static let documentType = FileRefusal(
        "The file has a DOCTYPE, which can hide instructions, so it is not opened. Ask for the export without it.")

    private var zero: FileRefusal {
        FileRefusal("The file holds a zero byte on line \(line), so it is damaged or not XML. Fetch it again.")
    }

    private var tooLong: FileRefusal {
        FileRefusal("A text or tag near line \(line) is longer than \(limits.textLength / 1024) KB. Shorten it, or ask for the export again.")
    }

    private var tooManyAttributes: FileRefusal {
        FileRefusal("An element on line \(line) has more than \(limits.attributes) attributes. It is not an export of a school system.")
    }
}
