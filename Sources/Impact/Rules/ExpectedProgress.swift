import Basics
import Measures

/// What pupils are expected to gain on a scale in a year. It is data that a trust or a school sets, with the day from
/// which it holds: for example 3 points in a reception year.
public struct ExpectedProgress: Hashable, Sendable {
    /// What is expected.
    public enum Course: Hashable, Sendable {
        /// So many points, levels or percents of a level in an academic year; a sixth of it in each half-term.
        case perYear(Int)
        /// The same score again: standard scores, where age is taken out.
        case holds
        /// A month for each month: ages.
        case withCalendar
        /// At least this score by the end of the year, wherever the pupil began.
        case reaches(Int)

        /// The word for it, and its number where it has one.
        public var key: String {
            switch self {
            case .perYear: "per_year"
            case .holds: "holds"
            case .withCalendar: "with_calendar"
            case .reaches: "reaches"
            }
        }

        public var number: Int {
            switch self {
            case .perYear(let gain): gain
            case .reaches(let score): score
            case .holds, .withCalendar: 0
            }
        }

        public init?(key: String, number: Int) {
            switch key {
            case "per_year": self = .perYear(number)
            case "holds": self = .holds
            case "with_calendar": self = .withCalendar
            case "reaches": self = .reaches(number)
            default: return nil
            }
        }
    }

    public var id: RowID
    public var version = 1
    public var instrument: InstrumentID
    public var scale: String
    /// Nil for the whole trust.
    public var school: SchoolID?
    /// Empty for every year.
    public var years: [YearGroup]
    public var starts: Day
    /// The last day on which it holds; nil while nobody ended it.
    public var ends: Day?
    public var course: Course
    /// Where it comes from, and who checked it.
    public var source: String

    public init(id: RowID = .new, version: Int = 1, instrument: InstrumentID, scale: String, school: SchoolID? = nil, years: [YearGroup] = [], starts: Day, ends: Day? = nil, course: Course, source: String = "") {
        (self.id, self.version, self.instrument, self.scale) = (id, version, instrument, scale)
        (self.school, self.years, self.starts, self.ends) = (school, years, starts, ends)
        (self.course, self.source) = (course, source)
    }

    /// The one that holds for a pupil on a day: the school's own before the trust's, one for this year before one for
    /// every year, then the latest.
    public static func inForce(_ all: [ExpectedProgress], instrument: InstrumentID, scale: String, at school: SchoolID, year: YearGroup, on day: Day) -> ExpectedProgress? {
        all.filter { $0.instrument == instrument && $0.scale == scale && $0.holds(on: day) && ($0.school == nil || $0.school == school) && ($0.years.isEmpty || $0.years.contains(year)) }
            .max { $0.weight < $1.weight }
    }

    public func holds(on day: Day) -> Bool { starts <= day && ends.map { $0 >= day } ?? true }

    private var weight: (Int, Int, Day, RowID) { (school == nil ? 0 : 1, years.isEmpty ? 0 : 1, starts, id) }

    /// The same, and never more or less than the scale has.
    public func expected(from baseline: Int?, halfTerms: Int, months: Int, on scale: Scale) -> Int? {
        expected(from: baseline, halfTerms: halfTerms, months: months, lowIsGood: scale.fallsToTheGood).map { min(max($0, scale.range.lowerBound), scale.range.upperBound) }
    }

    /// The lowest score that is as expected. Scores are whole, so a part of a point is not asked for yet.
    /// - Parameters:
    ///   - halfTerms: half-terms gone by between the two scores, six in a year.
    ///   - months: calendar months between them.
    /// - Returns: nil where there is no earlier score and one is needed.
    public func expected(from baseline: Int?, halfTerms: Int, months: Int, lowIsGood: Bool) -> Int? {
        let way = lowIsGood ? -1 : 1
        switch course {
        case .reaches(let score): return score
        case .holds: return baseline
        case .withCalendar: return baseline.map { $0 + months }
        case .perYear(let gain): return baseline.map { $0 + way * (gain * halfTerms / 6) }
        }
    }
}
