import Basics

/// A pupil's time on the roll of one school.
public struct Enrolment: Hashable, Sendable {
    /// C on one roll, M main of two, S second of two, G guest; other codes are kept.
    public typealias Kind = String

    public var id: RowID
    public var version = 1
    public var pupil: PupilID
    public var school: SchoolID
    public var kind: Kind
    public var admissionNumber = ""
    public var spell: Spell
    public var leavingReason = ""

    /// Guests and pupils from another school's roll are not counted twice.
    public var countsOnRoll: Bool { kind != "G" }
    /// One of two rolls, and known to be.
    public var isDual: Bool { kind == "M" || kind == "S" }
}
