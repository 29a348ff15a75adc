/// The names of fields that a form may use.
struct FieldNames {
    private let names: [String]
    private let known: Set<String>

    init(_ names: [String]) {
        self.names = names
        known = Set(names.map(FieldMark.folded))
    }

    func contains(_ name: String) -> Bool { known.contains(name) }

    /// True where fields begin with this name and a dot, so that it is a list or a group of them.
    func hasEntries(_ list: String) -> Bool { known.contains { $0.hasPrefix(list + ".") } }

    /// The known name that comes nearest to what was typed; nil where none is near.
    func nearest(to typed: String) -> String? {
        let wanted = Array(FieldMark.folded(typed.replacing(" ", with: ".")).unicodeScalars.prefix(80))
        let ranked = names.map { (name: $0, distance: FieldNames.distance(wanted, $0)) }
        guard let best = ranked.min(by: { $0.distance < $1.distance }), best.distance <= max(2, wanted.count / 3) else { return nil }
        return best.name
    }

    /// Someone who types `forename` alone is told of `pupil.forename`.
    private static func distance(_ wanted: [Unicode.Scalar], _ name: String) -> Int {
        let whole = Array(FieldMark.folded(name).unicodeScalars)
        guard let dot = whole.lastIndex(of: "."), !wanted.contains(".") else { return edits(wanted, whole) }
        return min(edits(wanted, whole), edits(wanted, Array(whole[(dot + 1)...])) + 1)
    }

    /// How many letters must be added, taken away, changed or swapped with their neighbour.
    private static func edits(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
        var before: [Int] = [], last = Array(0...other.count)
        for (row, letter) in one.enumerated() {
            var next = [row + 1]
            for (column, against) in other.enumerated() {
                var least = min(last[column + 1] + 1, next[column] + 1, last[column] + (letter == against ? 0 : 1))
                if row > 0, column > 0, letter == other[column - 1], one[row - 1] == against { least = min(least, before[column - 1] + 1) }
                next.append(least)
            }
            (before, last) = (last, next)
        }
        return last[other.count]
    }
}
