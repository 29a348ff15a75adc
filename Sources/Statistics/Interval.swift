/// From where to where a figure may lie, in the figure's own unit.
public struct Interval: Sendable, Hashable {
    public let low: Double
    public let high: Double

    public init(low: Double, high: Double) { (self.low, self.high) = (low, high) }

    /// The normal interval that holds the true figure in 95 of 100 samples: figure ± z·√variance with
    /// z = Φ⁻¹(0.975) = 1.959963984540054.
    /// - Parameter variance: the square of the standard error, 0 or more.
    public init(around figure: Double, variance: Double) {
        let reach = Self.z * variance.squareRoot()
        self.init(low: figure - reach, high: figure + reach)
    }

    /// Φ⁻¹(0.975), the normal quantile of a two-sided 95 % interval.
    public static let z = 1.959963984540054

    public func contains(_ number: Double) -> Bool { low <= number && number <= high }
}
