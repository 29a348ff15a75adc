import Basics

/// A week of a provision of which nobody said what happened: one gap for each provision and week.
public struct ProofGap: Hashable, Sendable {
    public let run: ProvisionID
    public let week: Day
    /// Sessions that were planned and not logged.
    public let sessions: Int
    /// Since when it is one.
    public let since: Day
    /// The first session that is not logged, and how it is to be.
    public let first: SessionSlot
    public let proof: Proof

    /// School days after the end of a week in which its proof may still come.
    public static let grace = 5

    /// The gaps of one provision up to a day, oldest first.
    /// - Parameter schoolDays: in order, reaching past today.
    public static func found(of sessions: [PlannedSession], logs: [SessionLog], schoolDays: [Day], today: Day) -> [ProofGap] {
        let logged = Set(logs.filter(\.stands).compactMap(\.slot))
        let open = sessions.filter { $0.proof != .none && $0.day < today && !logged.contains($0.slot) && !$0.pupils.isEmpty }
        let byWeek = Dictionary(grouping: open) { $0.day - ($0.day.weekday - 1) }
        return byWeek.sorted { $0.key < $1.key }.compactMap { monday, sessions in
            guard let last = schoolDays.schoolDay(grace, after: monday + 6), last < today, let first = sessions.min(by: { $0.day < $1.day }) else { return nil }
            return ProofGap(run: first.run, week: monday, sessions: sessions.count, since: last + 1, first: first.slot, proof: first.proof)
        }
    }
}
