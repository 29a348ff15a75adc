import Basics

/// One decision for many pupils at once: a status, a need, or both, from one day and for one reason.
public struct BulkChange: Sendable {
    /// N, K or E; empty to leave each status as it is.
    public let provision: String
    /// The code of a need; empty for none.
    public let need: String
    public let from: Day
    public let reason: String

    public init(provision: String, need: String, from: Day, reason: String) {
        self.provision = provision
        self.need = need
        self.from = from
        self.reason = reason.trimmed
    }

    /// What is wrong with the decision itself, whoever it is for.
    public func check(today: Day) throws {
        var problems = Problems()
        problems.require(!provision.isEmpty || !need.isEmpty, "provision", "Choose a status, a need, or both.")
        problems.require(provision.isEmpty || ChangeStatus.choices.contains(provision), "provision", "Choose a status.")
        problems.require(need.isEmpty || NeedType.named(need) != nil, "need", "Choose a need.")
        problems.require(provision != "N" || need.isEmpty, "need", "No SEN and a need do not go together. Take one away.")
        problems.require(!reason.isEmpty, "reason", "Say why, in a few words. It is kept with each record.")
        try problems.check()
    }

    /// What it changes for one pupil.
    /// - Throws: `Problems` where this pupil can't have it; the others may.
    public func applied(to record: RegisterRecord, today: Day) throws -> RegisterChange {
        if provision.isEmpty {
            return try AddNeed(need: need, rank: record.openNeeds(on: from).count + 1, from: from, reason: reason).applied(to: record, today: today)
        }
        let held = record.openNeeds(on: from).contains { $0.need == need }
        return try ChangeStatus(provision: provision, from: from, need: held ? "" : need, reason: reason).applied(to: record, today: today)
    }
}
