/// Whether one person's change is more than the test's own error would make.
///
///     RCI = (after − before) ∕ (√2·SEM)
///
/// Beyond ±1.96 a change of that size happens to fewer than 5 in 100 whose true score stayed. SEM is the standard error
/// of measurement of the test, from its manual, in the unit of the score. Source: N. S. Jacobson and P. Truax, Clinical
/// significance, Journal of Consulting and Clinical Psychology 59 (1991), 12–19.
public struct ReliableChange: Sendable, Hashable {
    public let index: Double

    /// - Parameter measurementError: above zero; nil is answered otherwise.
    public init?(before: Double, after: Double, measurementError: Double) {
        guard measurementError > 0 else { return nil }
        index = (after - before) / (2.0.squareRoot() * measurementError)
    }

    /// The number rose, fell, or stayed within the error. Whether a rise is good, the scale says.
    public enum Direction: Sendable { case rose, fell, withinError }

    public var direction: Direction { index > Interval.z ? .rose : index < -Interval.z ? .fell : .withinError }

    /// The smallest change that counts: 1.96·√2·SEM, in the unit of the score.
    public static func smallest(measurementError: Double) -> Double { Interval.z * 2.0.squareRoot() * measurementError }

    /// SEM = SD·√(1 − reliability), where a manual gives only the reliability.
    /// - Parameters:
    ///   - deviation: of the norm group, above zero: 15 for standard scores.
    ///   - reliability: 0 to 1.
    /// - Returns: nil out of these ranges.
    public static func measurementError(deviation: Double, reliability: Double) -> Double? {
        guard deviation > 0, (0...1).contains(reliability) else { return nil }
        return deviation * (1 - reliability).squareRoot()
    }
}
