/// What a reader of XML is told, in the order of the file.
protocol XMLEvents: AnyObject {
    func starts(_ name: XMLName, _ attributes: XMLAttributes, line: Int) throws
    /// A piece of text; one text may come in several.
    func text(_ bytes: UnsafeBufferPointer<UInt8>, line: Int) throws
    func ends(_ name: XMLName) throws
}

/// The name of an element, without its prefix. One object for each name in a file.
final class XMLName {
    let text: String
    /// In small letters.
    let folded: String

    init(_ text: String) {
        self.text = text
        folded = text.lowercased()
    }
}

/// The attributes of the element that has just started, as the parser holds them: five pointers for each
/// (local name, prefix, address of the namespace, start and end of the value).
struct XMLAttributes {
    let start: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
    let count: Int

    /// The value by name without prefix; nil where there is none.
    subscript(_ name: String) -> String? {
        for place in 0..<count where self.name(place) == name { return value(place) }
        return nil
    }

    var dictionary: [String: String] {
        count == 0 ? [:] : Dictionary((0..<count).map { (name($0), value($0)) }, uniquingKeysWith: { first, _ in first })
    }

    private func name(_ place: Int) -> String {
        start?[place * 5].map { String(cString: $0) } ?? ""
    }

    private func value(_ place: Int) -> String {
        guard let first = start?[place * 5 + 3], let end = start?[place * 5 + 4] else { return "" }
        let raw = String(decoding: UnsafeBufferPointer(start: first, count: end - first), as: UTF8.self)
        // The parser leaves an ampersand of an attribute written so, and replaces every other reference.
        return raw.utf8.contains(UInt8(ascii: "&")) ? raw.replacing("&#38;", with: "&") : raw
    }
}
