/// Shares a whole number among weights so that the parts add up to it exactly.
///
/// Each gets the whole part of its quota; what is left goes, one by one, to those with the largest remainder, and among
/// equals to the one that stands first (method of Hamilton, "largest remainder").
public enum LargestRemainder {
    /// - Parameter weights: not negative, and not all zero, unless there is nothing to share.
    public static func shares(of total: Int, weights: [Int]) -> [Int] {
        let sum = weights.reduce(0, +)
        precondition(sum > 0 || total == 0, "nobody to share among")
        if total < 0 { return shares(of: -total, weights: weights).map { -$0 } }
        if sum == 0 { return weights }
        let quotas = weights.map { (total * $0).quotientAndRemainder(dividingBy: sum) }
        var parts = quotas.map(\.quotient)
        let order = quotas.indices.sorted { (quotas[$1].remainder, $0) < (quotas[$0].remainder, $1) }
        for place in order.prefix(total - parts.reduce(0, +)) { parts[place] += 1 }
        return parts
    }
}
