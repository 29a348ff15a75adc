import Basics
import People

/// One concern as figures count it: no name, no words.
public struct CountedConcern: Sendable {
    public let school: SchoolID
    public let raisedOn: Day
    public let decideBy: Day
    /// The first decision.
    public let decidedOn: Day?
    /// What was decided last.
    public let outcome: ConcernOutcome?

    public init(school: SchoolID, raisedOn: Day, decideBy: Day, decidedOn: Day? = nil, outcome: ConcernOutcome? = nil) {
        (self.school, self.raisedOn, self.decideBy, self.decidedOn, self.outcome) = (school, raisedOn, decideBy, decidedOn, outcome)
    }
}

/// How many concerns were raised, how fast they were decided, and what came of them.
public struct ConcernFigures: Hashable, Sendable {
    public private(set) var raised = 0
    public private(set) var decided = 0
    /// Decided by the day that the school had set.
    public private(set) var inTarget = 0
    public private(set) var outcomes: [ConcernOutcome: Int] = [:]
    /// School days to the first decision, the shortest first.
    private var days: [Int] = []

    /// - Parameter schoolDays: the days on which each school has pupils in.
    public init(_ concerns: [CountedConcern], schoolDays: [SchoolID: SchoolDays]) {
        for concern in concerns {
            raised += 1
            guard let decidedOn = concern.decidedOn else { continue }
            decided += 1
            if decidedOn <= concern.decideBy { inTarget += 1 }
            if let outcome = concern.outcome { outcomes[outcome, default: 0] += 1 }
            days.append((schoolDays[concern.school] ?? SchoolDays(terms: [], closures: [])).count(after: concern.raisedOn, to: decidedOn))
        }
        days.sort()
    }

    /// The middle of the school days to the first decision; of two in the middle, the longer.
    public var medianDays: Int? { days.isEmpty ? nil : days[days.count / 2] }
}

/// A third of a school year, the same at every school of a trust, so that schools can be set side by side.
public struct YearTerm: Hashable, Sendable {
    public let starts: Day
    public let ends: Day
    public let label: String

    public func contains(_ day: Day) -> Bool { day >= starts && day <= ends }

    /// The terms up to a day, the one that runs first.
    public static func latest(_ number: Int, on day: Day) -> [YearTerm] {
        var terms = [containing(day)]
        while terms.count < number { terms.append(containing(terms[terms.count - 1].starts - 1)) }
        return terms
    }

    /// September to December, January to March, April to August.
    public static func containing(_ day: Day) -> YearTerm {
        let (name, first, last) = day.month >= 9 ? ("Autumn", (9, 1), (12, 31)) : day.month <= 3 ? ("Spring", (1, 1), (3, 31)) : ("Summer", (4, 1), (8, 31))
        return YearTerm(starts: Day(day.year, first.0, first.1) ?? day, ends: Day(day.year, last.0, last.1) ?? day, label: "\(name) \(day.year)")
    }
}

/// A number that may be too small to be shown to those who see no pupils: behind it somebody could be known.
public struct ShownNumber: Hashable, Sendable {
    /// Nil where it is hidden.
    public let number: Int?
    public let words: String

    /// From this number on it is shown.
    public static let least = 5

    public init(_ number: Int, showsAll: Bool) {
        let isShown = showsAll || number == 0 || number >= Self.least
        (self.number, words) = isShown ? (number, "\(number)") : (nil, "1 to \(Self.least - 1)")
    }

    private init(hidden words: String) { (number, self.words) = (nil, words) }

    /// A sum. It is hidden, too, where one could take its shown parts away from it and know the others.
    public static func total(of parts: [Int], showsAll: Bool) -> ShownNumber {
        let small = parts.filter { (1..<least).contains($0) }, rest = small.reduce(0, +)
        let tells = !small.isEmpty && (small.count == 1 || rest == small.count || rest == small.count * (least - 1))
        return tells && !showsAll ? ShownNumber(hidden: "Not shown") : ShownNumber(parts.reduce(0, +), showsAll: showsAll)
    }
}
