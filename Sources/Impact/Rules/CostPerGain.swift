import Basics
import Statistics

/// What one unit of gain cost: money spent over what was gained. None where nothing was gained: a price of a loss says
/// nothing.
public struct CostPerGain: Sendable, Hashable {
    /// What a unit is, such as `outcome met`.
    public let unit: String
    public let price: Pence

    /// - Parameters:
    ///   - total: all that was spent, on all pupils counted.
    ///   - gain: in units, above zero.
    public init?(_ total: Pence, gain: Double, unit: String) {
        guard gain > 0, total.rawValue >= 0 else { return nil }
        let price = (Double(total.rawValue) / gain).rounded()
        guard price < 1e12 else { return nil }
        (self.unit, self.price) = (unit, Pence(Int(price)))
    }

    public static func outcome(_ total: Pence, _ tally: OutcomeTally) -> CostPerGain? { CostPerGain(total, gain: Double(tally.met), unit: "outcome met") }

    /// Months beyond those of the calendar (domain 5.5).
    public static func month(_ total: Pence, _ ratio: RatioGain?) -> CostPerGain? {
        ratio.flatMap { CostPerGain(total, gain: $0.beyondCalendar, unit: "month gained beyond the calendar") }
    }

    /// Points gained by all pupils together, in the way that is good.
    public static func point(_ total: Pence, _ figures: ImpactFigures, lowIsGood: Bool) -> CostPerGain? {
        figures.meanChange.flatMap { CostPerGain(total, gain: $0 * Double(figures.n) * (lowIsGood ? -1 : 1), unit: "point gained") }
    }

    /// `£41.20 for each outcome met`.
    public var inWords: String { "\(price) for each \(unit)" }
}
