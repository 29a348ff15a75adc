/// What of an intervention's impact somebody may be shown: it depends on how many pupils it is of, and on whether they
/// may see these pupils.
public struct ImpactSight: Sendable, Hashable {
    /// Each pupil in a row of a table.
    public let pupils: Bool
    /// Outcomes met, mean change, ratio gain, ways: the foot of that table.
    public let figures: Bool
    /// The effect size with its interval.
    public let effect: Bool
    /// Whether there are pupils enough, and a part of them is too small to be told of by what is left.
    public let isPartHidden: Bool

    /// - Parameters:
    ///   - n: pupils that the figures are of.
    ///   - seesPupils: whether the viewer may see every one of them by name.
    ///   - hidesPart: whether a part with few of them could be worked out from the rest.
    public init(n: Int, seesPupils: Bool, hidesPart: Bool = false) {
        pupils = seesPupils
        figures = n >= ImpactFigures.fewestForFigures && !hidesPart
        effect = n >= ImpactFigures.fewestForEffect && !hidesPart
        isPartHidden = n >= ImpactFigures.fewestForFigures && hidesPart
    }

    /// What stands in a table in place of a figure.
    public var few: String { isPartHidden ? "\(Self.few) in a part of it" : Self.few }

    public static let few = "Fewer than \(ImpactFigures.fewestForFigures) pupils"

    /// How many there are, where their number may not be told.
    public var fewInWords: String { isPartHidden ? "\(ImpactFigures.fewestForFigures) or more" : "fewer than \(ImpactFigures.fewestForFigures)" }

    /// What stands in place of what is held back; nil where nothing is.
    public var instead: String? {
        if isPartHidden { return "A part of it has too few pupils, so no figure is shown: it could be worked out from the rest." }
        if !figures { return pupils ? "Fewer than \(ImpactFigures.fewestForFigures) pupils: look at each of them, not at an average." : "Too few pupils to show a figure." }
        return effect ? nil : "Fewer than \(ImpactFigures.fewestForEffect) pupils: an effect size would say more than so few can tell."
    }
}
