/// What somebody scored: a number in the unit of its scale, or the place of a colour or level in the list.
public struct Score: Hashable, Sendable {
    /// Where a test says only that it is below or above its last number.
    public enum Bound: String, Sendable {
        case exact = "", below = "<", above = ">"
    }

    public var number: Int
    public var bound: Bound
    /// The section of the test in which a colour was reached.
    public var section: String

    public init(_ number: Int, _ bound: Bound = .exact, section: String = "") { (self.number, self.bound, self.section) = (number, bound, section) }

    /// The number by which it falls into a band.
    public var placed: Int {
        switch bound {
        case .exact: number
        case .below: number - 1
        case .above: number + 1
        }
    }
}

/// Why what was typed is no score, and how to mend it.
public struct UnreadableScore: Error, Hashable {
    public let message: String
    init(_ message: String) { self.message = message }
}
