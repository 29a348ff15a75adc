import Basics

/// What a provision cost, and will cost, by pupil: to a day and for a whole period. Each pupil's parts and the places not filled
/// add up to the whole, to the penny.
public struct CostSheet: Sendable {
    /// What it cost up to the day of the question.
    public private(set) var toDate = CostSum()
    /// That, and what is still planned in the period, at the rates that are known today.
    public private(set) var whole = CostSum()
    /// Sessions that have no cost since a role has no rate on their day, by role.
    public private(set) var withoutRate: [String: Int] = [:]
    /// Sessions that are past and not logged: they count for nothing until somebody says what happened.
    public private(set) var unproved = 0

    /// - Parameters:
    ///   - planned: sessions of the period, past and to come.
    ///   - logs: what stands logged in the period.
    ///   - costs: what was bought.
    public init(of provision: WholeProvision, planned: [PlannedSession], logs: [SessionLog], costs: [ProvisionCost], rates: RateTable, base: CostBase, today: Day) {
        let standing = logs.filter(\.stands), bySlot = Dictionary(standing.compactMap { log in log.slot.map { ($0, log) } }) { first, _ in first }
        var past: [SessionAlike: Int] = [:], toCome: [SessionAlike: Int] = [:]
        // What is there for everyone is no part of anybody's cost (domain 6.1).
        for session in planned where provision.run.kind != .universal {
            if let log = bySlot[session.slot] {
                past[SessionAlike(session, log, rates: rates), default: 0] += 1
            } else if session.pupils.isEmpty {
                // Nobody is in it on that day: nothing is given, and nothing is asked about.
            } else if session.day >= today {
                toCome[SessionAlike(session, nil, rates: rates), default: 0] += 1
            } else {
                unproved += 1
            }
        }
        for log in standing where log.slot == nil { past[provision.alike(beside: log), default: 0] += 1 }
        add(past: past, toCome: toCome, rates: rates, base: base)
        for cost in costs { add(cost, of: provision, base: base, today: today) }
    }

    /// Counts sessions that the store has put together.
    public init(past: [SessionAlike: Int], toCome: [SessionAlike: Int], rates: RateTable, base: CostBase) {
        add(past: past, toCome: toCome, rates: rates, base: base)
    }

    /// The pupils who bear a part of what is still to come.
    public var bearersToCome: Set<PupilID> { whole.bearers.filter { whole.pupils[$0] != toDate.pupils[$0] } }

    /// One to which everything is still to be added.
    public init(unproved: Int = 0) { self.unproved = unproved }

    /// Adds sessions that the store has put together.
    public mutating func add(past: some Sequence<SessionsAlike> = [], toCome: some Sequence<SessionsAlike> = [], rates: RateTable, base: CostBase) {
        add(past, isPast: true, rates, base)
        add(toCome, isPast: false, rates, base)
    }

    /// Adds what was bought for a provision.
    public mutating func add(_ cost: ProvisionCost, of provision: WholeProvision, base: CostBase, today: Day) {
        add(cost.shared(in: provision, base: base), paidBy: provision.pattern(on: cost.day)?.funding ?? "", isPast: cost.day <= today)
    }

    /// Adds another sheet, part by part.
    public mutating func add(_ other: CostSheet) {
        toDate.add(other.toDate)
        whole.add(other.whole)
        withoutRate.merge(other.withoutRate, uniquingKeysWith: +)
        unproved += other.unproved
    }

    private mutating func add(_ alike: some Sequence<SessionsAlike>, isPast: Bool, _ rates: RateTable, _ base: CostBase) {
        // Added up once: what is past is a part of both sums.
        var sum = CostSum()
        for (session, times) in alike {
            switch session.cost(rates, base) {
            case .costed(let shared): sum.add(shared, paidBy: session.funding, times: times)
            case .withoutRate(let roles): for role in roles { withoutRate[role, default: 0] += times }
            }
        }
        whole.add(sum)
        if isPast { toDate.add(sum) }
    }

    private mutating func add(_ cost: SharedCost, paidBy stream: String, isPast: Bool) {
        whole.add(cost, paidBy: stream)
        if isPast { toDate.add(cost, paidBy: stream) }
    }
}

extension WholeProvision {
    /// A session outside the week: those who were there take part in it, in a group of the size of its day.
    func alike(beside log: SessionLog) -> SessionAlike {
        let week = pattern(on: log.day), there = log.pupils.filter { $0.away == nil }.map(\.pupil)
        let isExternal = log.roles.contains { StaffRole.named($0)?.isExternal ?? false }
        return SessionAlike(minutes: log.minutes, roles: log.roles, price: isExternal ? week?.sessionPrice ?? Pence(0) : Pence(0), day: log.day, members: there, there: there,
                            plannedSize: week?.plannedSize ?? there.count, funding: week?.funding ?? "")
    }
}
