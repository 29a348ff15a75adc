/// What changes on a scale with a norm group say: age is taken out already, so a child who keeps pace changes by nothing.
public enum StandardScoreChange {
    /// Points as deviations of the norm group: points ∕ 15 for standard scores (mean 100, SD 15).
    public static func deviations(points: Double, normDeviation: Double = 15) -> Double? {
        normDeviation > 0 ? points / normDeviation : nil
    }

    /// The change of the mean that one expects though nothing was done, where pupils were chosen for low scores:
    /// (1 − r)·(norm mean − mean before), in points; regression to the mean (F. Galton 1886; A. G. Barnett and others,
    /// International Journal of Epidemiology 34 (2005), 215–220).
    /// - Parameters:
    ///   - meanBefore: of the group, in points.
    ///   - retest: the correlation of two sittings of the test, 0 to 1, from its manual.
    /// - Returns: nil where retest is no such number. Below zero for a group that began above the mean.
    public static func expectedByRegression(meanBefore: Double, retest: Double, normMean: Double = 100) -> Double? {
        (0...1).contains(retest) ? (1 - retest) * (normMean - meanBefore) : nil
    }
}
