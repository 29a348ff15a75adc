import Basics

/// The settings that may hold for a school: its own, and those of the trust.
public struct CostSettings: Hashable, Sendable {
    /// In order of their days.
    public let own: [CostSetting]
    public let trusts: [CostSetting]

    public init(_ all: [CostSetting], of school: SchoolID?) {
        let ordered = all.sorted { $0.starts < $1.starts }
        (own, trusts) = (school == nil ? [] : ordered.filter { $0.school == school }, ordered.filter { $0.school == nil })
    }

    /// The setting of a day: the school's own latest goes before the trust's latest. Nil where nobody has set anything.
    public func setting(on day: Day) -> CostSetting? { own.last { $0.starts <= day } ?? trusts.last { $0.starts <= day } }

    /// On what costs of a day are shared: by planned size, until somebody says otherwise.
    public func base(on day: Day) -> CostBase { setting(on: day)?.base ?? .planned }

    /// From which share of the money on, in percent, somebody says why a cost is over or under.
    public func share(on day: Day) -> Int { setting(on: day)?.share ?? CostComparison.usualShare }

    /// The days from which another setting may hold.
    var days: [Day] { (own + trusts).map(\.starts) }
}

/// Sets from a day on how costs are shared, and what is far from the money. What was set before stays for the days before.
public struct SetCostSetting: Sendable {
    public let starts: Day?
    public let base: CostBase?
    public let share: Int?

    public init(starts: Day?, base: CostBase?, share: Int?) { (self.starts, self.base, self.share) = (starts, base, share) }

    /// - Parameter beside: what the school, or the trust, has set.
    public func applied(to school: SchoolID?, beside: [CostSetting]) throws -> Change<CostSetting> {
        var problems = Problems()
        problems.require(starts != nil, "starts", "Give the day from which this holds.")
        problems.require(base != nil, "base", "Choose on what costs are shared.")
        problems.require(share.map { (1...100).contains($0) } ?? false, "share", "Give a whole number of percent, from 1 to 100.")
        guard let starts, let base, let share else { throw problems }
        try problems.check()
        let before = beside.first { $0.school == school && $0.starts == starts }
        var after = CostSetting(school: school, starts: starts, base: base, share: share)
        if let before { (after.id, after.version) = (before.id, before.version) }
        return Change(before == nil ? "costs.set" : "costs.corrected", from: before, to: after)
    }
}
