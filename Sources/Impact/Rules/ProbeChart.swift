import Basics
import Statistics

/// What the timings of one practice say: points, aim line, phases, and what to do now.
public struct ProbeChart: Sendable {
    public let series: ProbeSeries
    /// Earliest first.
    public let probes: [Probe]
    public let changes: [PhaseChange]

    public init(_ series: ProbeSeries, _ probes: [Probe], _ changes: [PhaseChange] = []) {
        self.series = series
        self.probes = probes.sorted { $0.takenOn < $1.takenOn }
        self.changes = changes.sorted { $0.starts < $1.starts }
    }

    /// A stretch between two changes, with its slope.
    public struct Phase: Sendable, Hashable {
        public let starts: Day
        /// Empty for the first.
        public let words: String
        public let probes: [Probe]
        /// Times a week; nil under two timings.
        public var correct: Double? { Celeration(probes.map(\.correctTiming))?.weekly }
        public var incorrect: Double? { Celeration(probes.map(\.incorrectTiming))?.weekly }
    }

    public var phases: [Phase] {
        let begins = [(series.starts, "")] + changes.map { ($0.starts, $0.words) }
        return begins.enumerated().map { place, begin in
            let next = place + 1 < begins.count ? begins[place + 1].0 : Day.distantFuture
            return Phase(starts: begin.0, words: begin.1, probes: probes.filter { $0.takenOn >= begin.0 && $0.takenOn < next })
        }
    }

    /// From the middle of the first three timings to the aim, multiplying, as the chart of precision teaching has it.
    /// Nil until there are three, and where the aim's day is past by then.
    public var aimLine: AimLine? {
        guard probes.count >= 3 else { return nil }
        let first = probes.prefix(3).map(\.correctTiming.drawn).sorted()
        return AimLine(starts: probes[1].takenOn.number, from: first[1], ends: series.aimOn.number, to: Double(series.aimCorrect), course: .multiplying)
    }

    public enum Advice: String, Sendable {
        /// Three in a row reach the aim.
        case moveOn
        /// Three in a row lie below the aim line: what is done does not do enough.
        case change
        case goOn
        /// Not enough timings to say.
        case wait

        public var label: String {
            switch self {
            case .moveOn: "The aim is reached three times in a row: move on to the next skill."
            case .change: "Three in a row below the aim line: change something, and mark the day."
            case .goOn: "On the way: go on."
            case .wait: "Too early to say: six timings, three of them since the last change."
            }
        }
    }

    /// The three-day rule of precision teaching (O. R. White and N. G. Haring, Exceptional Teaching, 1980).
    public var advice: Advice {
        let since = changes.last?.starts ?? series.starts, last = probes.suffix(3)
        guard last.count == 3, last.allSatisfy({ $0.takenOn >= since }) else { return .wait }
        if last.allSatisfy({ $0.correctAMinute >= Double(series.aimCorrect) && $0.incorrectAMinute <= Double(series.aimIncorrect) }) { return .moveOn }
        guard probes.count >= 6, let aimLine else { return .wait }
        return last.allSatisfy { $0.correctAMinute < aimLine.value(on: $0.takenOn.number) } ? .change : .goOn
    }
}
