import Basics

/// Records that a pupil is taught for fewer hours, or elsewhere, and why.
public struct StartArrangement: Sendable {
    public let kind: Arrangement.Kind?
    public let from: Day
    /// Hours a week in words: `12 hours a week, mornings`.
    public let hours: String
    public let place: String
    public let reason: String

    public init(kind: Arrangement.Kind?, from: Day, hours: String = "", place: String = "", reason: String) {
        self.kind = kind
        self.from = from
        self.hours = hours.trimmed
        self.place = place.trimmed
        self.reason = reason.trimmed
    }

    public func applied(to pupil: Pupil, at school: SchoolID, arrangements: [Arrangement], today: Day) throws -> Change<Arrangement> {
        var problems = Problems()
        problems.requireStart(from, of: pupil, today: today)
        problems.require(!reason.isEmpty, "reason", "Say why, in a few words. It is kept with the record.")
        guard let kind else {
            problems.add("kind", "Choose what is arranged.")
            throw problems
        }
        if let other = arrangements.first(where: { $0.kind == kind && $0.spell.overlaps(Spell(starts: from)) }) {
            problems.add("kind", "This is recorded already, \(other.spell.inWords).")
        }
        problems.require(kind != .partTime || !hours.isEmpty, "hours", "Give the hours a week, such as 12 hours.")
        problems.require(kind != .alternativeProvision || !place.isEmpty, "place", "Say where \(pupil.calledName) goes.")
        try problems.check()
        let fresh = Arrangement(id: .new, pupil: pupil.id, school: school, kind: kind, hours: hours, place: place, reason: reason, spell: Spell(starts: from))
        return Change("arrangement.started", to: fresh, because: reason)
    }
}
