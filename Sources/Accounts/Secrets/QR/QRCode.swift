import Basics

/// A square picture that a phone's camera reads (ISO/IEC 18004): bytes, error correction M (15 % may be damaged),
/// versions 1 to 10, which is up to 213 bytes and enough for the address of a code app.
struct QRCode: Sendable, Equatable {
    /// Dark modules by row and column, without the quiet zone.
    let modules: [[Bool]]
    var size: Int { modules.count }

    /// Nil where the text is too long.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard let version = QRVersion.all.first(where: { $0.room >= bytes.count }) else { return nil }
        let grid = QRGrid(version: version, words: version.interleaved(QRCode.words(bytes, version)))
        modules = (0..<8).map { grid.masked(by: $0) }.min { $0.penalty < $1.penalty }?.rows ?? []
    }

    /// The data words: mode, length, bytes, terminator, padding (clause 7.4).
    private static func words(_ bytes: [UInt8], _ version: QRVersion) -> [UInt8] {
        var bits = BitLine()
        bits.append(0b0100, 4)
        bits.append(bytes.count, version.lengthBits)
        for byte in bytes { bits.append(Int(byte), 8) }
        bits.append(0, min(4, version.dataWords * 8 - bits.count))
        bits.append(0, (8 - bits.count % 8) % 8)
        let padding = (0..<version.dataWords - bits.count / 8).map { $0.isMultiple(of: 2) ? 0xEC : 0x11 as UInt8 }
        return bits.bytes + padding
    }
}

/// Bits one after another.
private struct BitLine {
    private var bits: [Bool] = []
    var count: Int { bits.count }

    mutating func append(_ value: Int, _ length: Int) {
        for place in (0..<length).reversed() { bits.append(value >> place & 1 == 1) }
    }

    var bytes: [UInt8] {
        stride(from: 0, to: bits.count, by: 8).map { start in bits[start..<start + 8].reduce(0) { $0 << 1 | ($1 ? 1 : 0) } }
    }
}
