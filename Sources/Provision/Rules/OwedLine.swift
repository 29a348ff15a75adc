import Basics

/// What a pupil is owed: a line of section F of an EHC plan, or of the school's own plan, in minutes.
public struct OwedLine: Hashable, Sendable {
    /// For how long the minutes are.
    public enum Per: String, Sendable, CaseIterable {
        case week, fortnight, term, year

        public var label: String {
            switch self {
            case .week: "a week"
            case .fortnight: "a fortnight"
            case .term: "a term"
            case .year: "a year"
            }
        }
    }

    public var id: RowID
    public var version = 1
    public var pupil: PupilID
    /// In the words of the plan.
    public var words: String
    public var minutes: Int
    public var per: Per
    public var isSectionF: Bool
    /// With an adult alone, and not in a group.
    public var isAlone = false
    public var spell: Spell
    /// The provisions by which it is met.
    public var runs: [ProvisionID]

    public init(id: RowID = .new, pupil: PupilID, words: String, minutes: Int, per: Per, isSectionF: Bool, spell: Spell, runs: [ProvisionID]) {
        (self.id, self.pupil, self.words, self.minutes) = (id, pupil, words, minutes)
        (self.per, self.isSectionF, self.spell, self.runs) = (per, isSectionF, spell, runs)
    }

    /// Weeks of a school year, and of a term, by which yearly and termly minutes are spread where hours of staff are looked at.
    static let weeksOfYear = 39, weeksOfTerm = 13

    /// Minutes of an ordinary week, parts of a minute counted as whole.
    public var minutesAWeek: Int {
        let weeks = switch per {
        case .week: 1
        case .fortnight: 2
        case .term: Self.weeksOfTerm
        case .year: Self.weeksOfYear
        }
        return (minutes + weeks - 1) / weeks
    }

    /// Minutes owed in each of these weeks, which hold whole terms or years where the line is for these.
    ///
    /// A line of section F owes its minutes in every week with a school day, since plans make no exception for short
    /// weeks; other lines owe a fifth for each school day. What is owed for a fortnight is spread over weeks, for a term
    /// or a year over its school days. Parts of a minute go to the weeks by largest remainder, so that sums are exact.
    /// - Parameters:
    ///   - terms: the school's terms; without them the weeks are taken for one.
    ///   - rolls: when the pupil was on roll; nil for always.
    public func owed(in weeks: [SchoolWeek], terms: [Spell] = [], rolls: [Spell]? = nil) -> [Int] {
        let covered = weeks.map { week in week.days.count { day in spell.covers(day) && rolls?.contains { $0.covers(day) } ?? true } }
        switch per {
        case .week, .fortnight:
            let weights = covered.map { isSectionF && $0 > 0 ? 5 : $0 }
            return shared(Fraction(minutes * weights.reduce(0, +), per == .week ? 5 : 10).rounded, weights)
        case .term, .year:
            let periods = per == .year ? years(weeks) : terms.isEmpty ? [Spell(starts: .distantPast)] : terms
            return periods.map { owed(within: $0, weeks, covered) }.reduce(covered.map { _ in 0 }) { zip($0, $1).map(+) }
        }
    }

    /// The whole of it for a term or year, less what falls on days before or after the line's own.
    private func owed(within period: Spell, _ weeks: [SchoolWeek], _ covered: [Int]) -> [Int] {
        let inside = weeks.map { period.covers($0.days[0]) }, weights = zip(covered, inside).map { $1 ? $0 : 0 }
        let all = zip(weeks, inside).filter(\.1).map(\.0.days.count).reduce(0, +)
        return shared(all == 0 ? 0 : Fraction(minutes * weights.reduce(0, +), all).rounded, weights)
    }

    private func years(_ weeks: [SchoolWeek]) -> [Spell] {
        Set(weeks.map { AcademicYear(containing: $0.days[0]) }).sorted().map { Spell(starts: $0.firstDay, ends: $0.lastDay) }
    }

    private func shared(_ total: Int, _ weights: [Int]) -> [Int] { total == 0 ? weights.map { _ in 0 } : LargestRemainder.shares(of: total, weights: weights) }
}
