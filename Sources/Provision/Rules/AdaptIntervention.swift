import Basics

/// Makes a school's own copy of the trust's entry, with a reason that the trust can read.
public struct AdaptIntervention: Sendable {
    public let reason: String

    public init(reason: String) { self.reason = reason.trimmed }

    public func applied(to entry: Intervention, at school: SchoolID, beside: [Intervention]) throws -> Change<Intervention> {
        var problems = Problems()
        problems.require(entry.school == nil, "", "This entry is your school’s own. Change it as it stands.")
        problems.require(!beside.contains { $0.adapts == entry.id && $0.school == school }, "", "Your school has adapted this already. Change that one.")
        problems.require(!reason.isEmpty, "reason", "Say why your school does it in another way.")
        try problems.check()
        var copy = entry
        (copy.id, copy.version, copy.school) = (.new, 1, school)
        (copy.adapts, copy.adaptedBecause) = (entry.id, reason)
        return Change("intervention.adapted", to: copy, because: reason)
    }
}
