/// Random numbers that are the same for the same seed on every machine.
///
/// SplitMix64: Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (OOPSLA 2014).
/// The standard library does not promise that its shuffles stay the same between releases, so drawing
/// is done here as well.
public struct SeededRandom: Sendable {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// A sequence of its own for one subject, so that a change to one school leaves the others as they were.
    /// The label is mixed in by FNV-1a.
    public init(seed: UInt64, for label: String) {
        state = label.utf8.reduce(seed ^ 0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A whole number from 0 up to and not including `bound`.
    public mutating func below(_ bound: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(bound)).high) }

    mutating func within(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

    /// From 0 up to and not including 1.
    mutating func fraction() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }

    public mutating func chance(_ share: Double) -> Bool { fraction() < share }

    /// One of a list that is not empty.
    public mutating func pick<Choices: RandomAccessCollection>(_ choices: Choices) -> Choices.Element {
        choices[choices.index(choices.startIndex, offsetBy: below(choices.count))]
    }

    /// One of a list that is not empty, each as often as its weight says.
    mutating func pick<Choice>(weighted choices: [(Choice, Double)]) -> Choice {
        var left = fraction() * choices.reduce(0) { $0 + $1.1 }
        for (choice, weight) in choices {
            left -= weight
            if left < 0 { return choice }
        }
        return choices[choices.count - 1].0
    }

    /// So many of the places 0 to `weights.count - 1`, the heavier ones more often.
    mutating func places(_ number: Int, weights: [Double]) -> [Int] {
        let keys = weights.enumerated().map { (key: fraction() / max($1, 0.000_1), place: $0) }
        return keys.sorted { ($0.key, $0.place) < ($1.key, $1.place) }.prefix(number).map(\.place)
    }
}
