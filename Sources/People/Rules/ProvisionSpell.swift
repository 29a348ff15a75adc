import Basics

/// A stretch of days in which a pupil's SEN provision is one of the census's codes.
public struct ProvisionSpell: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    public var pupil: PupilID
    /// N, K, E or a historical code; an unknown one is kept.
    public var provision: String
    public var spell: Spell
    /// Decided in Trellis, not read from a file.
    public var decidedHere: Bool

    /// `SEN support from 3 September 2025`.
    public var inWords: String { "\(CodeList.provision.label(provision)) \(spell.inWords)" }
}
