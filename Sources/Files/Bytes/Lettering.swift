/// How the letters of a text file are written as bytes.
enum Lettering: Equatable {
    case utf8, windows1252, utf16(bigEndian: Bool)

    /// What a byte-order mark at the start says, and its length; nil without one.
    static func mark(_ start: [UInt8]) -> (lettering: Lettering, length: Int)? {
        if start.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if start.starts(with: [0xFF, 0xFE]) { return (.utf16(bigEndian: false), 2) }
        if start.starts(with: [0xFE, 0xFF]) { return (.utf16(bigEndian: true), 2) }
        return nil
    }
}

/// Turns the bytes of a file into UTF-8, piece by piece.
struct Transcoder {
    let lettering: Lettering
    /// Letters that could not be read; the mark U+FFFD stands in their place.
    private(set) var faults = 0
    private var halfUnit: UInt8?
    private var highSurrogate: UInt16?

    init(_ lettering: Lettering) { self.lettering = lettering }

    mutating func utf8(_ piece: [UInt8]) -> [UInt8] {
        switch lettering {
        case .utf8: piece
        case .windows1252: Windows1252.utf8(piece)
        case .utf16(let bigEndian): utf8(fromUTF16: piece, bigEndian: bigEndian)
        }
    }

    /// What is left when the file has ended in the middle of a letter.
    mutating func finish() -> [UInt8] {
        guard halfUnit != nil || highSurrogate != nil else { return [] }
        halfUnit = nil
        highSurrogate = nil
        return replacement()
    }

    private mutating func utf8(fromUTF16 piece: [UInt8], bigEndian: Bool) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(piece.count)
        for byte in piece {
            guard let first = halfUnit else { halfUnit = byte; continue }
            halfUnit = nil
            let unit = bigEndian ? UInt16(first) << 8 | UInt16(byte) : UInt16(byte) << 8 | UInt16(first)
            append(unit, to: &result)
        }
        return result
    }

    private mutating func append(_ unit: UInt16, to result: inout [UInt8]) {
        if let high = highSurrogate {
            highSurrogate = nil
            if UTF16.isTrailSurrogate(unit), let pair = Unicode.Scalar(UInt32(high - 0xD800) << 10 + UInt32(unit - 0xDC00) + 0x10000) {
                result += UTF8.encode(pair).map { Array($0) } ?? []
                return
            }
            result += replacement()
        }
        if UTF16.isLeadSurrogate(unit) { highSurrogate = unit; return }
        guard let scalar = Unicode.Scalar(unit) else { result += replacement(); return }
        if scalar.isASCII { result.append(UInt8(unit)) } else { result += UTF8.encode(scalar).map { Array($0) } ?? [] }
    }

    private mutating func replacement() -> [UInt8] {
        faults += 1
        return [0xEF, 0xBF, 0xBD]
    }
}

/// The letters of Windows-1252 (IANA, windows-1252; unassigned bytes stand for themselves as in WHATWG Encoding).
enum Windows1252 {
    static func utf8(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 16)
        for byte in bytes {
            if byte < 0x80 { result.append(byte) } else { result += table[Int(byte)] }
        }
        return result
    }

    private static let upper: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
        0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
    ]

    private static let table: [[UInt8]] = (0..<256).map { byte in
        let value = (0x80..<0xA0).contains(byte) ? upper[byte - 0x80] : UInt32(byte)
        return Unicode.Scalar(value).flatMap { UTF8.encode($0) }.map { Array($0) } ?? []
    }
}
