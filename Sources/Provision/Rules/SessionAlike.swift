import Basics

/// What sessions have in common that cost just the same: reckoned once, however many they are. A school's year is counted
/// by these, in the store or here.
public struct SessionAlike: Hashable, Sendable {
    /// Those given; of a session to which nobody came, those for which the adult was there.
    public var minutes: Int
    public var roles: [String]
    public var price: Pence
    /// Any day on which the same rates held for these roles.
    public var day: Day
    public var members: [PupilID]
    public var there: [PupilID]
    public var plannedSize: Int
    /// A key of `FundingStream`; empty for the school's own budget.
    public var funding: String

    public init(minutes: Int, roles: [String], price: Pence, day: Day, members: [PupilID], there: [PupilID], plannedSize: Int, funding: String = "") {
        (self.minutes, self.roles, self.price, self.day) = (minutes, roles, price, day)
        (self.members, self.there, self.plannedSize, self.funding) = (members, there, plannedSize, funding)
    }

    /// - Parameter log: what stands logged; nil for a session still to come.
    public init(_ session: PlannedSession, _ log: SessionLog?, rates: RateTable) {
        let roles = log?.roles ?? session.time.adults.map(\.role)
        self.init(minutes: log?.readyMinutes ?? session.minutes, roles: roles, price: session.sessionPrice, day: rates.since(roles, on: session.day), members: session.pupils,
                  there: log.map { $0.pupils.filter { $0.away == nil }.map(\.pupil) } ?? session.pupils, plannedSize: session.plannedSize, funding: session.funding)
    }

    /// What one of them costs.
    public func cost(_ rates: RateTable, _ base: CostBase) -> SessionCost {
        SessionCost(minutes: minutes, roles: roles, price: price, day: day, members: members, there: there, plannedSize: plannedSize, rates: rates, base: base)
    }
}

/// Sessions that cost just the same, and how many there are of them.
public typealias SessionsAlike = (key: SessionAlike, value: Int)

extension RateTable {
    /// The first day from which the rates of these roles were what they are on a day; that day, where one has none.
    func since(_ roles: [String], on day: Day) -> Day {
        let starts = roles.filter { StaffRole.named($0)?.isExternal != true }.map { rate(for: $0, on: day)?.starts ?? (StaffRole.needsRate($0) ? day : .distantPast) }
        return starts.max() ?? .distantPast
    }
}
