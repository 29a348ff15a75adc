/// The straight line through points by least squares: y = start + slope·x.
public struct Trend: Sendable, Hashable {
    /// y where x is 0.
    public let start: Double
    /// Units of y for one unit of x.
    public let slope: Double

    /// slope = Σ(x − x̄)(y − ȳ) ∕ Σ(x − x̄)². Nil under two points, and where all have one x.
    public init?(_ points: [(x: Double, y: Double)]) {
        let xs = Sample(points.map(\.x)), ys = Sample(points.map(\.y))
        guard xs.hasSpread, let x = xs.mean, let y = ys.mean else { return nil }
        var together = 0.0, spread = 0.0
        for point in points {
            together += (point.x - x) * (point.y - y)
            spread += (point.x - x) * (point.x - x)
        }
        slope = together / spread
        start = y - slope * x
    }

    public func value(at x: Double) -> Double { start + slope * x }
}
