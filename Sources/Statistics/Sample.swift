/// Numbers of one kind, such as the changes of ten pupils, in any unit.
///
/// Means and deviations are of the sample: the sum of squares is divided by n − 1, as in numpy with `ddof=1`. Sums are
/// taken about the mean (the two-pass algorithm), so that large numbers with small differences keep their figures.
public struct Sample: Sendable, Hashable {
    public let values: [Double]

    /// - Parameter values: finite numbers, in any order; none is refused.
    public init(_ values: [Double]) { self.values = values }

    public var n: Int { values.count }

    /// Σx ∕ n, in the unit of the values; nil where there are none.
    public var mean: Double? {
        guard n > 0 else { return nil }
        let first = values.reduce(0, +) / Double(n)
        // What rounding has left over, put back once.
        return first + values.reduce(0) { $0 + ($1 - first) } / Double(n)
    }

    /// √(Σ(x − mean)² ∕ (n − 1)), in the unit of the values, 0 or more; nil under two values. It is exactly 0 where all
    /// are alike.
    public var standardDeviation: Double? {
        guard n > 1, let mean else { return nil }
        if !hasSpread { return 0 }
        return (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(n - 1)).squareRoot()
    }

    /// Whether two values differ at all. Asked before anything is divided by a deviation: rounding can leave a
    /// deviation of 1e-17 where there is none.
    public var hasSpread: Bool { values.contains { $0 != values[0] } }

    /// The value below which a share of the sample lies, between the two nearest in a straight line (Hyndman and Fan
    /// 1996, definition 7: the usual one of numpy, R and spreadsheets).
    /// - Parameter share: 0 to 1; 0.5 is the median.
    /// - Returns: nil where there are no values, or the share is no share.
    public func quantile(_ share: Double) -> Double? {
        guard n > 0, (0...1).contains(share) else { return nil }
        let sorted = values.sorted(), place = share * Double(n - 1), below = Int(place)
        let above = min(below + 1, n - 1)
        return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
    }

    public var median: Double? { quantile(0.5) }
}
