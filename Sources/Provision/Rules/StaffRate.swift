import Basics

/// What an hour with pupils costs for a role from a day on.
///
/// `contract hourly × paid weeks ÷ worked weeks × (1 + on-cost) ÷ (1 − non-contact share)` (domain 6.2). Weeks and shares
/// are whole hundredths: 44.8 weeks is 4,480, 32 % is 3,200. A council's flat rate has as many paid weeks as worked ones and
/// neither on-cost nor non-contact share.
public struct StaffRate: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    public var set: RateSetID
    /// A key of `StaffRole`.
    public var role: String
    public var starts: Day
    public var contractHourly: Pence
    /// Hundredths of a week.
    public var paidWeeks: Int
    /// Hundredths of a week.
    public var workedWeeks: Int
    /// Hundredths of a percent.
    public var onCost: Int
    /// Hundredths of a percent.
    public var nonContact: Int

    public init(id: RowID = .new, set: RateSetID, role: String, starts: Day, contractHourly: Pence, paidWeeks: Int = 100, workedWeeks: Int = 100, onCost: Int = 0, nonContact: Int = 0) {
        (self.id, self.set, self.role, self.starts, self.contractHourly) = (id, set, role, starts, contractHourly)
        (self.paidWeeks, self.workedWeeks, self.onCost, self.nonContact) = (paidWeeks, workedWeeks, onCost, nonContact)
    }

    /// Pence an hour, unrounded.
    var exactHourly: Fraction {
        Fraction(contractHourly.rawValue) * Fraction(paidWeeks, workedWeeks) * Fraction(10_000 + onCost, 10_000 - nonContact)
    }

    /// What an hour with pupils costs, to the penny: for showing, not for sums.
    public var hourly: Pence { Pence(exactHourly.rounded) }
}

/// Rates that belong together: the trust's own, or those that one council takes in a claim for top-up.
public struct RateSet: Hashable, Sendable {
    public var id: RateSetID
    public var version = 1
    public var name: String
    /// Three figures of the council whose claims use it; empty for the trust's own costs.
    public var laCode: String

    public init(id: RateSetID = .new, name: String, laCode: String = "") { (self.id, self.name, self.laCode) = (id, name, laCode) }
}

/// The rates of one set, found by role and day.
public struct RateTable: Sendable {
    private let rates: [String: [StaffRate]]
    /// What an hour costs, reckoned once: a school's year asks for it thousands of times.
    private let hours: [String: [(starts: Day, cost: Fraction)]]

    public init(_ rates: [StaffRate]) {
        self.rates = Dictionary(grouping: rates, by: \.role).mapValues { $0.sorted { $0.starts < $1.starts } }
        hours = self.rates.mapValues { $0.map { ($0.starts, $0.exactHourly) } }
    }

    /// Pence an hour, unrounded, by the rate that holds on a day.
    func exactHourly(for role: String, on day: Day) -> Fraction? { hours[role]?.last { $0.starts <= day }?.cost }

    /// The rate that holds for a role on a day: the latest that began by then.
    public func rate(for role: String, on day: Day) -> StaffRate? { rates[role]?.last { $0.starts <= day } }
}

extension StaffRate {
    /// How its hourly cost comes about: `£13.26 × 44.8 weeks paid ÷ 39 weeks worked, + 32 % on-costs`.
    public var formula: String {
        if paidWeeks == workedWeeks && onCost == 0 && nonContact == 0 { return "A flat \(contractHourly) an hour" }
        let weeks = paidWeeks == workedWeeks ? "" : " × \(Self.number(paidWeeks)) weeks paid ÷ \(Self.number(workedWeeks)) weeks worked"
        let onCosts = onCost == 0 ? "" : ", + \(Self.number(onCost)) % on-costs", without = nonContact == 0 ? "" : ", ÷ \(Self.number(10_000 - nonContact)) % of the time with pupils"
        return "\(contractHourly)\(weeks)\(onCosts)\(without)"
    }

    /// Hundredths as people write them.
    static func number(_ hundredths: Int) -> String {
        let rest = hundredths % 100
        return rest == 0 ? "\(hundredths / 100)" : "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest % 10 == 0 ? rest / 10 : rest)"
    }
}
