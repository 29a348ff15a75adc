import Basics

/// Somebody looked at what is done for a pupil, and found nothing to change.
public struct SupportLook: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    public var pupil: PupilID
    public var school: SchoolID
    /// The plan that was looked at; nil where the pupil has none here.
    public var plan: PlanID?
    public var lookedOn: Day
    public var lookedBy: String
    public var note: String
}

/// Says that one has looked at what is done for a pupil, and changes nothing.
public struct LookAtSupport: Sendable {
    public let note: String

    public init(note: String = "") { self.note = note.trimmed }

    /// The longest note.
    static let longest = 1000

    /// - Parameters:
    ///   - plan: the one that was looked at, where there is one.
    ///   - earlier: what the same day knows already: then only its note changes.
    public func applied(to pupil: PupilID, at school: SchoolID, plan: Plan?, earlier: SupportLook?, by who: String, today: Day) throws -> Change<SupportLook> {
        var problems = Problems()
        if let plan { problems.require(plan.isInForce, "", "Only a plan that the school works by is looked at. This one is: \(plan.state.label.lowercased()).") }
        problems.require(note.count <= Self.longest, "because", "Make this shorter: at most 1,000 characters. It has \(note.count).")
        try problems.check()
        guard let earlier, earlier.lookedOn == today else {
            return Change("support.lookedAt", to: SupportLook(id: .new, pupil: pupil, school: school, plan: plan?.id, lookedOn: today, lookedBy: who, note: note))
        }
        var after = earlier
        if !note.isEmpty { (after.note, after.lookedBy) = (note, who) }
        return Change("support.lookedAt", from: earlier, to: after)
    }
}
