/// The picture while it is drawn: fixed patterns, then the words in their winding column pairs, then one of eight
/// masks (ISO/IEC 18004, clauses 6.3, 7.7 to 7.10).
struct QRGrid {
    private(set) var rows: [[Bool]]
    /// Modules that no data and no mask may touch.
    private var isFixed: [[Bool]]
    private let version: QRVersion
    private var size: Int { version.size }

    init(version: QRVersion, words: [UInt8]) {
        self.version = version
        rows = Array(repeating: Array(repeating: false, count: version.size), count: version.size)
        isFixed = rows
        drawPatterns()
        draw(words)
    }

    /// The same picture under a mask, with the mask's number in the format bits.
    func masked(by mask: Int) -> QRGrid {
        var grid = self
        for row in 0..<size {
            for column in 0..<size where !isFixed[row][column] && Self.flips(mask, row, column) { grid.rows[row][column].toggle() }
        }
        grid.drawFormat(mask)
        return grid
    }

    private mutating func fix(_ row: Int, _ column: Int, _ dark: Bool) {
        guard rows.indices.contains(row), rows.indices.contains(column) else { return }
        rows[row][column] = dark
        isFixed[row][column] = true
    }

    private mutating func drawPatterns() {
        for place in 0..<size {
            fix(6, place, place.isMultiple(of: 2))
            fix(place, 6, place.isMultiple(of: 2))
        }
        for (row, column) in [(3, 3), (3, size - 4), (size - 4, 3)] { drawRings(row, column, reach: 4, dark: [0, 1, 3]) }
        for row in version.alignment {
            for column in version.alignment where !isFinder(row, column) { drawRings(row, column, reach: 2, dark: [0, 2]) }
        }
        drawFormat(0)
        drawVersion()
    }

    /// Squares one in another around a middle.
    private mutating func drawRings(_ row: Int, _ column: Int, reach: Int, dark: Set<Int>) {
        for down in -reach...reach {
            for right in -reach...reach { fix(row + down, column + right, dark.contains(max(abs(down), abs(right)))) }
        }
    }

    private func isFinder(_ row: Int, _ column: Int) -> Bool {
        (row == 6 && (column == 6 || column == size - 7)) || (row == size - 7 && column == 6)
    }

    /// Level M (00) and the mask, with ten check bits of the BCH code (15, 5), twice.
    private mutating func drawFormat(_ mask: Int) {
        let bits = (mask << 10 | Self.remainder(mask << 10, 0x537)) ^ 0x5412
        for place in 0..<15 {
            let dark = bits >> place & 1 == 1
            fix(place < 6 ? place : place < 8 ? place + 1 : size - 15 + place, 8, dark)
            fix(8, place < 8 ? size - 1 - place : place == 8 ? 7 : 14 - place, dark)
        }
        fix(size - 8, 8, true)
    }

    /// From version 7 on, the version with twelve check bits of the Golay code (18, 6), twice.
    private mutating func drawVersion() {
        if version.number < 7 { return }
        let bits = version.number << 12 | Self.remainder(version.number << 12, 0x1F25)
        for place in 0..<18 {
            let dark = bits >> place & 1 == 1, across = size - 11 + place % 3
            fix(place / 3, across, dark)
            fix(across, place / 3, dark)
        }
    }

    /// Pairs of columns from the right, up and down in turn, leaving out the column of the timing pattern.
    private mutating func draw(_ words: [UInt8]) {
        var place = 0
        for (turn, right) in (stride(from: size - 1, through: 8, by: -2).map { $0 } + [5, 3, 1]).enumerated() {
            for step in 0..<size {
                let row = turn.isMultiple(of: 2) ? size - 1 - step : step
                for column in [right, right - 1] where !isFixed[row][column] {
                    rows[row][column] = place < words.count * 8 && words[place / 8] >> (7 - place % 8) & 1 == 1
                    place += 1
                }
            }
        }
    }

    /// The rest of a division of polynomials over two elements.
    private static func remainder(_ value: Int, _ divisor: Int) -> Int {
        let degree = Int.bitWidth - 1 - divisor.leadingZeroBitCount
        return (degree..<20).reversed().reduce(value) { $0 >> $1 & 1 == 1 ? $0 ^ divisor << ($1 - degree) : $0 }
    }

    private static func flips(_ mask: Int, _ row: Int, _ column: Int) -> Bool {
        let product = row * column
        return switch mask {
        case 0: (row + column) % 2 == 0
        case 1: row % 2 == 0
        case 2: column % 3 == 0
        case 3: (row + column) % 3 == 0
        case 4: (row / 2 + column / 3) % 2 == 0
        case 5: product % 2 + product % 3 == 0
        case 6: (product % 2 + product % 3) % 2 == 0
        default: ((row + column) % 2 + product % 3) % 2 == 0
        }
    }
}
