/// Fields as the small JSON objects of the trail. Dates and instants are text; bytes are `{"hex":"1f2e"}`.
enum FieldText {
    static func write(_ fields: [Field]) -> String {
        var text = "{"
        for (place, field) in fields.enumerated() {
            text += place > 0 ? ",\"" : "\""
            text += field.name
            text += "\":"
            write(field.value, to: &text)
        }
        text += "}"
        return text
    }

    /// Reads back what `write` wrote. Dates and instants come back as text, which both engines take.
    static func read(_ text: String) throws -> [Field] {
        var scanner = FieldScanner(text)
        return try scanner.fields()
    }

    private static func write(_ value: SQLValue, to text: inout String) {
        switch value {
        case .null: text += "null"
        case .integer(let number): text += String(number)
        case .real(let number): text += number.isFinite ? "\(number)" : "\"\(number)\""
        case .bool(let flag): text += flag ? "true" : "false"
        case .day(let day): text += "\"\(day)\""
        case .instant(let instant): text += "\"\(instant)\""
        case .bytes(let bytes): text += "{\"hex\":\"\(bytes.hex)\"}"
        case .text(let words): quote(words.withoutNUL, to: &text)
        }
    }

    /// A quoted string (RFC 8259, section 7).
    private static func quote(_ words: String, to text: inout String) {
        text += "\""
        if words.utf8.contains(where: { $0 < 32 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) {
            for scalar in words.unicodeScalars { escape(scalar, to: &text) }
        } else {
            text += words
        }
        text += "\""
    }

    private static func escape(_ scalar: Unicode.Scalar, to text: inout String) {
        switch scalar {
        case "\"": text += "\\\""
        case "\\": text += "\\\\"
        case ..<" ": text += "\\u00" + [UInt8(scalar.value)].hex
        default: text.unicodeScalars.append(scalar)
        }
    }
}
