extension QRGrid {
    /// How hard this picture is to read: of the eight masks the one with the smallest number is taken (ISO/IEC 18004,
    /// clause 7.8.3).
    var penalty: Int {
        let columns = rows[0].indices.map { column in rows.map { $0[column] } }
        return (rows + columns).reduce(0) { $0 + Self.runs($1) + Self.falseFinders($1) } + blocks + balance
    }

    /// Five or more alike in a line: three points, and one for each more.
    private static func runs(_ line: [Bool]) -> Int {
        var sum = 0, length = 0, last: Bool?
        for module in line + [nil] as [Bool?] {
            if module == last { length += 1; continue }
            if length >= 5 { sum += length - 2 }
            (length, last) = (1, module)
        }
        return sum
    }

    /// Forty points for what looks like a finder with four light modules before or after it. Beyond the edge all is light.
    private static func falseFinders(_ line: [Bool]) -> Int {
        let finder = [true, false, true, true, true, false, true]
        let starts = line.indices.dropLast(6).filter { Array(line[$0..<$0 + 7]) == finder }
        return 40 * starts.filter { start in
            !line[max(0, start - 4)..<start].contains(true) || !line[start + 7..<min(line.count, start + 11)].contains(true)
        }.count
    }

    /// Three points for each two by two alike.
    private var blocks: Int {
        3 * zip(rows, rows.dropFirst()).reduce(0) { sum, pair in
            sum + (1..<pair.0.count).count { column in
                let first = pair.0[column]
                return first == pair.0[column - 1] && first == pair.1[column] && first == pair.1[column - 1]
            }
        }
    }

    /// Ten points for each five per cent away from half dark.
    private var balance: Int {
        let dark = rows.joined().count { $0 }, all = rows.count * rows.count
        return 10 * (abs(dark * 20 - all * 10) / all)
    }
}
