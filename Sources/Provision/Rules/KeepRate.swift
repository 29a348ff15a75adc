import Basics

/// Sets what a role costs from a day on. What was set before stays for the days before.
public struct KeepRate: Sendable {
    public let role: String
    /// Nil where no day was given.
    public let starts: Day?
    public let contractHourly: Pence?
    /// Hundredths, and nil where they are no numbers.
    public let paidWeeks: Int?, workedWeeks: Int?, onCost: Int?, nonContact: Int?

    public init(role: String, starts: Day?, contractHourly: Pence?, paidWeeks: Int? = 100, workedWeeks: Int? = 100, onCost: Int? = 0, nonContact: Int? = 0) {
        (self.role, self.starts, self.contractHourly) = (role, starts, contractHourly)
        (self.paidWeeks, self.workedWeeks, self.onCost, self.nonContact) = (paidWeeks, workedWeeks, onCost, nonContact)
    }

    /// - Parameter beside: the rates of the set.
    public func applied(to before: StaffRate? = nil, in set: RateSetID, beside: [StaffRate]) throws -> Change<StaffRate> {
        var problems = Problems()
        check(&problems)
        guard let starts, let contractHourly, let paidWeeks, let workedWeeks, let onCost, let nonContact else { throw problems }
        problems.require(!beside.contains { $0.id != before?.id && $0.role == role && $0.starts == starts }, "starts", "\(StaffRole.label(role)) has a rate from this day already. Change that one.")
        try problems.check()
        var after = StaffRate(set: set, role: role, starts: starts, contractHourly: contractHourly, paidWeeks: paidWeeks, workedWeeks: workedWeeks, onCost: onCost, nonContact: nonContact)
        if let before { (after.id, after.version) = (before.id, before.version) }
        return Change(before == nil ? "rate.set" : "rate.corrected", from: before, to: after)
    }

    private func check(_ problems: inout Problems) {
        problems.require(StaffRole.named(role).map { !$0.isExternal } ?? false, "role", "Choose a role that is paid by the hour.")
        problems.require(starts != nil, "starts", "Give the day from which this rate holds. Without one no cost can be reckoned.")
        problems.require(contractHourly.map { (1...50_000).contains($0.rawValue) } ?? false, "contract_hourly", "Give pounds an hour, from £0.01 to £500.")
        problems.require(workedWeeks.map { (100...5300).contains($0) } ?? false, "worked_weeks", "Give the weeks worked in a year, from 1 to 53.")
        problems.require(paidWeeks.map { (100...5300).contains($0) } ?? false, "paid_weeks", "Give the weeks paid in a year, from 1 to 53.")
        if let paidWeeks, let workedWeeks { problems.require(paidWeeks >= workedWeeks, "paid_weeks", "This is fewer than the weeks worked. Check both.") }
        problems.require(onCost.map { (0...10_000).contains($0) } ?? false, "on_cost", "Give the on-cost in percent, from 0 to 100.")
        problems.require(nonContact.map { (0...9_000).contains($0) } ?? false, "non_contact", "Give the share without pupils in percent, from 0 to 90.")
    }
}
