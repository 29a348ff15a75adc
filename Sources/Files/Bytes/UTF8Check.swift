/// Reads bytes as UTF-8 without keeping them, and counts what is and what is not (RFC 3629, section 4:
/// no overlong forms, no surrogates, nothing above U+10FFFF).
public struct UTF8Check: Sendable {
    /// Letters beyond ASCII that were written rightly.
    public private(set) var letters = 0
    /// Bytes that are not UTF-8.
    public private(set) var faults = 0
    public private(set) var hasNUL = false
    private var awaited = 0
    private var lowest: UInt8 = 0x80
    private var highest: UInt8 = 0xBF

    public init() {}

    public mutating func read(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { bytes in
            var place = 0
            while place < bytes.count {
                if awaited == 0, place + 8 <= bytes.count, isPlain(bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)) {
                    place += 8
                } else {
                    read(bytes[place])
                    place += 1
                }
            }
        }
    }

    /// Call at the end: a letter cut short is a fault.
    public mutating func finish() {
        if awaited > 0 { faults += 1; awaited = 0 }
    }

    /// Eight bytes that are ASCII and not NUL (the borrow trick of Mycroft, 1987).
    private func isPlain(_ eight: UInt64) -> Bool {
        eight & 0x8080_8080_8080_8080 == 0 && (eight &- 0x0101_0101_0101_0101) & 0x8080_8080_8080_8080 == 0
    }

    private mutating func read(_ byte: UInt8) {
        guard awaited > 0 else { return begin(byte) }
        guard (lowest...highest).contains(byte) else {
            faults += 1
            awaited = 0
            return begin(byte)
        }
        awaited -= 1
        if awaited == 0 { letters += 1 }
        (lowest, highest) = (0x80, 0xBF)
    }

    private mutating func begin(_ byte: UInt8) {
        (lowest, highest) = (0x80, 0xBF)
        switch byte {
        case 0: hasNUL = true
        case 1..<0x80: break
        case 0xC2...0xDF: awaited = 1
        case 0xE0: awaited = 2; lowest = 0xA0
        case 0xED: awaited = 2; highest = 0x9F
        case 0xE1...0xEF: awaited = 2
        case 0xF0: awaited = 3; lowest = 0x90
        case 0xF4: awaited = 3; highest = 0x8F
        case 0xF1...0xF3: awaited = 3
        default: faults += 1
        }
    }
}
