import Basics

/// A pupil's cost of a year beside the money for it.
public enum CostComparison: Hashable, Sendable {
    /// Without top-up and EHC plan no sum belongs to one pupil: the cost stands alone. So it does where a place is funded
    /// as such, in special schools and units: its money is compared as a whole.
    case costAlone(Pence)
    /// £6,000 and what comes above it, against the cost.
    case against(Pence, cost: Pence)

    /// Up to here a school meets a pupil's costs from its own budget (domain 6.3). Of a pupil who is here for a part of
    /// the year the same part counts.
    public static let schoolMeets = Pence(600_000)
    /// From this share of the funding on, in hundredths, over or under asks for a justification. A school may set another.
    public static let usualShare = 10

    /// - Parameters:
    ///   - lines: what comes for the pupil.
    ///   - rolls: the pupil's time at the school.
    ///   - hasPlace: whether the pupil has a place of a special school or a unit.
    public init(cost: Pence, hasPlan: Bool, hasPlace: Bool = false, lines: [FundingLine], rolls: [Spell], year: AcademicYear) {
        let paid = lines.map { $0.amount(in: year) }.reduce(Pence(0), +)
        let hasTopUp = lines.contains { $0.stream == "E3" && $0.amount(in: year) > Pence(0) }
        guard hasPlan || hasTopUp, !hasPlace else {
            self = .costAlone(cost)
            return
        }
        self = .against(FundingLine.share(of: Self.schoolMeets, in: year, spells: rolls) + paid, cost: cost)
    }

    /// How much more it costs than there is; below zero where it is less. Nil where nothing is compared.
    public var over: Pence? { if case .against(let funding, let cost) = self { cost - funding } else { nil } }

    /// Whether it is so far over or under that somebody says why.
    public func needsJustification(share: Int = usualShare) -> Bool {
        guard case .against(let funding, let cost) = self else { return false }
        return abs((cost - funding).rawValue) * 100 > funding.rawValue * share
    }
}
