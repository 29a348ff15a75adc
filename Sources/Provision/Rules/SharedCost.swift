import Basics

/// What something costs, and who bears which part. The parts always add up to the whole.
public struct SharedCost: Hashable, Sendable {
    public let total: Pence
    /// By the pupils' numbers.
    public let pupils: [PupilID: Pence]
    /// “Places not filled”: borne by the school.
    public let unfilled: Pence

    /// Shares a whole by equal parts; pennies that are left go to those with the largest remainder, ties by the pupils' numbers,
    /// the school last.
    /// - Parameter places: how many parts there are; never fewer than the pupils.
    public init(_ total: Pence, among pupils: [PupilID], places: Int) {
        let isOrdered = zip(pupils, pupils.dropFirst()).allSatisfy(<), ordered = isOrdered ? pupils : Set(pupils).sorted(), open = max(0, places - ordered.count)
        let weights = ordered.map { _ in 1 } + [ordered.isEmpty ? max(1, open) : open]
        let parts = LargestRemainder.shares(of: total.rawValue, weights: weights)
        self.total = total
        self.pupils = Dictionary(uniqueKeysWithValues: zip(ordered, parts.map { Pence($0) }))
        unfilled = Pence(parts[ordered.count])
    }
}
