import Foundation
import Statistics
import Testing

/// Figures against those of numpy and scipy (Tests/Oracles/impact.py), to nine of the ten figures that stand there.
@Suite("Statistics agree with other software")
struct OracleTests {
    struct Line: Sendable {
        let what: String, first: [Double], second: [Double], argument: Double?, figure: Double?

        init(_ cells: [String]) throws {
            try #require(cells.count == 5)
            what = cells[0]
            (first, second) = (try Self.numbers(cells[1]), try Self.numbers(cells[2]))
            (argument, figure) = (Double(cells[3]), Double(cells[4]))
        }

        private static func numbers(_ cell: String) throws -> [Double] { try cell.split(separator: " ").map { try #require(Double($0)) } }

        var paired: PairedSample { PairedSample(zip(first, second).map { ($0, $1) }) }
    }

    static func table() throws -> [Line] {
        let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "Oracles/impact.csv")
        let text = try String(contentsOf: path, encoding: .utf8)
        return try text.split(separator: "\n").dropFirst().map { try Line($0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)) }
    }

    @Test("Every figure of the table")
    func figures() throws {
        let lines = try Self.table()
        #expect(lines.count > 450 && lines.contains { $0.what == "z" && $0.figure == 1.959963985 })
        for line in lines {
            let ours = try Self.ours(line)
            switch (ours, line.figure) {
            case (nil, nil): continue
            case (let ours?, let theirs?): #expect(abs(ours - theirs) <= 1e-9 * max(abs(theirs), 1e-3), "\(line) \(ours)")
            default: Issue.record("\(line): \(ours.map { "\($0)" } ?? "none")")
            }
        }
    }

    private static func ours(_ line: Line) throws -> Double? {
        let effect = { StandardisedMeanChange(line.paired) }, pairs = zip(line.first, line.second)
        return switch line.what {
        case "mean": line.paired.changes.mean
        case "deviation": line.paired.changes.standardDeviation
        case "effect": effect()?.effect
        // Where the baselines have no spread there is no effect to go with it.
        case "correlation": effect()?.correlation
        case "variance": effect()?.variance
        case "low": effect()?.interval?.low
        case "high": effect()?.interval?.high
        case "quantile": Sample(line.first).quantile(line.argument ?? .nan)
        case "ratio": RatioGain(pairs.map { ($0, $1) })?.ratio
        case "reliable": ReliableChange(before: line.first[0], after: line.second[0], measurementError: line.argument ?? 0)?.index
        case "error": ReliableChange.measurementError(deviation: line.first[0], reliability: line.argument ?? -1)
        case "regression": StandardScoreChange.expectedByRegression(meanBefore: line.first[0], retest: line.argument ?? -1)
        case "slope": Trend(pairs.map { ($0, $1) })?.slope
        case "start": Trend(pairs.map { ($0, $1) })?.start
        case "celeration": Celeration(pairs.map { .init(day: Int($0), count: Int($1), minutes: line.argument ?? 0) })?.weekly
        case "adding", "multiplying": Self.aim(line)?.value(on: Int(line.argument ?? 0))
        case "correction": StandardisedMeanChange.correction(Int(line.first[0]))
        case "z": Interval.z
        default: throw UnknownFigure(what: line.what)
        }
    }

    private static func aim(_ line: Line) -> AimLine? {
        AimLine(starts: Int(line.first[0]), from: line.second[0], ends: Int(line.first[1]), to: line.second[1], course: line.what == "adding" ? .adding : .multiplying)
    }

    struct UnknownFigure: Error { let what: String }
}
