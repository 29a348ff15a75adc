/// A pre-post effect size: how far a group's mean moved, in standard deviations of where it began.
///
///     d = (mean after − mean before) ∕ SD before             Becker 1988, raw score standardisation
///     g = J·d    with J = 1 − 3 ∕ (4(n − 1) − 1)             Hedges 1981, the usual approximation
///     variance = 2(1 − r) ∕ n + g² ∕ (2n)                    Becker 1988; metafor's SMCR, vtype "LS"
///     interval = g ± 1.96·√variance                          95 %, normal
///
/// The unit is the standard deviation of the baseline. r is the correlation of baseline with exit **in the data itself**
/// (`PairedSample.correlation`), never one that somebody supposed: with every pupil's two scores at hand nothing needs to
/// be borrowed. The SD is the sample's (n − 1).
///
/// It is not a comparison with children who had nothing. It holds what would have happened anyway, and regression to the
/// mean where children were chosen for low scores; it is larger than an effect against a comparison group, and is never
/// converted into months.
///
/// Sources: B. J. Becker, Synthesizing standardized mean-change measures, British Journal of Mathematical and Statistical
/// Psychology 41 (1988), 257–278; L. V. Hedges, Journal of Educational Statistics 6 (1981), 107–128. metafor takes the
/// exact J by the gamma function; the approximation lies 0.007 above it for three pairs, and nearer for more.
public struct StandardisedMeanChange: Sendable, Hashable {
    public let n: Int
    /// g, after the correction. With two pairs J is 0, and so is this.
    public let effect: Double
    /// The r that the variance was taken with; nil where the exits have no spread, so that there is none.
    public let correlation: Double?

    /// Nil under two pairs, and where the baselines have no spread.
    public init?(_ pairs: PairedSample) {
        guard pairs.before.hasSpread, let spread = pairs.before.standardDeviation, let change = pairs.changes.mean else { return nil }
        self.init(n: pairs.n, meanChange: change, baselineDeviation: spread, correlation: pairs.correlation)
    }

    /// The same from a printed table of means.
    /// - Parameters:
    ///   - n: pairs, two or more.
    ///   - baselineDeviation: above zero.
    ///   - correlation: −1 to 1.
    public init?(n: Int, meanChange: Double, baselineDeviation: Double, correlation: Double?) {
        guard n > 1, baselineDeviation > 0 else { return nil }
        (self.n, self.correlation) = (n, correlation)
        effect = Self.correction(n) * meanChange / baselineDeviation
    }

    /// 2(1 − r) ∕ n + g² ∕ (2n), in squared deviations; nil without a correlation.
    public var variance: Double? { correlation.map { 2 * (1 - $0) / Double(n) + effect * effect / Double(2 * n) } }

    /// 95 %; nil without a correlation.
    public var interval: Interval? { variance.map { Interval(around: effect, variance: $0) } }

    /// Hedges' J for a standard deviation of n − 1 degrees of freedom: 0 for two pairs, 0.571 for three, 0.973 for thirty.
    public static func correction(_ n: Int) -> Double { 1 - 3 / (4 * Double(n - 1) - 1) }
}
