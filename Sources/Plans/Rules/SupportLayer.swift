import Basics
import People

/// How much support a pupil gets: the layers of the reform package, which are proposals, with the waves that schools
/// have used before (domain 3.2 and 7.1).
public struct SupportLayer: Hashable, Sendable {
    public let key: String
    public let label: String
    public let about: String

    public static let all = [
        SupportLayer(key: "L0", label: "Universal", about: "Good teaching for everyone (wave 1)."),
        SupportLayer(key: "L1", label: "Targeted", about: "The school’s own extra support (wave 2)."),
        SupportLayer(key: "L2", label: "Targeted Plus", about: "The school with outside professionals (wave 3)."),
        SupportLayer(key: "L3", label: "Specialist", about: "An EHC plan, or a place in a base or special school (wave 4)."),
    ]

    public static func label(_ key: String) -> String { all.first { $0.key == key }?.label ?? key }
}

/// A pupil's time on one layer of support.
public struct LayerSpell: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    public var pupil: PupilID
    public var layer: String
    public var spell: Spell
}

extension LayerSpell: Spelled {}

/// Says on which layer a pupil is from a day on.
public struct ChooseLayer: Sendable {
    public let layer: String
    public let from: Day
    public let reason: String

    public init(layer: String, from: Day, reason: String) { (self.layer, self.from, self.reason) = (layer, from, reason.trimmed) }

    /// - Parameter spells: all that the pupil has had.
    /// - Returns: the end of the one before, and the new one; nothing where it is the same layer.
    public func applied(to pupil: PupilID, _ spells: [LayerSpell], today: Day) throws -> [Change<LayerSpell>] {
        var problems = Problems()
        problems.require(SupportLayer.all.contains { $0.key == layer }, "layer", "Choose a layer of support.")
        problems.require(from <= today, "from", "This day is in the future. Give the day from which it is so.")
        let current = spells.first { $0.spell.ends == nil }
        if current?.layer == layer { return [] }
        problems.require(current.map { $0.spell.starts < from } ?? true, "from", "The layer before this one began on \(current?.spell.starts.inWords ?? ""). Give a later day.")
        try problems.check()
        let fresh = Change("layer.chosen", to: LayerSpell(id: .new, pupil: pupil, layer: layer, spell: Spell(starts: from)), because: reason)
        guard let current else { return [fresh] }
        var ended = current
        ended.spell = Spell(starts: current.spell.starts, ends: from - 1)
        return [Change("layer.ended", from: current, to: ended, because: reason), fresh]
    }
}
