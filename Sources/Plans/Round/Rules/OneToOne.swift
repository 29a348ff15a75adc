/// Whether a line of provision says that it is for this pupil alone: `Reading, 1:1, 5 times 10 minutes a week`.
enum OneToOne {
    private static let figures = ["1:1", "1 : 1", "1 to 1", "1-to-1"]
    private static let letters = ["one to one", "one-to-one", "one:one"]
    /// What a text must hold to be worth a closer look.
    static let spellings = figures + letters

    /// Times of day and sizes of groups are no such words: `11:15`, `1:12`.
    static func isSaid(in words: String) -> Bool {
        let text = words.lowercased()
        return letters.contains(where: text.contains) || figures.contains { figure in
            text.ranges(of: figure).contains { range in
                let before = text[..<range.lowerBound].last, after = text[range.upperBound...].first
                return before?.isNumber != true && before != ":" && after?.isNumber != true && after != ":"
            }
        }
    }
}
