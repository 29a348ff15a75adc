import Basics

/// Takes a paper out for good: its file is destroyed, and that it was there, with when and why it went, stays.
public struct WithdrawPaper: Sendable {
    public let reason: String
    /// Nobody loses a paper by one press.
    public let understood: Bool

    public init(reason: String, understood: Bool) {
        self.reason = reason.trimmed
        self.understood = understood
    }

    /// - Throws: `Problems` with everything that is wrong.
    public func applied(to paper: Paper, at now: Instant) throws -> Change<Paper> {
        var problems = Problems()
        problems.require(!paper.isWithdrawn, "", "This paper is withdrawn already.")
        problems.require(!reason.isEmpty, "reason", "Say why, in a few words. It is kept with the record.")
        problems.require(reason.count <= 500, "reason", "This is longer than 500 letters. Say it in fewer.")
        problems.require(understood, "understood", "Tick this if you are sure. Nobody can bring the file back.")
        try problems.check()
        var after = paper
        after.withdrawnAt = now
        after.withdrawnBecause = reason
        return Change("paper.withdrawn", from: paper, to: after, because: reason)
    }
}
