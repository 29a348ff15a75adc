/// XML with its bytes kept: every byte of the text stands in exactly one range, so that what is not changed can be
/// written again as it was. Only for texts that `XMLStream` has found well-formed and without a DOCTYPE.
indirect enum Markup: Sendable {
    case element(MarkupElement)
    /// Letters between tags, with their references as they were written.
    case text(Range<Int>)
    /// A comment, an instruction or a stretch of raw text.
    case other(Range<Int>)

    var element: MarkupElement? {
        if case .element(let element) = self { element } else { nil }
    }
}

/// An element and where its tags stand.
struct MarkupElement: Sendable {
    /// The name as written, with its prefix.
    let written: String
    /// The name without prefix where it is of the vocabulary asked for; empty for a stranger.
    let name: String
    let start: Range<Int>
    let children: [Markup]
    /// Empty where the element has a single tag.
    let end: Range<Int>

    var elements: [MarkupElement] { children.compactMap(\.element) }
}

/// Takes the bytes of an XML text apart.
struct MarkupReader {
    /// Addresses of the one vocabulary whose names are told apart from those of strangers.
    private let vocabulary: Set<String>
    private let bytes: [UInt8]
    private var place = 0

    /// - Throws: `MarkupReader.Broken` where the text is not the well-formed one it was said to be.
    static func read(_ bytes: [UInt8], vocabulary: Set<String>) throws -> [Markup] {
        var reader = MarkupReader(vocabulary: vocabulary, bytes: bytes)
        let all = try reader.children(of: nil, prefixes: []).children
        guard reader.place == bytes.count else { throw Broken() }
        return all
    }

    struct Broken: Error {}

    private init(vocabulary: Set<String>, bytes: [UInt8]) {
        self.vocabulary = vocabulary
        self.bytes = bytes
    }

    private mutating func children(of parent: String?, prefixes: Set<String>) throws -> (children: [Markup], end: Range<Int>) {
        var children: [Markup] = []
        while place < bytes.count {
            let start = place
            if bytes[place] != UInt8(ascii: "<") {
                place = bytes[place...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
                children.append(.text(start..<place))
            } else if follows("</") {
                try skip(past: ">")
                guard parent != nil else { throw Broken() }
                return (children, start..<place)
            } else if let other = try special() {
                children.append(.other(other))
            } else {
                children.append(.element(try element(prefixes)))
            }
        }
        guard parent == nil else { throw Broken() }
        return (children, place..<place)
    }

    private mutating func special() throws -> Range<Int>? {
        let start = place
        if follows("<!--") { try skip(past: "-->") } else if follows("<![CDATA[") { try skip(past: "]]>") } else if follows("<?") { try skip(past: "?>") } else { return nil }
        return start..<place
    }

    private mutating func element(_ outer: Set<String>) throws -> MarkupElement {
        let start = place
        try skipTag()
        let tag = start..<place, written = name(in: tag)
        let prefixes = declared(in: tag, outer), isSingle = bytes[place - 2] == UInt8(ascii: "/")
        let (children, end) = isSingle ? ([], place..<place) : try children(of: written, prefixes: prefixes)
        return MarkupElement(written: written, name: known(written, prefixes), start: tag, children: children, end: end)
    }

    private func known(_ written: String, _ prefixes: Set<String>) -> String {
        let colon = written.firstIndex(of: ":")
        let prefix = colon.map { String(written[..<$0]) } ?? ""
        return prefixes.contains(prefix) ? colon.map { String(written[written.index(after: $0)...]) } ?? written : ""
    }

    private func name(in tag: Range<Int>) -> String {
        String(decoding: bytes[tag].dropFirst().prefix { $0 > 32 && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ">") }, as: UTF8.self)
    }

    /// The prefixes that stand for the vocabulary inside this element; an empty one is the default.
    private func declared(in tag: Range<Int>, _ outer: Set<String>) -> Set<String> {
        let text = String(decoding: bytes[tag], as: UTF8.self)
        guard text.contains("xmlns") else { return outer }
        var prefixes = outer
        for found in text.matches(of: #/\sxmlns(?::([^\s=]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/#) {
            let prefix = found.1.map(String.init) ?? "", address = String(found.2 ?? found.3 ?? "")
            if vocabulary.contains(address) { prefixes.insert(prefix) } else { prefixes.remove(prefix) }
        }
        return prefixes
    }

    // MARK: moving on

    private func follows(_ words: String) -> Bool { bytes[place...].starts(with: words.utf8) }

    private mutating func skip(past end: String) throws {
        let wanted = Array(end.utf8)
        while place + wanted.count <= bytes.count {
            if bytes[place..<(place + wanted.count)].elementsEqual(wanted) {
                place += wanted.count
                return
            }
            place += 1
        }
        throw Broken()
    }

    /// A `>` inside quotes does not end a tag.
    private mutating func skipTag() throws {
        var quote: UInt8?
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            if let open = quote { if byte == open { quote = nil } } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { quote = byte } else if byte == UInt8(ascii: ">") { return }
        }
        throw Broken()
    }
}
