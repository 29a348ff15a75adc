import Basics

/// An adult chooses a short PIN for one tablet of the school: four to six figures that nobody tries first.
struct ChoosePIN: Sendable {
    let pin: String
    let again: String

    /// - Throws: `Problems` with all that is wrong.
    func check() throws {
        var problems = Problems()
        if let problem { problems.add("password_pin", problem) }
        problems.require(pin == again, "password_pin_again", "These two are not the same. Type your PIN once more.")
        try problems.check()
    }

    private var problem: String? {
        let figures = pin.utf8.map { Int($0) - 48 }
        guard (4...6).contains(figures.count), figures.allSatisfy((0...9).contains) else { return "A PIN has four to six figures and nothing else." }
        if Self.isPattern(figures) { return "Many people choose this PIN. Choose figures that do not follow each other or repeat." }
        if Self.isDate(figures) { return "This looks like a birthday or a year, which is tried first. Choose another." }
        return nil
    }

    /// The same again and again, a run up or down, a line on the pad.
    private static func isPattern(_ figures: [Int]) -> Bool {
        let steps = Set(zip(figures, figures.dropFirst()).map { $1 - $0 })
        if Set(figures).count <= 2 || steps == [1] || steps == [-1] || figures == [2, 5, 8, 0] || figures == [0, 8, 5, 2] { return true }
        if figures.count % 2 == 1 { return false }
        let half = figures.count / 2
        return figures.prefix(half).elementsEqual(figures.suffix(half)) || Set(inPairs(figures)).count == 1
    }

    private static func inPairs(_ figures: [Int]) -> [Int] {
        stride(from: 0, to: figures.count - 1, by: 2).map { place in figures[place] * 10 + figures[place + 1] }
    }

    /// A year of somebody alive, or day and month in either order, perhaps with the year.
    private static func isDate(_ figures: [Int]) -> Bool {
        if figures.count == 5 { return false }
        let pairs = inPairs(figures)
        let isDay = { (day: Int, month: Int) -> Bool in (1...31).contains(day) && (1...12).contains(month) }
        if isDay(pairs[0], pairs[1]) || isDay(pairs[1], pairs[0]) { return true }
        if figures.count == 4 { return (1920...2039).contains(pairs[0] * 100 + pairs[1]) }
        return isDay(pairs[2], pairs[1])
    }
}

extension String {
    /// `Amira K.`: enough for colleagues to find themselves, no more for strangers.
    var nameForTablet: String {
        let words = split(separator: " ").map(String.init)
        guard words.count > 1, let first = words.first, let initial = words.last?.first else { return self }
        return "\(first) \(initial)."
    }
}
