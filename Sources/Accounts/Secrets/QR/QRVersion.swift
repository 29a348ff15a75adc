/// One size of picture at level M: how many words it holds, and how they are split into blocks (ISO/IEC 18004, tables
/// 7 and 9, annex E).
struct QRVersion: Sendable {
    let number: Int
    let dataWords: Int
    let checkWordsPerBlock: Int
    let blocks: Int
    /// Rows and columns in which alignment patterns stand.
    let alignment: [Int]

    var size: Int { 17 + 4 * number }
    var lengthBits: Int { number < 10 ? 8 : 16 }
    /// Bytes of text that fit.
    var room: Int { dataWords - (4 + lengthBits + 7) / 8 }

    static let all = [
        QRVersion(number: 1, dataWords: 16, checkWordsPerBlock: 10, blocks: 1, alignment: []),
        QRVersion(number: 2, dataWords: 28, checkWordsPerBlock: 16, blocks: 1, alignment: [6, 18]),
        QRVersion(number: 3, dataWords: 44, checkWordsPerBlock: 26, blocks: 1, alignment: [6, 22]),
        QRVersion(number: 4, dataWords: 64, checkWordsPerBlock: 18, blocks: 2, alignment: [6, 26]),
        QRVersion(number: 5, dataWords: 86, checkWordsPerBlock: 24, blocks: 2, alignment: [6, 30]),
        QRVersion(number: 6, dataWords: 108, checkWordsPerBlock: 16, blocks: 4, alignment: [6, 34]),
        QRVersion(number: 7, dataWords: 124, checkWordsPerBlock: 18, blocks: 4, alignment: [6, 22, 38]),
        QRVersion(number: 8, dataWords: 154, checkWordsPerBlock: 22, blocks: 4, alignment: [6, 24, 42]),
        QRVersion(number: 9, dataWords: 182, checkWordsPerBlock: 22, blocks: 5, alignment: [6, 26, 46]),
        QRVersion(number: 10, dataWords: 216, checkWordsPerBlock: 26, blocks: 5, alignment: [6, 28, 50]),
    ]

    /// Data and check words of all blocks in the order in which they are drawn (clause 7.6).
    func interleaved(_ data: [UInt8]) -> [UInt8] {
        let short = dataWords / blocks, long = dataWords % blocks
        var parts: [[UInt8]] = [], rest = data[...]
        for block in 0..<blocks {
            let length = short + (block >= blocks - long ? 1 : 0)
            parts.append(Array(rest.prefix(length)))
            rest = rest.dropFirst(length)
        }
        let checks = parts.map { ReedSolomon.checkWords(of: $0, count: checkWordsPerBlock) }
        return Self.inTurn(parts) + Self.inTurn(checks)
    }

    private static func inTurn(_ parts: [[UInt8]]) -> [UInt8] {
        (0..<(parts.map(\.count).max() ?? 0)).flatMap { place in parts.compactMap { place < $0.count ? $0[place] : nil } }
    }
}

/// Error correction over the field of 256 elements with the polynomial x^8 + x^4 + x^3 + x^2 + 1 (ISO/IEC 18004,
/// clause 7.5 and annex A).
enum ReedSolomon {
    static func checkWords(of data: [UInt8], count: Int) -> [UInt8] {
        let divisor = generator(count)
        var rest = [UInt8](repeating: 0, count: count)
        for word in data {
            let factor = word ^ rest.removeFirst()
            rest.append(0)
            for place in rest.indices { rest[place] ^= product(divisor[place], factor) }
        }
        return rest
    }

    /// (x - 1)(x - 2)(x - 4)… without its leading 1.
    private static func generator(_ degree: Int) -> [UInt8] {
        var result = [UInt8](repeating: 0, count: degree - 1) + [1], root: UInt8 = 1
        for _ in 0..<degree {
            for place in result.indices {
                result[place] = product(result[place], root)
                if place + 1 < degree { result[place] ^= result[place + 1] }
            }
            root = product(root, 2)
        }
        return result
    }

    private static func product(_ a: UInt8, _ b: UInt8) -> UInt8 {
        var result = 0
        for place in (0..<8).reversed() {
            result = result << 1 ^ (result >> 7 * 0x11D)
            if b >> place & 1 == 1 { result ^= Int(a) }
        }
        return UInt8(result & 255)
    }
}
