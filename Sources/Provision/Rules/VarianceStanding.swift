import Basics

/// Whether somebody has yet to say why a cost is over or under.
public enum VarianceStanding: Hashable, Sendable {
    /// Nothing is compared, or the cost is near the money.
    case notAsked
    /// It is far from the money, and nobody said why.
    case missing
    /// It was said, and the figure has moved since by more than the share, or to the other side.
    case outdated(VarianceJustification)
    case said(VarianceJustification)

    public init(_ comparison: CostComparison, said: VarianceJustification?, share: Int = CostComparison.usualShare) {
        guard case .against(let funding, _) = comparison, let over = comparison.over, comparison.needsJustification(share: share) else {
            self = .notAsked
            return
        }
        guard let said else {
            self = .missing
            return
        }
        let hasMoved = abs((over - said.over).rawValue) * 100 > funding.rawValue * share, isOtherSide = (over > Pence(0)) != (said.over > Pence(0))
        self = hasMoved || isOtherSide ? .outdated(said) : .said(said)
    }

    /// Whether somebody is to say why.
    public var asks: Bool {
        switch self {
        case .missing, .outdated: true
        case .notAsked, .said: false
        }
    }
}
