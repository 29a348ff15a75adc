/// Finds which sign stands between the cells, from the first rows of a file.
enum DelimiterGuess {
    private static let candidates = ",\t;".utf8
    private static let sampleRows = 40

    /// The candidate by which most of the first rows have the same number of cells; where two are equal, the
    /// one that makes more cells, and a comma where there is only one column.
    static func delimiter(_ sample: [UInt8], limits: FileLimits) -> UInt8 {
        var best: (delimiter: UInt8, score: (Int, Int)) = (UInt8(ascii: ","), (0, 0))
        for candidate in candidates {
            let score = score(sample, candidate, limits)
            if score > best.score { best = (candidate, score) }
        }
        return best.delimiter
    }

    /// How many rows share the most frequent number of cells above one, and that number.
    private static func score(_ sample: [UInt8], _ delimiter: UInt8, _ limits: FileLimits) -> (Int, Int) {
        var counts: [Int: Int] = [:]
        for cells in rowLengths(sample, delimiter, limits) where cells > 1 { counts[cells, default: 0] += 1 }
        let most = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }
        return most.map { ($0.value, $0.key) } ?? (0, 0)
    }

    private static func rowLengths(_ sample: [UInt8], _ delimiter: UInt8, _ limits: FileLimits) -> [Int] {
        struct Enough: Error {}
        var lengths: [Int] = []
        var parser = DelimitedParser(delimiter: delimiter, limits: limits)
        let note: (TableRow) throws -> Void = { row in
            lengths.append(row.cells.count)
            if lengths.count == sampleRows { throw Enough() }
        }
        do {
            try parser.read(sample[...], each: note)
            try parser.finish(each: note)
        } catch { return lengths }
        return lengths
    }
}
