import Foundation

/// Fields as the small JSON objects of the trail.
enum FieldText {
    static func write(_ fields: [Field]) -> String {
        var text = "{"
        for (place, field) in fields.enumerated() {
            if place > 0 { text += "," }
            text += "\"\(field.name)\":"
            write(field.value, to: &text)
        }
        return text + "}"
    }

    /// Reads back what `write` wrote. Dates and instants come back as text, which both engines take.
    static func read(_ text: String) throws -> [Field] {
        let object = try JSONDecoder().decode([String: Piece].self, from: Data(text.utf8))
        return object.sorted { $0.key < $1.key }.map { Field(name: $0.key, value: value($0.value)) }
    }

    private static func write(_ value: SQLValue, to text: inout String) {
        switch value {
        case .null: text += "null"
        case .integer(let number): text += "\(number)"
        case .real(let number): text += "\(number)"
        case .bool(let flag): text += flag ? "true" : "false"
        case .day(let day): text += "\"\(day)\""
        case .instant(let instant): text += "\"\(instant)\""
        case .bytes(let bytes): text += "\"\\\\x\(bytes.hex)\""
        case .text(let words): quote(words, to: &text)
        }
    }

    private static func quote(_ words: String, to text: inout String) {
        text += "\""
        for scalar in words.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case ..<" ": text += "\\u00" + [UInt8(scalar.value)].hex
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }

    private static func value(_ part: Piece) -> SQLValue {
        switch part {
        case .text(let text): .text(text)
        case .bool(let flag): .bool(flag)
        case .integer(let number): .integer(number)
        case .real(let number): .real(number)
        case .null: .null
        }
    }

    private enum Piece: Decodable {
        case null, bool(Bool), integer(Int), real(Double), text(String)

        init(from decoder: any Decoder) throws {
            let cell = try decoder.singleValueContainer()
            if cell.decodeNil() { self = .null }
            else if let flag = try? cell.decode(Bool.self) { self = .bool(flag) }
            else if let number = try? cell.decode(Int.self) { self = .integer(number) }
            else if let number = try? cell.decode(Double.self) { self = .real(number) }
            else { self = .text(try cell.decode(String.self)) }
        }
    }
}
