import Basics
import Measures

/// One pupil in a data drop: what was expected on a scale, and what is.
public struct DropLine: Sendable, Hashable {
    public enum Standing: String, Sendable, CaseIterable {
        case above, expected, below
        /// No score for this drop.
        case missing
        /// Nothing to hold it against: no expectation, or no earlier score.
        case unjudged

        public var label: String {
            switch self {
            case .above: "Above what was expected"
            case .expected: "As expected"
            case .below: "Below what was expected"
            case .missing: "No score yet"
            case .unjudged: "Nothing to compare with"
            }
        }
    }

    public let pupil: PupilID
    public let baseline: Score?
    public let actual: Score?
    /// The lowest number that is as expected.
    public let expected: Int?
    public let standing: Standing

    public init(pupil: PupilID, baseline: Score?, actual: Score?, expected: Int?, on scale: Scale) {
        (self.pupil, self.baseline, self.actual, self.expected) = (pupil, baseline, actual, expected)
        standing = Self.standing(actual, expected, scale.fallsToTheGood)
    }

    /// As it stood when it went to the three who sign.
    public init(pupil: PupilID, baseline: Score?, actual: Score?, expected: Int?, standing: Standing) {
        (self.pupil, self.baseline, self.actual, self.expected, self.standing) = (pupil, baseline, actual, expected, standing)
    }

    /// Where the test says only `<70`, the score is taken as just below.
    private static func standing(_ actual: Score?, _ expected: Int?, _ lowIsGood: Bool) -> Standing {
        guard let actual else { return .missing }
        guard let expected else { return .unjudged }
        let ahead = (actual.placed - expected) * (lowIsGood ? -1 : 1)
        return ahead > 0 ? .above : ahead == 0 ? .expected : .below
    }
}

/// How a group stands in a data drop.
public struct DropTally: Sendable, Hashable {
    public let group: DropGroup
    public let counts: [DropLine.Standing: Int]

    public init(_ group: DropGroup, _ lines: [DropLine], of pupils: [PupilTraits]) {
        let members = Set(group.pupils(of: pupils).map(\.pupil))
        self.group = group
        counts = Dictionary(lines.filter { members.contains($0.pupil) }.map { ($0.standing, 1) }, uniquingKeysWith: +)
    }

    /// Pupils with a score and an expectation.
    public var judged: Int { counts[.above, default: 0] + counts[.expected, default: 0] + counts[.below, default: 0] }
    public var pupils: Int { counts.values.reduce(0, +) }

    /// Percent of those judged who are as expected or above; nil under five.
    public var onTrack: Int? {
        guard judged >= ImpactFigures.fewestForFigures else { return nil }
        return ((judged - counts[.below, default: 0]) * 200 + judged) / (2 * judged)
    }
}
