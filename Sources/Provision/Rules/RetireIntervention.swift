import Basics

/// Takes an entry out of the catalogue, or puts right the last day of one that was taken out. What runs goes on; nothing
/// new begins after the last day.
public struct RetireIntervention: Sendable {
    public let lastDay: Day
    public let reason: String

    public init(lastDay: Day, reason: String) { (self.lastDay, self.reason) = (lastDay, reason.trimmed) }

    public func applied(to entry: Intervention, at school: SchoolID?) throws -> Change<Intervention> {
        var problems = Problems()
        problems.require(entry.school == school, "", "This entry is the trust’s. Only the trust takes it out.")
        problems.require(entry.ends != lastDay, "last_day", "This is its last day already. Give another, or take it in again.")
        problems.require(!reason.isEmpty, "reason", "Say why, in a few words. Others will want to know.")
        try problems.check()
        var after = entry
        after.ends = lastDay
        return Change("intervention.retired", from: entry, to: after, because: reason)
    }
}

/// Takes an entry in again that was taken out of the catalogue.
public struct RestoreIntervention: Sendable {
    public let reason: String

    public init(reason: String) { self.reason = reason.trimmed }

    public func applied(to entry: Intervention, at school: SchoolID?) throws -> Change<Intervention> {
        var problems = Problems()
        problems.require(entry.school == school, "", "This entry is the trust’s. Only the trust takes it in again.")
        problems.require(entry.ends != nil, "", "This is in the catalogue.")
        problems.require(!reason.isEmpty, "reason", "Say why, in a few words. Others will want to know.")
        try problems.check()
        var after = entry
        after.ends = nil
        return Change("intervention.restored", from: entry, to: after, because: reason)
    }
}
