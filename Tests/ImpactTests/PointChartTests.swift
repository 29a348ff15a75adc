import Basics
@testable import Impact
import Statistics
import Testing

@Suite("The small chart of a pupil")
struct PointChartTests {
    static func chart(_ values: [Double], also: [Double] = [], until: Day? = nil) -> PointChart? {
        PointChart(values.enumerated().map { (Scores.start + $0 * 7, $1) }, also: also, until: until)
    }

    static let axes: [([Double], [Double])] = [
        ([81, 97], [80, 85, 90, 95, 100]), ([10, 10, 10], [10, 12]), ([0, 40], [0, 10, 20, 30, 40]), ([3, 4], [3, 3.2, 3.4, 3.6, 3.8, 4]), ([0], [0, 0.2]), ([72, 164], [60, 80, 100, 120, 140, 160, 180]),
    ]

    @Test("Lines across at round numbers, and every point within them", arguments: axes)
    func ticks(values: [Double], ticks: [Double]) throws {
        let chart = try #require(Self.chart(values))
        #expect(zip(chart.ticks, ticks).allSatisfy { abs($0 - $1) < 1e-9 } && chart.ticks.count == ticks.count, "\(chart.ticks)")
        for (place, value) in values.enumerated() {
            #expect((PointChart.edge...(PointChart.height - PointChart.foot)).contains(chart.y(value)))
            #expect((PointChart.left...(PointChart.width - PointChart.edge)).contains(chart.x(Scores.start + place * 7)))
        }
    }

    @Test("The aim fits in, and its line goes from the first to the last")
    func aim() throws {
        let line = try #require(AimLine(starts: Scores.start.number, from: 10, ends: (Scores.start + 42).number, to: 40, course: .multiplying))
        let chart = try #require(Self.chart([10, 12], also: [40], until: Scores.start + 42)), path = chart.path(line)
        #expect(path.count == 7 && path[0].x == chart.x(Scores.start) && path[6].y == chart.y(40) && path[6].x == chart.x(Scores.start + 42))
        #expect(Self.chart([]) == nil)
        let far = try #require(AimLine(starts: Scores.start.number, from: 10, ends: Day.distantFuture.number, to: 40, course: .multiplying))
        let wide = try #require(Self.chart([10, 12], also: [40], until: .distantFuture)), long = wide.path(far)
        #expect(long.count < 150 && long.last?.x == wide.x(.distantFuture) && long.last?.y == wide.y(40), "an aim of the year 9999, as it was once saved")
    }
}
