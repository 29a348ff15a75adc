import Measures

/// How scores of two days may fairly be compared: it follows from the kind of score.
public enum Comparison: Sendable, Hashable {
    /// Points with equal steps: differences, their mean, and an effect size.
    case points
    /// Ages in months: months gained beside months gone by. They are never averaged, and never standardised (domain 5.3).
    case ages
    /// An order without equal steps: how many went up, stayed, went down.
    case order
    /// A look at one moment. The same score again can be ordinary progress, so nothing is computed.
    case oneMoment

    public init(_ scale: Scale, of instrument: Instrument) {
        self = instrument.measuresProgress ? Self.of(scale.kind) : .oneMoment
    }

    private static func of(_ kind: ScoreKind) -> Comparison {
        switch kind {
        case .standard, .scaled, .raw: .points
        case .months: .ages
        case .percentile, .levels, .steps, .colour: .order
        }
    }
}
