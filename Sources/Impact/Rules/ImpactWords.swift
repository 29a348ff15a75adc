import Basics
import Measures
import Statistics

/// What a figure of impact can show, and what it cannot, in the sentences that stand beside it.
public struct ImpactWords: Sendable {
    public let figures: ImpactFigures
    public let scale: Scale
    /// Whether pupils were chosen for low scores on this very kind of test.
    public let chosenForLowScores: Bool
    /// How two sittings of the test agree (0 to 1), from its manual, where it is known.
    public let retest: Double?

    public init(_ figures: ImpactFigures, on scale: Scale, chosenForLowScores: Bool, retest: Double? = nil) {
        (self.figures, self.scale, self.chosenForLowScores, self.retest) = (figures, scale, chosenForLowScores, retest)
    }

    /// What the effect size is called, wherever it stands.
    public static let effectName = "Change before and after, in standard deviations of the start (no comparison group)"

    public var sentences: [String] { sentences(withFigures: true) }

    /// - Parameter figures: false where there are too few pupils for a figure: then no sentence has one.
    public func sentences(withFigures figures: Bool) -> [String] {
        [whatItIs, noComparison, figures ? regression : chance, figures ? leftOut : nil, falls].compactMap(\.self)
    }

    private var whatItIs: String? {
        switch figures.comparison {
        case .points: scale.kind == .standard ? "Standard scores take age out: a child who keeps pace with others changes by nothing." : nil
        case .ages: "A ratio of 1 is the pace of the calendar. Ages on a test are not even steps, so they are added up and never averaged."
        case .order: "The steps of this scale are not of one size. So pupils are counted, and nothing is averaged."
        case .oneMoment: "This test looks at one moment. The same score again can be ordinary progress, so no change is computed."
        }
    }

    private var noComparison: String? {
        figures.comparison == .oneMoment ? nil : "Nobody knows how these pupils would have done without it: there is no comparison group. It cannot be set beside published effects or months of progress."
    }

    private var chance: String? {
        guard chosenForLowScores, figures.comparison == .points || figures.comparison == .ages else { return nil }
        return "These pupils were chosen for low scores. Some would have scored higher the second time by chance alone."
    }

    private var regression: String? {
        guard let chance else { return nil }
        guard scale.kind == .standard, let mean = figures.baselineMean, let retest,
              let expected = StandardScoreChange.expectedByRegression(meanBefore: mean, retest: retest), expected > 0 else { return chance }
        return "\(chance) About \(Self.rounded(expected)) points of the change are to be expected from that."
    }

    private var leftOut: String? {
        let parts = [(figures.withoutBaseline, "no baseline"), (figures.withoutExit, "no exit score"), (figures.notExact, "a score that is only a bound, such as <70")]
            .filter { $0.0 > 0 }.map { "\($0.0) with \($0.1)" }
        return parts.isEmpty ? nil : "Not counted: \(parts.joined(separator: ", ")). Those who leave early often did less well."
    }

    private var falls: String? { scale.fallsToTheGood && figures.comparison != .oneMoment ? "On this scale a lower score is better, so a change below zero is good." : nil }

    /// Whole where it is whole, else with one place after the point.
    static func plain(_ number: Double) -> String { number == number.rounded() ? Int(exactly: number).map { "\($0)" } ?? "\(number)" : rounded(number) }

    /// One place after the point.
    static func rounded(_ number: Double) -> String { decimal(number, 10) }

    /// Two places after the point.
    static func exact(_ number: Double) -> String { decimal(number, 100) }

    /// What is beyond all whole numbers stands as the machine writes it.
    private static func decimal(_ number: Double, _ parts: UInt) -> String {
        guard let whole = Int(exactly: (number * Double(parts)).rounded()) else { return "\(number)" }
        let rest = "\(whole.magnitude % parts)"
        return "\(whole < 0 ? "-" : "")\(whole.magnitude / parts).\(parts == 100 && rest.count == 1 ? "0" : "")\(rest)"
    }
}
