import Basics

/// A school's inclusion strategy for one 31 December: what stands in it is typed section by section.
public struct InclusionStrategy: Hashable, Sendable {
    public enum Mark {}

    public var id: StrategyID = .new
    public var version = 1
    public var school: SchoolID
    /// Of the 31 December by which it is published.
    public var dueYear: Int
    public var begunBy: String
    public var begunOn: Day

    public init(of school: SchoolID, dueYear: Int, begunBy: String, on day: Day) {
        (self.school, self.dueYear, self.begunBy, begunOn) = (school, dueYear, begunBy, day)
    }

    /// The last day on which it may be published in time (conditions of grant; domain 3.4).
    public static func lastDay(of year: Int) -> Day { Day(year, 12, 31) ?? .distantFuture }

    /// The first year in which one is owed.
    public static let firstYear = 2026

    /// For which 31 December a school works on a day: last year's while that one was not published, else this year's.
    public static func dueYear(on day: Day, published years: Set<Int>, begun: Set<Int> = []) -> Int {
        let year = max(day.year, firstYear), last = year - 1
        return last >= firstYear && !years.contains(last) && begun.contains(last) && !years.contains(year) ? last : year
    }
}

public typealias StrategyID = ID<InclusionStrategy.Mark>

/// What is typed in one section.
public struct StrategyAnswers: Hashable, Sendable {
    public var id: RowID = .new
    public var version = 1
    public var strategy: StrategyID
    public var school: SchoolID
    public var section: StrategySection
    /// By the names of the fields.
    public var words: [String: String]
    public var savedBy: String
    public var savedOn: Day

    public init(_ section: StrategySection, of strategy: InclusionStrategy, words: [String: String], by who: String, on day: Day) {
        (self.section, self.strategy, school, self.words, savedBy, savedOn) = (section, strategy.id, strategy.school, words, who, day)
    }
}

/// Something that the school does and pays for, with its budgeted cost.
public struct StrategyActivity: Hashable, Sendable {
    public var id: RowID = .new
    public var version = 1
    public var strategy: StrategyID
    public var school: SchoolID
    public var name = ""
    /// What it takes out of the way.
    public var barrier = ""
    public var words = ""
    /// Budgeted, in whole pence.
    public var cost = Pence(0)
    /// Keys of `EvidenceStrand`.
    public var strands: [String] = []
    /// The entry of the catalogue that it was picked from.
    public var intervention: InterventionID?
    /// Taken out again on this day.
    public var removedOn: Day?

    public init(of strategy: StrategyID, at school: SchoolID) { (self.strategy, self.school) = (strategy, school) }
}

/// What was published on a day, word for word.
public struct StrategyEdition: Hashable, Sendable {
    public var id: RowID = .new
    public var version = 1
    public var strategy: StrategyID
    public var school: SchoolID
    public var dueYear: Int
    public var number: Int
    public var publishedOn: Day
    /// The role of whoever published it.
    public var publishedBy: String
    public var content: StrategyText

    public init(_ content: StrategyText, of strategy: InclusionStrategy, number: Int, on day: Day, by role: String) {
        (self.content, self.strategy, school, dueYear, self.number, publishedOn, publishedBy) = (content, strategy.id, strategy.school, strategy.dueYear, number, day, role)
    }
}
