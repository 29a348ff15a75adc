import Basics
import People

/// That a family was told of SEN support (Children and Families Act 2014, section 68).
public struct FamilyTold: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    public var pupil: PupilID
    public var school: SchoolID
    /// Nil where nobody knows the day.
    public var toldOn: Day?
    public var recordedOn: Day
    public var recordedBy: String
    public var note = ""

    /// `on 4 September 2026`.
    public var inWords: String { toldOn.map { "on \($0.inWords)" } ?? "before Trellis was used, on a day that nobody knows" }
}

/// Writes down that a family was told of SEN support.
public struct TellFamily: Sendable {
    public let toldOn: Day?
    public let isUnknown: Bool
    public let note: String

    public init(toldOn: Day?, isUnknown: Bool, note: String = "") { (self.toldOn, self.isUnknown, self.note) = (toldOn, isUnknown, note.trimmed) }

    public func applied(to pupil: Pupil, at school: SchoolID, by name: String, today: Day) throws -> Change<FamilyTold> {
        var problems = Problems()
        problems.require(toldOn != nil || isUnknown, "told_on", "Give the day on which the family was told, or tick that nobody knows it.")
        problems.require(toldOn == nil || !isUnknown, "told_on", "You gave a day, and ticked that nobody knows it. Take one away.")
        if let toldOn {
            problems.require(toldOn <= today, "told_on", "This day is still to come. Write it down once the family is told.")
            problems.require(toldOn > pupil.birth, "told_on", "This day is before \(pupil.calledName) was born.")
        }
        try problems.check()
        return Change("family.told", to: FamilyTold(id: .new, pupil: pupil.id, school: school, toldOn: toldOn, recordedOn: today, recordedBy: name, note: note))
    }
}
