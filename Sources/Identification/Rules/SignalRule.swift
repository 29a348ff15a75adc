import Basics
import Measures
import People

/// A figure of a school's own data that opens a suggestion. It is never a label: a person looks and decides. No rule
/// looks at language, ethnicity or free meals.
public struct SignalRule: Hashable, Sendable {
    public enum Figure: String, Sendable, CaseIterable {
        case attendance, fall, behaviour, suspensions

        public var label: String {
            switch self {
            case .attendance: "Attendance below this many per cent"
            case .fall: "Attendance fallen by at least this many per cent points"
            case .behaviour: "At least this many notes of behaviour"
            case .suspensions: "At least this many suspensions"
            }
        }

        /// Whether people write it in per cent, where we hold tenths.
        var isShare: Bool { self == .attendance || self == .fall }
    }

    public var id: RowID
    public var version = 1
    public var figure: Figure
    public var threshold: Int
    public var days: Int
    public var isOn: Bool

    /// Where a trust has set nothing: severe enough that most schools look by themselves.
    public static let usual = [
        SignalRule(id: .new, figure: .attendance, threshold: 850, days: 120, isOn: true), SignalRule(id: .new, figure: .fall, threshold: 100, days: 240, isOn: true),
        SignalRule(id: .new, figure: .behaviour, threshold: 12, days: 120, isOn: true), SignalRule(id: .new, figure: .suspensions, threshold: 1, days: 120, isOn: true),
    ]

    /// The threshold as people write it.
    public var inWords: String { figure.isShare ? Self.share(threshold) + "%" : "\(threshold)" }

    /// `84.2` for 842.
    static func share(_ tenths: Int) -> String { tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)" }
}

/// What a school's data say of one pupil.
public struct PupilFigures: Sendable {
    public var attendance: [AttendanceFigure] = []
    public var behaviour: [BehaviourTotal] = []
    public var suspensions: [Suspension] = []
    public var results: [ReadResult] = []

    public init() {}
}

extension SignalRule {
    /// The suggestion in a sentence with its figure; nil where there is none.
    public func suggestion(from figures: PupilFigures, today: Day) -> String? {
        guard isOn else { return nil }
        let since = today - days
        switch figure {
        case .attendance:
            guard let last = latest(figures, since), last.tenths < threshold else { return nil }
            return "Attended \(Self.share(last.tenths))% of \(span(last)). The rule is: below \(inWords)."
        case .fall:
            guard let last = latest(figures, since), let before = figures.attendance.last(where: { $0.ends < last.starts }), before.tenths - last.tenths >= threshold else { return nil }
            return "Attendance fell from \(Self.share(before.tenths))% (\(span(before))) to \(Self.share(last.tenths))% (\(span(last))). The rule is: by \(inWords) or more."
        case .behaviour:
            let number = figures.behaviour.filter { $0.ends >= since && !Self.isPraise($0.kind) }.map(\.number).reduce(0, +)
            return number >= threshold ? "\(number) notes of behaviour since \(since.inWords). The rule is: \(threshold) or more." : nil
        case .suspensions:
            let number = figures.suspensions.count { $0.starts >= since }
            return number >= threshold ? "\(count(number, "suspension")) since \(since.inWords). The rule is: \(threshold) or more." : nil
        }
    }

    /// Whether the school's own word for what it counts means something good.
    private static func isPraise(_ kind: String) -> Bool {
        let words = kind.folded
        return ["positive", "merit", "reward", "praise", "achievement", "house", "star"].contains { words.contains($0) } && !words.contains("demerit")
    }

    /// The figure that ends last, of those that are not older than the rule looks back.
    private func latest(_ figures: PupilFigures, _ since: Day) -> AttendanceFigure? {
        figures.attendance.filter { $0.ends >= since && $0.possible > 0 }.max { $0.ends < $1.ends }
    }

    private func span(_ figure: AttendanceFigure) -> String { "\(figure.starts.inWords) to \(figure.ends.inWords)" }
}

/// Changes one rule of the trust.
public struct SetSignalRule: Sendable {
    public let figure: SignalRule.Figure
    public let threshold: String
    public let days: String
    public let isOn: Bool

    public init(figure: SignalRule.Figure, threshold: String, days: String, isOn: Bool) {
        (self.figure, self.threshold, self.days, self.isOn) = (figure, threshold.trimmed, days.trimmed, isOn)
    }

    public func applied(to before: SignalRule?) throws -> Change<SignalRule> {
        var problems = Problems()
        let number = Int(threshold).flatMap { (0...1_000).contains($0) ? figure.isShare ? $0 * 10 : $0 : nil }, back = Int(days)
        problems.require(number.map { (1...(figure.isShare ? 1_000 : 200)).contains($0) } ?? false, "\(figure.rawValue)-threshold",
                         figure.isShare ? "Give whole per cent, from 1 to 100." : "Give a number from 1 to 200.")
        problems.require(back.map { (14...400).contains($0) } ?? false, "\(figure.rawValue)-days", "Give days from 14 to 400.")
        try problems.check()
        var after = before ?? SignalRule(id: .new, figure: figure, threshold: 1, days: 14, isOn: true)
        (after.threshold, after.days, after.isOn) = (number ?? after.threshold, back ?? after.days, isOn)
        return Change("signal_rule.changed", from: before, to: after)
    }
}

/// That somebody looked at a suggestion and sets it aside.
public struct SignalAnswer: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    public var pupil: PupilID
    /// The key of the rule: a figure's name, or a rule about scores by what it says.
    public var rule: String
    public var answeredBy: String
    public var answeredOn: Day
    public var reason: String

    /// - Throws: `Problems` where no reason is given.
    /// - Parameter rules: the keys of the rules of the trust.
    public static func setAside(_ rule: String, of pupil: PupilID, because reason: String, by name: String, among rules: [String], today: Day) throws -> Change<SignalAnswer> {
        guard rules.contains(rule) else { throw Problems("", "Go back to the suggestions, and choose one.") }
        guard let reason = reason.nonEmpty else { throw Problems("reason", "Say why, in a few words. It is kept with the record.") }
        return Change("signal.set_aside", to: SignalAnswer(id: .new, pupil: pupil, rule: rule, answeredBy: name, answeredOn: today, reason: reason), because: reason)
    }
}
