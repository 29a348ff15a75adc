/// An exact fraction, so that money is rounded once and never on the way.
struct Fraction: Sendable {
    private(set) var over: Int128
    /// Above zero.
    private(set) var under: Int128

    init(_ over: Int, _ under: Int = 1) { self.init(reduced: Int128(over), Int128(under)) }

    private init(reduced over: Int128, _ under: Int128) {
        let common = Self.divisor(over.magnitude, under.magnitude)
        (self.over, self.under) = (over / common, under / common)
    }

    static func + (a: Fraction, b: Fraction) -> Fraction { Fraction(reduced: a.over * b.under + b.over * a.under, a.under * b.under) }
    static func * (a: Fraction, b: Fraction) -> Fraction { Fraction(reduced: a.over * b.over, a.under * b.under) }

    /// The nearest whole number; halves away from zero.
    var rounded: Int {
        let twice = over.magnitude * 2 + under.magnitude, whole = Int(twice / (under.magnitude * 2))
        return over < 0 ? -whole : whole
    }

    private static func divisor(_ a: UInt128, _ b: UInt128) -> Int128 {
        var (a, b) = (a, b)
        while b != 0 { (a, b) = (b, a % b) }
        return Int128(max(1, a))
    }
}
