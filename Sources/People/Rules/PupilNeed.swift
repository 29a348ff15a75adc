import Basics

/// One type of need of a pupil, with its rank among the pupil's needs.
public struct PupilNeed: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    public var pupil: PupilID
    /// A need type's code; an unknown one is kept.
    public var need: String
    /// The area of need, by its key: the type's own unless somebody chose another; empty for none.
    public var area: String
    /// 1 is the primary need; nil where no file ranked it.
    public var rank: Int?
    public var spell: Spell

    public var label: String { NeedType.label(need) }
}
