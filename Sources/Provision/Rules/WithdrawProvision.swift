import Basics

/// Takes back a provision that was begun by mistake, as if it had never been: it is still to come, or was written down a few
/// days ago, and nothing of it is logged. What it held stays in the trail. What ran and was not logged is ended instead.
public struct WithdrawProvision: Sendable {
    public let because: String

    /// So long after it was written down it is a mistake; after that, sessions that nobody logged are missed.
    public static let days = 14

    public init(because: String) { self.because = because.trimmed }

    /// Whether it can be taken back at all.
    /// - Parameters:
    ///   - writtenOn: when somebody wrote it down.
    ///   - lastLogged: the latest day of which something was ever logged.
    public static func isOpen(for run: ProvisionRun, writtenOn: Day, lastLogged: Day?, today: Day) -> Bool {
        run.isRunning && lastLogged == nil && (run.starts > today || writtenOn + days >= today)
    }

    /// - Throws: `Problems` where it is no mistake that can be taken back.
    public func check(_ run: ProvisionRun, writtenOn: Day, lastLogged: Day?, today: Day) throws {
        var problems = Problems()
        problems.requireRunning(run)
        if let lastLogged { problems.add("", "Sessions of it were logged, the last on \(lastLogged.inWords). End it instead: then what was logged stays.") }
        let isEarly = run.starts > today || writtenOn + Self.days >= today
        problems.require(isEarly, "", "It was written down on \(writtenOn.inWords), more than \(Self.days) days ago, and has begun. End it instead.")
        problems.require(!because.isEmpty, "because", "Say why, in a few words. It is kept with the trail.")
        try problems.check()
    }
}
