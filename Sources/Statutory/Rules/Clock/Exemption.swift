import Basics

/// An excuse that somebody recorded against a duty. The date stays as it is; the excuse stands beside it.
public struct Exemption: Hashable, Sendable {
    public let duty: String
    public let ground: ExemptionGround
    public let citation: String
    public let evidence: String
    public let recordedOn: Day
}

/// Records an excuse against a duty.
public struct RecordExemption: Sendable {
    public let ground: ExemptionGround
    public let evidence: String

    public init(ground: ExemptionGround, evidence: String) { (self.ground, self.evidence) = (ground, evidence.trimmed) }

    /// - Throws: `Problems` where the regulations know no such excuse for this duty, or nothing shows it.
    public func applied(to duty: Duty, today: Day) throws -> Exemption {
        var problems = Problems()
        problems.require(!evidence.isEmpty, "evidence", "Say what shows it, such as the letter and its date.")
        if duty.grounds[ground] == nil {
            problems.add("ground", duty.grounds.isEmpty ? "Nothing excuses this duty: holidays and circumstances do not count for it." : "The law knows no such excuse for this duty. Choose another ground.")
        }
        try problems.check()
        return Exemption(duty: duty.id, ground: ground, citation: duty.grounds[ground] ?? "", evidence: evidence, recordedOn: today)
    }
}
