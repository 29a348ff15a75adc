/// Reads the JSON that `FieldText` writes, and nothing wider: one flat object, without blanks.
struct FieldScanner {
    private let bytes: [UInt8]
    private var place = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    mutating func fields() throws -> [Field] {
        var fields: [Field] = []
        try expect("{")
        while !take("}") {
            if !fields.isEmpty { try expect(",") }
            let name = try string()
            try expect(":")
            fields.append(Field(name: name, value: try value()))
        }
        guard place == bytes.count else { throw unreadable }
        return fields
    }

    private mutating func value() throws -> SQLValue {
        if take("null") { return .null }
        if take("true") { return .bool(true) }
        if take("false") { return .bool(false) }
        if take("{\"hex\":") { return try hex() }
        return next == UInt8(ascii: "\"") ? .text(try string()) : try number()
    }

    private mutating func hex() throws -> SQLValue {
        guard let bytes = [UInt8](hex: "\\x" + (try string())) else { throw unreadable }
        try expect("}")
        return .bytes(bytes)
    }

    private mutating func number() throws -> SQLValue {
        let start = place
        while let byte = next, byte != UInt8(ascii: ","), byte != UInt8(ascii: "}") { place += 1 }
        let digits = String(decoding: bytes[start..<place], as: UTF8.self)
        if let whole = Int(digits) { return .integer(whole) }
        guard let real = Double(digits) else { throw unreadable }
        return .real(real)
    }

    private mutating func string() throws -> String {
        try expect("\"")
        var text: [UInt8] = []
        while let byte = next, byte != UInt8(ascii: "\"") {
            place += 1
            text.append(byte == UInt8(ascii: "\\") ? try escaped() : byte)
        }
        try expect("\"")
        return String(decoding: text, as: UTF8.self)
    }

    private mutating func escaped() throws -> UInt8 {
        guard let byte = next else { throw unreadable }
        place += 1
        guard byte == UInt8(ascii: "u") else { return byte }
        place += 4
        guard place <= bytes.count, let code = UInt8(String(decoding: bytes[place - 4..<place], as: UTF8.self), radix: 16) else { throw unreadable }
        return code
    }

    private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

    private mutating func take(_ word: StaticString) -> Bool {
        let wanted = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        guard bytes[place...].starts(with: wanted) else { return false }
        place += wanted.count
        return true
    }

    private mutating func expect(_ word: StaticString) throws { if !take(word) { throw unreadable } }

    private var unreadable: StoreProblem { .failed("the trail holds values that can't be read (at letter \(place))") }
}
