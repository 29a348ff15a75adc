/// Numbers of pupils as they may be published: fewer than five stand together with others, so that nobody can be known.
public enum FewTogether {
    /// The fewest pupils that a published number may stand for.
    public static let least = 5

    /// The lines as they may be shown, largest first where they were put together; nil where even all together are few.
    /// A line with nobody in it is left out.
    public static func lines(_ lines: [(label: String, number: Int)], together: String) -> [(label: String, number: Int)]? {
        let there = lines.filter { $0.number > 0 }, sum = there.map(\.number).reduce(0, +)
        if sum < least { return sum == 0 ? [] : nil }
        var few = there.filter { $0.number < least }
        if few.isEmpty { return there }
        // What is put together must be of five or more, and of two lines or more: the sum of all would tell a single one.
        let rest = there.filter { $0.number >= least }.sorted { $0.number < $1.number }
        for line in rest where few.map(\.number).reduce(0, +) < least || few.count < 2 { few.append(line) }
        let kept = there.filter { line in !few.contains { $0.label == line.label } }
        return kept + [(together, few.map(\.number).reduce(0, +))]
    }

    /// Whether a number of a whole may be shown beside it: neither it nor the rest is of few.
    public static func isShown(_ part: Int, of whole: Int) -> Bool { ![part, whole - part].contains { (1..<least).contains($0) } && whole >= least }
}
