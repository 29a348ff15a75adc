/// Hides small numbers of a table from those who may not see pupils, so that no child can be told from them: one to
/// four, and as many more as it takes that none can be worked out from a sum.
///
/// Each row's sum and each column's sum is taken as known to the reader. Wherever exactly one number of a row or of a
/// column is hidden, it would be what is left of the sum; so the smallest of the others is hidden with it, until no such
/// row or column is left.
public struct SmallNumbers: Sendable {
    /// Nil for what is hidden.
    public let cells: [[Int?]]

    public init(_ numbers: [[Int]]) {
        var hidden = numbers.map { $0.map { (1...4).contains($0) } }
        var changed = true
        while changed { changed = Self.hideBeside(&hidden, numbers) || Self.hideBelow(&hidden, numbers) }
        cells = zip(numbers, hidden).map { row, marks in zip(row, marks).map { $1 ? nil : $0 } }
    }

    private static func hideBeside(_ hidden: inout [[Bool]], _ numbers: [[Int]]) -> Bool {
        var changed = false
        for row in numbers.indices where hidden[row].count(where: { $0 }) == 1 {
            guard let other = smallest(numbers[row].indices.map { (numbers[row][$0], hidden[row][$0]) }) else { continue }
            hidden[row][other] = true
            changed = true
        }
        return changed
    }

    private static func hideBelow(_ hidden: inout [[Bool]], _ numbers: [[Int]]) -> Bool {
        var changed = false
        for column in numbers.first?.indices ?? 0..<0 where numbers.count > 1 && hidden.count(where: { $0[column] }) == 1 {
            guard let other = smallest(numbers.indices.map { (numbers[$0][column], hidden[$0][column]) }) else { continue }
            hidden[other][column] = true
            changed = true
        }
        return changed
    }

    /// The place of the smallest number that is shown: one that is not nought, where there is one.
    private static func smallest(_ cells: [(number: Int, isHidden: Bool)]) -> Int? {
        let shown = cells.indices.filter { !cells[$0].isHidden }
        return shown.min { (cells[$0].number == 0 ? Int.max : cells[$0].number) < (cells[$1].number == 0 ? Int.max : cells[$1].number) }
    }
}
