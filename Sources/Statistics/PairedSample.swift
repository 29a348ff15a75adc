/// The same people measured twice with the same measure: before and after something.
public struct PairedSample: Sendable, Hashable {
    public let before: Sample
    public let after: Sample

    /// - Parameter pairs: each person's two numbers, in one unit. Whoever has only one number is left out before.
    public init(_ pairs: [(before: Double, after: Double)]) {
        (before, after) = (Sample(pairs.map(\.before)), Sample(pairs.map(\.after)))
    }

    public var n: Int { before.n }

    /// after − before of each, in the unit of the measure; below zero where the number fell.
    public var changes: Sample { Sample(zip(before.values, after.values).map { $1 - $0 }) }

    /// Pearson's product-moment correlation of the numbers before with those after, from this very sample:
    /// r = Σ(x − x̄)(y − ȳ) ∕ √(Σ(x − x̄)²·Σ(y − ȳ)²), from −1 to 1; nil under two pairs, or where one side has no
    /// spread. With two pairs it is always 1 or −1. What is 1 but for rounding (1e-12) is 1.
    public var correlation: Double? {
        guard before.hasSpread, after.hasSpread, let x = before.mean, let y = after.mean else { return nil }
        var together = 0.0, ofX = 0.0, ofY = 0.0
        for (a, b) in zip(before.values, after.values) {
            together += (a - x) * (b - y)
            ofX += (a - x) * (a - x)
            ofY += (b - y) * (b - y)
        }
        let r = together / (ofX.squareRoot() * ofY.squareRoot())
        return 1 - abs(r) < 1e-12 ? r.sign == .minus ? -1 : 1 : r
    }
}
