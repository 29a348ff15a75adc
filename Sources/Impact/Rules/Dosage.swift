import Basics

/// How much of an intervention was planned, offered and received, in minutes; stands beside every figure of its impact.
public struct Dosage: Sendable, Hashable {
    public let planned: Int, offered: Int, received: Int

    public init(planned: Int, offered: Int, received: Int) { (self.planned, self.offered, self.received) = (planned, offered, received) }

    public static func + (a: Dosage, b: Dosage) -> Dosage { Dosage(planned: a.planned + b.planned, offered: a.offered + b.offered, received: a.received + b.received) }

    /// Percent of what was planned that took place; nil where nothing was planned.
    public var delivered: Int? { Self.percent(offered, planned) }
    /// Percent of what took place that the pupils were there for.
    public var attended: Int? { Self.percent(received, offered) }

    /// Under so much of the plan a figure says more about delivery than about the intervention.
    public static let threshold = 80

    public var caution: String? {
        guard let delivered, let attended else { return nil }
        if delivered < Self.threshold { return "Only \(delivered) % of what was planned took place. What it could do is not known from this." }
        return attended < Self.threshold ? "Pupils were there for \(attended) % of what took place. Those who were there less may have gained less." : nil
    }

    private static func percent(_ part: Int, _ whole: Int) -> Int? { whole > 0 ? (part * 200 + whole) / (2 * whole) : nil }
}
