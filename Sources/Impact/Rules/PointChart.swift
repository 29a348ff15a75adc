import Basics
import Statistics

/// Where things stand in a small chart of one pupil's scores by the day: points, the aim line, and changes of phase.
/// It knows no colours and no markup; the same numbers stand in the table beside it.
public struct PointChart: Sendable {
    public let days: ClosedRange<Int>
    public let values: ClosedRange<Double>
    /// The lines across, lowest first.
    public let ticks: [Double]
    /// In the units of the drawing; the axis takes 28 at the left and 18 at the foot.
    public static let width = 320.0, height = 140.0
    static let left = 28.0, foot = 18.0, edge = 6.0

    /// - Parameters:
    ///   - points: at least one.
    ///   - also: values that must fit in, such as an aim.
    ///   - since: an earlier day that must fit in; `until` a later one, such as the aim's.
    public init?(_ points: [(day: Day, value: Double)], also: [Double] = [], since: Day? = nil, until: Day? = nil) {
        let numbers = points.map(\.value) + also, all = points.map(\.day.number) + [since, until].compactMap { $0?.number }
        guard !points.isEmpty, let first = all.min(), let last = all.max(), let low = numbers.min(), let high = numbers.max() else { return nil }
        days = first...max(last, first + 1)
        let step = Self.step(high > low ? high - low : max(abs(high), 1))
        let bottom = (low / step).rounded(.down) * step
        let steps = max(1, Int(((high / step).rounded(.up) - (low / step).rounded(.down)).rounded()))
        ticks = (0...steps).map { bottom + Double($0) * step }
        values = bottom...(bottom + Double(steps) * step)
    }

    public func x(_ day: Day) -> Double {
        Self.tenth(Self.left + (Self.width - Self.left - Self.edge) * Double(day.number - days.lowerBound) / Double(days.upperBound - days.lowerBound))
    }

    /// High values lie at the top.
    public func y(_ value: Double) -> Double {
        Self.tenth(Self.edge + (Self.height - Self.foot - Self.edge) * (values.upperBound - value) / (values.upperBound - values.lowerBound))
    }

    /// `x,y x,y …` of an aim line, a point each week, so that a multiplying one is a curve; over two years and more, as
    /// many as that are.
    public func path(_ line: AimLine) -> [(x: Double, y: Double)] {
        let first = max(line.starts, days.lowerBound), last = min(line.ends, days.upperBound)
        let stops = Array(stride(from: first, to: last, by: max(7, (last - first) / 104))) + [last]
        return stops.map { (x(Day(number: $0)), y(line.value(on: $0))) }
    }

    /// 1, 2 or 5 times a power of ten, so that a spread takes at most five of them.
    private static func step(_ spread: Double) -> Double {
        var power = 1.0
        while power * 5 < spread { power *= 10 }
        while power * 0.5 >= spread { power /= 10 }
        return [0.1, 0.2, 0.5, 1].map { $0 * power }.first { $0 * 5 >= spread } ?? power
    }

    private static func tenth(_ number: Double) -> Double { (number * 10).rounded() / 10 }
}
