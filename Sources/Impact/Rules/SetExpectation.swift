import Basics
import Measures

/// Says what is expected on a scale from a day on. It is checked by somebody who knows the school: nothing is brought along.
public struct SetExpectation: Sendable {
    /// How people say it.
    public enum Way: String, Sendable, CaseIterable {
        case perYear = "per_year", perTerm = "per_term", perHalfTerm = "per_half_term", holds, withCalendar = "with_calendar", reaches

        public var label: String {
            switch self {
            case .perYear: "So many points in a school year"
            case .perTerm: "So many points in each of three terms"
            case .perHalfTerm: "So many points in each half-term"
            case .holds: "The same score again, where age is taken out"
            case .withCalendar: "A month for each month, for ages"
            case .reaches: "This score or a better one, wherever the pupil began"
            }
        }

        /// How often it is gained in a year; nil where it is no gain.
        var timesAYear: Int? { [.perYear: 1, .perTerm: 3, .perHalfTerm: 6][self] }
        var needsNumber: Bool { timesAYear != nil || self == .reaches }
    }

    public let measure: (instrument: Instrument, scale: String)?
    public let years: [YearGroup]
    public let way: Way?
    public let number: String
    public let starts: Day
    public let source: String

    public init(_ measure: (instrument: Instrument, scale: String)?, years: [YearGroup] = [], way: Way?, number: String = "", starts: Day, source: String) {
        (self.measure, self.years, self.way, self.number) = (measure, years, way, number.trimmed)
        (self.starts, self.source) = (starts, source.trimmed)
    }

    /// - Parameters:
    ///   - school: nil for the whole trust.
    ///   - beside: what is expected already.
    /// - Throws: `Problems` at `measure`, `years`, `way`, `number`, `starts` and `source`.
    public func applied(at school: SchoolID?, beside: [ExpectedProgress]) throws -> Change<ExpectedProgress> {
        var problems = Problems()
        let scale = measure.flatMap { $0.instrument.scale($0.scale) }
        problems.require(scale != nil, "measure", "Choose the test and what it gives a score for.")
        problems.require(measure?.instrument.measuresProgress ?? true, "measure", "This test looks at one moment only. Its scores can’t be compared over time.")
        problems.require(!source.isEmpty, "source", "Say where it comes from, such as: checked locally by the SENCO and the assessment lead.")
        problems.require(source.count <= 300, "source", "Make this shorter: at most 300 characters.")
        problems.require(way != nil, "way", "Choose how it is expected.")
        var course: ExpectedProgress.Course?
        if let scale, let way { course = expected(way, on: scale, &problems) }
        guard problems.isEmpty, let course, let measure else { throw problems }
        let after = ExpectedProgress(instrument: measure.instrument.id, scale: measure.scale, school: school, years: years.sorted { $0.rawValue < $1.rawValue }, starts: starts, course: course, source: source)
        if beside.contains(where: { $0.isAbout(after) && $0.starts == starts }) { throw Problems("starts", "Something else is expected from this very day on. Choose another day.") }
        return Change("expectation.set", to: after)
    }

    private func expected(_ way: Way, on scale: Scale, _ problems: inout Problems) -> ExpectedProgress.Course? {
        problems.require(way != .withCalendar || scale.kind == .months, "way", "This scale gives no ages. Choose another way.")
        switch way {
        case .holds: return .holds
        case .withCalendar: return .withCalendar
        case .reaches:
            do { return .reaches(try scale.score(of: number).placed) } catch { problems.add("number", number.isEmpty ? "Give the score. \(scale.howToType)" : error.message) }
        case .perYear, .perTerm, .perHalfTerm:
            guard let gain = Int(number), (1...300).contains(gain) else {
                problems.add("number", "Give a whole number from 1 to 300.")
                return nil
            }
            return .perYear(gain * (way.timesAYear ?? 1))
        }
        return nil
    }
}

extension ExpectedProgress {
    /// Whether both are about the same pupils and the same scale.
    func isAbout(_ other: ExpectedProgress) -> Bool { instrument == other.instrument && scale == other.scale && school == other.school && Set(years) == Set(other.years) }

    /// `3 points in a school year`, `at least 32`.
    public func inWords(on scale: Scale?) -> String {
        switch course {
        case .perYear(let gain): "\(count(gain, scale?.kind == .steps ? "percent" : scale?.kind == .months ? "month" : scale?.kind.isWord == true ? "step" : "point", scale?.kind == .steps ? "percent" : nil)) \(scale?.fallsToTheGood == true ? "less " : "")in a school year"
        case .holds: "the same score again"
        case .withCalendar: "a month for each month"
        case .reaches(let score): "\(scale?.fallsToTheGood == true ? "at most" : "at least") \(scale?.words(of: Score(score)) ?? "\(score)")"
        }
    }
}

/// Says until when something is expected. What was expected before stays, and so do the drops of that time.
public struct EndExpectation: Sendable {
    public let lastDay: Day

    public init(lastDay: Day) { self.lastDay = lastDay }

    public func applied(to before: ExpectedProgress) throws -> Change<ExpectedProgress> {
        if let day = before.ends { throw Problems("", "It ended on \(day.inWords).") }
        if lastDay < before.starts { throw Problems("last_day", "It began on \(before.starts.inWords). Give that day or a later one.") }
        var after = before
        after.ends = lastDay
        return Change("expectation.ended", from: before, to: after)
    }
}
