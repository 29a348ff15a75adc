import Basics

/// On what a session's cost is shared. A setting of the school, stated on every figure.
public enum CostBase: String, Sendable, CaseIterable {
    /// By the size that the group is planned for; the school bears the places not filled.
    case planned
    /// By those who were there; where nobody was, the school bears all.
    case present

    public var label: String {
        switch self {
        case .planned: "Shared by planned size"
        case .present: "Shared by those present"
        }
    }
}

/// What one session costs: minutes of each adult at their role's rate of that day, and the price of anybody from outside,
/// rounded once to the penny.
public enum SessionCost: Hashable, Sendable {
    case costed(SharedCost)
    /// No rate stands for these roles on that day: a gap, not a nought.
    case withoutRate([String])

    /// - Parameter log: what stands logged; nil for a session still to come, or one that is not logged.
    public init(of session: PlannedSession, _ log: SessionLog?, rates: RateTable, base: CostBase) {
        self = SessionAlike(session, log, rates: rates).cost(rates, base)
    }

    /// - Parameters:
    ///   - minutes: those given; of a session to which nobody came, those for which the adult was there.
    ///   - price: of the session, by somebody from outside; nothing where it was not given.
    public init(minutes: Int, roles: [String], price: Pence, day: Day, members: [PupilID], there: [PupilID], plannedSize: Int, rates: RateTable, base: CostBase) {
        let paid = minutes > 0 ? roles.filter { StaffRole.named($0)?.isExternal != true } : []
        let found = paid.map { rates.exactHourly(for: $0, on: day) }, lacking = zip(paid, found).filter { $0.1 == nil && StaffRole.needsRate($0.0) }.map(\.0)
        guard lacking.isEmpty else {
            self = .withoutRate(Set(lacking).sorted())
            return
        }
        let staff = found.compactMap(\.self).reduce(Fraction(0), +) * Fraction(minutes, 60)
        let total = Pence((staff + Fraction(minutes > 0 ? price.rawValue : 0)).rounded)
        self = .costed(base == .planned ? SharedCost(total, among: members, places: plannedSize) : SharedCost(total, among: there, places: there.count))
    }
}
