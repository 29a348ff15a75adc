import Basics
import Measures
import Statistics

/// What an intervention changed on one scale, over the pupils who had it.
public struct ImpactFigures: Sendable, Hashable {
    public let comparison: Comparison
    /// Pupils with two exact scores: what the figures are of.
    public let n: Int
    /// Pupils left out, and why.
    public let withoutBaseline: Int, withoutExit: Int, notExact: Int
    /// In points, by exit less baseline; for points only.
    public let meanChange: Double?, deviation: Double?
    /// Points only. It is shown from ten pupils up.
    public let effect: StandardisedMeanChange?
    /// Ages only, of the pupils with months between their two tests.
    public let ratio: RatioGain?, ratioN: Int
    /// How many went which way, and how many reliably so, where the standard error of measurement is known.
    public let ways: [PupilChange.Way: Int]
    public let reliably: [PupilChange.Way: Int]
    /// The mean that the group began with, in points.
    public let baselineMean: Double?

    public init(_ changes: [PupilChange], on scale: Scale, of instrument: Instrument, measurementError: Double? = nil) {
        comparison = Comparison(scale, of: instrument)
        let counted = changes.filter { $0.exact != nil }, exact = counted.compactMap(\.exact)
        n = exact.count
        withoutBaseline = changes.count { $0.baseline == nil }
        withoutExit = changes.count { $0.baseline != nil && $0.exit == nil }
        notExact = changes.count - n - withoutBaseline - withoutExit
        let pairs = PairedSample(exact.map { (Double($0.baseline.score.number), Double($0.exit.score.number)) })
        let points = comparison == .points
        (meanChange, deviation) = points ? (pairs.changes.mean, pairs.changes.standardDeviation) : (nil, nil)
        baselineMean = points ? pairs.before.mean : nil
        effect = points ? StandardisedMeanChange(pairs) : nil
        let timed = comparison == .ages ? Self.timed(counted) : []
        (ratio, ratioN) = (RatioGain(timed), timed.count)
        ways = comparison == .oneMoment ? [:] : Self.counted(changes.compactMap { $0.way(on: scale) })
        reliably = points ? Self.counted(changes.compactMap { $0.reliable(on: scale, measurementError: measurementError) }) : [:]
    }

    /// Below so many pupils no effect size is told.
    public static let fewestForEffect = 10
    /// Below so many pupils a group has no statistic, and only those who may see the pupils see them.
    public static let fewestForFigures = 5
    /// One to four: so many that a figure would tell of them.
    public static func isFew(_ number: Int) -> Bool { (1..<fewestForFigures).contains(number) }

    /// What each pupil gained in how many months.
    private static func timed(_ changes: [PupilChange]) -> [(gained: Double, elapsed: Double)] {
        changes.compactMap { change in
            guard let difference = change.difference, let months = change.months else { return nil }
            return (Double(difference), months)
        }
    }

    private static func counted(_ ways: [PupilChange.Way]) -> [PupilChange.Way: Int] { Dictionary(ways.map { ($0, 1) }, uniquingKeysWith: +) }
}
