import Basics

/// Scores copied from a spreadsheet, each row with a name or UPN before its scores, or the scores alone in the order
/// of the list.
public struct PastedScores: Sendable {
    /// Somebody of the list.
    public struct Person: Sendable {
        public let upn: String?
        /// The names by which a spreadsheet may call them.
        public let names: [String]

        public init(upn: String?, names: [String]) { (self.upn, self.names) = (upn, names) }
    }

    /// The scores that were found: the place in the list, the place of the scale, the text.
    public private(set) var found: [(person: Int, scale: Int, text: String)] = []
    /// What could not be placed.
    public private(set) var problems = Problems()

    /// More rows than any list has.
    static let mostRows = 1_000

    /// - Parameter scales: the names of the columns, in their order.
    public init(_ text: String, people: [Person], scales: [String]) {
        var rows = Self.rows(text)
        if rows.isEmpty {
            problems.add("pasted", "Nothing was pasted. Copy the cells in your spreadsheet, and paste them here.")
            return
        }
        if rows.count > Self.mostRows {
            problems.add("pasted", "This has \(count(rows.count, "row")). No class has so many: copy only the rows of this one.")
            return
        }
        let heading = Heading(rows[0], scales)
        if heading != nil { rows.removeFirst() }
        let width = rows.map(\.count).max() ?? 0
        if let heading { place(rows, people) { heading.cells($0) } }
        else if width == scales.count { placeInOrder(rows, people) }
        else if width > scales.count, width <= scales.count + 3 { placeByWidth(rows, people, scales.count, width) }
        else {
            problems.add("pasted", """
                This has \(count(width, "column")). It needs \(count(scales.count, "score")) in each row (\(scales.joined(separator: ", "))), with the UPN or the name before. \
                Copy only these, or copy the row of headings, too.
                """)
        }
    }

    private mutating func placeByWidth(_ rows: [[String]], _ people: [Person], _ scales: Int, _ width: Int) {
        place(rows, people) { row in (Array(row.prefix(width - scales)), Array(row.dropFirst(width - scales)).enumerated().map { ($0.offset, $0.element) }) }
    }

    private mutating func placeInOrder(_ rows: [[String]], _ people: [Person]) {
        guard rows.count == people.count else {
            return problems.add("pasted", "This has \(count(rows.count, "row")), and the list has \(count(people.count, "pupil")). Copy the column with names or UPNs, too, so that each score finds its pupil.")
        }
        for (person, row) in rows.enumerated() { for (scale, text) in row.enumerated() where !text.isEmpty { found.append((person, scale, text)) } }
    }

    private mutating func place(_ rows: [[String]], _ people: [Person], _ halves: ([String]) -> (who: [String], scores: [(Int, String)])) {
        var seen: Set<Int> = []
        for (number, row) in rows.enumerated() {
            let (who, scores) = halves(row), label = who.filter { !$0.isEmpty }.joined(separator: " ").prefix(60)
            if who.allSatisfy(\.isEmpty), scores.allSatisfy({ $0.1.isEmpty }) { continue }
            let places = people.indices.filter { people[$0].isCalled(who) }
            guard places.count == 1 else {
                problems.add("pasted", "Row \(number + 1): \(places.isEmpty ? "nobody of this list is" : "more than one of this list is") “\(label)”. \(places.isEmpty ? "Check the name or the UPN." : "Use the UPN.")")
                continue
            }
            guard seen.insert(places[0]).inserted else {
                problems.add("pasted", "Row \(number + 1): “\(label)” stands there twice. Keep one row.")
                continue
            }
            for (scale, text) in scores where !text.isEmpty { found.append((places[0], scale, text)) }
        }
    }

    /// Cells by tabs, as spreadsheets copy them; by semicolons or commas where there is no tab.
    private static func rows(_ text: String) -> [[String]] {
        let lines = text.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }
        let separator: Character = text.contains("\t") ? "\t" : text.contains(";") ? ";" : text.contains(",") ? "," : "\t"
        return lines.map { $0.split(separator: separator, omittingEmptySubsequences: false).map { String($0).trimmed } }
    }
}

/// A row of headings in which the scales are found by their names.
private struct Heading {
    private let scales: [Int?]

    init?(_ row: [String], _ names: [String]) {
        let wanted = names.map(\.folded)
        scales = row.map { cell in wanted.firstIndex(of: cell.folded) }
        if scales.allSatisfy({ $0 == nil }) { return nil }
    }

    /// The cells that say who, and the scores by the place of their scale. Columns behind the scores say nothing of who.
    func cells(_ row: [String]) -> (who: [String], scores: [(Int, String)]) {
        let first = scales.firstIndex { $0 != nil } ?? 0
        let scores = row.enumerated().compactMap { place, text in scales.indices.contains(place) ? scales[place].map { ($0, text) } : nil }
        return (Array(row.prefix(first)), scores)
    }
}

extension PastedScores.Person {
    /// Whether the cells before the scores name this person: their UPN, or all words of a name in any order.
    fileprivate func isCalled(_ cells: [String]) -> Bool {
        if let upn, cells.contains(where: { $0.uppercased() == upn }) { return true }
        let words = Self.words(cells.joined(separator: " "))
        return !words.isEmpty && names.contains { Self.words($0) == words }
    }

    private static func words(_ name: String) -> [String] {
        name.replacing(",", with: " ").folded.split(separator: " ").map(String.init).sorted()
    }
}
