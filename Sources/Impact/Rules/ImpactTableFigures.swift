import Basics
import Statistics

/// What `trellis impact FILE.csv` says of a table. It computes from three pupils up, and marks a small sample.
///
/// The correlation of the interval is that of the baselines with the exits in the very table.
public struct ImpactTableFigures: Sendable {
    public let n: Int, leftOut: Int
    public let meanChange: Double?, deviation: Double?
    public let effect: StandardisedMeanChange?
    /// Of the pupils with months between their tests.
    public let ratio: RatioGain?, ratioN: Int
    public let isAges: Bool

    /// Fewer pupils have no figure at all.
    public static let fewest = 3
    /// Measured by a smaller deviation of the baselines, any change is huge, and means nothing.
    static let leastSpread = 0.01

    public init(_ table: ImpactTable) {
        (n, leftOut, isAges) = (table.pairs.count, table.leftOut, table.isAges)
        let enough = n >= Self.fewest, pairs = PairedSample(table.pairs.map { ($0.before, $0.after) }), averaged = enough && !table.isAges
        (meanChange, deviation) = averaged ? (pairs.changes.mean, pairs.changes.standardDeviation) : (nil, nil)
        effect = averaged && pairs.before.standardDeviation ?? 0 >= Self.leastSpread ? StandardisedMeanChange(pairs) : nil
        let timed = table.pairs.compactMap { pair in pair.months.map { (pair.after - pair.before, $0) } }
        (ratio, ratioN) = (enough ? RatioGain(timed) : nil, timed.count)
    }

    public var isSmall: Bool { n < ImpactFigures.fewestForEffect }

    /// What to know before one believes it.
    public var notes: [String] {
        var notes: [String] = []
        if n < Self.fewest { notes.append("Fewer than \(Self.fewest) pupils with two scores: nothing is computed.") }
        else if isSmall { notes.append("Small sample: \(count(n, "pupil")). The figures could easily be others with other pupils.") }
        if leftOut > 0 { notes.append("\(count(leftOut, "pupil")) without a baseline or an exit left out.") }
        if ratioN > 0, ratioN < n { notes.append("The ratio gain is of \(count(ratioN, "pupil")): the others have no months.") }
        if ratio != nil, !isAges { notes.append("The ratio gain takes the scores as months of age; it means nothing for others.") }
        if isAges { notes.append("Ages on a test are not even steps: they are added up for the ratio gain, and never averaged.") }
        else if n >= Self.fewest, effect == nil { notes.append("All began with the same score, so there is no effect size.") }
        else if effect != nil { notes.append("Before and after, without a comparison group: it holds what would have happened anyway, and what chance does where pupils were chosen for low scores.") }
        return notes
    }

    /// One line for each figure that there is.
    public var inWords: String {
        let lines: [(String, String?)] = [
            ("Pupils with two scores", "\(n)"), ("Mean change", meanChange.map(ImpactWords.exact)), ("Standard deviation of the change", deviation.map(ImpactWords.exact)),
            (ImpactWords.effectName, effect.map { ImpactWords.exact($0.effect) }), ("95 % interval", effect?.interval.map { "\(ImpactWords.exact($0.low)) to \(ImpactWords.exact($0.high))" }),
            ("Ratio gain", (ratio?.ratio).map(ImpactWords.exact)),
        ]
        return (lines.compactMap { name, figure in figure.map { "\(name): \($0)" } } + notes).joined(separator: "\n")
    }

    public var json: JSON {
        .object([
            "n": .integer(n), "mean_change": .real(meanChange), "sd_change": .real(deviation), "effect_size": .real(effect?.effect),
            "effect_low": .real(effect?.interval?.low), "effect_high": .real(effect?.interval?.high), "ratio_gain": .real(ratio?.ratio),
            "correlation": .real(effect?.correlation), "small_sample": .bool(isSmall), "left_out": .integer(leftOut), "ratio_n": .integer(ratioN), "notes": .list(notes.map(JSON.text)),
        ])
    }
}

extension JSON {
    /// A number, or null where there is none.
    fileprivate static func real(_ number: Double?) -> JSON { number.map { JSON.real($0) } ?? .null }
}
