import Basics

/// What a school's provision costs in a year beside the money that it has for it.
///
/// A mainstream school: its notional SEN budget, which is a guide and not ring-fenced, against what neither top-up nor other
/// streams pay. A special school, and the places of a unit: place funding and top-up against the whole cost (domain 6.3).
public struct SchoolSpend: Hashable, Sendable {
    /// By what a school is funded.
    public enum Basis: Hashable, Sendable {
        case notional, places
    }

    public let basis: Basis
    public let cost: Pence
    /// Part of the cost: places that nobody filled.
    public let unfilled: Pence
    /// Part of the cost that streams other than the school's own budget pay.
    public let paidByStreams: Pence
    public let topUp: Pence
    /// The notional budget, or what comes for places.
    public let budget: Pence
    /// How many pupils stand behind each sum that can be told from it: the cost, what each stream pays, what is left for
    /// the school, and top-up.
    let behind: [Int]

    /// - Parameters:
    ///   - spent: the whole cost of the year.
    ///   - lines: the school's own lines and those of its pupils.
    ///   - basis: places for special schools and for the pupils of a unit.
    public init(_ spent: CostSum, lines: [FundingLine], basis: Basis, year: AcademicYear) {
        let sum = { (stream: String) in lines.filter { $0.stream == stream }.map { $0.amount(in: year) }.reduce(Pence(0), +) }
        self.basis = basis
        (cost, unfilled, topUp) = (spent.total, spent.unfilled, sum("E3"))
        budget = sum(basis == .notional ? "E2" : "PL")
        let own = basis == .notional ? ["", "E1", "E2", "E3"] : ["", "E1", "E2", "E3", "PL"]
        let others = spent.streams.keys.filter { !own.contains($0) }
        paidByStreams = others.compactMap { spent.streams[$0] }.reduce(Pence(0), +)
        let withTopUp = Set(lines.filter { $0.stream == "E3" && $0.amount(in: year) > Pence(0) }.compactMap(\.pupil))
        behind = [spent.bearers.count, withTopUp.count, spent.bearers(paidBy: own).count] + others.map { spent.bearers(paidBy: [$0]).count }
    }

    /// Whether a part of it tells of so few pupils that those who see no names may not see it.
    public var tellsOfFew: Bool { behind.contains { (1..<ShownCosts.least).contains($0) } }

    /// What is left for the school to pay from its budget.
    public var toPay: Pence { cost - paidByStreams - topUp }
    /// What is left of the budget; below zero where it does not suffice.
    public var left: Pence { budget - toPay }
}
