/// Why a text is not taken as JSON, in words for whoever wrote the program that sent it.
public struct JSONRefusal: Error, Equatable, Sendable {
    public let message: String
}

extension JSON {
    /// Reads one value strictly (RFC 8259): UTF-8 without a byte-order mark, each name once in an object, nothing
    /// behind the value, and no deeper than so many levels, so that no sender can exhaust the stack.
    public init(reading bytes: [UInt8], depth: Int = 16) throws(JSONRefusal) {
        guard String(validating: bytes, as: UTF8.self) != nil else { throw JSONRefusal(message: "This is not UTF-8.") }
        var reader = JSONReader(bytes: bytes, depth: depth)
        self = try reader.whole()
    }
}

/// Goes through the bytes once, from left to right.
private struct JSONReader {
    let bytes: [UInt8]
    let depth: Int
    private var place = 0

    init(bytes: [UInt8], depth: Int) { (self.bytes, self.depth) = (bytes, depth) }

    mutating func whole() throws(JSONRefusal) -> JSON {
        let value = try value(0)
        skipBlank()
        if place < bytes.count { throw refusal("Something stands behind the end of the JSON") }
        return value
    }

    private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

    private func refusal(_ words: String) -> JSONRefusal { JSONRefusal(message: "\(words), at byte \(place + 1).") }

    private mutating func skipBlank() {
        while let byte = next, byte == 32 || byte == 9 || byte == 10 || byte == 13 { place += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        if next == byte { place += 1; return true }
        return false
    }

    private mutating func value(_ level: Int) throws(JSONRefusal) -> JSON {
        skipBlank()
        switch next {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            if level >= depth { throw refusal("This goes deeper than \(depth) levels") }
            return next == UInt8(ascii: "{") ? try object(level) : try list(level)
        case UInt8(ascii: "\""): return .text(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case nil: throw refusal("The JSON breaks off")
        default: return try number()
        }
    }

    private mutating func word(_ word: String, _ value: JSON) throws(JSONRefusal) -> JSON {
        guard bytes[place...].starts(with: word.utf8) else { throw refusal("This is not JSON") }
        place += word.utf8.count
        return value
    }

    private mutating func list(_ level: Int) throws(JSONRefusal) -> JSON {
        var values: [JSON] = []
        place += 1
        skipBlank()
        if take(UInt8(ascii: "]")) { return .list([]) }
        repeat {
            values.append(try value(level + 1))
            skipBlank()
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "]")) else { throw refusal("A comma or the end of the list is missing") }
        return .list(values)
    }

    private mutating func object(_ level: Int) throws(JSONRefusal) -> JSON {
        var pairs: [(String, JSON)] = [], names: Set<[UInt8]> = []
        place += 1
        skipBlank()
        if take(UInt8(ascii: "}")) { return .object([:]) }
        repeat {
            skipBlank()
            guard next == UInt8(ascii: "\"") else { throw refusal("A name in quotation marks is missing") }
            let name = try string()
            guard names.insert(Array(name.utf8)).inserted else { throw refusal("The name “\(name.prefix(40))” stands twice in one object") }
            skipBlank()
            guard take(UInt8(ascii: ":")) else { throw refusal("A colon is missing") }
            pairs.append((name, try value(level + 1)))
            skipBlank()
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "}")) else { throw refusal("A comma or the end of the object is missing") }
        return .object(JSON.KeyedValues(pairs))
    }

    private mutating func string() throws(JSONRefusal) -> String {
        var text: [UInt8] = []
        place += 1
        while let byte = next {
            place += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): try escape(&text)
            case ..<32: throw refusal("A control character must be written as \\u00XX")
            default: text.append(byte)
            }
        }
        throw refusal("The JSON breaks off within a text")
    }

    private mutating func escape(_ text: inout [UInt8]) throws(JSONRefusal) {
        guard let byte = next else { throw refusal("The JSON breaks off within a text") }
        place += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "b"): text.append(8)
        case UInt8(ascii: "f"): text.append(12)
        case UInt8(ascii: "n"): text.append(10)
        case UInt8(ascii: "r"): text.append(13)
        case UInt8(ascii: "t"): text.append(9)
        case UInt8(ascii: "u"): text += Array(String(try scalar()).utf8)
        default: throw refusal("This escape is not one of JSON's")
        }
    }

    /// One character of four hexadecimal figures, or of two such halves (RFC 8259, section 7).
    private mutating func scalar() throws(JSONRefusal) -> Unicode.Scalar {
        let first = try unit()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard (0xD800..<0xDC00).contains(first), take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else { throw refusal("Half of a surrogate pair stands alone") }
        let second = try unit()
        guard (0xDC00..<0xE000).contains(second), let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) else {
            throw refusal("Half of a surrogate pair stands alone")
        }
        return scalar
    }

    private mutating func unit() throws(JSONRefusal) -> UInt32 {
        let figures = bytes[place..<min(place + 4, bytes.count)]
        guard figures.count == 4, figures.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }), let unit = UInt32(String(decoding: figures, as: UTF8.self), radix: 16) else {
            throw refusal("\\u needs four hexadecimal figures")
        }
        place += 4
        return unit
    }

    private mutating func number() throws(JSONRefusal) -> JSON {
        let start = place
        _ = take(UInt8(ascii: "-"))
        if !take(UInt8(ascii: "0")) { try figures() }
        var isWhole = true
        if take(UInt8(ascii: ".")) { isWhole = false; try figures() }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            isWhole = false
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            try figures()
        }
        let text = String(decoding: bytes[start..<place], as: UTF8.self)
        if isWhole, let integer = Int(text) { return .integer(integer) }
        guard let real = Double(text), real.isFinite else { throw refusal("This number is too large") }
        // 1.0 is the whole number 1 (JSON Schema 2020-12, section 4.2.3).
        return real.rounded() == real && abs(real) < 0x1p53 ? .integer(Int(real)) : .real(real)
    }

    private mutating func figures() throws(JSONRefusal) {
        let start = place
        while let byte = next, (48...57).contains(byte) { place += 1 }
        if start == place { throw refusal("This is not JSON") }
    }
}
