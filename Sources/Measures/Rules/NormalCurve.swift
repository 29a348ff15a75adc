/// What a standard score, a percentile and a stanine say of each other, where scores are spread as the normal curve:
/// mean 100, standard deviation 15 (domain 5.3).
public enum NormalCurve {
    /// The share of scores below a distance from the mean, in standard deviations. By the Taylor series of the error
    /// function, whose terms fall away quickly within the four deviations that tests measure.
    static func share(below distance: Double) -> Double {
        let x = max(-4.5, min(4.5, distance)), square = x * x / 2
        var power = x, sum = x, step = 0.0
        while abs(power) > 1e-18 {
            step += 1
            power *= -square / step
            sum += power / (2 * step + 1)
        }
        return 0.5 + sum / (2 * Double.pi).squareRoot()
    }

    /// The percentile of a standard score, 1 to 99.
    public static func percentile(ofStandard score: Int) -> Int {
        let share = share(below: Double(score - 100) / 15)
        return max(1, min(99, Int((share * 100).rounded())))
    }

    /// The standard score that lies nearest to a percentile.
    public static func standard(ofPercentile percentile: Int) -> Int {
        let wanted = Double(percentile) / 100
        var low = -4.5, high = 4.5
        while high - low > 1e-10 {
            let middle = (low + high) / 2
            if share(below: middle) < wanted { low = middle } else { high = middle }
        }
        return Int((100 + 15 * (low + high) / 2).rounded())
    }

    /// The stanine of a standard score: nine steps of half a deviation, the fifth around the mean.
    public static func stanine(ofStandard score: Int) -> Int {
        max(1, min(9, Int((Double(score - 100) / 7.5 + 5).rounded())))
    }
}
