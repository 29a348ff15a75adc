/// What of an intervention's impact somebody may be shown: it depends on how many pupils it is of, and on whether they
/// may see these pupils.
public struct ImpactSight: Sendable, Hashable {
    /// Each pupil in a row of a table.
    public let pupils: Bool
    /// Outcomes met, mean change, ratio gain, ways: the foot of that table.
    public let figures: Bool
    /// The effect size with its interval.
    public let effect: Bool

    /// - Parameters:
    ///   - n: pupils that the figures are of.
    ///   - seesPupils: whether the viewer may see every one of them by name.
    public init(n: Int, seesPupils: Bool) {
        pupils = seesPupils
        figures = n >= ImpactFigures.fewestForFigures
        effect = n >= ImpactFigures.fewestForEffect
    }

    /// What stands in a table in place of a figure.
    public static let few = "Fewer than \(ImpactFigures.fewestForFigures) pupils"

    /// What stands in place of what is held back; nil where nothing is.
    public var instead: String? {
        if !figures { return pupils ? "Fewer than \(ImpactFigures.fewestForFigures) pupils: look at each of them, not at an average." : "Too few pupils to show a figure." }
        return effect ? nil : "Fewer than \(ImpactFigures.fewestForEffect) pupils: an effect size would say more than so few can tell."
    }
}
