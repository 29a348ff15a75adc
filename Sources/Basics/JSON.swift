/// A JSON value, for what programs read of us and send to us.
public enum JSON: Sendable, Hashable {
    case null, bool(Bool), integer(Int), real(Double), text(String), list([JSON]), object(KeyedValues)

    /// Names and values in their order.
    public struct KeyedValues: Sendable, Hashable, ExpressibleByDictionaryLiteral {
        let pairs: [Pair]
        struct Pair: Sendable, Hashable { let name: String, value: JSON }

        public init(dictionaryLiteral elements: (String, JSON)...) { pairs = elements.map { Pair(name: $0.0, value: $0.1) } }
        public init(_ elements: [(String, JSON)]) { pairs = elements.map { Pair(name: $0.0, value: $0.1) } }

        public var names: [String] { pairs.map(\.name) }

        /// Names are alike where their bytes are: Swift would take a Kelvin sign for a K.
        public subscript(_ name: String) -> JSON? { pairs.first { $0.name.utf8.elementsEqual(name.utf8) }?.value }
    }

    /// Text, or null where there is none.
    public static func optional(_ text: String?) -> JSON { text.map(JSON.text) ?? .null }

    public var text: String {
        var result = ""
        write(to: &result)
        return result
    }

    private func write(to result: inout String) {
        switch self {
        case .null: result += "null"
        case .bool(let flag): result += flag ? "true" : "false"
        case .integer(let number): result += "\(number)"
        case .real(let number): result += number.isFinite ? "\(number)" : "null"
        case .text(let words): JSON.quote(words, to: &result)
        case .list(let values):
            result += "["
            for (place, value) in values.enumerated() {
                if place > 0 { result += "," }
                value.write(to: &result)
            }
            result += "]"
        case .object(let values):
            result += "{"
            for (place, pair) in values.pairs.enumerated() {
                if place > 0 { result += "," }
                JSON.quote(pair.name, to: &result)
                result += ":"
                pair.value.write(to: &result)
            }
            result += "}"
        }
    }

    /// A quoted string (RFC 8259, section 7).
    public static func quote(_ words: String, to result: inout String) {
        result += "\""
        for scalar in words.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case ..<" ": result += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
            default: result.unicodeScalars.append(scalar)
            }
        }
        result += "\""
    }
}
